package texts

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// DigestTitle heads the digest of a period.
func DigestTitle(p report.Period) string { return "Tổng hợp " + Period(p) }

// BlockTitle heads the standings of one block.
func BlockTitle(block string, p report.Period) string {
	return Cap(BlockName(block)) + ", " + Period(p)
}

// BlockName names a block, also the one of the units that have none.
func BlockName(block string) string {
	if block == "" {
		return "Chưa xếp khối"
	}
	return block
}

// DigestAsOf says when the digest was drawn up and when the period is due.
func (o Office) DigestAsOf(at time.Time, deadline report.Date) string {
	return fmt.Sprintf("Đến %s. Hạn gửi: %s.", o.Moment(at), DayOfWeek(deadline))
}

// Figures lists how many units stand where. Every unit that has the duty is
// in exactly one of the lines. A nought is said only of what was to be sent, and
// was or was not.
func Figures(f report.Figures) string {
	if f.Duties == 0 && f.Exempt == 0 {
		return "Kỳ này chưa có đơn vị nào phải gửi."
	}
	lines := []string{
		fmt.Sprintf("Đơn vị phải gửi: %s", Number(f.Duties)),
		fmt.Sprintf("• Đúng hạn: %s%s", Number(f.OnTime), share(f.OnTime, f.Duties)),
	}
	counted := func(name string, n int) {
		if n > 0 {
			lines = append(lines, name+": "+Number(n))
		}
	}
	counted("• Muộn", f.Late)
	counted("• Gửi bù sau khi khóa sổ", f.MadeUp)
	counted("• Không phát sinh", f.Nil)
	lines = append(lines, "• Chưa gửi: "+missing(f, ""))
	counted("Tạm dừng", f.Exempt)
	return strings.Join(lines, "\n")
}

// DigestExamples says how many examples of which category came.
func DigestExamples(total int, by map[report.Category]int) string {
	if total == 0 {
		return "Chưa nhận được gương nào."
	}
	var parts []string
	for _, c := range report.Categories {
		if by[c] > 0 {
			parts = append(parts, fmt.Sprintf("%s %s", Number(by[c]), strings.ToLower(Category(c))))
		}
	}
	return fmt.Sprintf("Đã nhận %s gương: %s.", Number(total), strings.Join(parts, ", "))
}

// DigestWaiting says what waits for the agency and for the units; "" if
// nothing does.
func DigestWaiting(received, returned int) string {
	switch {
	case received > 0 && returned > 0:
		return fmt.Sprintf("Chờ xem xét: %s gương; chờ đơn vị bổ sung: %s.", Number(received), Number(returned))
	case received > 0:
		return fmt.Sprintf("Chờ xem xét: %s gương.", Number(received))
	case returned > 0:
		return fmt.Sprintf("Chờ đơn vị bổ sung: %s gương.", Number(returned))
	}
	return ""
}

// DigestCompared sets the figures beside those of the period before.
func DigestCompared(before report.Period, now, then report.Figures) string {
	return fmt.Sprintf("So với %s: đã gửi %s (kỳ trước %s), trong đó không phát sinh %s (kỳ trước %s); gương %s (kỳ trước %s).", Period(before),
		Number(now.Met()), Number(then.Met()), Number(now.Nil), Number(then.Nil), Number(now.Examples), Number(then.Examples))
}

// BlockLine is one block in the digest.
func BlockLine(b report.BlockFigures) string {
	line := fmt.Sprintf("• %s: đã gửi %s/%s", BlockName(b.Block), Number(b.Met()), Number(b.Duties))
	var rest []string
	if b.Nil > 0 {
		rest = append(rest, Number(b.Nil)+" không phát sinh")
	}
	if b.Missing > 0 {
		rest = append(rest, missing(b.Figures, "chưa gửi"))
	}
	if b.Exempt > 0 {
		rest = append(rest, Number(b.Exempt)+" tạm dừng")
	}
	if len(rest) > 0 {
		line += " (" + strings.Join(rest, "; ") + ")"
	}
	return line
}

