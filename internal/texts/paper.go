package texts

import (
	"fmt"

	"guongsang/internal/report"
)

// paperNames name the documents that can be asked for.
var paperNames = map[string]string{
	"report":   "Báo cáo tổng hợp (Word)",
	"urge":     "Công văn đôn đốc (Word)",
	"letter":   "Công văn giới thiệu (Word)",
	"workbook": "Bảng theo dõi (Excel)",
	"summary":  "Ảnh tóm tắt",
	"board":    "Ảnh tổng quan",
	"chart":    "Biểu đồ",
	"annex":    "Phụ lục I có họ tên (Word, nội bộ)",
	"nominees": "Danh sách trích ngang (Word, nội bộ)",
	"press":    "Danh sách báo chí (Word, văn bản thường)",
	"card":     "Thiệp biểu dương",
	"square":   "Thiệp vuông (Zalo)",
	"package":  "Gói tuyên truyền",
	"invites":  "Danh sách mã mời (Excel, CSV)",
	"units":    "Danh sách đơn vị (Excel, CSV)",
	"backup":   "Bản sao lưu",
	"erase":    "Việc xóa dữ liệu",
}

// PaperName names a document, as the label of its button too.
func PaperName(kind string) string { return paperNames[kind] }

// ToPapers is the button that lists the documents of a period.
func ToPapers() string { return "Văn bản, bảng, ảnh" }

// PaperGroup names documents of one kind, as the label of their button.
func PaperGroup(group string) string {
	return map[string]string{"letters": "Văn bản", "lists": "Danh sách", "pictures": "Ảnh, biểu đồ"}[group]
}

// AskInternalPaper asks whether a document with names that may not be published is to be
// made.
func AskInternalPaper(kind string, p report.Period) string {
	return paperOf(kind, p) + ".\nBản này có họ tên của người chưa đồng ý công khai, chỉ lưu hành nội bộ. Làm bản này?"
}

// LabelMakeInternal agrees to that.
const LabelMakeInternal = "Làm bản nội bộ"

// PapersAsk asks which document.
func PapersAsk(p report.Period) string {
	return "Lập văn bản nào cho " + Period(p) + "? Số và ngày của văn bản để trống cho văn thư."
}

// PaperBegun says that a document is being made.
func PaperBegun(kind string, p report.Period) string {
	switch kind {
	case "backup":
		return BackupBegun()
	case "erase":
		return Erasing()
	}
	return "Đang lập: " + paperOf(kind, p) + ". Có thể làm việc khác; tệp sẽ được gửi tại đây."
}

// PaperDone says that it was made.
func PaperDone(kind string, p report.Period) string {
	return "Đã lập xong: " + paperOf(kind, p) + "."
}

// PaperCaption stands under the file.
func PaperCaption(kind string, p report.Period) string { return paperOf(kind, p) + "." }

// PaperEmpty says that there is nothing to put into a document.
func PaperEmpty(kind string) string {
	if kind == "urge" {
		return "Không có đơn vị nào cần đôn đốc: tất cả đã gửi hoặc được tạm dừng."
	}
	if kind == "invites" {
		return NobodyToInvite()
	}
	if kind == "backup" {
		return "Chưa có thư mục sao lưu trong cấu hình nên chưa sao lưu."
	}
	if why := map[string]string{
		"annex":    "Chưa có gương nào đã tiếp nhận trong kỳ",
		"nominees": "Chưa có gương nào đã tiếp nhận mà đơn vị đề xuất biểu dương, khen thưởng",
		"press":    "Chưa có gương nào đã tiếp nhận mà được đồng ý công khai tên",
	}[kind]; why != "" {
		return why + ", nên chưa lập " + PaperName(kind) + "."
	}
	return "Chưa có gương nào để lập " + PaperName(kind) + ". Có gương rồi, vui lòng bấm lại."
}

// PaperFailed says that a document could not be made.
func (o Office) PaperFailed(kind string, p report.Period) string {
	switch kind {
	case "extended":
		return fmt.Sprintf("Đã gia hạn báo cáo %s, nhưng chưa thông báo được cho tất cả đầu mối. Vui lòng báo trực tiếp cho các đơn vị chưa gửi; nếu cần, xin liên hệ %s.",
			Period(p), o.Contact)
	case "revoke":
		return fmt.Sprintf("Chưa thu hồi được hết mã mời của người vừa thôi nhiệm vụ. Các mã này không dùng được; nếu người đó được mời lại trong 14 ngày, "+
			"vui lòng thu hồi trong mục Mã chưa dùng hoặc liên hệ %s.", o.Contact)
	case "erase":
		return ErasingFailed
	case "invites":
		return fmt.Sprintf("Chưa lập được danh sách mã mời; mã cũ chưa dùng của các đơn vị này có thể đã hết hiệu lực. "+
			"Vui lòng tạo lại danh sách; nếu vẫn lỗi, xin liên hệ %s.", o.Contact)
	}
	if kind == "backup" {
		return fmt.Sprintf("Chưa sao lưu được. Bot và dữ liệu đang dùng không bị ảnh hưởng. Vui lòng kiểm tra dung lượng ổ đĩa và quyền ghi thư mục sao lưu; nếu vẫn lỗi, xin liên hệ %s.", o.Contact)
	}
	return fmt.Sprintf("Chưa lập được %s. Dữ liệu không bị ảnh hưởng. Vui lòng thử lại sau; nếu vẫn lỗi, xin liên hệ %s.", paperOf(kind, p), o.Contact)
}

func paperOf(kind string, p report.Period) string {
	if p == (report.Period{}) {
		return PaperName(kind)
	}
	return PaperName(kind) + ", " + Period(p)
}

// PaperTitle names a document in the properties of its file.
func PaperTitle(kind string, p report.Period) string { return Cap(PaperName(kind)) + " " + Period(p) }

// PaperFile is the name of a document as a file, without its ending: letters
// without diacritics, for every system and every mail program.
func PaperFile(kind string, p report.Period, ref string, page, pages int) string {
	name := map[string]string{
		"report": "bao-cao", "urge": "cong-van-don-doc", "letter": "cong-van-gioi-thieu", "slip": "phieu-gioi-thieu", "workbook": "bang-theo-doi",
		"annex": "phu-luc-noi-bo", "nominees": "danh-sach-trich-ngang", "press": "danh-sach-bao-chi",
		"summary": "tom-tat", "board": "tong-quan", "chart": "bieu-do", "card": "thiep-bieu-duong", "square": "thiep-vuong", "package": "goi-tuyen-truyen",
	}[kind]
	if p != (report.Period{}) {
		name += "-" + p.String()
	}
	if ref != "" {
		name += "-" + ref
	}
	if pages > 1 {
		name += fmt.Sprintf("-%d", page)
	}
	return name
}
