package texts

import "fmt"

// PhotosSeen says how many photos of a document have been looked at.
func PhotosSeen(done, all int) string {
	return fmt.Sprintf("Đã xem %s/%s ảnh.", Number(done), Number(all))
}

// PhotosUnderWay says how many photos have been made smaller.
func PhotosUnderWay(done, all int) string {
	return fmt.Sprintf("Đã thu nhỏ %s/%s ảnh để tệp gửi được.", Number(done), Number(all))
}

// VolumeUnderWay says which part of a document is being made.
func VolumeUnderWay(n, of int) string { return "Đang lập " + lower(Volume(n, of)) + "." }

// PDFUnderWay says that a document is being converted, and for how many seconds.
func PDFUnderWay(seconds int) string {
	return fmt.Sprintf("Đã xong bản Word; đang chuyển sang PDF, đã %d giây.", seconds)
}
