package texts

import "guongsang/internal/report"

// DraftHead heads what is said of a draft that is not open.
func DraftHead(d report.Draft) string { return "Bản nháp " + DraftName(d) }

// PictureFault says of a picture that cannot be shown in a document what to do
// about it. The file is kept as it came in every case but the last: "" is one
// that could not be fetched.
func PictureFault(fault string) string {
	switch fault {
	case "heic":
		return "Ảnh HEIC (iPhone) đã được giữ nhưng chưa in được vào báo cáo: vui lòng gửi lại ảnh đó bằng mục “Ảnh”, không phải mục “Tệp”."
	case "huge":
		return "Có ảnh kích thước quá lớn, đã được giữ nhưng chưa in được vào báo cáo: vui lòng gửi lại ảnh đó bằng mục “Ảnh”, không phải mục “Tệp”."
	case "slow":
		return "Có ảnh phải mở quá lâu, đã được giữ nhưng chưa in được vào báo cáo: vui lòng gửi lại ảnh đó bằng mục “Ảnh”, không phải mục “Tệp”."
	case "damaged":
		return "Có ảnh bị hỏng, tệp đã được giữ nhưng không in được vào báo cáo: vui lòng mở thử ảnh trên máy rồi gửi lại."
	case "":
		return "Có ảnh chưa tải về được: vui lòng gửi lại ảnh đó."
	}
	return "Có ảnh thuộc định dạng lạ, đã được giữ nhưng chưa in được vào báo cáo: vui lòng gửi lại bằng mục “Ảnh”, hoặc gửi tệp JPG, PNG."
}
