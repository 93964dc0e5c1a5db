package texts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// Labels of the buttons around what was sent.
const (
	ToSee         = "Xem gương này"
	ToComplete    = "Bổ sung ngay"
	ToReason      = "Ghi lý do"
	ToUndo        = "Bấm nhầm, bỏ ghi nhận"
	ToWithdraw    = "Rút"
	ToWithdrawYes = "Rút gương này"
	ToSendAnew    = "Rút nhầm, gửi lại gương này"
)

// ToQuarter is the button that leads to the choice for a quarter.
func ToQuarter(q report.Period) string { return "Chọn gương cho " + ShortPeriod(q) }

// UnitButton names a unit on a button, which is cut off on a small screen: by its
// beginning and its code, if its name is longer or another's as well.
func UnitButton(u report.Unit) string {
	if !u.Namesake && utf8.RuneCountInString(u.Name) <= 30 {
		return u.Name
	}
	mark := " (" + u.Code + ")"
	return Excerpt(u.Name, 30-utf8.RuneCountInString(mark)) + mark
}

// ToQuarterOf is the same for one of several units, named as on a button.
func ToQuarterOf(q report.Period, unit string) string {
	return ToQuarter(q) + " – " + unit
}

// ToChoose is the button that files what is marked.
func ToChoose(n int) string { return fmt.Sprintf("Gửi %d gương đã chọn", n) }

// ToAttach is the button that adds files to what was just sent, or waits for more.
func ToAttach(e report.Example) string {
	if e.Review == report.Returned {
		return "Thêm vào " + e.Number
	}
	return "Thêm vào " + e.Number + " vừa gửi"
}

// NotAllAttached says which files found room in what was sent, and which stay in
// their draft for want of it, and what can be done with those.
func NotAllAttached(number string, moved, left []report.Media) string {
	text := number + " đã đủ tệp."
	if len(moved) > 0 {
		text = "Đã thêm " + Files(moved) + " vào " + number + "."
	}
	return text + fmt.Sprintf(" Mỗi gương tối đa "+mostFiles+" ảnh, "+mostFiles+" tệp và ghi âm; %s còn lại vẫn giữ trong bản nháp. "+
		"Bấm “Tiếp tục …” để viết thành gương khác, hoặc hủy bản nháp đó.", Files(left))
}

// SentAlready answers an old button of a draft that was sent.
func (o Office) SentAlready(number string, at time.Time) string {
	return fmt.Sprintf("Bản nháp này đã gửi lúc %s, mã %s. Không có gì thay đổi. Xem lại ở mục Đã gửi.", o.Moment(at), number)
}

// Counted says for which period and how something counts.
func Counted(p report.Period, timing report.State) string {
	switch timing {
	case report.Late:
		return ShortPeriod(p) + ", muộn"
	case report.MadeUp:
		return ShortPeriod(p) + ", gửi bù"
	}
	return ShortPeriod(p) + ", đúng hạn"
}

// Preview shows a draft before it is sent, and what everybody will see of it.
// Anew is what the consent may not cover and has to be asked about first.
func Preview(d report.Draft, unit string, p report.Period, timing report.State, public privacy.View, anew []privacy.Reason) (title, text string) {
	var b strings.Builder
	title = previewed(&b, d, unit, p, timing, Published(public, d.Content))
	if len(anew) > 0 {
		b.WriteString(Renewal(public, anew, privacy.NewPhotos(d.Content)))
	} else {
		b.WriteString(why(public, d.Content))
	}
	if len(d.Proposed) > 0 {
		b.WriteString("\n" + proposals(d))
	}
	return title, strings.TrimSpace(b.String())
}

// PreviewAsking shows a draft in which only the consent is missing, and asks for
// that. Given and withheld are what everybody would see of it with and without.
// In doubt the age is asked next, and given is what would be seen of a child.
func PreviewAsking(d report.Draft, unit string, p report.Period, timing report.State, given, withheld privacy.View, doubt bool) (title, text string) {
	var b strings.Builder
	name := Cut(given.Name, 80)
	switch {
	case doubt:
		name += " (nếu dưới 16 tuổi; tuổi được hỏi ngay sau đây)"
	case withheld.Name != given.Name:
		name += "; chưa đồng ý thì ghi " + Cut(withheld.Name, 80)
	}
	title = previewed(&b, d, unit, p, timing, name)
	if len(d.Proposed) > 0 {
		b.WriteString(proposals(d) + "\n")
	}
	b.WriteString("\n" + AskConsent(d.Content))
	return title, b.String()
}

