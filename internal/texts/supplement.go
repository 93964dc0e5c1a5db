package texts

import (
	"fmt"

	"guongsang/internal/report"
)

// OfferSupplement asks whether what was typed is to be added to an example, in that field.
func OfferSupplement(e report.Example, typed, field string) string {
	if e.Review != report.Returned {
		return fmt.Sprintf("“%s”\nBổ sung vào gương đã gửi: %s (%s), mục %s?", Cut(typed, 600), Excerpt(e.Content.Name, 40), e.Number, field)
	}
	return fmt.Sprintf("“%s”\nGương %s (%s) đang cần bổ sung: %s\nBổ sung nội dung trên vào mục %s?", Cut(typed, 600), Excerpt(e.Content.Name, 40), e.Number, Excerpt(e.Reason, 300), field)
}

// AskAttach asks whether files belong to an example that waits for more.
func AskAttach(e report.Example) string {
	return fmt.Sprintf("Gương %s (%s) đang cần bổ sung: %s\nThêm vào gương này, hay viết gương mới?", Excerpt(e.Content.Name, 40), e.Number, Excerpt(e.Reason, 300))
}

// NotNamedSent asks so of the only one that it may be, when nobody of that name was sent.
func NotNamedSent(e report.Example, typed string) string {
	return fmt.Sprintf("“%s”\nKhông thấy tên này trong các gương đã gửi. Bổ sung vào gương %s (%s), hay tạo bản nháp mới?", Cut(typed, 600), Excerpt(e.Content.Name, 40), e.Number)
}

// AskWhichSent asks to which example what was typed is to be added.
func AskWhichSent(typed string) string {
	return fmt.Sprintf("“%s”\nBổ sung nội dung này vào gương nào?", Cut(typed, 600))
}

// ToAddTo is the button that adds it to that one.
func ToAddTo(e report.Example) string {
	return fmt.Sprintf("%s (%s)", Excerpt(e.Content.Name, 30), e.Number)
}

// OfferPlease asks whether the agency is to be asked for what can no longer be changed.
func OfferPlease(e report.Example, typed string) string {
	return fmt.Sprintf("“%s”\nGương %s (%s) đã được tiếp nhận nên không sửa trực tiếp được. Bấm Xin sửa để đề nghị bổ sung nội dung trên.", Cut(typed, 600), Excerpt(e.Content.Name, 40), e.Number)
}
