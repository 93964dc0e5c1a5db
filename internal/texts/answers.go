package texts

import (
	"fmt"
	"strings"
)

// Stale answers a button that belongs to something past.
func Stale() string {
	return "Nút này đã cũ, không có gì thay đổi. Vui lòng dùng tin nhắn mới nhất hoặc bấm Trợ giúp."
}

// UndoHint says to an officer how a ruling is undone.
func UndoHint() string {
	return "Quyết định vừa rồi: bấm Hoàn tác trên thẻ của gương trong 10 phút; sau đó bấm Mở lại kèm lý do. Ghi nhầm việc khác: mở lại đúng trang đó, nút bỏ ghi ở đấy."
}

// StaleAnswer answers a text that answers something past.
func StaleAnswer() string {
	return "Việc này đã thay đổi trong lúc anh/chị gõ, nên nội dung vừa gõ chưa được ghi. Vui lòng dùng tin nhắn mới nhất hoặc bấm Trợ giúp."
}

// NotSaved tells a person that an update could not be handled.
func (o Office) NotSaved(code string) string {
	return fmt.Sprintf("Tôi chưa lưu được nội dung vừa gửi. Phần đã nhập trước đó vẫn còn. "+
		"Vui lòng thử lại sau ít phút; nếu vẫn lỗi, xin liên hệ %s (mã lỗi %s).", o.Contact, code)
}

// DeadLetter tells the admin that an update was set aside.
func (o Office) DeadLetter(code string) string {
	return fmt.Sprintf("Báo quản trị: một tin gửi đến không xử lý được và đã được cất riêng, mã %s. "+
		"Người gửi đã được đề nghị thử lại. Vui lòng xem nhật ký của chương trình.", code)
}

// NamesPeriod reports whether a folded text begins with the word for a period.
func NamesPeriod(folded string) bool {
	return strings.HasPrefix(folded, "thang ") || strings.HasPrefix(folded, "quy ")
}

// Bare is a button's label without its number or mark: "2. Tập thể" and
// "✅ Gửi" are answered by typing "tập thể" and "gửi".
func Bare(label string) string {
	return strings.TrimLeft(label, "0123456789.·✓✅☑▫⬅➡↩✏➕💾❌\ufe0f ")
}
