package texts

import (
	"fmt"

	"guongsang/internal/report"
)

// Labels of the import.
const (
	LabelApply = "Áp dụng"
	LabelDrop  = "Bỏ"
)

// ListComing says that a list was taken and is being read.
func ListComing(name string) string {
	return fmt.Sprintf("Đã nhận tệp %s, đang đọc. Tôi sẽ cho xem thay đổi trước khi áp dụng.", Cut(name, 60))
}

// ListReading says that a list is being read again.
func ListReading() string { return "Đang đọc lại danh sách đơn vị…" }

// AskIsList asks what a table is that came while a draft was open.
func AskIsList(name string) string {
	return fmt.Sprintf("Tệp %s là danh sách đơn vị, hay là tệp kèm theo gương đang viết?", Cut(name, 60))
}

// What may be answered to AskIsList.
const (
	LabelIsList = "Danh sách đơn vị"
	LabelIsFile = "Kèm theo gương"
)

// HeldJoins says that a file goes with the draft.
func HeldJoins(name string) string {
	return fmt.Sprintf("Tệp %s kèm theo gương đang viết.", Cut(name, 60))
}

// ListNotCome says that a file could not be fetched.
func ListNotCome() string {
	return "Chưa tải được tệp này. Danh sách đơn vị giữ nguyên; vui lòng gửi lại tệp."
}

// ListPreview heads what an import would do.
func ListPreview() string { return "Xem trước danh sách đơn vị" }

// ListSame says that an import would change nothing.
func ListSame(units int) string {
	return fmt.Sprintf("Tệp có %s đơn vị, giống hệt danh sách hiện tại. Không có gì cần áp dụng.", Number(units))
}

// ListPastPreview refuses a preview whose directory has changed since.
func ListPastPreview() string {
	return "Danh sách đơn vị đã thay đổi sau bản xem trước này, hoặc bản này đã được áp dụng. Không có gì thay đổi thêm; nếu cần, vui lòng gửi lại tệp."
}

// ListApplied confirms an import.
func ListApplied(written int) string {
	return fmt.Sprintf("Đã áp dụng: %s đơn vị được thêm hoặc thay đổi.", Number(written))
}

// ListApplying says that an import is under way.
func ListApplying() string { return "Đang áp dụng danh sách đơn vị…" }

// ListStopped says that a list is not read, because the program ended twice
// while it was.
func ListStopped() string {
	return "Tệp này không đọc được: chương trình đã hai lần phải khởi động lại khi đang đọc. Vui lòng chép riêng danh sách đơn vị sang tệp mới rồi gửi lại."
}

// ListDropped says that nothing was applied.
func ListDropped() string { return "Đã bỏ. Danh sách đơn vị giữ nguyên." }

// ListFaultsFile names the file of what is wrong with a list.
func ListFaultsFile() string { return "dong-can-sua.txt" }

// ListExported goes with the export.
func ListExported(units int) string {
	return fmt.Sprintf("Danh sách %s đơn vị hiện có. Sửa trong tệp rồi gửi lại vào đây để cập nhật.", Number(units))
}

// ListTemplate goes with the empty form.
func ListTemplate() string {
	return "Mẫu danh sách đơn vị. Bắt buộc có mã và tên; cột Tháng, Quý ghi x nếu đơn vị phải gửi; cột không dùng có thể xóa. Điền xong, vui lòng gửi lại vào đây."
}

// ListFile names the exported list.
func ListFile(d report.Date, ext string) string { return "don-vi-" + d.String() + ext }

// ListTemplateFile names the empty form.
func ListTemplateFile(ext string) string { return "mau-don-vi" + ext }

// ListColumns head the list of units, as it is read again.
func ListColumns() []string {
	return []string{"Mã", "Tên đơn vị", "Loại", "Khối thi đua", "Tháng", "Quý", "Chỉ tiêu tháng", "Chỉ tiêu quý", "Phân kỳ", "Từ ngày", "Đến ngày", "Đơn vị kế thừa", "Cấp trên", "Ký hiệu văn bản", "Thể thức văn bản", "Tập huấn từ"}
}

// ListSample is one row of the empty form.
func ListSample() []string {
	return []string{"PT001", "Tên đơn vị mẫu (xóa dòng này)", "xã", "Khối 1", "x", "x", "", "", "", "", "", "", "", "", "", ""}
}

// FaultsInFile says that the list of what is wrong goes on in a file.
func FaultsInFile(more int) string {
	return fmt.Sprintf("… và %s chỗ khác, xem tệp kèm theo.", Number(more))
}