// Kinds counts the examples by category, object and priority group.
func Kinds(sum report.Summary) string {
	var b strings.Builder
	b.WriteString("Theo loại:\n")
	for _, c := range report.Categories {
		fmt.Fprintf(&b, "• %s: %s\n", Category(c), Number(sum.ByCategory[c]))
	}
	b.WriteString("Theo đối tượng:\n")
	for _, o := range report.Objects {
		fmt.Fprintf(&b, "• %s: %s\n", Object(o), Number(sum.ByObject[o]))
	}
	b.WriteString("Theo nhóm ưu tiên:\n")
	none := true
	for _, g := range report.Groups {
		if sum.ByGroup[g] > 0 {
			fmt.Fprintf(&b, "• %s: %s\n", Group(g), Number(sum.ByGroup[g]))
			none = false
		}
	}
	if none {
		b.WriteString("• Chưa có\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// ExampleLine is one example in a list.
func ExampleLine(v privacy.View) string {
	return fmt.Sprintf("%s · %s · %s\n   %s (%s)", v.Number, Cut(v.Name, 40), cmp.Or(v.Unit.Code, v.Unit.Name), Cut(v.Title, 60), Review(v.Review))
}

// ExamplesNotShown counts the examples that a list leaves out of those that were
// introduced.
func ExamplesNotShown(n int) string {
	return fmt.Sprintf("… và %s gương chưa được tiếp nhận hoặc đã gỡ, không nêu ở đây", Number(n))
}

// ToWhole is the button that leads to all units that have not handed in.
func ToWhole(p report.Period) string { return "Xem đủ danh sách " + ShortPeriod(p) }

// Shown is an example as a leader may see it.
func Shown(v privacy.View) string {
	var b strings.Builder
	if v.Mark != "" {
		b.WriteString(v.Mark + "\n")
	}
	for _, s := range []Said{
		{"Đơn vị giới thiệu", v.Unit.Name}, {"Loại", Category(v.Category) + ", " + strings.ToLower(Object(v.Object))}, {"Tên", v.Name},
		{"Chức vụ, nghề nghiệp", v.Position}, {"Nơi ở/công tác", v.Place}, {"Tiêu đề", v.Title}, {"Việc làm", Cut(v.Summary, 1500)}, {"Kết quả", v.Results},
		{"Tác dụng, sức lan tỏa", v.Spread}, {"Thời gian", v.When}, {"Đã được khen", v.Honoured},
	} {
		if s.Value != "" {
			fmt.Fprintf(&b, "%s: %s\n", s.Field, s.Value)
		}
	}
	for _, line := range MoreStory(v) {
		b.WriteString(line + "\n")
	}
	return b.String() + "Kết quả xem xét: " + Review(v.Review) + "."
}

// GapLine is one unit that has not handed in. One that cannot be asked is named
// so.
func GapLine(g report.Gap) string {
	var more []string
	if g.Have > 0 {
		more = append(more, fmt.Sprintf("đã có %d/%d gương", g.Have, g.Need))
	}
	if word := ContactWord(g.Contact); word != "" {
		more = append(more, word)
	}
	if len(more) == 0 {
		return "• " + UnitName(g.Unit)
	}
	return "• " + UnitName(g.Unit) + ": " + strings.Join(more, ", ")
}

// UnitName names a unit with its code: Xã Dào San (PT042).
func UnitName(u report.Unit) string {
	return fmt.Sprintf("%s (%s)%s", Cut(u.Name, 60), u.Code, InTraining(u))
}

// SectionTitle heads one section of the digest.
func SectionTitle(section string, p report.Period) string {
	name := map[string]string{
		"gap":   "Đơn vị chưa gửi",
		"uncon": "Đơn vị chưa kết nối",
		"lost":  "Đơn vị mất liên lạc",
		"block": "Theo khối",
		"kind":  "Theo loại và đối tượng",
		"new":   "Gương đã nhận",
	}[section]
	return name + ", " + Period(p)
}

// SectionIntro explains a section where that is needed.
func SectionIntro(section string, f report.Figures) string {
	switch section {
	case "gap":
		return fmt.Sprintf("Chưa nhận được giới thiệu gương của %s:", missing(f, "đơn vị"))
	case "uncon":
		return "Chưa có đầu mối nào nhập mã mời nên chưa nhắc được. Các đơn vị này vẫn thuộc diện phải gửi; cần mời đầu mối."
	case "lost":
		return "Đầu mối không nhận được tin nhắn hoặc đã thôi nhiệm vụ nên chưa nhắc được. Các đơn vị này vẫn thuộc diện phải gửi; cần kết nối lại."
	}
	return ""
}

// SectionDue says below the introduction of a list of units that have not sent when
// that was, or is, to be.
func SectionDue(deadline report.Date) string { return "Hạn gửi: " + DayOfWeek(deadline) + "." }

// NothingListed says that a section is empty.
func NothingListed() string { return "Không có." }

// PageOf says which page of how many is shown.
func PageOf(page, pages int) string { return fmt.Sprintf("Trang %d/%d", page+1, pages) }

// SectionButton names the way into a section, with what it holds.
func SectionButton(section string, n int) string {
	switch section {
	case "gap":
		return fmt.Sprintf("Chưa gửi (%s)", Number(n))
	case "uncon":
		return fmt.Sprintf("Chưa kết nối (%s)", Number(n))
	case "lost":
		return fmt.Sprintf("Mất liên lạc (%s)", Number(n))
	case "new":
		return fmt.Sprintf("Gương đã nhận (%s)", Number(n))
	case "block":
		return "Theo khối"
	case "kind":
		return "Theo loại"
	}
	return "Tổng hợp"
}

// LeaderTitle heads what a leader gets.
func LeaderTitle(p report.Period) string { return "Tình hình " + Period(p) }

// LeaderFigures are the three numbers of a leader.
func (o Office) LeaderFigures(sum report.Summary) string {
	f := sum.Total
	return fmt.Sprintf("Đến %s:\n• Đã gửi: %s/%s đơn vị%s\n• Chưa gửi: %s\n• Gương được giới thiệu: %s",
		o.Moment(sum.At), Number(f.Met()), Number(f.Duties), share(f.Met(), f.Duties), missing(f, "đơn vị"), Number(f.Examples))
}

// LeaderNames opens the three names of a leader.
func LeaderNames() string { return "Gương đáng chú ý:" }

// LeaderName is one of them.
func LeaderName(v privacy.View) string {
	return fmt.Sprintf("• %s: %s", Cut(v.Name, 40), Cut(v.Title, 60))
}

// ToLeaderName is the button that opens it.
func ToLeaderName(v privacy.View) string { return "Xem " + Cut(v.Name, 30) }

// Labels of the digest's buttons.
const (
	LabelDetails = "Chi tiết"
	LabelBack    = "Quay lại"
	LabelFirst   = "«"
	LabelPrev    = "‹ Trước"
	LabelNext    = "Tiếp ›"
	LabelLast    = "»"
)