// proposals says what of a draft is only proposed.
func proposals(d report.Draft) string {
	var names, buttons []string
	for _, key := range []string{"category", "object", "title"} {
		if !slices.Contains(d.Proposed, key) {
			continue
		}
		names = append(names, FieldName(key, d.Content))
		button := ToKind
		if key == "title" {
			button = ToTitle
		}
		if !slices.Contains(buttons, button) {
			buttons = append(buttons, button)
		}
	}
	return Cap(strings.ToLower(strings.Join(names, ", "))) + " do tôi ghi theo nội dung; chưa đúng thì bấm " + strings.Join(buttons, ", ") + "."
}

// AskKind offers other categories and objects than those proposed.
func AskKind() string {
	return "Gương thuộc loại nào, giới thiệu ai? Bấm mục đúng; mục có dấu ✓ là đang chọn."
}

// previewed writes what a draft holds. Public is what everybody will read for the
// name.
func previewed(b *strings.Builder, d report.Draft, unit string, p report.Period, timing report.State, public string) (title string) {
	c := d.Content
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(b, "• %s: %s\n", name, value)
		}
	}
	line("Đơn vị", unitExcerpt(unit, 80))
	line("Loại", Category(c.Category)+" ("+strings.ToLower(Object(c.Object))+")")
	line(FieldName("name", c), Excerpt(nameAndBirth(c), 130))
	line(FieldName("place", c), c.Place)
	line(FieldName("title", c), c.Title)
	line(FieldName("summary", c), cmp.Or(Excerpt(c.Summary, briefSummary), ByVoice()))
	for _, s := range extras(c) {
		line(s.Field, s.Value)
	}
	line("Ảnh, tệp", Files(c.Media))
	line("Công khai", Consent(c.Consent))
	line(publishedLabel, public)
	line(countedLabel, Counted(p, timing))
	if d.Amends != "" {
		return "Xem lại " + d.Amends + " trước khi gửi lại"
	}
	return "Vui lòng kiểm tra trước khi gửi"
}

// How many letters of a summary and of an optional field a preview shows.
const (
	briefSummary = 240
	briefDetail  = 90
	briefMore    = 60 // of what letters ask besides
)

// Shortened reports whether a preview does not show all of a content.
func Shortened(c report.Content) bool {
	longest := 0
	for _, detail := range []string{c.Position, c.Results, c.Spread, c.When, c.Honoured} {
		longest = max(longest, utf8.RuneCountInString(detail))
	}
	for _, s := range besides(c) {
		if utf8.RuneCountInString(s.Value) > briefMore {
			return true
		}
	}
	return utf8.RuneCountInString(c.Summary) > briefSummary || longest > briefDetail
}

func nameAndBirth(c report.Content) string {
	switch {
	case !c.BornOn.IsZero() && c.BornOn.Day == 0:
		return c.Name + ", sinh tháng " + Day(c.BornOn)
	case !c.BornOn.IsZero():
		return c.Name + ", sinh ngày " + Day(c.BornOn)
	case c.Born != 0:
		return fmt.Sprintf("%s, sinh năm %d", c.Name, c.Born)
	}
	return c.Name
}

// extras are the optional fields that were filled, shortened. What is
// sensitive is only said to be there.
func extras(c report.Content) (list []Said) {
	add := func(key, value string) {
		if value != "" {
			list = append(list, Said{FieldName(key, c), Excerpt(value, briefDetail)})
		}
	}
	add("gender", c.Gender)
	add("position", c.Position)
	if c.Ethnicity != "" {
		add("ethnicity", c.Ethnicity+" (chỉ để thống kê)")
	}
	var groups []string
	for _, g := range report.Groups {
		for _, have := range c.Groups {
			if have == g {
				groups = append(groups, Group(g))
			}
		}
	}
	add("groups", strings.Join(groups, ", "))
	add("field", Field(c.Field))
	add("results", c.Results)
	add("spread", c.Spread)
	add("when", c.When)
	add("honoured", c.Honoured)
	for _, s := range besides(c) {
		list = append(list, Said{s.Field, Excerpt(s.Value, briefMore)})
	}
	return list
}

