package texts

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// Labels around units and their people.
const (
	LabelUnconnected = "Đơn vị chưa có đầu mối"
	LabelExport      = "Xuất danh sách"
	LabelTemplate    = "Mẫu danh sách"
	LabelInvite      = "Mời người"
	LabelPauseUnit   = "Tạm dừng"
	LabelExtendUnit  = "Gia hạn"
	LabelHandOver    = "Bàn giao"
)

// UnitsMenu opens the work with units.
func UnitsMenu() string {
	return "Nhập mã hoặc một phần tên đơn vị để xem. Để cập nhật danh sách, gửi tệp CSV hoặc Excel vào đây; tôi cho xem thay đổi trước khi áp dụng."
}

// UnitCard describes a unit: what it owes, how it stands and stood, and its people.
func (o Office) UnitCard(u report.Unit, standings, strip, people []string) string {
	lines := []string{"Mã: " + u.Code}
	if u.Kind != "" {
		lines = append(lines, "Loại: "+u.Kind)
	}
	lines = append(lines, "Khối: "+BlockName(u.Block), "Nghĩa vụ: "+Duties(u))
	if !u.ActiveTo.IsZero() {
		lines = append(lines, "Hoạt động đến: "+Day(u.ActiveTo))
	}
	if heirs := u.Heirs(); len(heirs) > 0 {
		lines = append(lines, "Kế thừa: "+strings.Join(heirs, ", "))
	}
	if former := u.FormerNames(); len(former) > 0 {
		lines = append(lines, "Tên cũ: "+Cut(strings.Join(former, "; "), 120))
	}
	if !u.Training.IsZero() {
		lines = append(lines, "Tập huấn từ "+Day(u.Training)+", không tính vào số liệu")
	}
	lines = append(lines, standings...)
	if len(strip) > 0 {
		lines = append(append(lines, ""), strip...)
	}
	lines = append(lines, "", "Người phụ trách:")
	if len(people) == 0 {
		lines = append(lines, "• Chưa có đầu mối.")
	}
	return strings.Join(append(lines, people...), "\n")
}

// Duties says what a unit owes.
func Duties(u report.Unit) string {
	switch {
	case u.Month && u.Quarter:
		return "hằng tháng, hằng quý"
	case u.Month:
		return "hằng tháng"
	case u.Quarter:
		return "hằng quý"
	}
	return "không có"
}

// StandingLine is how a unit stands in a period.
func StandingLine(st report.Standing, deadline report.Date) string {
	line := fmt.Sprintf("%s: %s", Cap(ShortPeriod(st.Period)), State(st.State))
	if st.State == report.Pending {
		line += ", hạn " + Day(deadline)
	}
	if st.Waiting {
		line += ", chờ bổ sung"
	}
	return line
}

// PersonLine is one of the people of a unit.
func (o Office) PersonLine(m report.Member, p report.Post) string {
	line := fmt.Sprintf("• %s: %s, từ %s", Person(m.Name), PostShort(p), Day(report.DateOf(p.Since.In(o.Zone))))
	if m.Phone != "" {
		line += ", " + SpokenPhone(m.Phone)
	}
	if !m.Reachable() {
		line += " (mất liên lạc)"
	}
	return line
}

// LabelEditPerson changes the name and phone of somebody.
func LabelEditPerson(name string) string { return "Sửa tên, số của " + Cut(Person(name), 24) }

// A Mark is how a unit stood in a period.
type Mark struct {
	Period report.Period
	State  report.State
}

// Strip sets marks of periods of one duty in lines of six, oldest first, with the
// letters of the board (StateMark): they fit a phone of five inches.
func Strip(marks []Mark) (lines []string) {
	for row := range slices.Chunk(marks, 6) {
		var cells []string
		for _, m := range row {
			cells = append(cells, fmt.Sprintf("%s %s", periodMark(m.Period), stripMark(m.State)))
		}
		lines = append(lines, strings.Join(cells, " · "))
	}
	if n := len(marks); n > 0 {
		lines[0] = stripHead(marks[0].Period, marks[n-1].Period) + "\n" + lines[0]
	}
	return lines
}

func stripHead(first, last report.Period) string {
	return fmt.Sprintf("%s đến %s:", Cap(ShortPeriod(first)), ShortPeriod(last))
}

