package texts

import (
	"fmt"
	"strings"
)

// What the operator reads about documents and their templates.

// TemplateMissing says that the file of a template is not there.
func TemplateMissing(path string) string {
	return fmt.Sprintf("không tìm thấy tệp mẫu “%s”. Vui lòng sửa đường dẫn, hoặc để trống để dùng mẫu có sẵn.", path)
}

// TemplateUnread says that the file of a template cannot be read.
func TemplateUnread(path string) string {
	return fmt.Sprintf("không đọc được tệp mẫu “%s”. Vui lòng kiểm tra quyền đọc; tệp mẫu phải là một tệp Word không quá 10 MB.", path)
}

// TemplateOverLimit says that a template holds more than is read; the limit is
// named as package opc does, "" stands for the time, in seconds.
func TemplateOverLimit(path, limit string, most int64) string {
	var holds string
	switch limit {
	case "":
		holds = fmt.Sprintf("đọc mất hơn %d giây", most)
	case "bytes in the file":
		holds = fmt.Sprintf("lớn hơn %d MB", most>>20)
	case "bytes unpacked", "bytes unpacked in one part":
		holds = fmt.Sprintf("lớn hơn %d MB khi giải nén", most>>20)
	case "elements":
		holds = fmt.Sprintf("có hơn %s phần tử", Number(int(most)))
	case "parts":
		holds = fmt.Sprintf("gồm hơn %s phần", Number(int(most)))
	case "bytes in the name of a part":
		holds = fmt.Sprintf("có phần mang tên dài quá %s ký tự", Number(int(most)))
	case "relationships of one part":
		holds = fmt.Sprintf("có hơn %s liên kết", Number(int(most)))
	case "bytes in one tag or text":
		holds = fmt.Sprintf("có đoạn dài hơn %d MB", most>>20)
	default:
		holds = "cần hơn 256 MB bộ nhớ để đọc"
	}
	return fmt.Sprintf("tệp mẫu “%s” %s. Vui lòng bỏ bớt nội dung không cần, rồi lưu lại bằng Word với dạng .docx.", path, holds)
}

// TemplatesBuiltIn says that no template of the agency is in use.
func TemplatesBuiltIn() string { return "\nMẫu văn bản: có sẵn trong chương trình." }

// PDFBy says that a PDF is made beside each Word document.
func PDFBy(program string) string {
	return "Bản PDF: lập kèm mỗi văn bản Word bằng LibreOffice (" + program + ")."
}

// PDFMissing says that none can be, and what to do.
func PDFMissing(path string) string {
	where := "máy này chưa có LibreOffice"
	if path != "" {
		where = "không có LibreOffice tại documents.soffice (" + path + ")"
	}
	return "Bản PDF: " + where + " nên văn bản chỉ có bản Word. Cần bản PDF thì cài LibreOffice (cai-dat.md, mục 18) rồi chạy lại; không cần thì ghi documents.pdf: off."
}

// PDFOff says that none is wanted.
func PDFOff() string {
	return "Bản PDF: tắt (documents.pdf: off), văn bản chỉ có bản Word."
}

// TemplatesOwn heads the templates of the agency.
func TemplatesOwn() string { return "\nMẫu văn bản của cơ quan:" }

// TemplateGood says that a template of the agency can be used, what is to be looked at
// in it, and what it does not show.
func TemplateGood(key, path string, warnings, unused []string) string {
	s := fmt.Sprintf("  %s: %s, dùng được.", key, path)
	for _, w := range warnings {
		s += "\n    " + TemplateWarning(w)
	}
	if len(unused) > 0 {
		s += "\n    " + TemplateUnused(unused)
	}
	return s
}

// AboutReport is about report.
func AboutReport() string {
	return "Lập văn bản, bảng, ảnh của một kỳ khi bot đang dừng. Loại: report (báo cáo tổng hợp), workbook (bảng theo dõi), " +
		"summary (ảnh tóm tắt), board (ảnh tổng quan), chart (biểu đồ), urge (công văn đôn đốc); không ghi -kind là tất cả. -force: ghi đè tệp đã có."
}

// UsageReport is how report is called.
func UsageReport() string { return "-period KỲ [-out THƯ_MỤC] [-kind LOẠI,LOẠI] [-force]" }

// WhichPeriod says how a period is written.
func WhichPeriod(value string) string {
	s := "Vui lòng ghi kỳ: -period 2026-11 là tháng 11 năm 2026, -period 2026-Q4 là quý IV năm 2026."
	if value != "" {
		return fmt.Sprintf("Kỳ %q chưa đúng. ", value) + s
	}
	return s
}

// WhichKinds lists the documents of a period.
func WhichKinds(value string, kinds []string, near string) string {
	s := fmt.Sprintf("Không có loại văn bản %q. Vui lòng ghi -kind với một hay nhiều loại, cách nhau bằng dấu phẩy: %s.", value, strings.Join(kinds, ", "))
	if near != "" {
		s += fmt.Sprintf(" Có phải ý là %s?", near)
	}
	return s
}

// BusyReport says how documents are made while the bot runs.
func BusyReport() string {
	return "Bot đang chạy và giữ dữ liệu, nên chưa lập được từ dòng lệnh.\n" +
		"Vui lòng mở Tình hình trong Telegram và bấm " + ToPapers() + ", hoặc dừng bot rồi chạy lại lệnh này."
}

// NoRecords says that there is nothing to make documents from.
func NoRecords(dir string) string {
	return fmt.Sprintf("Chưa có dữ liệu trong thư mục %s nên chưa làm được. Vui lòng kiểm tra storage.path và thư mục đang đứng.", dir)
}

// FilesThere says that files would be overwritten.
func FilesThere(paths []string) string {
	return "Các tệp sau đã có nên chưa ghi gì:\n  " + strings.Join(paths, "\n  ") +
		"\nVui lòng chọn thư mục khác bằng -out, hoặc thêm -force để ghi đè."
}

// AboutExportTemplate is about export-template.
func AboutExportTemplate() string {
	return "Lấy các mẫu văn bản Word có sẵn ra tệp để cơ quan sửa. -force: ghi đè tệp đã có."
}

// UsageExportTemplate is how export-template is called.
func UsageExportTemplate() string { return "[-out THƯ_MỤC] [-force]" }

// TemplatesExported says what to do with exported templates.
func TemplatesExported() string {
	return "Sửa trong Word và giữ các thẻ {{...}}; ghi đường dẫn vào phần templates của tệp cấu hình; kiểm tra bằng guongsang check."
}
