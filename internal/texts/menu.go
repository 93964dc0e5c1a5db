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

// Welcome greets a member who opened the menu: a focal point of units, or a head.
func (o Office) Welcome(units, headed []string) string {
	text := fmt.Sprintf("Kính chào %s! Đây là kênh tiếp nhận gương điển hình tiên tiến, người tốt việc tốt, mô hình mới của %s.", o.You, o.Agency)
	if len(units) > 0 {
		text += fmt.Sprintf("\n%s là đầu mối của: %s.", Cap(o.You), strings.Join(units, "; "))
	}
	if len(headed) > 0 {
		text += fmt.Sprintf("\n%s là thủ trưởng của: %s; có thể gửi gương, báo không phát sinh cho đơn vị như đầu mối.", Cap(o.You), strings.Join(headed, "; "))
	}
	return text + "\nVui lòng chọn việc cần làm ở các nút bên dưới. Về dữ liệu cá nhân: /riengtu"
}

// NotUnderstood is said of a short text when nothing was asked.
func NotUnderstood() string {
	return "Hệ thống chưa rõ nội dung này. Vui lòng chọn một việc ở các nút bên dưới."
}

// NoUnit is said to a member who is no focal point (any more).
func (o Office) NoUnit() string {
	return fmt.Sprintf("Tài khoản chưa được gắn với đơn vị nào để gửi gương. Vui lòng liên hệ %s.", o.Contact)
}

// Help says in one screen what can be done.
func (o Office) Help() string {
	return fmt.Sprintf(`Gửi gương (/gui): giới thiệu gương, khoảng 3 phút; cũng có thể gửi ngay một đoạn văn, ảnh, tệp hoặc ghi âm.
Không phát sinh (/khong): báo trong kỳ không có gương.
Kỳ này (/ky): hạn gửi và tình trạng của đơn vị.
Đã gửi (/dagui): xem, sửa hoặc rút gương đã gửi.
Bàn giao (/bangiao): mời người kế nhiệm; Thôi làm đầu mối (/thoi).
Hủy (/huy), Riêng tư (/riengtu).

Khi được hỏi, có thể bấm nút, gõ số thứ tự hoặc gõ chữ. Bản nháp luôn được giữ lại.
Nên chọn người thật, việc thật, nổi bật hơn nhiệm vụ được giao. Không gửi tài liệu mật, số căn cước, địa chỉ chi tiết; đơn vị lực lượng vũ trang không nêu phiên hiệu, quân số, trang bị.
Đây là kênh hỗ trợ, không thay văn bản chính thức. Liên hệ: %s.`, o.Contact)
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
	return "Loại tin này chưa dùng được ở đây. Vui lòng gửi chữ, ảnh, tệp hoặc ghi âm."
}

// EditIgnored is said once when somebody edits a message sent before.
func EditIgnored() string {
	return "Sửa tin nhắn cũ không làm thay đổi bản nháp. Vui lòng dùng nút Sửa ở bước xem lại để sửa nội dung."
}

// NothingOpen answers /huy when there is nothing to cancel.
func NothingOpen() string { return "Hiện không có bản nháp nào đang mở." }

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