// periodMark names a period of a strip, whose head has the years.
func periodMark(p report.Period) string {
	if p.Duty == report.Quarter {
		return "Q" + strconv.Itoa(p.Number)
	}
	return "T" + strconv.Itoa(p.Number)
}

func stripMark(s report.State) string {
	if s == report.NotDue {
		return "–"
	}
	return StateMark(s, report.Reachable)
}

// StripLegend explains the marks that there are.
func StripLegend(states map[report.State]bool) string {
	var parts []string
	for _, s := range []report.State{report.OnTime, report.Late, report.MadeUp, report.NilFiled, report.Pending, report.Exempt, report.NotDue} {
		if states[s] {
			parts = append(parts, stripMark(s)+": "+State(s))
		}
	}
	return strings.Join(parts, "; ") + "."
}

// PostShort names a post where its place is known.
func PostShort(p report.Post) string {
	switch {
	case p.Role == report.Focal && p.Deputy:
		return "đầu mối dự phòng"
	case p.Role == report.Focal:
		return "đầu mối chính"
	case p.Role == report.BlockHead:
		return headOfBlock(p.Block)
	}
	return Role(p.Role)
}

// headOfBlock names the post without saying "khối" twice.
func headOfBlock(block string) string {
	if strings.HasPrefix(letters.Fold(block), "khoi") {
		return "trưởng " + block
	}
	return "trưởng khối " + BlockName(block)
}

// LabelRemovePerson asks to take somebody out of a post.
func LabelRemovePerson(name string, p report.Post) string {
	return fmt.Sprintf("Gỡ %s (%s)", Cut(Person(name), 24), PostShort(p))
}

// ConfirmRemove asks once more.
func ConfirmRemove(name, post string) string {
	return fmt.Sprintf("Gỡ %s khỏi vai trò %s? Người này sẽ không gửi được và không nhận tin nhắc với vai trò đó nữa; những gì đã gửi vẫn giữ nguyên.", Person(name), post)
}

// Removed confirms it.
func Removed(name, post string) string {
	return fmt.Sprintf("Đã gỡ %s khỏi vai trò %s.", Person(name), post)
}

// YouAreRemoved tells who was removed.
func (o Office) YouAreRemoved(post string) string {
	return fmt.Sprintf("Cảm ơn %s thời gian qua. Từ hôm nay %s thôi làm %s. Nếu nhầm, xin liên hệ %s.", o.You, o.You, post, o.Contact)
}

// NoFocalLeft tells the agency that a unit has nobody any more.
func NoFocalLeft(unit string) string {
	return fmt.Sprintf("%s hiện không còn đầu mối. Có thể mời người mới bằng nút bên dưới.", unit)
}

// LastAdmin refuses to remove the last admin.
func LastAdmin() string {
	return "Đây là quản trị cuối cùng. Vui lòng mời một quản trị khác trước khi gỡ."
}

// HandoverMade says that the code of a successor is in the next message.
func HandoverMade(unit string) string {
	return fmt.Sprintf("Đã tạo mã bàn giao của %s ở tin nhắn ngay dưới. Vui lòng chuyển tiếp tin đó cho người nhận.", unit)
}

// AskWhichUnit asks a member who serves several.
func AskWhichUnit() string { return "Cho đơn vị nào?" }

// ConfirmLeave asks once more before a focal point leaves.
func ConfirmLeave(unit string, alone bool) string {
	s := fmt.Sprintf("Thôi làm đầu mối của %s?", unit)
	if alone {
		s += " Khi đó đơn vị không còn đầu mối nào; nên bàn giao trước: bấm Thôi, rồi nhắn Bàn giao."
	}
	return s
}

// LabelLeave confirms it.
const LabelLeave = "Kết thúc vai trò"

// UnconnectedTitle heads the list of units without a focal point.
func UnconnectedTitle(n int) string {
	return fmt.Sprintf("Đơn vị chưa có đầu mối: %s", Number(n))
}

// UnconnectedIntro explains it.
func UnconnectedIntro() string {
	return "Chưa có ai nhập mã mời, hoặc đầu mối đã thôi nhiệm vụ, nên chưa nhắc được các đơn vị này. Vui lòng mời theo danh sách."
}

// ListedUnit is a unit in a list with bullets.
func ListedUnit(u report.Unit) string { return "• " + UnitName(u) }

// AdminTitle heads it.
func AdminTitle() string { return "Quản trị" }

// AgencyPeople heads the people of the agency.
func AgencyPeople() string { return "Người của cơ quan thường trực:" }
