package texts

import (
	"fmt"
	"strings"
	"time"

	"guongsang/internal/report"
)

// The sentences of the demo in the browser, except for the page's own labels.

// WebBotName is what the bot is called on the demo's phones.
func WebBotName() string { return "Gương Sáng" }

// WebServing says where the page is.
func WebServing(address string) string {
	return "Trình diễn Gương Sáng đang chạy. Mở trong trình duyệt: http://" + address + "\nDừng: Ctrl+C."
}

// WebKeeping says that a store is kept.
func WebKeeping(dir string) string { return "Dữ liệu được giữ ở thư mục " + dir + "." }

// WebLoopback refuses an address that others could reach.
func WebLoopback(address string) string {
	return fmt.Sprintf("Bản trình diễn chỉ mở trong máy này. Vui lòng ghi -addr 127.0.0.1:8080 (hoặc một cổng khác), không ghi %q.", address)
}

// WebAddressTaken says that another program has the port.
func WebAddressTaken(address string) string {
	return fmt.Sprintf("Không mở được %s: có thể một chương trình khác (hoặc một bản trình diễn đang chạy) đã dùng cổng này. "+
		"Vui lòng đóng chương trình đó, hoặc thêm -addr 127.0.0.1:8081.", address)
}

// WebNotKept refuses a folder with something else in it.
func WebNotKept(dir string) string {
	return fmt.Sprintf("Thư mục %s có dữ liệu nhưng không phải của một buổi trình diễn (thiếu tệp demo.json). "+
		"Vui lòng ghi -store với một thư mục mới.", dir)
}

// WebKeptBroken says that the phones of a kept demo cannot be read.
func WebKeptBroken(path string) string {
	return fmt.Sprintf("Không đọc được %s. Dữ liệu trong thư mục này vẫn còn nguyên. Vui lòng ghi -store với một thư mục mới.", path)
}

// WebForeignHost refuses a request under another name.
func WebForeignHost() string {
	return "Trang này chỉ mở được bằng địa chỉ của chính máy này, như http://127.0.0.1:8080."
}

// WebForeignOrigin refuses what another page asks.
func WebForeignOrigin() string {
	return "Yêu cầu đến từ một trang khác nên không được nhận."
}

// WebForeignMethod refuses a method.
func WebForeignMethod() string {
	return "Trang này chỉ nhận yêu cầu xem và gửi thông thường."
}

// WebNothingHere answers an unknown address.
func WebNothingHere() string {
	return "Không có gì ở địa chỉ này. Vui lòng mở lại trang đầu."
}

// WebBroken answers when something went wrong inside.
func WebBroken() string {
	return "Có lỗi trong bản trình diễn; chi tiết ở cửa sổ dòng lệnh. Vui lòng thử lại, hoặc bấm bắt đầu lại."
}

// WebUnreadable answers a request that cannot be read.
func WebUnreadable() string { return "Không đọc được yêu cầu. Vui lòng tải lại trang." }

// WebNoPhone says that a phone is not there.
func WebNoPhone() string {
	return "Không có điện thoại này trong cảnh đang mở. Vui lòng chọn người khác."
}

// WebNothingSaid says that there is nothing to send.
func WebNothingSaid() string { return "Chưa có gì để gửi. Vui lòng gõ tin nhắn trước." }

// WebNotEditable says that a message cannot be changed.
func WebNotEditable() string {
	return "Chỉ sửa được tin nhắn chữ do chính người này gửi."
}

// WebTooLarge refuses files by their size.
func WebTooLarge(megabytes int) string {
	return fmt.Sprintf("Các tệp vượt quá %d MB, như Telegram cũng không nhận. Vui lòng gửi ít tệp hơn hoặc tệp nhỏ hơn.", megabytes)
}

// WebWhichFiles asks for files.
func WebWhichFiles(most int) string {
	return fmt.Sprintf("Không nhận được tệp nào đọc được. Vui lòng chọn từ 1 đến %d tệp rồi gửi lại.", most)
}

// WebNoFile says that a file is not there.
func WebNoFile() string { return "Không còn tệp này trong cảnh đang mở." }

// WebNoScene refuses an unknown scene or order.
func WebNoScene() string {
	return "Không có cảnh hoặc thao tác này. Vui lòng tải lại trang."
}

// WebNothingAhead says that the clock has nowhere to jump to.
func WebNothingAhead() string {
	return "Trong 60 ngày tới không có mốc nào. Vui lòng dùng nút tới một ngày."
}

// WebNoDeadline says that no deadline comes.
func WebNoDeadline() string {
	return "Trong 120 ngày tới không có hạn nào. Vui lòng dùng nút tới một ngày."
}

// WebWhoseName asks for the name of a new person.
func WebWhoseName() string { return "Vui lòng ghi họ tên người dùng điện thoại mới." }

// WebWhichUnit asks for the unit of a new person.
func WebWhichUnit() string { return "Vui lòng chọn đơn vị trong danh mục cho vai trò này." }

// WebWhichBlock asks for the block of a new person.
func WebWhichBlock() string { return "Vui lòng chọn khối cho vai trò này." }

// WebWhichRole asks for a role that there is.
func WebWhichRole() string { return "Vui lòng chọn một vai trò trong danh sách." }

// WebWhatCode says that a code was not recognized.
func WebWhatCode() string {
	return "Không nhận ra mã mời. Vui lòng dán cả mã 14 ký tự hoặc cả đường dẫn mời."
}

