package texts

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/report"
)

// The sentences of documents are those of an office: full, without address,
// dates and small numbers written as Decree 30/2020 and usage ask.

// LongDay writes a date as ngày 05 tháng 02 năm 2026: days below ten, January
// and February have a leading zero.
func LongDay(d report.Date) string {
	return fmt.Sprintf("ngày %02d tháng %s năm %d", d.Day, MonthOfIssue(d), d.Year)
}

// MonthOfIssue is the month as the date line of a document has it.
func MonthOfIssue(d report.Date) string {
	if d.Month <= time.February {
		return fmt.Sprintf("%02d", int(d.Month))
	}
	return fmt.Sprint(int(d.Month))
}

// Year is the year as the date line has it.
func Year(d report.Date) string { return fmt.Sprint(d.Year) }

// longMoment writes an instant as 08 giờ 05 ngày 23 tháng 11 năm 2026.
func (o Office) longMoment(t time.Time) string {
	return o.Clock(t) + " " + LongDay(report.DateOf(t.In(o.Zone)))
}

// Count writes a number in a document: 05, 12, 1.234.
func Count(n int) string {
	if n > 0 && n < 10 {
		return "0" + Number(n)
	}
	return Number(n)
}

// Share writes a part of a whole as documents do: 45,6%.
func Share(part, whole int) string { return percent(part, whole) }

// percent writes a part of a whole as 45,6%; whole numbers without a comma.
// Only all is 100%, only none is 0%.
func percent(part, whole int) string {
	if whole == 0 {
		return "0%"
	}
	tenths := (part*2000 + whole) / (whole * 2)
	switch {
	case part < whole:
		tenths = min(tenths, 999)
	}
	if part > 0 {
		tenths = max(tenths, 1)
	}
	if tenths%10 == 0 {
		return fmt.Sprintf("%d%%", tenths/10)
	}
	return fmt.Sprintf("%d,%d%%", tenths/10, tenths%10)
}

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

// lower gives a name a small first letter, for inside a sentence.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if strings.HasPrefix(s[n:], ".") {
		return s // initials
	}
	return string(unicode.ToLower(r)) + s[n:]
}

// enumerate joins parts as a sentence does: a, b và c.
func enumerate(parts []string) string {
	if len(parts) < 2 {
		return strings.Join(parts, "")
	}
	return strings.Join(parts[:len(parts)-1], ", ") + " và " + parts[len(parts)-1]
}

// Annex names an annex by its number: Phụ lục II.
func Annex(n int) string { return "Phụ lục " + [...]string{"", "I", "II", "III", "IV"}[n] }

// DocumentFile names the file of a report: bao-cao-2026-11.docx.
func DocumentFile(p report.Period) string { return "bao-cao-" + p.String() + ".docx" }

// UrgeFile names the file of the letter to those who have not reported.
func UrgeFile(p report.Period) string { return "cong-van-don-doc-" + p.String() + ".docx" }

// IntroductionFile names the file of a unit's letter.
func IntroductionFile(unit string, p report.Period) string {
	return "cong-van-gioi-thieu-" + unit + "-" + p.String() + ".docx"
}
