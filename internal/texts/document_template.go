package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/word"
)

// TemplateProblem tells whoever wrote a template what is wrong in it, what to do, and
// where to look.
func TemplateProblem(p word.Problem) string {
	head := ""
	if p.Tag != "" {
		head = p.Tag + ": "
	}
	where := ""
	if p.Where != "" {
		where = fmt.Sprintf(" Chỗ đó viết: “%s”", p.Where)
	}
	says := templateFault(p)
	if !strings.HasSuffix(says, "?") {
		says += "."
	}
	return fmt.Sprintf("%s%s%s (%s)", head, says, where, templatePlace(p.Part, p.Room))
}

// TemplateAgain adds to a problem in how many places of the template it is the same.
func TemplateAgain(says string, places int) string {
	return fmt.Sprintf("%s; có %d chỗ như vậy", says, places)
}

func templateFault(p word.Problem) string {
	orMeant := func(says, otherwise string) string {
		if p.Instead == "" {
			return says + "; " + otherwise
		}
		return fmt.Sprintf("%s, có phải %s?", says, p.Instead)
	}
	switch p.Fault {
	case word.Unknown:
		return orMeant("không có thẻ nào tên này", "vui lòng xem tên đúng trong mẫu có sẵn, hoặc bỏ thẻ này")
	case word.Outside:
		return templateOutside(p)
	case word.Misused:
		return templateMisused(p)
	case word.Unclosed:
		return fmt.Sprintf("chưa có thẻ đóng %s; vui lòng viết thẻ đóng ở riêng một đoạn phía sau, cùng trong thân văn bản hoặc cùng một ô", p.Instead)
	case word.Unopened:
		return fmt.Sprintf("chưa có thẻ mở %s; vui lòng viết thẻ mở ở riêng một đoạn phía trước, cùng trong thân văn bản hoặc cùng một ô", p.Instead)
	case word.Apart:
		return "thẻ mở và thẻ đóng không cùng chỗ, hoặc chéo với một phần khác; vui lòng đặt hai thẻ cùng chỗ, mỗi thẻ riêng một đoạn, phần trong nằm gọn trong phần ngoài"
	case word.Cells:
		return fmt.Sprintf("thẻ mở và thẻ đóng không ở cùng một ô; muốn lặp hàng của bảng, vui lòng bỏ hai thẻ này và viết trong hàng các thẻ có tên danh sách đứng trước, như {{%s.…}}", p.Name)
	case word.Controlled:
		return "khung nội dung (Content Control) chỉ chứa một trong hai thẻ mở và đóng; vui lòng bấm chuột phải vào khung, chọn Xóa Điều khiển Nội dung (Remove Content Control)"
	case word.Swapped:
		return "thẻ đóng đứng trước thẻ mở; vui lòng đổi chỗ hai thẻ"
	case word.NotAlone:
		return "thẻ này phải đứng riêng một đoạn; vui lòng bấm Enter trước và sau thẻ"
	case word.Malformed:
		return orMeant("thẻ viết chưa đúng", "vui lòng viết như {{tên_thẻ}}, đủ hai dấu ngoặc mỗi bên, hoặc bỏ dấu ngoặc")
	case word.Doubtful:
		return orMeant("chỗ này không phải thẻ nên sẽ in nguyên như vậy", "vui lòng kiểm tra")
	case word.Tracked:
		return "Mẫu còn các thay đổi đang theo dõi (Track Changes), văn bản lập ra cũng có. Vui lòng mở mẫu bằng Word, vào Xem lại (Review), bấm Chấp nhận tất cả thay đổi (Accept All Changes) rồi lưu lại"
	case word.Commented:
		return "Mẫu còn bình luận (Comment) của người soạn, văn bản lập ra cũng có. Vui lòng mở mẫu bằng Word, vào Xem lại (Review), bấm Xóa tất cả bình luận (Delete All Comments) rồi lưu lại"
	case word.Protected:
		return "Mẫu đang bật hạn chế sửa hoặc chỉ đọc, văn bản lập ra cũng bị khóa, không sửa được trước khi ký. Vui lòng mở mẫu bằng Word, vào Xem lại (Review), Hạn chế Chỉnh sửa (Restrict Editing), bấm Dừng Bảo vệ (Stop Protection); nếu Word vẫn hỏi mở chỉ đọc thì vào Tệp (File), Thông tin (Info), Bảo vệ Tài liệu (Protect Document), bỏ Luôn Mở Chỉ Đọc (Always Open Read-Only); rồi lưu lại"
	case word.Updated:
		return "thẻ nằm trong một trường (Field), Word tính lại thì nội dung đã điền sẽ mất; vui lòng bấm vào đó, bấm Ctrl+Shift+F9 để thành chữ thường"
	case word.Bound:
		return "thẻ nằm trong khung nội dung (Content Control) gắn với thuộc tính của tệp, như Tiêu đề, nên Word sẽ thay bằng thuộc tính đó; vui lòng bấm chuột phải vào khung, chọn Xóa Điều khiển Nội dung (Remove Content Control)"
	default: // word.Unfilled
		if p.Part == word.Diagram || p.Part == word.Chart {
			return "chương trình không điền được chữ trong hình này, thẻ sẽ in nguyên như vậy; vui lòng chuyển thẻ ra chữ của văn bản, ô của bảng hoặc hộp chữ (Text Box)"
		}
		return "thẻ ở chỗ chương trình không điền được (mã trường, hình mờ, mô tả hình); vui lòng chuyển thẻ ra chữ của văn bản"
	}
}