// WebKind names a message without words, as the page's labels do.
func WebKind(kind string) string {
	for _, l := range pageLabels {
		if l.key == "kind_"+kind {
			return l.vi
		}
	}
	return WebKind("text")
}

// WebOutsider says who has no post.
func WebOutsider() string { return "Người ngoài hệ thống" }

// WebRole names a role that can be chosen for a new phone.
func WebRole(p report.Post) string {
	switch {
	case p.Role == "":
		return WebOutsider()
	case p.Role == report.Focal && p.Deputy:
		return "Đầu mối dự phòng"
	case p.Role == report.Focal:
		return "Đầu mối"
	case p.Role == report.Head:
		return "Thủ trưởng đơn vị"
	case p.Role == report.BlockHead:
		return "Trưởng khối thi đua"
	}
	return Cap(Role(p.Role))
}

// WebTitle says who somebody is: the post with its unit or block.
func WebTitle(p report.Post, unit string) string {
	switch {
	case unit != "":
		return WebRole(p) + " · " + unit
	case p.Block != "":
		return WebRole(p) + " · " + p.Block
	}
	return WebRole(p)
}

// WebPeriod heads a board.
func WebPeriod(p report.Period) string { return Cap(ShortPeriod(p)) }

// WebDeadline says when a period is due.
func WebDeadline(s report.Schedule) string {
	if s.Extended {
		return "Hạn " + Day(s.Deadline) + " (đã gia hạn)"
	}
	return "Hạn " + Day(s.Deadline)
}

// WebDay says what kind of day it is.
func WebDay(c report.Calendar, d report.Date) string {
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

// WebMoment writes when something comes.
func WebMoment(at time.Time) string {
	day := report.DateOf(at)
	if at.Hour() == 0 && at.Minute() == 0 { // the end of the day before, as people say it
		day = day.AddDays(-1)
		return fmt.Sprintf("24:00 %s, %02d/%02d", Weekday(day.Weekday()), day.Day, int(day.Month))
	}
	return fmt.Sprintf("%02d:%02d %s, %02d/%02d", at.Hour(), at.Minute(), Weekday(day.Weekday()), day.Day, int(day.Month))
}

// WebNotice says what reminders come, to how many people and about how many
// units.
func WebNotice(kind string, people, units int) string {
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
	return fmt.Sprintf("Danh sách đơn vị mất liên lạc cho cơ quan thường trực: %d đơn vị", units)
}

// WebDigest says that a digest goes out.
func WebDigest(p report.Period, to report.Role, people int) string {
	return fmt.Sprintf("Tổng hợp %s cho %s: %d người", ShortPeriod(p), Role(to), people)
}

// WebPicture says that the leaders get the picture of a period.
func WebPicture(p report.Period, people int) string {
	return fmt.Sprintf("Ảnh toàn cảnh %s cho lãnh đạo: %d người", ShortPeriod(p), people)
}

// WebDeadlineDay says that a deadline passes.
func WebDeadlineDay(p report.Period, missing int) string {
	return fmt.Sprintf("Hết hạn %s, %d đơn vị chưa gửi", ShortPeriod(p), missing)
}

// WebLockDay says that a period is locked.
func WebLockDay(p report.Period, missing int) string {
	return fmt.Sprintf("Khóa sổ %s, %d đơn vị chưa gửi", ShortPeriod(p), missing)
}

// WebRetry says when a message is tried again.
func WebRetry(at time.Time) string { return "thử lại lúc " + at.Format("15:04:05") }

// WebLine is the begin of what waits in the outbox.
func WebLine(text string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	return Cut(first, 70)
}

// WebScene names a scene and says what is to be seen in it.
func WebScene(id string) (title, about string) {
	switch id {
	case "start":
		return "Đầu tháng", "Mọi người vừa vào hệ thống, chưa ai gửi gì: gõ thử một gương, một “Không phát sinh”."
	case "two-days":
		return "Còn hai ngày đến hạn", "40 đầu mối đã vào; một số đơn vị đã gửi, số còn lại sắp được nhắc."
	case "overdue":
		return "Quá hạn, nhắc lên cấp trên", "Đơn vị chưa gửi bị nhắc lên dự phòng, thủ trưởng; cơ quan thường trực có danh sách."
	case "quarter":
		return "Cuối quý", "Kỳ quý IV sắp đến hạn: chọn gương của quý từ các gương tháng."
	case "returned":
		return "Gương cần bổ sung", "Cơ quan thường trực vừa trả một mô hình về UBND xã Tung Qua Lìn để bổ sung."
	case "child":
		return "Gương là trẻ em", "Trường vừa gõ một gương học sinh: hệ thống hỏi đồng ý của cha mẹ và của em."
	}
	return "", ""
}

// WebTour heads a step of the guided tour and says in one sentence what is to
// be seen.
func WebTour(step string) (title, text string) {
	switch step {
	case "invite":
		return "Vào bằng một đường dẫn", "Đầu mối UBND xã Bản Lang mở đường dẫn mời, bấm Bắt đầu là vào; người không có mã mời không vào được."
	case "introduce":
		return "Giới thiệu gương trong ba phút", "Trường Mầm non Dào San trả lời từng câu hỏi ngắn, gửi kèm hai ảnh, xem lại rồi gửi; có mã số ngay."
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

// WebTourDisturbed says why the tour ended early.
func WebTourDisturbed() string {
	return "Hướng dẫn dừng ở đây vì một điện thoại trong kịch bản vừa được dùng. Có thể tự thử tiếp trên các điện thoại, hoặc bấm Xem lại."
}
