package texts

import (
	"fmt"
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

// UnitCard describes a unit and its people.
func (o Office) UnitCard(u report.Unit, standings []string, people []string) string {
	lines := []string{"Mã: " + u.Code}
	if u.Kind != "" {
		lines = append(lines, "Loại: "+u.Kind)
	}
	lines = append(lines, "Khối: "+BlockName(u.Block), "Nghĩa vụ: "+Duties(u))
	if !u.ActiveTo.IsZero() {
		lines = append(lines, "Hoạt động đến: "+Day(u.ActiveTo))
	}
	lines = append(lines, standings...)
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
	if !m.Reachable() {
		line += " (mất liên lạc)"
	}
	return line
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
