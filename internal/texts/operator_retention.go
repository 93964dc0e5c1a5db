package texts

import "fmt"

// UsageRetention is how bot retention is called.
func UsageRetention() string { return "[-preview]" }

// AboutRetention says what it does.
func AboutRetention() string {
	return "xóa dữ liệu đã hết thời hạn lưu (mục retention)"
}

// DetailRetention says what its flags mean.
func DetailRetention() string {
	return "-preview: chỉ cho xem sẽ xóa những gì, không xóa\nBot đang chạy tự xóa mỗi ngày một lần; lệnh này dùng khi bot đã dừng."
}

// BusyRetention is said while the bot runs.
func BusyRetention() string {
	return "Bot đang chạy và tự xóa theo thời hạn mỗi ngày. Xem trước ở Quản trị, " + LabelRetention + "; hoặc dừng bot rồi chạy lại lệnh này."
}

// Retained says how much was erased.
func Retained(records int) string {
	return fmt.Sprintf("Đã xóa %s mục quá hạn; phần trống của tệp dữ liệu đã được ghi đè.", Number(records))
}
