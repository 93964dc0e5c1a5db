package texts

import (
	"fmt"
	"time"

	"guongsang/internal/invite"
	"guongsang/internal/report"
)

// Labels around invites.
const (
	LabelInviteUnit    = "Một đơn vị"
	LabelInviteBlock   = "Một khối"
	LabelInviteOpen    = "Mã chưa dùng"
	LabelInviteOfficer = "Chuyên viên"
	LabelInviteLeader  = "Lãnh đạo"
	LabelInviteAdmin   = "Quản trị"
	LabelFirstFocal    = "Đầu mối chính"
	LabelDeputyFocal   = "Đầu mối dự phòng"
	LabelHead          = "Thủ trưởng đơn vị"
	LabelBlockHead     = "Trưởng khối"
	LabelMakeSheet     = "Tạo danh sách mã"
)

// InviteMenu asks whom to invite.
func InviteMenu() string {
	days := int(invite.Life / (24 * time.Hour))
	return fmt.Sprintf("Mời ai? Mỗi mã dùng một lần, trong %d ngày, và chỉ hiện một lần. Mã mới thay mã cũ chưa dùng của cùng vai trò.", days)
}

// LabelInviteAll leads to invites for all units without a focal point.
func LabelInviteAll(units int) string {
	return fmt.Sprintf("Mọi đơn vị chưa có đầu mối (%s)", Number(units))
}

// AskPost asks for which role of a unit the invite is.
func AskPost(unit string) string { return fmt.Sprintf("Mời vào vai trò nào của %s?", unit) }

// AskBlock asks for a block.
func AskBlock() string { return "Chọn khối:" }

// AskBlockPost asks whom of a block to invite.
func AskBlockPost(block string, missing int) string {
	return fmt.Sprintf("%s: %s đơn vị chưa có đầu mối.", Cap(BlockName(block)), Number(missing))
}

// LabelBlockUnits leads to invites for the units of a block.
func LabelBlockUnits(missing int) string {
	return fmt.Sprintf("Đơn vị chưa có đầu mối (%s)", Number(missing))
}

// ConfirmSheet says what making a sheet of invites does.
func ConfirmSheet(units int) string {
	return fmt.Sprintf("Sẽ tạo %s mã mời đầu mối chính, gửi thành tệp Excel và CSV để chuyển cho các đơn vị. "+
		"Mã cũ chưa dùng của các đơn vị này hết hiệu lực.", Number(units))
}

// NobodyToInvite says that all units have a focal point.
func NobodyToInvite() string {
	return "Mọi đơn vị trong phạm vi này đều đã có đầu mối. Không có mã nào được tạo."
}

// SheetMade goes with the sheet of invites.
func SheetMade(units int, expires time.Time, o Office) string {
	return fmt.Sprintf("%s mã mời, dùng đến %s. Mã chỉ có trong tệp này; vui lòng chuyển riêng cho từng đơn vị.", Number(units), o.Moment(expires))
}

// InviteLetter is an invite that is ready to be forwarded.
func (o Office) InviteLetter(post, code string, expires time.Time) string {
	return fmt.Sprintf("%s kính mời %s tham gia kênh tiếp nhận gương điển hình tiên tiến, người tốt việc tốt, mô hình mới.\n\n"+
		"Vai trò: %s\nMã mời: %s\n%s\nMã dùng một lần, đến %s. Vui lòng không chuyển cho người khác.",
		o.Agency, o.You, post, code, o.inviteWay(code), o.Moment(expires))
}

// HandoverLetter is the invite of a successor, ready to be forwarded. Deputy is
// for the post of a deputy.
func (o Office) HandoverLetter(unit, code string, expires time.Time, deputy bool) string {
	becomes := "đầu mối chính; đầu mối chính hiện tại thành đầu mối dự phòng"
	if deputy {
		becomes = "đầu mối dự phòng; các đầu mối hiện tại giữ nguyên"
	}
	return fmt.Sprintf("Bàn giao đầu mối của %s.\n\nMã mời: %s\n%s\nMã dùng một lần, đến %s. "+
		"Người nhập mã sẽ là %s. Ai muốn thôi hẳn thì nhắn: Thôi làm đầu mối.",
		unit, code, o.inviteWay(code), o.Moment(expires), becomes)
}

func (o Office) inviteWay(code string) string {
	if link := o.InviteLink(code); link != "" {
		return "Bấm liên kết: " + link + "\nhoặc nhắn mã trên cho @" + o.Bot + "."
	}
	return "Vui lòng nhắn mã trên cho kênh tiếp nhận."
}

// InviteLink opens the bot with the code; "" if the bot's name is unknown.
func (o Office) InviteLink(code string) string {
	if o.Bot == "" {
		return ""
	}
	return "https://t.me/" + o.Bot + "?start=" + code
}

// InviteMade replaces the choice once the invite is made.
func InviteMade(post string) string {
	return fmt.Sprintf("Đã tạo mã mời: %s. Mã ở tin nhắn ngay dưới, có thể chuyển tiếp.", post)
}

// InviteJustMade answers a second press.
func InviteJustMade() string {
	return "Mã vừa được tạo ở tin nhắn gần nhất. Không tạo thêm mã mới."
}

// SheetColumns head the sheet of invites.
func SheetColumns() []string {
	return []string{"Mã đơn vị", "Tên đơn vị", "Khối", "Vai trò", "Mã mời", "Liên kết", "Dùng đến"}
}

// SheetFile names the sheet of invites.
func SheetFile(d report.Date, ext string) string { return "ma-moi-" + d.String() + ext }

// OpenInvitesTitle heads the list of invites that can still be used.
func OpenInvitesTitle(n int) string { return fmt.Sprintf("Mã chưa dùng: %s", Number(n)) }

// OpenInvite is one line of it.
func (o Office) OpenInvite(n int, i report.Invite, post string) string {
	return fmt.Sprintf("%d. %s, mã …%s, đến %s", n, post, i.Hint, Day(report.DateOf(i.Expires.In(o.Zone))))
}

// LabelRevoke takes an invite back.
func LabelRevoke(n int, hint string) string { return fmt.Sprintf("Thu hồi %d (…%s)", n, hint) }

// InviteRevoked says that an invite is taken back.
func InviteRevoked(hint string) string {
	return fmt.Sprintf("Đã thu hồi mã …%s. Mã này không dùng được nữa.", hint)
}
