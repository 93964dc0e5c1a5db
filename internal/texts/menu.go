package texts

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"guongsang/internal/report"
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

// MaxWelcomed is how many of the own units a greeting names.
const MaxWelcomed = 10

// Welcome tells a member who opened the menu what to do first: a focal point of
// units or a head, to tell of somebody in one message, as that is the shortest way.
func (o Office) Welcome(units, headed []string) string {
	text := ""
	if len(units) > 0 {
		text += fmt.Sprintf("%s là đầu mối của: %s.\n", Cap(o.You), welcomed(units))
	}
	if len(headed) > 0 {
		text += fmt.Sprintf("%s là thủ trưởng của: %s; gửi gương, báo không phát sinh được như đầu mối.\n", Cap(o.You), welcomed(headed))
	}
	if text == "" {
		return fmt.Sprintf("Mời %s chọn một việc ở các nút bên dưới, hoặc nhắn điều cần hỏi. Về dữ liệu cá nhân: /riengtu", o.You)
	}
	return text + fmt.Sprintf("Có gương thì %s kể luôn vào đây trong một tin: ai, ở đâu, làm gì. Tôi ghi giúp, cho xem lại; bấm %s mới là gửi.\n"+
		"Kỳ này không có gương thì bấm %s. Việc khác: bấm %s. Về dữ liệu cá nhân: /riengtu", o.You, ToSend, LabelNil, WordHelp)
}

// welcomed names units, and counts those that a greeting has no room for.
func welcomed(units []string) string {
	named := units[:min(len(units), MaxWelcomed)]
	text := strings.Join(named, "; ")
	if n := len(units) - len(named); n > 0 {
		text += fmt.Sprintf(" và %d đơn vị khác", n)
	}
	return text
}

// UnitsBelow stands over the button to all units, below a greeting that names some.
func UnitsBelow() string {
	return "Danh sách đủ các đơn vị, từng đơn vị đã gửi chưa:"
}

// ToAllUnits is that button.
func ToAllUnits(all int) string { return fmt.Sprintf("Xem cả %d đơn vị", all) }

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
// what it can do, and below what holds for all; for those who send examples also
// what is not to be sent.
func (o Office) Help(sends bool, roles ...string) string {
	text := strings.Join(roles, "\n\n") + "\n"
	if sends {
		text += "\nKhông gửi tài liệu mật, số căn cước, địa chỉ chi tiết; đơn vị lực lượng vũ trang không nêu phiên hiệu, quân số, trang bị."
	}
	return text + fmt.Sprintf(`
Riêng tư (/riengtu): dữ liệu cá nhân được giữ thế nào.
Đây là kênh hỗ trợ, không thay văn bản chính thức. Cần hỏi thêm: %s.`, o.Contact)
}

// FocalHelp is what focal points can do.
func FocalHelp() string {
	return `Nhanh nhất là kể luôn trong một tin: ai, ở đâu, làm gì. Ví dụ: Tẩn A Páo, bản Nà Cúng, vận động 32 hộ hiến 1.200 m² đất làm đường bản.
Gửi ảnh, ghi âm hay tệp Word của đơn vị cũng được. Tôi ghi giúp, cho xem lại; bấm Gửi mới là gửi.

Gửi gương (/gui): trả lời từng câu hỏi, bằng nút, bằng số hay bằng chữ.
Không phát sinh (/khong): kỳ này không có gương.
Kỳ này (/ky): hạn gửi, đơn vị đã gửi chưa.
Đã gửi (/dagui): xem, sửa hoặc rút gương đã gửi; tìm trong đó: /tim.
Bàn giao (/bangiao): giao việc cho người khác; Thôi làm đầu mối (/thoi).
Hủy (/huy): bỏ bản nháp đang viết; không bấm thì bản nháp luôn được giữ.
Nên chọn người thật, việc thật, nổi bật hơn nhiệm vụ được giao.`
}

// HeadHelp is what heads of units can do.
func HeadHelp() string {
	return `Gửi gương, Không phát sinh, Kỳ này, Đã gửi: làm cho đơn vị như đầu mối.
Đơn vị (/donvi): đơn vị đã gửi chưa, hạn ngày nào, ai là đầu mối.
Bàn giao (/bangiao): mời đầu mối cho đơn vị.
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
Văn bản, bảng, ảnh (bấm trong Tình hình): báo cáo, biểu đồ, ảnh tóm tắt, ảnh tổng quan.
Tìm (/tim): gương theo tên, mã số, nơi ở hay một vài chữ; nhắn thẳng cũng được, ví dụ: A Páo; G-2026-0012; “ai chưa gửi?”.`
}

// TemplateHint shows the template that can be pasted.
func TemplateHint() string {
	return "Muốn soạn sẵn thì chép mẫu này, điền rồi dán vào đây:\nHọ tên: …\nLoại: người tốt việc tốt\nĐối tượng: cá nhân\nNơi ở: …\nTiêu đề: …\nViệc làm: …\nKết quả: …"
}

// Privacy is the notice on personal data: what is kept, why, for how long, and what can be
// asked, by when.
func (o Office) Privacy(c report.RightsClock, kept report.Retention) string {
	return fmt.Sprintf(`%s thu thập thông tin về gương (họ tên, năm sinh, nơi ở hoặc nơi công tác, việc làm, ảnh), họ tên, số điện thoại (nếu cho) và tên tài khoản của đầu mối để tổng hợp, tuyên truyền, đề xuất khen thưởng.
Dữ liệu lưu tại máy chủ của cơ quan; tin nhắn được chuyển qua Telegram, máy chủ đặt ngoài Việt Nam.
Chỉ công khai tên, ảnh khi người được giới thiệu đã đồng ý; với trẻ em cần thêm sự đồng ý của cha, mẹ hoặc người giám hộ. Dân tộc là dữ liệu nhạy cảm, không bắt buộc, chỉ dùng để thống kê.
Giữ bao lâu: %s; bản sao lưu giữ thêm một thời gian rồi tự mất. Khi xóa, chỉ còn mã số và số đếm.
Quyền của người liên quan: xem, sửa, rút đồng ý, xóa. Cơ quan trả lời trong %d ngày làm việc; sửa trong %d ngày, rút đồng ý %d ngày, xóa %d ngày%s.
Muốn sửa họ tên, số điện thoại đã cho: nhắn /toi. Việc khác: nhắn /xinsua, /rutdongy, /xinxoa, hoặc liên hệ %s.`, Cap(o.Agency), keptFor(kept), c.Acknowledge, c.Correct, c.Withdraw, c.Erase, byLaw(c.Law), o.Contact)
}

func byLaw(law string) string {
	if law == "" {
		return ""
	}
	return " (" + law + ")"
}

// keptFor says for how long what people said is kept.
func keptFor(r report.Retention) string {
	if r.Examples == 0 {
		return "đến khi có yêu cầu xóa"
	}
	return fmt.Sprintf("nội dung gương %d năm", r.Examples)
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
