package texts

import (
	"fmt"
	"strings"
)

// Corrected says that another field was changed than the one asked for.
func Corrected(field, value string) string {
	return fmt.Sprintf("Đã ghi %s: “%s”.", field, Excerpt(value, 80))
}

// Told says that a text became the summary, and what else was taken from it.
func Told(taken []Said) string {
	text := "Đã ghi nội dung này vào phần tóm tắt."
	var parts []string
	for _, s := range taken {
		parts = append(parts, s.Field+": "+Excerpt(s.Value, 60))
	}
	if len(parts) > 0 {
		text += " Đọc được: " + strings.Join(parts, "; ") + ". Chưa đúng thì nhắn lại, ví dụ: tên: Lò Thị Mai."
	}
	return text
}

// WhichConsent asks what was agreed to, when only that something was is said.
func WhichConsent() string { return "Đồng ý cả tên và ảnh, hay chỉ tên?" }

// BrokenLetters refuses a text whose letters were destroyed.
func BrokenLetters() string {
	return "Chữ trong tin bị hỏng (lỗi phông chữ) nên chưa ghi được. Vui lòng gõ lại bằng tiếng Việt có dấu Unicode."
}

// HelpAt explains what can be done at a question, to somebody who does not know.
func HelpAt(choices, needed bool) string {
	text := "Vui lòng gõ câu trả lời theo ví dụ dưới đây"
	if choices {
		text = "Vui lòng bấm một nút dưới đây, hoặc gõ số thứ tự của nút"
	}
	if !needed {
		text += "; chưa rõ thì bấm Bỏ qua"
	}
	return text + ". Có thể bấm Quay lại để sửa câu trước, hoặc nhắn lưu nháp để làm sau."
}

// NotUnderstoodAt repeats what was not understood.
func NotUnderstoodAt(typed string) string { return "Chưa hiểu “" + Excerpt(typed, 200) + "”." }
