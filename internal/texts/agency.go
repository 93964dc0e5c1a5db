package texts

import "fmt"

// Menu words of the agency.
const (
	WordQueue     = "Chờ xem"
	WordSituation = "Tình hình"
	WordBehalf    = "Ghi nhận thay"
	WordExtend    = "Gia hạn"
	WordPause     = "Tạm dừng"
	WordInvite    = "Mời"
	WordUnits     = "Đơn vị"
	WordHandover  = "Bàn giao"
	WordLeave     = "Thôi làm đầu mối"
	WordAdmin     = "Quản trị"
)

// Labels that several flows share.
const (
	LabelCancel = "Thôi"
	LabelSkip   = "Bỏ qua"
	LabelRemove = "Gỡ"
)

// NotForYou answers a word that belongs to another role.
func (o Office) NotForYou() string {
	return fmt.Sprintf("Việc này dành cho người có vai trò khác. Bấm Trợ giúp để xem các việc của %s.", o.You)
}

// AgencyHelp is what the agency can do, and its admins.
func AgencyHelp(admin bool) string {
	text := "Chờ xem (/choxem): xem, tiếp nhận hoặc trả lại gương.\n" +
		"Tình hình (/tinhhinh): tổng hợp, danh sách đơn vị, nhắc ngay.\n" +
		"Báo cáo (/baocao): tháng, quý, 6 tháng, năm; xem và sửa phần đánh giá trước khi lập.\n" +
		"Ghi nhận thay (/ghinhan): nhập thay khi đơn vị gửi bằng giấy, Zalo, điện thoại; hoặc chuyển tiếp tin, ảnh, tệp Word của đơn vị vào đây.\n" +
		"Tuyên truyền: các gương đã chọn, trình lãnh đạo, đăng, gỡ.\n" +
		"Gia hạn (/giahan), Tạm dừng (/tamdung).\n" +
		"Mời (/moi): cấp mã mời cho đầu mối, thủ trưởng, trưởng khối.\n" +
		"Đơn vị (/donvi): người phụ trách; gửi tệp CSV hoặc Excel để cập nhật danh sách.\n" +
		"Tìm (/tim) hoặc nhắn thẳng tên, mã số, đơn vị, chữ bất kỳ, ví dụ: A Páo; hiến đất tháng 10."
	if admin {
		text += "\nQuản trị (/quantri): bot đang chạy thế nào; người của cơ quan thường trực. Nhật ký (/nhatky)."
	}
	return text
}

// LeftAsIs answers who leaves a flow.
func LeftAsIs() string { return "Đã dừng. Không có gì thay đổi." }

// AskForUnit asks for a unit.
func AskForUnit() string {
	return "Đơn vị nào? Vui lòng nhập mã hoặc một phần tên (không cần dấu), ví dụ: dao san."
}

// NoUnitFound says that nothing fits.
func NoUnitFound(text string) string {
	return fmt.Sprintf("Không tìm thấy đơn vị nào khớp “%s”. Vui lòng nhập mã hoặc một phần tên khác.", Cut(text, 40))
}

// SeveralUnits offers what fits.
func SeveralUnits(more int) string {
	if more > 0 {
		return fmt.Sprintf("Chọn đơn vị, hoặc nhập thêm chữ cho rõ hơn (còn %s đơn vị khác cũng khớp):", Number(more))
	}
	return "Chọn đơn vị:"
}
