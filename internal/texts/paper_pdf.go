package texts

import (
	"strings"

	"guongsang/internal/report"
)

// PDFCaption stands under the PDF of a Word document.
func PDFCaption(kind string, p report.Period) string {
	return strings.Replace(PaperCaption(kind, p), "(Word)", "(PDF)", 1)
}

// PapersWithoutPDF says, where documents are asked for, that there will be no PDF.
func PapersWithoutPDF() string {
	return "Máy chủ chưa có LibreOffice nên văn bản chỉ có bản Word. Cần bản PDF, vui lòng mở tệp Word, chọn Lưu thành, dạng PDF."
}

// PDFNotMade stands under a Word document whose PDF could not be made.
func PDFNotMade() string {
	return "Lần này chưa lập được bản PDF. Văn bản Word vẫn đầy đủ; cần bản PDF, vui lòng mở tệp Word, chọn Lưu thành, dạng PDF."
}

// PDFTooLarge stands under a Word document whose PDF is too large to be sent.
func PDFTooLarge() string {
	return "Bản PDF quá lớn nên không gửi được. Văn bản Word vẫn đầy đủ; cần bản PDF, vui lòng mở tệp Word, chọn Lưu thành, dạng PDF."
}
