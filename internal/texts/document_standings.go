package texts

import (
	"fmt"
	"strings"
	"time"

	"guongsang/internal/report"
)

// DocumentStandings is part I of the report: who has reported, when, and
// beside the period before. Annex names the list of those who have not; "" if
// there is none.
func (o Office) DocumentStandings(sum report.Summary, annex string) []string {
	f := sum.Total
	if f.Duties == 0 {
		return []string{fmt.Sprintf("Trong %s không có cơ quan, đơn vị nào có nhiệm vụ giới thiệu gương%s.", Period(sum.Schedule.Period), exemptNote(f))}
	}
	said := []string{o.documentDuties(sum), documentTimes(sum), documentGaps(f, annex)}
	if f.Met() == 0 {
		said = []string{o.documentNobody(sum, annex)}
	}
	if compared := o.documentCompared(sum); compared != "" {
		said = append(said, compared)
	}
	return said
}

func exemptNote(f report.Figures) string {
	if f.Exempt == 0 {
		return ""
	}
	return fmt.Sprintf(" (không tính %s đơn vị được tạm dừng)", Count(f.Exempt))
}

func (o Office) documentDuties(sum report.Summary) string {
	f := sum.Total
	s := fmt.Sprintf("Trong %s có %s cơ quan, đơn vị có nhiệm vụ giới thiệu gương%s. Đến %s, ",
		Period(sum.Schedule.Period), Count(f.Duties), exemptNote(f), o.longMoment(sum.At))
	switch {
	case f.Met() == f.Duties:
		s += fmt.Sprintf("toàn bộ %s đơn vị đã gửi báo cáo, đạt 100%%", Count(f.Met()))
	default:
		s += fmt.Sprintf("%s đơn vị đã gửi báo cáo, đạt %s", Count(f.Met()), percent(f.Met(), f.Duties))
	}
	switch {
	case f.Met() == 1 && f.Nil == 0:
		s += "; đơn vị này có gương giới thiệu."
	case f.Met() == 1:
		s += "; đơn vị này báo cáo không phát sinh."
	case f.Nil == 0:
		s += "; các đơn vị đã gửi đều có gương giới thiệu."
	case f.Introduced() == 0:
		s += "; các đơn vị đã gửi đều báo cáo không phát sinh."
	default:
		s += fmt.Sprintf(", gồm %s đơn vị giới thiệu gương và %s đơn vị báo cáo không phát sinh.", Count(f.Introduced()), Count(f.Nil))
	}
	if f.Waiting > 0 {
		s += fmt.Sprintf(" Trong số đã gửi, %s đơn vị đang bổ sung nội dung theo đề nghị của cơ quan thường trực.", Count(f.Waiting))
	}
	return s
}

// documentNobody says all of a period of which nobody has sent anything.
func (o Office) documentNobody(sum report.Summary, annex string) string {
	f := sum.Total
	apart, all := "", "; các đơn vị đều "
	if f.Missing == 1 {
		all = "; đơn vị này "
	}
	switch {
	case f.Asked() == f.Missing:
	case f.Missing == f.Unconnected:
		apart = all + "chưa kết nối kênh tiếp nhận"
	case f.Missing == f.Unreachable:
		apart = all + "mất liên lạc"
	default:
		apart = "; trong số này có " + apartInDocuments(f)
	}
	return fmt.Sprintf("Trong %s có %s cơ quan, đơn vị có nhiệm vụ giới thiệu gương%s; thời hạn gửi báo cáo là %s. Đến %s, chưa có đơn vị nào gửi báo cáo%s%s.",
		Period(sum.Schedule.Period), Count(f.Duties), exemptNote(f), LongDay(sum.Schedule.Deadline), o.longMoment(sum.At), apart, listedIn(annex))
}

// listedIn leads to an annex, if there is one.
func listedIn(annex string) string {
	if annex == "" {
		return ""
	}
	return " (danh sách tại " + annex + ")"
}

