package texts

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// The words of the main menu, besides those that reminders have as well.
const (
	WordNow     = "Kỳ này"
	WordSent    = "Đã gửi"
	WordHelp    = "Trợ giúp"
	WordMenu    = "Menu"
	WordCancel  = "Hủy"
	WordPrivacy = "Riêng tư"
)

// maxWelcomed is how many of the own units a greeting names.
const maxWelcomed = 10

// Welcome greets a member who opened the menu: a focal point of units, or a head.
func (o Office) Welcome(units, headed []string) string {
	text := fmt.Sprintf("Kính chào %s! Đây là kênh tiếp nhận gương điển hình tiên tiến, người tốt việc tốt, mô hình mới của %s.", o.You, o.Agency)
	if len(units) > 0 {
		text += fmt.Sprintf("\n%s là đầu mối của: %s.", Cap(o.You), welcomed(units))
	}
	if len(headed) > 0 {
		text += fmt.Sprintf("\n%s là thủ trưởng của: %s; có thể gửi gương, báo không phát sinh cho đơn vị như đầu mối.", Cap(o.You), welcomed(headed))
	}
	return text + "\nVui lòng chọn việc cần làm ở các nút bên dưới. Về dữ liệu cá nhân: /riengtu"
}

// welcomed names units, and counts those that a greeting has no room for.
func welcomed(units []string) string {
	named := units[:min(len(units), maxWelcomed)]
	text := strings.Join(named, "; ")
	if n := len(units) - len(named); n > 0 {
		text += fmt.Sprintf(" và %d đơn vị khác", n)
	}
	return text
}

// NotUnderstood is said of a short text when nothing was asked; to focal points
// with what they most often want.
func (o Office) NotUnderstood(focal bool) string {
	text := fmt.Sprintf("Xin lỗi, tôi chưa hiểu ý %s. ", o.You)
	if focal {
		return text + Cap(o.You) + " muốn gửi gương, báo không phát sinh hay xem hạn gửi?"
	}
	return text + "Vui lòng chọn một việc ở các nút bên dưới."
}

// NoUnit is said to a member who has nothing to do here.
func (o Office) NoUnit() string {
	return fmt.Sprintf("Tài khoản này chưa phụ trách đơn vị nào. Vui lòng liên hệ %s.", o.Contact)
}

// ForFocals is said to a member who is no focal point and asks for what only
// those do. The buttons with it are what this member can do.
func (o Office) ForFocals(agency bool) string {
	text := fmt.Sprintf("Việc này dành cho đầu mối của đơn vị. %s làm được các việc ở các nút bên dưới", Cap(o.You))
	if agency {
		return text + "; để gửi thay đơn vị, bấm " + WordBehalf + "."
	}
	return text + "."
}

// Help says in one screen what can be done: for each role that somebody has
// what it can do, and below what holds for all.
func (o Office) Help(roles ...string) string {
	return strings.Join(roles, "\n\n") + fmt.Sprintf(`

Riêng tư (/riengtu): dữ liệu cá nhân. Khi được hỏi, có thể bấm nút, gõ số thứ tự hoặc gõ chữ.
Không gửi tài liệu mật, số căn cước, địa chỉ chi tiết; đơn vị lực lượng vũ trang không nêu phiên hiệu, quân số, trang bị.
Đây là kênh hỗ trợ, không thay văn bản chính thức. Liên hệ: %s.`, o.Contact)
}

// FocalHelp is what focal points can do.
func FocalHelp() string {
	return `Gửi gương (/gui): giới thiệu gương, khoảng 2 phút; cũng có thể gửi ngay một đoạn văn, ảnh, tệp hoặc ghi âm.
Không phát sinh (/khong): báo trong kỳ không có gương.
Kỳ này (/ky): hạn gửi và tình trạng của đơn vị.
Đã gửi (/dagui): xem, sửa hoặc rút gương đã gửi.
Bàn giao (/bangiao): mời người kế nhiệm; Thôi làm đầu mối (/thoi).
Hủy (/huy): bỏ bản nháp đang viết; nếu không bấm, bản nháp luôn được giữ.
Nên chọn người thật, việc thật, nổi bật hơn nhiệm vụ được giao.`
}

