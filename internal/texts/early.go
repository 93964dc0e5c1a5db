package texts

import "strings"

// EarlyText asks what to do with texts that were typed before the question was
// seen: for the field named, or for whatever was asked.
func EarlyText(typed []string, field string) string {
	lines := []string{"Nội dung sau được gõ khi câu hỏi chưa tới nơi:"}
	for _, s := range typed {
		lines = append(lines, "«"+Cut(s, 200)+"»")
	}
	ask := "Nội dung này được giữ lại, chưa ghi vào đâu. Dùng để trả lời câu hỏi trên?"
	if field != "" {
		ask = "Nội dung này được giữ lại, chưa ghi vào mục nào. Dùng cho mục " + field + "?"
	}
	return strings.Join(append(lines, ask), "\n")
}

// ToUseEarly is the label that uses one of them.
func ToUseEarly(typed string) string { return "Dùng «" + Cut(typed, 24) + "»" }

// The label that uses none of them.
const ToDropEarly = "Không dùng"

// EarlyDropped answers when none is used.
func EarlyDropped() string { return "Đã bỏ phần gõ trước." }

// AnswerAbove asks for the answer to a question that stands further up.
func AnswerAbove() string { return "Mời trả lời câu hỏi ở trên." }

// EarlyKnown answers a text that says again what the draft has already.
func EarlyKnown() string { return "Nội dung này đã được ghi từ lần gửi trước." }

// EarlyTooMuch answers a text that is not kept, because so many were typed
// before the question was seen.
func EarlyTooMuch() string {
	return "Câu hỏi chưa tới nơi nên nội dung vừa gõ chưa được giữ lại. Vui lòng gõ lại sau khi nhận được câu hỏi."
}