func templateOutside(p word.Problem) string {
	var lists []string
	for _, list := range p.Lists {
		lists = append(lists, fmt.Sprintf("{{#%s}} và {{/%s}}", list, list))
	}
	if p.Part != word.Body && len(lists) > 0 {
		return fmt.Sprintf("thẻ này có nội dung cho từng mục của một danh sách, mà %s không thuộc mục nào; vui lòng chuyển thẻ vào thân văn bản, giữa %s, hoặc bỏ thẻ", templatePlace(p.Part, ""), strings.Join(lists, ", giữa "))
	}
	s := "thẻ này chỉ dùng được giữa " + strings.Join(lists, ", giữa ")
	if p.Instead != "" {
		s += fmt.Sprintf("; trong hàng của bảng thì viết %s", p.Instead)
	}
	return s
}

func templateMisused(p word.Problem) string {
	switch {
	case strings.HasPrefix(p.Instead, "{{/"):
		return fmt.Sprintf("đã có thẻ mở ở trên, có phải %s?", p.Instead)
	case strings.HasPrefix(p.Instead, "{{#"), strings.HasPrefix(p.Instead, "{{?"):
		return fmt.Sprintf("tên này là của cả một phần; vui lòng viết %s ở riêng một đoạn trước phần đó và {{/%s}} ở riêng một đoạn sau phần đó", p.Instead, p.Name)
	}
	return fmt.Sprintf("tên này chỉ là một nội dung, không phải một phần; vui lòng viết %s và bỏ thẻ đóng", p.Instead)
}

// templatePlace names a place of a document as people know it.
func templatePlace(part word.Part, room word.Room) string {
	place := map[word.Part]string{
		word.Body: "thân văn bản", word.Header: "đầu trang", word.FirstHeader: "đầu trang của trang thứ nhất", word.EvenHeader: "đầu trang của trang chẵn",
		word.Footer: "chân trang", word.FirstFooter: "chân trang của trang thứ nhất", word.EvenFooter: "chân trang của trang chẵn",
		word.Footnotes: "chú thích cuối trang", word.Endnotes: "chú thích cuối văn bản", word.Comments: "bình luận",
		word.Diagram: "sơ đồ SmartArt", word.Chart: "biểu đồ",
	}[part]
	switch room {
	case word.Cell:
		return "ô của bảng, " + place
	case word.Box:
		return "hộp chữ, " + place
	case word.Control:
		return "khung nội dung, " + place
	}
	return place
}

// TemplateNotWord says that the file of a template is no Word document, and what to do
// with what it is: by the names of package docx, and a few more.
func TemplateNotWord(path, kind string) string {
	const save = "Vui lòng mở bằng Word, chọn Lưu thành (Save As), loại Word Document (*.docx), rồi ghi tên tệp mới vào cấu hình."
	says := map[string]string{
		"doc":     "là tệp Word đời cũ (.doc). " + save,
		"rtf":     "là tệp RTF. " + save,
		"odt":     "là tệp của LibreOffice (.odt). Vui lòng mở tệp, chọn Lưu thành (Save As), loại Word 2007-365 (.docx), rồi ghi tên tệp mới vào cấu hình.",
		"html":    "là trang web. " + save,
		"xml":     "là tệp Word dạng XML. " + save,
		"macro":   "có chứa macro (.docm), bot không dùng. " + save,
		"strict":  "lưu ở dạng Strict Open XML. Vui lòng mở bằng Word, chọn Lưu thành (Save As), loại Word Document (*.docx), không chọn Strict Open XML Document.",
		"foreign": "do chương trình khác tạo, cách viết khác Word. " + save,
		"pdf":     "là tệp PDF, không sửa thành mẫu được. Vui lòng dùng tệp Word gốc (.docx) của văn bản đó, hoặc lấy mẫu có sẵn bằng guongsang export-template.",
		"locked":  "có mật khẩu nên không đọc được. Vui lòng mở bằng Word, bỏ mật khẩu ở Tệp (File) - Thông tin (Info) - Bảo vệ tài liệu (Protect Document), rồi lưu lại.",
		"xlsx":    "là bảng tính, không phải văn bản Word. Vui lòng kiểm tra đường dẫn, hoặc lấy mẫu có sẵn bằng guongsang export-template.",
		"pptx":    "là bản trình chiếu, không phải văn bản Word. Vui lòng kiểm tra đường dẫn, hoặc lấy mẫu có sẵn bằng guongsang export-template.",
		"empty":   "không có gì bên trong (0 byte). Vui lòng chép lại tệp.",
		"temp":    "là tệp tạm của Word khi văn bản đang mở. Vui lòng đóng Word và ghi tên tệp không có ~$ ở đầu.",
		"damaged": "bị hỏng hoặc chép chưa xong. Vui lòng mở thử bằng Word; mở được thì lưu lại, không được thì chép lại tệp.",
	}[kind]
	if says == "" {
		says = "không phải tệp Word (.docx). " + save
	}
	return fmt.Sprintf("tệp mẫu “%s” %s", path, says)
}

// TemplateWarning says that a template can be used and leaves something in documents
// that nobody wants there.
func TemplateWarning(says string) string { return "Lưu ý: " + says }