// HeadHelp is what heads of units can do.
func HeadHelp() string {
	return `Gửi gương, Không phát sinh, Kỳ này, Đã gửi: làm cho đơn vị như đầu mối.
Đơn vị (/donvi): đơn vị đã gửi chưa, hạn ngày nào, ai là đầu mối.
Bàn giao (/bangiao): mời đầu mối của đơn vị.
Khi quá hạn mà đơn vị chưa gửi, tôi báo riêng cho thủ trưởng.`
}

// BlockHeadHelp is what heads of blocks can do.
func BlockHeadHelp() string {
	return `Tình hình (/tinhhinh): đơn vị nào trong khối đã gửi, đơn vị nào chưa.
Khi quá hạn, tôi gửi riêng cho trưởng khối danh sách đơn vị chưa gửi.`
}

// LeaderHelp is what leaders can do.
func LeaderHelp() string {
	return `Tình hình (/tinhhinh): bao nhiêu đơn vị đã gửi, chưa gửi, gương đáng chú ý; bấm Chi tiết để xem từng khối, từng gương.
Văn bản, bảng, ảnh (bấm trong Tình hình): báo cáo, biểu đồ, ảnh tổng quan.
Nhắn “ai chưa gửi?”, tên người hoặc mã gương (G-2026-0012) để xem ngay.`
}

// TemplateHint shows the template that can be pasted.
func TemplateHint() string {
	return "Mẫu có thể soạn sẵn rồi dán vào đây:\nHọ tên: …\nLoại: người tốt việc tốt\nĐối tượng: cá nhân\nNơi ở: …\nTiêu đề: …\nViệc làm: …\nKết quả: …"
}

// Privacy is the notice on personal data.
func (o Office) Privacy() string {
	return fmt.Sprintf(`%s thu thập thông tin về gương (họ tên, năm sinh, nơi ở hoặc nơi công tác, việc làm, ảnh) và tên tài khoản của đầu mối để tổng hợp, tuyên truyền, đề xuất khen thưởng.
Dữ liệu lưu tại máy chủ của cơ quan; tin nhắn được chuyển qua Telegram, máy chủ đặt ngoài Việt Nam.
Chỉ công khai tên, ảnh khi người được giới thiệu đã đồng ý; với trẻ em cần thêm sự đồng ý của cha, mẹ hoặc người giám hộ. Dân tộc là dữ liệu nhạy cảm, không bắt buộc, chỉ dùng để thống kê.
Muốn xem, sửa hoặc xóa thông tin, xin liên hệ %s.`, Cap(o.Agency), o.Contact)
}

// WrongKind is said of a sticker, a place on a map and the like.
func WrongKind() string {
	return "Loại tin này tôi chưa dùng được. Vui lòng gửi chữ, ảnh, tệp hoặc ghi âm."
}

// NoFiles is said of photos and files to who has nothing to send them for; the
// agency sends lists of units.
func NoFiles(agency bool) string {
	if agency {
		return "Loại tin này tôi chưa dùng được. Để ghi nhận thay một đơn vị, vui lòng chuyển tiếp tin, ảnh hoặc tệp của đơn vị vào đây; danh sách đơn vị thì gửi tệp Excel, CSV."
	}
	return "Tài khoản này chưa nhận ảnh, tệp. Vui lòng nhắn chữ hoặc chọn một nút."
}

// EditIgnored is said once when somebody edits a message sent before.
func EditIgnored() string {
	return "Sửa tin cũ trên Telegram không đổi được bản nháp. Vui lòng bấm Sửa ở bước xem lại."
}

// NothingOpen answers /huy when there is nothing to cancel.
func NothingOpen() string {
	return "Không có gì đang viết dở. Vui lòng chọn một việc ở các nút bên dưới."
}

// unitExcerpt shortens the name of a unit. What stands in brackets behind it tells
// it from others of the same name (report.Unit.Label), and stays if it is no longer
// than a code.
func unitExcerpt(name string, n int) string {
	at := strings.LastIndex(name, " (")
	if at < 0 || !strings.HasSuffix(name, ")") || utf8.RuneCountInString(name[at:]) > len(" ()")+20 {
		return Excerpt(name, n)
	}
	mark := name[at:]
	return Excerpt(name[:at], n-utf8.RuneCountInString(mark)) + mark
}

// Excerpt shortens a text to n characters on one line.
func Excerpt(s string, n int) string {
	runes := []rune(strings.Join(strings.Fields(s), " "))
	if len(runes) <= n {
		return string(runes)
	}
	return strings.TrimRight(string(runes[:n-1]), " .,;:-") + "…"
}
