package texts

import "fmt"

// What the operator reads about all data as lines, taken out and brought back.

// AboutExport is about export.
func AboutExport() string {
	return "Xuất toàn bộ dữ liệu ra một tệp mỗi dòng một bản ghi (JSON), để chuyển máy hoặc chuyển phiên bản. -media: kèm ảnh, tệp. Cần dừng bot trước."
}

// UsageExport is how export is called.
func UsageExport() string { return "[-out THƯ_MỤC] [-media]" }

// AboutImport is about import.
func AboutImport() string {
	return "Nhập toàn bộ dữ liệu đã xuất bằng export vào thư mục dữ liệu còn trống."
}

// UsageImport is how import is called.
func UsageImport() string { return "THƯ_MỤC_ĐÃ_XUẤT" }

// Exported says what was written, and what not.
func Exported(path string, records, media int, wanted bool, missing int) string {
	s := fmt.Sprintf("Đã xuất %s bản ghi ra %s", Number(records), path)
	if wanted {
		s += fmt.Sprintf(", kèm %d ảnh và tệp.", media)
	} else {
		s += ", không kèm ảnh và tệp (thêm -media nếu cần)."
	}
	if missing > 0 {
		s += fmt.Sprintf(" Có %d ảnh, tệp không còn trên đĩa nên không xuất được.", missing)
	}
	return s + "\nTệp này có dữ liệu cá nhân: vui lòng giữ kín và xóa khi dùng xong."
}

// ImportedStore says what was brought back, and that a store of before is brought up
// to date.
func ImportedStore(store string, records, media, missing, version, program int) string {
	s := fmt.Sprintf("Đã nhập %s bản ghi vào %s, kèm %d ảnh và tệp.", Number(records), store, media)
	if missing > 0 {
		s += fmt.Sprintf(" Còn thiếu %d ảnh, tệp: có thể chép thư mục media của máy cũ vào thư mục dữ liệu.", missing)
	}
	if version < program {
		s += fmt.Sprintf("\nDữ liệu ở phiên bản %d, sẽ được nâng lên phiên bản %d khi chạy bot.", version, program)
	}
	return s + "\nCó thể chạy bot: guongsang run"
}

// LineWrong says which line of an export is wrong, by the faults of package transfer.
func LineWrong(path string, line int, fault string) string {
	const again = "Chưa nhập gì. Vui lòng chép lại tệp từ máy cũ, hoặc xuất lại bằng guongsang export."
	switch fault {
	case "is no export of this program":
		return fmt.Sprintf("%s không phải tệp do guongsang export xuất ra. Vui lòng kiểm tra đường dẫn.", path)
	case "is of a form that this program does not know":
		return fmt.Sprintf("%s do bản chương trình mới hơn xuất ra. Vui lòng dùng bản chương trình mới hơn để nhập.", path)
	case "is the last, and is no end: the file was cut off":
		return fmt.Sprintf("%s bị cắt ngang ở dòng %d: tệp chép chưa xong. %s", path, line, again)
	case "comes after the end":
		return fmt.Sprintf("%s có thêm nội dung ở dòng %d, sau dòng kết thúc. %s", path, line, again)
	case "stands where no such line can be":
		return fmt.Sprintf("%s có dòng %d không đúng chỗ. %s", path, line, again)
	}
	return fmt.Sprintf("%s đã bị sửa hoặc mất nội dung: dòng %d không còn như lúc xuất. %s", path, line, again)
}

// ImportNotEmpty says that a store is there already.
func ImportNotEmpty(dir string) string {
	return fmt.Sprintf("Thư mục %s đã có dữ liệu nên chưa nhập gì; hai nguồn dữ liệu không trộn được.\n"+
		"Vui lòng đặt storage.path vào một thư mục trống rồi nhập lại.", dir)
}

// ExportThere says that an export is there already.
func ExportThere(path string) string {
	return fmt.Sprintf("%s đã có nên chưa xuất gì. Vui lòng chọn thư mục khác bằng -out.", path)
}

// NoExportThere says that there is nothing to import.
func NoExportThere() string {
	return "Không tìm thấy tệp đã xuất. Vui lòng ghi đường dẫn của thư mục mà guongsang export đã ghi ra. Bản sao lưu (có manifest.json) thì dùng: guongsang restore THƯ_MỤC_SAO_LƯU"
}
