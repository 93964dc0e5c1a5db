package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/report"
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
	return "Chữ trong tin bị hỏng phông nên chưa ghi được. Vui lòng gõ lại, có dấu, ngay tại đây."
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

// CannotSkip says that a question has to be answered.
func CannotSkip() string {
	return "Câu này cần có câu trả lời mới gửi được. Chưa rõ thì nhắn lưu nháp, bổ sung sau."
}

// Doubt asks whether a text is an answer, or says where to go: "back", "skip",
// "stop", "none"; or whether it tells something, "summary".
func (o Office) Doubt(typed, field, steer string) string {
	if steer == "summary" {
		return fmt.Sprintf("“%s”\nNội dung này chưa được ghi. Ghi vào phần tóm tắt, hay chọn câu trả lời cho mục %s?", Excerpt(typed, 1000), field)
	}
	return fmt.Sprintf("“%s” là nội dung của mục %s, hay %s muốn việc khác?", Excerpt(typed, 200), field, o.You)
}

// ToTakeAnswer is the button that takes a doubtful text for an answer.
func ToTakeAnswer(field string) string { return "Ghi vào mục " + field }

// ToSteer is the button that goes where a doubtful text may say; needed says that
// the question has to be answered.
func ToSteer(steer string, needed bool) string {
	switch {
	case steer == "back":
		return ToBack
	case steer == "stop":
		return ToSave
	case steer == "summary":
		return "Ghi vào tóm tắt"
	case steer == "none" && needed:
		return "Đơn vị không có gương"
	}
	return ToSkip
}

// CannotPass says that a question of the agency's has to be answered.
func CannotPass() string {
	return "Câu này cần có câu trả lời; muốn dừng thì nhắn: thôi."
}

// PressToConfirm answers who says yes where a button is to be pressed.
func PressToConfirm() string {
	return "Muốn xác nhận, vui lòng bấm nút bên dưới; muốn ghi nội dung khác thì nhắn lại cả câu."
}

// DoubtReason asks whether a text is the reason that was asked for.
func (o Office) DoubtReason(typed string) string {
	return fmt.Sprintf("“%s” là nội dung cần ghi, hay %s muốn việc khác?", Excerpt(typed, 200), o.You)
}

// ToTakeReason is the button that takes a doubtful text for the reason.
const ToTakeReason = "Ghi nội dung này"

// ToMean is the button by which a doubtful text steers, or asks for something.
func ToMean(what string) string {
	switch what {
	case "back":
		return ToBack
	case "stop":
		return "Dừng lại"
	case "person":
		return "Tìm người này"
	case "unit":
		return "Xem đơn vị này"
	case "report":
		return "Lập văn bản"
	}
	return ToSkip
}

// SentBelow stands in place of a preview that was sent.
func SentBelow(e report.Example) string {
	return fmt.Sprintf("Đã gửi “%s”. Tin xác nhận ở bên dưới.", Excerpt(e.Content.Title, 60))
}

// Evening is told from the word for "I" by its mark alone.
const Evening = "tối"

// Villages are the words before the name of a village, folded: with their marks
// they are not another word.
var Villages = []string{"bản", "thôn", "tổ dân phố", "khu phố", "xóm", "khu"}

// OnlyInitials refuses a name that is nothing but initials.
func OnlyInitials() string {
	return "Tên mới có chữ cái đầu. Vui lòng ghi đầy đủ họ và tên, ví dụ: Lò Thị Xuân An."
}