// documentTimes says when they sent; the numbers add up to those who have.
func documentTimes(sum report.Summary) string {
	f := sum.Total
	s := fmt.Sprintf("Thời hạn gửi báo cáo là %s.", LongDay(sum.Schedule.Deadline))
	if f.Met() == f.OnTime+f.Nil-f.NilLate {
		if f.Met() == 1 {
			return s + " Đơn vị đã gửi đúng hạn."
		}
		return s + " Các đơn vị đã gửi đều đúng hạn."
	}
	var parts []string
	for _, part := range []struct {
		n   int
		say string
	}{
		{f.OnTime, "%s đơn vị giới thiệu gương đúng hạn"}, {f.Late, "%s đơn vị gửi muộn"}, {f.MadeUp, "%s đơn vị gửi bù sau khi khóa sổ"},
		{f.Nil, "%s đơn vị báo cáo không phát sinh" + lateNils(f)},
	} {
		if part.n > 0 {
			parts = append(parts, fmt.Sprintf(part.say, Count(part.n)))
		}
	}
	if f.Met() == 1 {
		return s + " Có " + enumerate(parts) + "."
	}
	return s + " Trong số các đơn vị đã gửi, có " + enumerate(parts) + "."
}

// lateNils says which of those that had nothing to introduce said so late.
func lateNils(f report.Figures) string {
	switch f.NilLate {
	case 0:
		return ""
	case f.Nil:
		return " sau hạn"
	}
	return fmt.Sprintf(" (trong đó %s sau hạn)", Count(f.NilLate))
}

func documentGaps(f report.Figures, annex string) string {
	if f.Missing == 0 {
		return "Không còn đơn vị nào chưa gửi báo cáo."
	}
	return fmt.Sprintf("Còn %s đơn vị chưa gửi báo cáo%s%s.", Count(f.Missing), apartOf(f), listedIn(annex))
}

// apartOf says which of the missing cannot be asked, behind their number.
func apartOf(f report.Figures) string {
	switch {
	case f.Asked() == f.Missing:
		return ""
	case f.Missing == f.Unconnected:
		return ", đều chưa kết nối kênh tiếp nhận"
	case f.Missing == f.Unreachable:
		return ", đều mất liên lạc"
	}
	return ", trong đó " + apartInDocuments(f)
}

// documentCompared sets the figures beside those of the period before; nothing
// if it has none, or nobody sent in either. Before the deadline has passed there is
// nothing to compare.
func (o Office) documentCompared(sum report.Summary) string {
	if sum.Before == nil || sum.Before.Duties == 0 || !sum.Schedule.Deadline.Before(report.DateOf(sum.At.In(o.Zone))) {
		return ""
	}
	before := Period(sum.Schedule.Period.Add(-1))
	now, then := sum.Total, *sum.Before
	if now.Met()+then.Met() == 0 {
		return ""
	}
	s := fmt.Sprintf("So với %s, số đơn vị đã gửi báo cáo %s", before, changed(now.Met(), then.Met(), "đơn vị"))
	if now.Duties != then.Duties {
		s += fmt.Sprintf(", tỷ lệ gửi đạt %s so với %s", percent(now.Met(), now.Duties), percent(then.Met(), then.Duties))
	}
	return s + fmt.Sprintf("; số gương được giới thiệu %s.", changed(now.Examples, then.Examples, "gương"))
}

// changed says how a number moved: tăng 03 đơn vị (từ 55 lên 58 đơn vị).
func changed(now, then int, unit string) string {
	switch {
	case now > then:
		return fmt.Sprintf("tăng %s %s (từ %s lên %s)", Count(now-then), unit, Count(then), Count(now))
	case now < then:
		return fmt.Sprintf("giảm %s %s (từ %s xuống %s)", Count(then-now), unit, Count(then), Count(now))
	case now == 0:
		return "không thay đổi (đều chưa có)"
	}
	return fmt.Sprintf("không thay đổi (%s %s)", Count(now), unit)
}

// DocumentBlock names a block in a table.
func DocumentBlock(name string) string { return Cap(BlockName(name)) }

