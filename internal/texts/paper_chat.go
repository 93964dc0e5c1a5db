package texts

import (
	"fmt"

	"guongsang/internal/report"
)

// PaperUnderWay answers who asks again for what is being made.
func PaperUnderWay(kind string, p report.Period) string {
	switch kind {
	case "backup":
		return BackupBegun()
	case "erase":
		return Erasing()
	}
	return "Đang lập: " + paperOf(kind, p) + ". Tệp sẽ được gửi ngay khi xong, không cần bấm lại."
}

// PaperNotYet says that there is no such document of an example that was not
// accepted.
func PaperNotYet(kind, number string) string {
	return fmt.Sprintf("%s chưa được tiếp nhận nên chưa lập %s được. Tiếp nhận xong, vui lòng bấm lại.", number, lower(PaperName(kind)))
}

// PhotosLeftOut says under a document that some photos are not in it.
func PhotosLeftOut(n int) string {
	return fmt.Sprintf("Lưu ý: %d ảnh chưa đưa được vào văn bản (ảnh chưa tải về xong, hỏng, quá lớn hoặc thuộc định dạng không chèn được); các phần khác vẫn đầy đủ.", n)
}
