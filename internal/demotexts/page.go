package demotexts

import (
	"fmt"
	"strings"
	"time"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// The sentences of the demo in the browser, except for the page's own labels.

// BotName is what the bot is called on the demo's phones.
func BotName() string { return "Gương Sáng" }

// Serving says where the page is.
func Serving(address string) string {
	return "Trình diễn Gương Sáng đang chạy. Mở trong trình duyệt: http://" + address + "\nDừng: Ctrl+C."
}

// Keeping says that a store is kept.
func Keeping(dir string) string { return "Dữ liệu được giữ ở thư mục " + dir + "." }

// Loopback refuses an address that others could reach.
func Loopback(address string) string {
	return fmt.Sprintf("Bản trình diễn chỉ mở trong máy này. Vui lòng ghi -addr 127.0.0.1:8080 (hoặc một cổng khác), không ghi %q.", address)
}

// AddressTaken says that another program has the port.
func AddressTaken(address string) string {
	return fmt.Sprintf("Không mở được %s: có thể một chương trình khác (hoặc một bản trình diễn đang chạy) đã dùng cổng này. "+
		"Vui lòng đóng chương trình đó, hoặc thêm -addr 127.0.0.1:8081.", address)
}

// NotKept refuses a folder with something else in it.
func NotKept(dir string) string {
	return fmt.Sprintf("Thư mục %s có dữ liệu nhưng không phải của một buổi trình diễn (thiếu tệp demo.json). "+
		"Vui lòng ghi -store với một thư mục mới.", dir)
}

// KeptBroken says that the phones of a kept demo cannot be read.
func KeptBroken(path string) string {
	return fmt.Sprintf("Không đọc được %s. Dữ liệu trong thư mục này vẫn còn nguyên. Vui lòng ghi -store với một thư mục mới.", path)
}

// ForeignHost refuses a request under another name.
func ForeignHost() string {
	return "Trang này chỉ mở được bằng địa chỉ của chính máy này, như http://127.0.0.1:8080."
}

// ForeignOrigin refuses what another page asks.
func ForeignOrigin() string {
	return "Yêu cầu đến từ một trang khác nên không được nhận."
}

// ForeignMethod refuses a method.
func ForeignMethod() string {
	return "Trang này chỉ nhận yêu cầu xem và gửi thông thường."
}

// NothingHere answers an unknown address.
func NothingHere() string {
	return "Không có gì ở địa chỉ này. Vui lòng mở lại trang đầu."
}

// Broken answers when something went wrong inside.
func Broken() string {
	return "Có lỗi trong bản trình diễn; chi tiết ở cửa sổ dòng lệnh. Vui lòng thử lại, hoặc bấm bắt đầu lại."
}

// Unreadable answers a request that cannot be read.
func Unreadable() string { return "Không đọc được yêu cầu. Vui lòng tải lại trang." }

// NoPhone says that a phone is not there.
func NoPhone() string {
	return "Không có điện thoại này trong cảnh đang mở. Vui lòng chọn người khác."
}

// NothingSaid says that there is nothing to send.
func NothingSaid() string { return "Chưa có gì để gửi. Vui lòng gõ tin nhắn trước." }

// NotEditable says that a message cannot be changed.
func NotEditable() string {
	return "Chỉ sửa được tin nhắn chữ do chính người này gửi."
}

// TooLarge refuses files by their size.
func TooLarge(megabytes int) string {
	return fmt.Sprintf("Các tệp vượt quá %d MB, như Telegram cũng không nhận. Vui lòng gửi ít tệp hơn hoặc tệp nhỏ hơn.", megabytes)
}

// WhichFiles asks for files.
func WhichFiles(most int) string {
	return fmt.Sprintf("Không nhận được tệp nào đọc được. Vui lòng chọn từ 1 đến %d tệp rồi gửi lại.", most)
}

// NoFile says that a file is not there.
func NoFile() string { return "Không còn tệp này trong cảnh đang mở." }

// NothingBefore says that no scene was left yet.
func NothingBefore() string { return "Chưa có phần nào trước đó để quay lại." }

// NoScene refuses an unknown scene or order.
func NoScene() string {
	return "Không có cảnh hoặc thao tác này. Vui lòng tải lại trang."
}

// NothingAhead says that the clock has nowhere to jump to.
func NothingAhead() string {
	return "Trong 60 ngày tới không có mốc nào. Vui lòng dùng nút tới một ngày."
}

// NoDeadline says that no deadline comes.
func NoDeadline() string {
	return "Trong 120 ngày tới không có hạn nào. Vui lòng dùng nút tới một ngày."
}

// WhoseName asks for the name of a new person.
func WhoseName() string { return "Vui lòng ghi họ tên người dùng điện thoại mới." }

// WhichUnit asks for the unit of a new person.
func WhichUnit() string { return "Vui lòng chọn đơn vị trong danh mục cho vai trò này." }

// WhichBlock asks for the block of a new person.
func WhichBlock() string { return "Vui lòng chọn khối cho vai trò này." }

// WhichRole asks for a role that there is.
func WhichRole() string { return "Vui lòng chọn một vai trò trong danh sách." }

// WhatCode says that a code was not recognized.
func WhatCode() string {
	return "Không nhận ra mã mời. Vui lòng dán cả mã 14 ký tự hoặc cả đường dẫn mời."
}

// Kind names a message without words, as the page's labels do.
func Kind(kind string) string {
	for _, l := range pageLabels {
		if l.key == "kind_"+kind {
			return l.vi
		}
	}
	return Kind("text")
}

// Outsider says who has no post.
func Outsider() string { return "Người ngoài" }

// Channel is what the agency's channel is called, and what it is.
func Channel() (title, about string) {
	return "Gương sáng Phong Thổ", "Kênh Telegram của cơ quan"
}

// Role names a role that can be chosen for a new phone.
func Role(p report.Post) string {
	switch {
	case p.Role == "":
		return Outsider()
	case p.Role == report.Focal && p.Deputy:
		return "Đầu mối dự phòng"
	case p.Role == report.Focal:
		return "Đầu mối"
	case p.Role == report.Head:
		return "Thủ trưởng đơn vị"
	case p.Role == report.BlockHead:
		return "Trưởng khối thi đua"
	}
	return texts.Cap(texts.Role(p.Role))
}

// Title says who somebody is: the post with its unit or block.
func Title(p report.Post, unit string) string {
	switch {
	case unit != "":
		return Role(p) + " · " + unit
	case p.Block != "":
		return Role(p) + " · " + p.Block
	}
	return Role(p)
}

// Period heads a board.
func Period(p report.Period) string { return texts.Cap(texts.ShortPeriod(p)) }

// Deadline says when a period is due.
func Deadline(s report.Schedule) string {
	if s.Extended {
		return "Hạn " + texts.Day(s.Deadline) + " (đã gia hạn)"
	}
	return "Hạn " + texts.Day(s.Deadline)
}

// DayKind says what kind of day it is.
func DayKind(c report.Calendar, d report.Date) string {
	if name, ok := c.Holiday(d); ok {
		return "Ngày nghỉ: " + name
	}
	if note, ok := c.Makeup(d); ok {
		return "Ngày làm bù: " + note
	}
	if !c.Working(d) {
		return "Ngày nghỉ cuối tuần"
	}
	return "Ngày làm việc"
}

// Moment writes when something comes.
func Moment(at time.Time) string {
	day := report.DateOf(at)
	if at.Hour() == 0 && at.Minute() == 0 { // the end of the day before, as people say it
		day = day.AddDays(-1)
		return fmt.Sprintf("24:00 %s, %02d/%02d", texts.Weekday(day.Weekday()), day.Day, int(day.Month))
	}
	return fmt.Sprintf("%02d:%02d %s, %02d/%02d", at.Hour(), at.Minute(), texts.Weekday(day.Weekday()), day.Day, int(day.Month))
}

// Notice says what reminders come, to how many people and about how many
// units.
func Notice(kind string, people, units int) string {
	switch kind {
	case "remind":
		return fmt.Sprintf("Nhắc %d đầu mối của %d đơn vị chưa gửi", people, units)
	case "completion":
		return fmt.Sprintf("Nhắc bổ sung gương bị trả lại: %d người", people)
	case "escalated":
		return fmt.Sprintf("Nhắc lên dự phòng, thủ trưởng: %d người, %d đơn vị", people, units)
	case "block":
		return fmt.Sprintf("Danh sách chưa gửi cho trưởng khối: %d người, %d đơn vị", people, units)
	case "agency":
		return fmt.Sprintf("Danh sách chưa gửi cho cơ quan thường trực: %d đơn vị", units)
	}
	return fmt.Sprintf("Danh sách đơn vị chưa kết nối, mất liên lạc cho cơ quan thường trực: %d đơn vị", units)
}

// Digest says that a digest goes out.
func Digest(p report.Period, to report.Role, people int) string {
	return fmt.Sprintf("Tổng hợp %s cho %s: %d người", texts.ShortPeriod(p), texts.Role(to), people)
}

// Picture says that the leaders get the picture of a period.
func Picture(p report.Period, people int) string {
	return fmt.Sprintf("Ảnh toàn cảnh %s cho lãnh đạo: %d người", texts.ShortPeriod(p), people)
}

// DeadlineDay says that a deadline passes.
func DeadlineDay(p report.Period, missing int) string {
	return fmt.Sprintf("Hết hạn %s, %d đơn vị chưa gửi", texts.ShortPeriod(p), missing)
}

// LockDay says that a period is locked.
func LockDay(p report.Period, missing int) string {
	return fmt.Sprintf("Khóa sổ %s, %d đơn vị chưa gửi", texts.ShortPeriod(p), missing)
}

// Overlooked says that officers are told of what nobody looked at.
func Overlooked(people, examples int) string {
	return fmt.Sprintf("Nhắc %d chuyên viên: %d gương chưa có ai xem", people, examples)
}

// Posting says that what waits for it is posted.
func Posting(examples int) string {
	return fmt.Sprintf("Hết thời gian chờ, đăng lên kênh: %d bài", examples)
}

// Retry says when a message is tried again.
func Retry(at time.Time) string { return "thử lại lúc " + at.Format("15:04:05") }

// Line is the start of what waits in the outbox.
func Line(text string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return texts.Cut(first, 70)
}

// Scene names a scene and says what is to be seen in it.
func Scene(id string) (title, about string) {
	switch id {
	case "start":
		return "Đầu tháng", "Mọi người vừa vào, chưa ai gửi gì: gõ thử một gương, một “Không phát sinh”."
	case "message":
		return "Một tin nhắn là đủ", "Đầu mối trường Dào San kể gương trong một tin: bot đã điền tên, nơi ở, việc làm; chỉ còn xem lại, trả lời rồi gửi."
	case "word":
		return "Gửi tệp Word", "Xã Bản Lang gửi phiếu giới thiệu bằng tệp Word: bot đọc bảng trong tệp, điền sẵn; tệp gốc vẫn đính kèm."
	case "two-days":
		return "Còn hai ngày đến hạn", "40 đầu mối đã vào; một số đơn vị đã gửi, số còn lại sắp được nhắc."
	case "overdue":
		return "Quá hạn, nhắc lên cấp trên", "Đơn vị chưa gửi bị nhắc lên dự phòng, thủ trưởng; cơ quan thường trực có danh sách."
	case "quarter":
		return "Cuối quý", "Kỳ quý IV sắp đến hạn: chọn gương của quý từ các gương tháng."
	case "returned":
		return "Gương cần bổ sung", "Cơ quan thường trực vừa trả một mô hình về UBND xã Tung Qua Lìn để bổ sung."
	case "published":
		return "Từ giới thiệu đến tuyên truyền", "Ba gương đã lên kênh, một bài đã gỡ, em học sinh không bị nêu họ tên, trường. Lãnh đạo, thủ trưởng đang có việc chờ duyệt."
	case "child":
		return "Gương là trẻ em", "Trường vừa gõ một gương học sinh: bot hỏi ý kiến cha mẹ và của em."
	}
	return "", ""
}

// LongMessage is an introduction that somebody types in one go.
func LongMessage() string {
	return "Anh Vàng A Tủa ở bản San Cha, xã Dào San, chiều 01/11 lao xuống suối Nậm Lúm cứu hai cháu nhỏ bị nước cuốn, " +
		"đưa lên bờ sơ cứu rồi cõng về trạm y tế xã. Hai cháu nay đã khỏe."
}

// WordFile is the name of the Word file that a unit sends, and its MIME type.
func WordFile() (name, kind string) {
	return "Giới thiệu gương tháng 11.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
}

// Tour heads a step of the guided tour and says in one sentence what is to
// be seen.
func Tour(step string) (title, text string) {
	switch step {
	case "invite":
		return "Vào bằng một đường dẫn", "Đầu mối UBND xã Bản Lang mở đường dẫn mời, bấm Bắt đầu là vào; người không có mã mời không vào được."
	case "introduce":
		return "Giới thiệu gương trong vài phút", "Trường Mầm non Dào San trả lời từng câu hỏi ngắn, gửi kèm hai ảnh, xem lại rồi gửi; có mã số ngay."
	case "accept":
		return "Cơ quan thường trực nhận ngay", "Phiếu giới thiệu hiện trên điện thoại của cán bộ; một lần bấm là nhận, đơn vị được báo lại."
	case "remind":
		return "Chỉ nhắc đơn vị chưa gửi", "Đồng hồ chạy đến lượt nhắc đầu tiên: xã Bản Lang được nhắc, trường Dào San đã gửi nên không bị làm phiền."
	case "nil":
		return "Không phát sinh: một lần bấm", "Liên đoàn Lao động không có gương trong tháng: bấm một nút dưới lời nhắc là đã báo cáo, không phải gõ gì."
	case "model":
		return "Một mô hình mới", "UBND xã Tung Qua Lìn giới thiệu mô hình camera an ninh bản, kèm khả năng nhân rộng."
	case "return":
		return "Thiếu thì trả lại, nói rõ thiếu gì", "Cán bộ đề nghị bổ sung số liệu; đơn vị nhận đúng câu cần bổ sung và thời hạn."
	case "complete":
		return "Bổ sung đúng chỗ thiếu", "Đầu mối chỉ sửa phần được hỏi rồi gửi lại, không phải gõ lại từ đầu."
	case "choose":
		return "Chọn tuyên truyền, trình lãnh đạo", "Cán bộ tiếp nhận bản đã bổ sung, chọn tuyên truyền; lãnh đạo đọc đúng bài sẽ đăng rồi bấm Duyệt."
	case "publish":
		return "Đăng lên kênh", "Bài và ảnh lên kênh của cơ quan; đơn vị được cảm ơn kèm đường dẫn. Trong thời gian chờ, cán bộ nào cũng dừng được."
	case "deadline":
		return "Đến hạn", "Ngày 20 là hạn: đơn vị chưa gửi được nhắc lần nữa, lãnh đạo nhận một bức ảnh toàn cảnh."
	case "digest":
		return "Báo cáo có sẵn", "Ngày 25, cán bộ nhận tin tổng hợp kèm báo cáo Word chờ ký và bảng theo dõi; lãnh đạo nhận ảnh."
	case "escalate":
		return "Quá hạn thì lên cấp trên", "UBND xã Mường So vẫn chưa gửi: nhắc riêng đến thủ trưởng; các ngày sau đến trưởng khối và cơ quan thường trực."
	case "end":
		return "Hết một tháng", "Mở tệp Word, bảng tính và ảnh trong cuộc trò chuyện của cán bộ; rồi tự tay thử ở bất kỳ điện thoại nào."
	}
	return "", ""
}

// TourDisturbed says why the tour ended early.
func TourDisturbed() string {
	return "Hướng dẫn dừng ở đây vì một điện thoại trong kịch bản vừa được dùng. Có thể tự thử tiếp trên các điện thoại, hoặc bấm Xem lại."
}