// DocumentGap says in one list of all where a unit stands that has not reported.
func DocumentGap(g report.Gap) string {
	if remark := DocumentGapNote(g); remark != "" {
		return remark
	}
	return "Chưa gửi"
}

// DocumentGapNote says of a unit that has not reported what this alone does not
// say: that it cannot be asked, or has sent a part; "" otherwise.
func DocumentGapNote(g report.Gap) string {
	if g.Contact != report.Reachable {
		return Cap(ContactWord(g.Contact))
	}
	return Cap(partOf(g))
}

// DocumentPart stands behind the name of a unit that has sent a part of what it
// owes.
func DocumentPart(g report.Gap) string {
	if part := partOf(g); part != "" {
		return " (" + part + ")"
	}
	return ""
}

func partOf(g report.Gap) string {
	if g.Have == 0 {
		return ""
	}
	return fmt.Sprintf("đã gửi %s/%s gương", Count(g.Have), Count(g.Need))
}

// DocumentReminded says when a unit was last reminded; at is zero if it never was.
func (o Office) DocumentReminded(at time.Time) string {
	if at.IsZero() {
		return "Chưa có"
	}
	return Day(report.DateOf(at.In(o.Zone)))
}

// DocumentGaps heads a part of the list of units that have not reported.
func DocumentGaps(c report.Contact, n int) string {
	what := map[report.Contact]string{
		report.Reachable: "Đã kết nối kênh tiếp nhận", report.Unconnected: "Chưa kết nối kênh tiếp nhận", report.Unreachable: "Mất liên lạc",
	}[c]
	return fmt.Sprintf("%s: %s đơn vị", what, Count(n))
}

// DocumentProposals is what the report proposes to the council.
func DocumentProposals(council, agency string, sum report.Summary, notable int, annex string) []string {
	var all []string
	propose := func(format string, args ...any) {
		all = append(all, "Đề nghị "+council+" "+fmt.Sprintf(format, args...))
		council = shortCouncil(council) // named once in full
	}
	if notable > 0 {
		propose("xem xét, chỉ đạo tuyên truyền các gương tiêu biểu nêu tại mục III trên hệ thống truyền thanh, trang thông tin điện tử và trong sinh hoạt của các cơ quan, đơn vị.")
		propose("xem xét, đề xuất cấp có thẩm quyền biểu dương, khen thưởng những gương có thành tích nổi bật, có sức lan tỏa; quan tâm tập thể nhỏ, công nhân, nông dân, người lao động trực tiếp, cơ sở, vùng sâu, vùng xa, vùng biên giới và vùng dân tộc thiểu số.")
	}
	if n := sum.Total.Missing; n > 0 {
		if p := sum.Schedule.Period; p.Duty.Owed() {
			propose("chỉ đạo %s đơn vị chưa gửi báo cáo (%s) giới thiệu gương, hoặc báo cáo không phát sinh nếu trong kỳ không có gương để giới thiệu.", Count(n), annex)
		} else {
			propose("chỉ đạo %s đơn vị chưa gửi báo cáo kỳ nào trong %s (%s) chấp hành chế độ giới thiệu gương định kỳ.", Count(n), Period(p), annex)
		}
	}
	if units := apartInDocuments(sum.Total); units != "" {
		propose("chỉ đạo %s (%s) cử cán bộ đầu mối và kết nối với kênh tiếp nhận của %s.", units, annex, agency)
	}
	return all
}

// shortCouncil is a council that was named before.
func shortCouncil(name string) string {
	const short = "Hội đồng"
	if strings.HasPrefix(name, short+" ") {
		return short
	}
	return name
}

// fieldNames names one field of work, or several as a list.
func fieldNames(all []report.Field) string {
	var names []string
	for _, f := range all {
		names = append(names, lower(Field(f)))
	}
	if len(names) == 1 {
		return "lĩnh vực " + names[0]
	}
	return "các lĩnh vực: " + strings.Join(names, "; ")
}
