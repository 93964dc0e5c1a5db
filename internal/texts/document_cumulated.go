package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/assess"
	"guongsang/internal/report"
)

// DocumentCumulated is part I of the report of half a year or a year: the months and
// quarters in it added up. Annex names the list of the units that have sent nothing;
// "" if there is none.
func (o Office) DocumentCumulated(c report.Cumulation, lastYear *report.Figures, annex string) []string {
	s, f := c.Schedule, c.Total
	if f.Duties == 0 {
		return []string{fmt.Sprintf("Đến %s, trong %s chưa có kỳ báo cáo nào đến hạn.", o.longMoment(c.At), Period(s.Period))}
	}
	all := []string{
		fmt.Sprintf("Trong %s có %s cơ quan, đơn vị có nhiệm vụ giới thiệu gương. Số liệu được cộng từ %s đã đến hạn, tính đến %s.",
			Period(s.Period), Count(c.Owing), partsDue(c.Parts), o.longMoment(c.At)),
		cumulatedDuties(f, annex),
	}
	if f.Met() == 0 {
		return append(all, cumulatedCompared(c, lastYear)...)
	}
	if n := f.Late + f.MadeUp + f.NilLate; n > 0 {
		all = append(all, fmt.Sprintf("Trong số đã gửi có %s lượt gửi sau thời hạn (%s).", Count(n), percent(n, f.Met())))
	} else {
		all = append(all, "Các lượt đã gửi đều đúng hạn.")
	}
	all = append(all, silentUnits(c, annex))
	return append(all, cumulatedCompared(c, lastYear)...)
}

// partsDue says which months and quarters are added up: 06 tháng và 02 quý.
func partsDue(parts []report.Part) string {
	months, quarters := 0, 0
	for _, p := range parts {
		switch {
		case p.Due && p.Period.Duty == report.Month:
			months++
		case p.Due:
			quarters++
		}
	}
	var counts []string
	if months > 0 {
		counts = append(counts, Count(months)+" tháng")
	}
	if quarters > 0 {
		counts = append(counts, Count(quarters)+" quý")
	}
	return enumerate(counts)
}

func cumulatedDuties(f report.Figures, annex string) string {
	s := fmt.Sprintf("Cộng các kỳ có %s lượt phải gửi báo cáo; ", Count(f.Duties))
	if f.Met() == 0 {
		return s + "chưa có đơn vị nào gửi báo cáo" + listedIn(annex) + "."
	}
	s += fmt.Sprintf("đã gửi %s lượt, đạt %s", Count(f.Met()), percent(f.Met(), f.Duties))
	var parts []string
	if n := f.Introduced(); n > 0 {
		parts = append(parts, Count(n)+" lượt giới thiệu gương")
	}
	if f.Nil > 0 {
		parts = append(parts, Count(f.Nil)+" lượt báo cáo không phát sinh")
	}
	if len(parts) > 0 {
		s += ", gồm " + enumerate(parts)
	}
	if f.Missing > 0 {
		s += fmt.Sprintf("; còn %s lượt chưa gửi", Count(f.Missing))
	}
	return s + "."
}

func silentUnits(c report.Cumulation, annex string) string {
	n := len(c.Gaps)
	if n == 0 {
		return "Đơn vị nào cũng đã gửi báo cáo ít nhất một kỳ."
	}
	return fmt.Sprintf("Có %s đơn vị chưa gửi báo cáo kỳ nào%s.", Count(n), listedIn(annex))
}

// cumulatedCompared sets the figures beside those of the year before, and those of
// half a year beside the half before. Before its end they are those of the parts that
// are due, in both years. Where nobody sent in either there is nothing to compare.
func cumulatedCompared(c report.Cumulation, lastYear *report.Figures) (all []string) {
	p := c.Schedule.Period
	say := func(than string, then *report.Figures) {
		if then == nil || then.Duties == 0 || then.Met()+c.Total.Met() == 0 {
			return
		}
		now, before := assess.Share{N: c.Total.Met(), Of: c.Total.Duties}, assess.Share{N: then.Met(), Of: then.Duties}
		all = append(all, fmt.Sprintf("So với %s, tỷ lệ gửi báo cáo %s; số gương được giới thiệu %s.", than, rateChanged(now, before), changed(c.ExamplesDue, then.Examples, "gương")))
	}
	if p.Duty == report.Half {
		say(Period(p.Add(-1)), c.Before)
	}
	if c.Unfinished {
		say(fmt.Sprintf("cùng kỳ năm %d (%s đã đến hạn)", p.LastYear().Year, partsDue(c.Parts)), lastYear)
	} else {
		say(Period(p.LastYear()), lastYear)
	}
	return all
}

// rateChanged says how a rate moved: tăng 4,5 điểm phần trăm (từ 62,2% lên 66,7%).
func rateChanged(now, then assess.Share) string {
	switch moved := now.Tenths() - then.Tenths(); {
	case moved > 0:
		return fmt.Sprintf("tăng %s (từ %s lên %s)", points(now, then), shareIn(then), shareIn(now))
	case moved < 0:
		return fmt.Sprintf("giảm %s (từ %s xuống %s)", points(now, then), shareIn(then), shareIn(now))
	}
	return fmt.Sprintf("không thay đổi (%s)", shareIn(now))
}

// DocumentCumulatedResults is part II: what was introduced, each example counted once.
func DocumentCumulatedResults(c report.Cumulation, b report.Balance) []string {
	n := c.Total.Examples
	if n == 0 {
		return []string{fmt.Sprintf("Trong %s chưa có gương nào được giới thiệu.", Period(c.Schedule.Period))}
	}
	all := []string{
		fmt.Sprintf("Lũy kế %s, các đơn vị đã giới thiệu %s gương (gương được chọn cho cả tháng và quý chỉ tính một lần), %s.", Period(c.Schedule.Period), Count(n), ofKinds(c.ByCategory, n)),
		documentObjects(c.Summary),
	}
	for _, s := range []string{documentFields(b), documentGroups(c.Summary), documentReviews(c.Summary)} {
		if s != "" {
			all = append(all, s)
		}
	}
	return all
}

// DocumentCumulatedBalance is DocumentBalance of half a year or a year.
func DocumentCumulatedBalance(p report.Period, b report.Balance) []string {
	if b.Total == 0 {
		return nil
	}
	idle := fmt.Sprintf("Trong %s, lĩnh vực nào cũng có gương được giới thiệu.", Period(p))
	if len(b.Idle) > 0 {
		idle = fmt.Sprintf("Trong %s chưa có gương nào thuộc %s.", Period(p), fieldNames(b.Idle))
	}
	return append(documentShares(b), idle)
}

// DocumentBlocks leads to the table of the blocks.
func DocumentBlocks(p report.Period) string {
	if p.Duty.Owed() {
		return "Kết quả cụ thể của các khối thi đua như sau:"
	}
	return "Kết quả cộng các kỳ của các khối thi đua như sau (phải gửi, giới thiệu, không phát sinh, chưa gửi tính theo lượt):"
}

// NoneYet stands for a number that does not count yet.
func NoneYet() string { return "-" }

// DocumentRow names a month or quarter in a table: Tháng 01, Quý I.
func DocumentRow(p report.Part) string {
	name, _, _ := strings.Cut(Period(p.Period), " năm ")
	if !p.Due {
		name += " (chưa đến hạn)"
	}
	return Cap(name)
}
