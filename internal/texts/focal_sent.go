package texts

import (
	"cmp"
	"fmt"
	"strings"

	"guongsang/internal/report"
)

// NothingSent says that a unit sent nothing yet.
func NothingSent(unit string) string {
	return fmt.Sprintf("Chưa có gương nào của %s được gửi qua kênh này.", unit)
}

// ToUndoNil labels the button that takes the nil of a period back.
func ToUndoNil(p report.Period) string { return "Bỏ báo không phát sinh " + ShortPeriod(p) }

// SentHead heads the list of what was sent.
func SentHead(unit string, n int) string {
	return fmt.Sprintf("%s: %d gương. Bấm số để xem.", unit, n)
}

// SentLine is one line of the list of what was sent.
func SentLine(n int, e report.Example) string {
	return fmt.Sprintf("\n%d. %s %s – %s", n, e.Number, Excerpt(e.Content.Name, 40), Review(e.Review))
}

// Sent shows one example to its unit.
func (o Office) Sent(e report.Example, unit string, credits []Credit) (title, text string) {
	var b strings.Builder
	if e.Review == report.Returned {
		fmt.Fprintf(&b, "Cần bổ sung: %s\n", e.Reason)
		if !e.Due.IsZero() {
			fmt.Fprintf(&b, "Đề nghị bổ sung chậm nhất %s.\n", DayOfWeek(e.Due))
		}
	}
	fmt.Fprintf(&b, "%s\n• %s: %s\n• Nơi ở/đơn vị: %s\n• Tiêu đề: %s\n", unit, Category(e.Content.Category), nameAndBirth(e.Content), e.Content.Place, e.Content.Title)
	fmt.Fprintf(&b, "• Tóm tắt: %s\n", cmp.Or(Excerpt(e.Content.Summary, briefSummary), ByVoice()))
	for _, s := range extras(e.Content) {
		fmt.Fprintf(&b, "• %s: %s\n", s.Field, s.Value)
	}
	fmt.Fprintf(&b, "• Ảnh, tệp: %s\n• Công khai: %s\n", Files(e.Content.Media), Consent(e.Content.Consent))
	if e.Counts() {
		for _, c := range credits {
			fmt.Fprintf(&b, "• Tính cho: %s\n", c.line())
		}
	}
	fmt.Fprintf(&b, "Gửi lúc %s", o.Moment(e.Sent))
	if e.Version > 1 {
		fmt.Fprintf(&b, "; lần gửi thứ %d", e.Version)
	}
	return e.Number + ": " + Review(e.Review), b.String() + "."
}

// NewerVersion says that an example was changed since a button was made.
func NewerVersion(version int) string {
	return fmt.Sprintf("Gương này đã có bản mới hơn (lần gửi thứ %d).", version)
}

// OverwriteAsk asks whether to send although somebody else was quicker.
func OverwriteAsk() string {
	return "Nếu gửi, nội dung đang viết sẽ thay bản đó; các bản trước vẫn được lưu."
}

// Reopened heads an example that is open to be changed.
func (o Office) Reopened(e report.Example) string {
	if e.Review != report.Returned {
		return fmt.Sprintf("Sửa gương %s. Bản đã gửi vẫn giữ nguyên cho đến khi gửi lại.", e.Number)
	}
	text := "Cần bổ sung: " + e.Reason
	if !e.Due.IsZero() {
		text += fmt.Sprintf("\nĐề nghị gửi lại chậm nhất %s.", DayOfWeek(e.Due))
	}
	return text
}

// SentAnew says of a draft that it has what a withdrawn example told.
func SentAnew(number string) string {
	return fmt.Sprintf("Đã chép lại nội dung gương %s đã rút. Bấm Gửi để gửi lại, sẽ có mã số mới.", number)
}

// AskWithdraw asks once before an example is withdrawn.
func (o Office) AskWithdraw(e report.Example) string {
	return fmt.Sprintf("Rút gương %s, %s? Gương đã rút không còn được tính. Rút nhầm thì %s vẫn gửi lại được, với mã số mới.", e.Number, Excerpt(e.Content.Name, 60), o.You)
}

// WithdrawnNow confirms that an example was withdrawn.
func WithdrawnNow(e report.Example, owes []report.Period) string {
	text := fmt.Sprintf("Đã rút gương %s.", e.Number)
	for _, p := range owes {
		text += fmt.Sprintf(" %s lại tính là chưa gửi.", Cap(Period(p)))
	}
	return text
}

// OfferCorrection asks whether a field of an example that was sent is to be
// corrected so.
func OfferCorrection(e report.Example, field, now, right string) string {
	if now = Excerpt(now, 200); now == "" {
		now = "chưa có"
	} else {
		now = "“" + now + "”"
	}
	return fmt.Sprintf("Sửa %s của gương %s (%s)?\nĐang ghi: %s\nSửa thành: “%s”", field, e.Number, Excerpt(e.Content.Name, 40), now, Excerpt(right, 200))
}

// EditAfterSending says that an old message that was edited changes nothing of what was sent.
func EditAfterSending(e report.Example) string {
	return fmt.Sprintf("Sửa tin cũ trên Telegram không đổi được gương đã gửi (%s). Muốn sửa, bấm Xem gương này rồi bấm Sửa.", e.Number)
}

// OfferAddition asks whether what was typed belongs to what was just sent.
func OfferAddition(e report.Example, typed string) string {
	return fmt.Sprintf("“%s”\nBổ sung vào gương vừa gửi: %s (%s)?", Cut(typed, 600), Excerpt(e.Content.Name, 40), e.Number)
}

// ToAddSent is the button that adds it.
const ToAddSent = "Bổ sung vào gương này"

// ToCorrect is the button that corrects it.
const ToCorrect = "Sửa như trên"
