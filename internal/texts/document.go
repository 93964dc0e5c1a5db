package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/report"
	"guongsang/internal/vietnamese"
)

// The sentences of documents are those of an office: full, without address,
// dates and small numbers written as Decree 30/2020 and usage ask.

// threeKinds are introduced, in the words of the letter.
const threeKinds = "gương điển hình tiên tiến, gương người tốt việc tốt, mô hình mới"

// DocumentOpening begins the report of a day, with the days from and to which its
// data reach.
func DocumentOpening(agency string, bases []LegalBasis, s report.Schedule, today report.Date) string {
	return basedOn(bases) + fmt.Sprintf("%s tổng hợp kết quả giới thiệu %s %s%s như sau:", agency, threeKinds, Period(s.Period), dataWindow(s, today))
}

// DocumentTitle names the report in the properties of its file.
func DocumentTitle(p report.Period) string {
	return "Báo cáo tổng hợp giới thiệu " + threeKinds + " " + Period(p)
}

// dataWindow names the days of a period's data: (số liệu từ ngày 15 tháng 10 đến ngày
// 14 tháng 11 năm 2026). The year stands once, if it is the same. Of a period that is not
// over there is nothing behind today, of one that has not begun nothing at all.
func dataWindow(s report.Schedule, today report.Date) string {
	last := s.DataTo(today)
	if last.Before(s.From) {
		return ""
	}
	from, to := LongDay(s.From), LongDay(last)
	if s.From.Year == last.Year {
		from = strings.TrimSuffix(from, " năm "+Year(s.From))
	}
	return fmt.Sprintf(" (số liệu từ %s đến %s)", from, to)
}

// Annex names an annex by its number: Phụ lục II.
func Annex(n int) string { return "Phụ lục " + vietnamese.Roman(n) }
