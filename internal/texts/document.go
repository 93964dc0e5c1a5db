package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/report"
)

// The sentences of documents are those of an office: full, without address,
// dates and small numbers written as Decree 30/2020 and usage ask.

// threeKinds are introduced, in the words of the letter.
const threeKinds = "gương điển hình tiên tiến, gương người tốt việc tốt, mô hình mới"

// DocumentOpening begins the report, with the days from and to which its data
// reach.
func DocumentOpening(agency string, bases []LegalBasis, s report.Schedule) string {
	return basedOn(bases) + fmt.Sprintf("%s tổng hợp kết quả giới thiệu %s %s (số liệu %s) như sau:", agency, threeKinds, Period(s.Period), dataWindow(s))
}

// DocumentTitle names the report in the properties of its file.
func DocumentTitle(p report.Period) string {
	return "Báo cáo tổng hợp giới thiệu " + threeKinds + " " + Period(p)
}

// dataWindow names the days of a period's data: từ ngày 15 tháng 10 đến ngày 14
// tháng 11 năm 2026. The year stands once, if it is the same.
func dataWindow(s report.Schedule) string {
	from, to := LongDay(s.From), LongDay(s.Close)
	if s.From.Year == s.Close.Year {
		from = strings.TrimSuffix(from, " năm "+Year(s.From))
	}
	return fmt.Sprintf("từ %s đến %s", from, to)
}

// Annex names an annex by its number: Phụ lục II.
func Annex(n int) string { return "Phụ lục " + Roman(n) }

// Roman numbers the annexes and the parts of a document.
func Roman(n int) string {
	return [...]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}[n]
}