// PeriodMoved says that the period shown before is no longer on offer.
func PeriodMoved() string {
	return "Kỳ đã chọn nay không còn nhận. Vui lòng xem lại kỳ dưới đây rồi bấm Gửi."
}

// A Credit is how an example counts for one period.
type Credit struct {
	Schedule report.Schedule
	Standing report.Standing
	Timing   report.State
}

func (c Credit) line() string {
	text := Counted(c.Schedule.Period, c.Timing)
	if c.Standing.Need > 1 {
		text += fmt.Sprintf("; gương %d/%d", c.Standing.Have, c.Standing.Need)
	}
	return text
}

// Receipt repeats what was understood of something sent.
func (o Office) Receipt(e report.Example, unit string, credits []Credit, first bool) (title, text string) {
	title = "✅ Đã tiếp nhận. Mã số: " + e.Number
	at := e.Sent
	if !first {
		title = fmt.Sprintf("✅ Đã nhận bản bổ sung, sửa đổi của %s", e.Number)
		at = e.Changed
	}
	if at.IsZero() {
		at = e.Sent
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s\n", o.Moment(at), unit)
	if e.OnBehalf != "" {
		fmt.Fprintf(&b, "Thời điểm nhận thực tế: %s\n", o.Moment(e.Received))
	}
	fmt.Fprintf(&b, "• %s: %s\n", Category(e.Content.Category), nameAndBirth(e.Content))
	fmt.Fprintf(&b, "• Tiêu đề: %s\n• Ảnh, tệp: %s\n", e.Content.Title, Files(e.Content.Media))
	for _, c := range credits {
		fmt.Fprintf(&b, "• Tính cho: %s\n", c.line())
	}
	if !first {
		fmt.Fprintf(&b, "Lần gửi thứ %d; các bản trước vẫn được lưu.\n", e.Version)
	}
	if e.OnBehalf == "" {
		fmt.Fprintf(&b, "Trân trọng cảm ơn %s. Kết quả xem xét sẽ được thông báo tại đây.", o.You)
	}
	return title, strings.TrimSpace(b.String())
}

// InsteadOfNil says that an introduction takes the place of a nil.
func (o Office) InsteadOfNil(p report.Period, at time.Time) string {
	return fmt.Sprintf("Gương này thay cho báo không phát sinh %s đã gửi lúc %s.", Period(p), o.Moment(at))
}

// Behalf tells a unit that the agency recorded something for it.
func (o Office) Behalf(receipt string) string {
	return fmt.Sprintf("%s đã ghi nhận thay cho đơn vị.\n%s", o.Agency, receipt)
}

// TakenUp says that an example can no longer be changed by its unit.
func (o Office) TakenUp(e report.Example) string {
	if e.Review == report.Withdrawn {
		return fmt.Sprintf("Gương %s đã được rút, không sửa được nữa. Có thể gửi gương mới.", e.Number)
	}
	return fmt.Sprintf("Gương %s đã được %s xem xét (%s) nên không sửa, không rút được tại đây. Nếu cần thay đổi, xin liên hệ %s.", e.Number, o.Agency, Review(e.Review), o.Contact)
}

// WhichUnit asks for which unit something is.
func WhichUnit() string { return "Vui lòng chọn đơn vị." }

// Snoozed confirms that a reminder was put off.
func (o Office) Snoozed(at time.Time, today bool) string {
	if today {
		return fmt.Sprintf("Tôi sẽ nhắc lại lúc %s hôm nay.", o.Clock(at))
	}
	return fmt.Sprintf("Hôm nay không còn giờ nhắc; tôi sẽ nhắc lại lúc %s, %s.", o.Clock(at), DayOfWeek(report.DateOf(at.In(o.Zone))))
}
