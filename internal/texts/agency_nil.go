package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/report"
)

// Labels of recording that several units have nothing.
const (
	ToNilUnits  = "Nhiều đơn vị không phát sinh"
	ToTickUnits = "Chọn từ danh sách chưa gửi"
	ToNilPeriod = "Đổi kỳ"
	ToAddNames  = "Quay lại danh sách"
)

// NilUnits is what is asked before that is recorded of several units.
type NilUnits struct {
	Period   report.Period
	Channel  string // "" if it is to be chosen
	Day      report.Date
	Ready    []report.Unit
	Reported []UnitFiled     // left out: they reported something
	NotOwing []report.Unit   // left out: nothing is owed for the period
	Unknown  []string        // names that no unit has
	Unclear  []UnclearName   // names of several
	More     []report.Period // that are asked about next
}

// A UnitFiled is a unit with what it filed.
type UnitFiled struct {
	Unit  report.Unit
	Filed []report.Filing
}

// An UnclearName is a name that may be of several units.
type UnclearName struct {
	Name  string
	Units int
}

// listedUnits is how many units are named of each sort.
const listedUnits = 12

// NilsNotOf says of which units it is not recorded, as they are said to have
// something.
func NilsNotOf(names []string) string {
	var quoted []string
	for _, name := range names {
		quoted = append(quoted, "“"+Cut(name, 60)+"”")
	}
	return strings.TrimSpace("Không đưa vào danh sách không phát sinh, vì tin ghi là có gương:" + listOf("", quoted))
}

// AskNilUnits asks whether it is to be recorded, and says of whom it is not.
func AskNilUnits(n NilUnits, today report.Date) string {
	var b strings.Builder
	switch {
	case len(n.Ready) == 0:
		fmt.Fprintf(&b, "Không phát sinh %s: chưa có đơn vị nào để ghi nhận.", Period(n.Period))
	case n.Channel == "":
		fmt.Fprintf(&b, "Ghi nhận không phát sinh %s, %s, thay cho %d đơn vị? Chọn hình thức nhận trước.", Period(n.Period), receivedOn(n.Day, today), len(n.Ready))
	default:
		fmt.Fprintf(&b, "Ghi nhận không phát sinh %s, qua %s, %s, thay cho %d đơn vị?", Period(n.Period), Channel(n.Channel), receivedOn(n.Day, today), len(n.Ready))
	}
	var ready, owing, filed []string
	for _, u := range n.Ready {
		ready = append(ready, UnitName(u))
	}
	for _, u := range n.NotOwing {
		owing = append(owing, UnitName(u))
	}
	for _, r := range n.Reported {
		filed = append(filed, UnitName(r.Unit)+": "+filedBrief(r.Filed))
	}
	b.WriteString(listOf("", ready))
	b.WriteString(listOf("\nKhông ghi, vì đã có báo cáo:", filed))
	b.WriteString(listOf("\nKhông ghi, vì kỳ này không phải báo:", owing))
	var unclear []string
	for _, c := range n.Unclear {
		unclear = append(unclear, fmt.Sprintf("“%s”: %d đơn vị, chọn bên dưới hoặc nhập mã", Cut(c.Name, 60), c.Units))
	}
	b.WriteString(listOf("\nChưa rõ là đơn vị nào:", unclear))
	var unknown []string
	for _, name := range n.Unknown {
		unknown = append(unknown, "“"+Cut(name, 60)+"”")
	}
	b.WriteString(listOf("\nKhông tìm thấy:", unknown))
	if len(n.More) > 0 {
		var more []string
		for _, p := range n.More {
			more = append(more, ShortPeriod(p))
		}
		fmt.Fprintf(&b, "\n\nGhi nhận xong, tôi hỏi tiếp: %s.", strings.Join(more, ", "))
	}
	b.WriteString("\n\nNhập thêm tên hoặc mã đơn vị nếu còn thiếu.")
	return b.String()
}

// listOf is a list under a head, as far as a screen holds it.
func listOf(head string, lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	text := ""
	if head != "" {
		text = "\n" + head
	}
	for _, line := range lines[:min(listedUnits, len(lines))] {
		text += "\n• " + line
	}
	if more := len(lines) - listedUnits; more > 0 {
		text += fmt.Sprintf("\n… và %d đơn vị khác", more)
	}
	return text
}

// filedBrief says in a few words what was filed.
func filedBrief(filed []report.Filing) string {
	var said []string
	for _, f := range filed[:min(3, len(filed))] {
		what := f.Example
		if f.Nil() {
			what = "không phát sinh"
		}
		said = append(said, ShortPeriod(f.Period)+" "+what)
	}
	return strings.Join(said, "; ")
}

// ToFileNils is the label that records it.
func ToFileNils(n int) string { return fmt.Sprintf("Ghi nhận %d đơn vị", n) }

// ToTicked is the label that goes on with the units that were ticked.
func ToTicked(n int) string { return fmt.Sprintf("Xong (%d)", n) }

// TickUnits asks for the units that have nothing.
func TickUnits(p report.Period, pending int) string {
	if pending == 0 {
		return fmt.Sprintf("Không còn đơn vị nào chưa gửi %s.", Period(p))
	}
	return fmt.Sprintf("Đơn vị nào không phát sinh %s? Đang có %d đơn vị chưa gửi; bấm để chọn hoặc bỏ chọn.", Period(p), pending)
}

// AskNilPeriod asks for which period.
func AskNilPeriod() string { return "Không phát sinh cho kỳ nào?" }

// NilsTooMany refuses a list that is too long for one time.
func NilsTooMany(most, n int) string {
	return fmt.Sprintf("Mỗi lần ghi nhận tối đa %d đơn vị; danh sách này có %d. Vui lòng chia thành nhiều lần.", most, n)
}

// NilsFiled says of which units it was recorded. Each can be taken back.
func NilsFiled(p report.Period, units []report.Unit, more int) string {
	var lines []string
	for _, u := range units {
		lines = append(lines, UnitName(u))
	}
	text := fmt.Sprintf("Đã ghi nhận không phát sinh %s thay cho %d đơn vị:", Period(p), len(units)+more)
	if len(units) == 0 {
		text = fmt.Sprintf("Không còn ghi nhận nào không phát sinh %s.", Period(p))
	}
	return text + listOf("", lines) + "\nĐơn vị nào ghi nhầm, bấm nút để hoàn tác."
}

// ToUndoNilOf is the label that takes that of one unit back.
func ToUndoNilOf(u report.Unit) string { return "Hoàn tác: " + UnitButton(u) }

// NilUndoneFor says that it was taken back on behalf of a unit.
func NilUndoneFor(unit string, p report.Period) string {
	return fmt.Sprintf("Đã hoàn tác: %s chưa có báo cáo không phát sinh %s.", unit, Period(p))
}
