package texts

import (
	"fmt"

	"guongsang/internal/report"
)

// The sentences of documents are those of an office: full, without address,
// dates and small numbers written as Decree 30/2020 and usage ask.

// threeKinds are introduced, in the words of the letter.
const threeKinds = "gương điển hình tiên tiến, gương người tốt việc tốt, mô hình mới"

// DocumentOpening begins the report.
func DocumentOpening(agency string, bases []LegalBasis, p report.Period) string {
	return basedOn(bases) + fmt.Sprintf("%s tổng hợp kết quả giới thiệu %s %s như sau:", agency, threeKinds, Period(p))
}

// Annex names an annex by its number: Phụ lục II.
func Annex(n int) string { return "Phụ lục " + [...]string{"", "I", "II", "III", "IV"}[n] }
