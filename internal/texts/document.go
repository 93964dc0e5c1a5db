package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/report"
)

// The sentences of documents are those of an office: full, without address,
// dates and small numbers written as Decree 30/2020 and usage ask.

// A LegalBasis is a document that others refer to.
type LegalBasis struct {
	Name string // with its number
	Date report.Date
}

// cited puts the date behind the number of a basis, where documents have it.
func (b LegalBasis) cited() string {
	if b.Date.IsZero() || strings.Contains(b.Name, " ngày ") {
		return b.Name
	}
	words := strings.Fields(b.Name)
	for i, word := range words {
		if strings.ContainsRune(word, '/') {
			words[i] += " " + LongDay(b.Date)
			return strings.Join(words, " ")
		}
	}
	return b.Name + " " + LongDay(b.Date)
}

// threeKinds are introduced, in the words of the letter.
const threeKinds = "gương điển hình tiên tiến, gương người tốt việc tốt, mô hình mới"

// DocumentOpening begins the report.
func DocumentOpening(agency string, bases []LegalBasis, p report.Period) string {
	var cited []string
	for _, b := range bases {
		cited = append(cited, b.cited())
	}
	rest := fmt.Sprintf("%s tổng hợp kết quả giới thiệu %s %s như sau:", agency, threeKinds, Period(p))
	if len(cited) == 0 {
		return rest
	}
	return "Căn cứ " + strings.Join(cited, "; ") + ", " + rest
}

// Annex names an annex by its number: Phụ lục II.
func Annex(n int) string { return "Phụ lục " + [...]string{"", "I", "II", "III", "IV"}[n] }
