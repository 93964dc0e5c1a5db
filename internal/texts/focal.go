package texts

import (
	"fmt"
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

// ToAttach is the button that adds files to what was just sent.
func ToAttach(e report.Example) string { return "Thêm vào " + e.Number + " vừa gửi" }

// NotAllAttached says which files found room in what was sent, and which stay in
// their draft for want of it, and what can be done with those.
func NotAllAttached(number string, moved, left []report.Media) string {
	text := "Chưa có tệp nào được thêm vào " + number
	if len(moved) > 0 {
		text = "Đã thêm " + Files(moved) + " vào " + number
	}
	return text + fmt.Sprintf(". Mỗi gương tối đa 10 ảnh, 10 tệp và ghi âm nên còn %s chưa có chỗ, vẫn được giữ nguyên trong bản nháp. "+
		"Vui lòng bấm nút “Tiếp tục …” để viết thành gương khác, hoặc hủy bản nháp đó nếu không cần nữa.", Files(left))
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
	c := d.Content
	var b strings.Builder
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "• %s: %s\n", name, value)
		}
	}
	line("Đơn vị", unitExcerpt(unit, 80))
	line("Loại", Category(c.Category)+" ("+strings.ToLower(Object(c.Object))+")")
	line(FieldName("name", c), Excerpt(nameAndBirth(c), 130))
	line(FieldName("place", c), c.Place)
	line(FieldName("title", c), c.Title)
	line(FieldName("summary", c), Excerpt(c.Summary, 240))
	for _, s := range extras(c) {
		line(s.Field, s.Value)
	}
	line("Ảnh, tệp", Files(c.Media))
	line("Công khai", Consent(c.Consent))
	line(publishedLabel, Published(public, c))
	line("Tính cho", Counted(p, timing))
	if d.Amends != "" {
		title = "Xem lại " + d.Amends + " trước khi gửi lại"
	} else {
		title = "Vui lòng kiểm tra trước khi gửi"
	}
	if len(anew) > 0 {
		b.WriteString(Renewal(public, anew, privacy.NewPhotos(c)))
	} else {
		b.WriteString(why(public, c))
	}
	return title, strings.TrimSpace(b.String())
}

func nameAndBirth(c report.Content) string {
	switch {
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
			list = append(list, Said{FieldName(key, c), Excerpt(value, 90)})
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
	return list
}

// PeriodMoved says that the period shown before is no longer on offer.
func PeriodMoved() string {
	return "Kỳ hiển thị trước đó không còn nhận. Vui lòng kiểm tra lại kỳ dưới đây rồi bấm Gửi."
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

// NothingOwed says that all open periods are met.
func (o Office) NothingOwed() string {
	return fmt.Sprintf("Đơn vị đã gửi đủ, không còn kỳ nào phải báo. Cảm ơn %s.", o.You)
}

// NilLabel is a button that files a nil; the unit, named as on a button, is empty
// if there is one.
func NilLabel(p report.Period, unit string) string {
	if unit == "" {
		return Cap(ShortPeriod(p))
	}
	return Cap(ShortPeriod(p)) + " – " + unit
}

// WhichNil asks for which duty there is nothing.
func WhichNil() string { return "Kỳ nào đơn vị không có gương?" }

// NilDoubt asks whether a unit means that there is nothing in a period, although
// it filed something beside; the unit is empty if there is one. The filings of one
// period lie together.
func NilDoubt(unit string, s report.Schedule, beside []report.Filing) string {
	var filed []string
	for i := 0; i < len(beside); {
		p := beside[i].Period
		var numbers []string
		for ; i < len(beside) && beside[i].Period == p; i++ {
			if !beside[i].Nil() {
				numbers = append(numbers, beside[i].Example)
			}
		}
		what := "đã báo không phát sinh"
		if len(numbers) > 0 {
			what = "đã có " + numbered(numbers, 4)
		}
		filed = append(filed, ShortPeriod(p)+" "+what)
	}
	text := strings.Join(filed, "; ")
	if unit != "" {
		text = unit + ": " + text
	}
	return fmt.Sprintf("%s. Báo không phát sinh cho %s (hạn %s)?", Cap(text), ShortPeriod(s.Period), Day(s.Deadline))
}

// numbered lists so many numbers of examples, and counts the others.
func numbered(numbers []string, most int) string {
	text := strings.Join(numbers[:min(most, len(numbers))], ", ")
	if len(numbers) > most {
		text += fmt.Sprintf(" và %d gương khác", len(numbers)-most)
	}
	return text
}

// NilSure is the button that files a nil after the question.
func NilSure(p report.Period) string { return "Báo không phát sinh " + ShortPeriod(p) }

// NilFiled confirms that a unit has nothing to introduce.
func (o Office) NilFiled(unit string, s report.Schedule, timing report.State) string {
	text := fmt.Sprintf("Đã ghi nhận: %s không phát sinh gương giới thiệu trong %s.", unit, Period(s.Period))
	switch timing {
	case report.Late:
		text += fmt.Sprintf(" Báo sau hạn %s.", Day(s.Deadline))
	case report.MadeUp:
		text += " Kỳ đã khóa sổ nên tính là gửi bù."
	}
	return text + fmt.Sprintf(" Nếu sau này có gương, %s vẫn gửi được.", o.You)
}

// NilAlready says what was filed before.
func (o Office) NilAlready(unit string, p report.Period, filings []report.Filing) string {
	return fmt.Sprintf("%s Không có gì thay đổi.", o.ReminderAnswered(unit, p, filings))
}

// ReminderClosed heads a reminder that was answered.
func ReminderClosed() string { return "Đã nhận báo cáo" }

// ReminderAnswered says what was received for a period.
func (o Office) ReminderAnswered(unit string, p report.Period, filings []report.Filing) string {
	var numbers []string
	var last time.Time
	for _, f := range filings {
		if !f.Nil() {
			numbers = append(numbers, f.Example)
		}
		if f.At.After(last) {
			last = f.At
		}
	}
	what := "không phát sinh"
	if len(numbers) > 0 {
		what = strings.Join(numbers, ", ")
	}
	if last.IsZero() {
		return fmt.Sprintf("%s không còn phải gửi báo cáo %s.", unit, Period(p))
	}
	return fmt.Sprintf("Đã nhận báo cáo %s của %s: %s, lúc %s.", Period(p), unit, what, o.Moment(last))
}

// AskReason asks why there is nothing.
func AskReason() string {
	return "Lý do không phát sinh (tối đa 200 ký tự)? Có thể bấm Bỏ qua."
}

// ReasonKept confirms a reason.
func ReasonKept() string { return "Đã ghi lý do. Trân trọng cảm ơn." }

// ReasonSkipped confirms that no reason is needed.
func ReasonSkipped() string {
	return "Không ghi lý do cũng được. Báo không phát sinh vẫn giữ nguyên."
}

// NilUndone confirms that a nil was taken back.
func NilUndone(p report.Period) string {
	return fmt.Sprintf("Đã bỏ báo không phát sinh %s. Kỳ này lại tính là chưa gửi.", Period(p))
}

// QuarterHead heads the choice for a quarter.
func QuarterHead(unit string, q report.Period) string {
	return fmt.Sprintf("%s của %s. Chọn trong các gương đã gửi trong quý (không phải nhập lại), thêm gương mới, hoặc báo không phát sinh.", Cap(Period(q)), unitExcerpt(unit, 80))
}

// QuarterLine names one example in the choice.
func QuarterLine(n int, e report.Example) string {
	return fmt.Sprintf("%d. %s, %s", n, Excerpt(e.Content.Name, 32), e.Number)
}

// QuarterChosen is the receipt for a choice.
func (o Office) QuarterChosen(unit string, c Credit, list []report.Example, at time.Time) string {
	text := fmt.Sprintf("✅ Đã ghi nhận %s của %s, %s:", Period(c.Schedule.Period), unit, o.Moment(at))
	for _, e := range list {
		text += fmt.Sprintf("\n• %s %s", e.Number, e.Content.Name)
	}
	text += "\nTính cho: " + c.line() + "."
	if c.Standing.State == report.Pending {
		text += fmt.Sprintf("\nKỳ này cần thêm %d gương.", c.Standing.Need-c.Standing.Have)
	}
	return text
}

// UnitPeriods heads the periods of a unit.
func UnitPeriods(unit string, lines []string) string {
	return unit + "\n" + strings.Join(lines, "\n") + "\n"
}

// PeriodLine describes one period of a unit.
func PeriodLine(o report.OpenPeriod, filings []report.Filing, left int, today report.Date) string {
	s := o.Schedule
	text := fmt.Sprintf("• %s: hạn %s, %s; %s.", Cap(ShortPeriod(s.Period)), DayOfWeek(s.Deadline), deadlineLeft(s, left, today), stateOf(o.Standing))
	var numbers []string
	for _, f := range filings {
		if !f.Nil() {
			numbers = append(numbers, f.Example)
		}
	}
	if len(numbers) > 0 {
		text += " Gương: " + numbered(numbers, 4) + "."
	}
	return text
}

func stateOf(st report.Standing) string {
	text := State(st.State)
	if st.State == "" {
		text = State(report.NotDue)
	}
	if st.State == report.NilFiled && st.Timing != report.OnTime {
		text += " (" + State(st.Timing) + ")"
	}
	if st.State.Met() && st.State != report.NilFiled {
		text = "đã gửi, " + text
	}
	if st.Need > 1 && st.State != report.NilFiled {
		text += fmt.Sprintf(" (%d/%d gương)", st.Have, st.Need)
	}
	if st.Waiting {
		text += ", có gương cần bổ sung"
	}
	return text
}

func deadlineLeft(s report.Schedule, left int, today report.Date) string {
	switch {
	case today == s.Deadline:
		return "là hôm nay"
	case today.Before(s.Deadline):
		return fmt.Sprintf("còn %d ngày làm việc", left)
	case !today.After(s.Lock):
		return "đã qua hạn, còn nhận đến hết " + Day(s.Lock)
	}
	return "đã khóa sổ (gửi bây giờ là gửi bù)"
}

// NothingSent says that a unit sent nothing yet.
func NothingSent(unit string) string {
	return fmt.Sprintf("Chưa có gương nào của %s được gửi qua kênh này.", unit)
}

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
	fmt.Fprintf(&b, "• Tóm tắt: %s\n", Excerpt(e.Content.Summary, 240))
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

// AskWithdraw asks once before an example is withdrawn.
func (o Office) AskWithdraw(e report.Example) string {
	return fmt.Sprintf("Rút gương %s, %s? Gương đã rút không còn được tính và không gửi lại được; %s có thể gửi gương mới.", e.Number, Excerpt(e.Content.Name, 60), o.You)
}

// WithdrawnNow confirms that an example was withdrawn.
func WithdrawnNow(e report.Example, owes []report.Period) string {
	text := fmt.Sprintf("Đã rút gương %s.", e.Number)
	for _, p := range owes {
		text += fmt.Sprintf(" %s lại tính là chưa gửi.", Cap(Period(p)))
	}
	return text
}

// Snoozed confirms that a reminder was put off.
func (o Office) Snoozed(at time.Time, today bool) string {
	if today {
		return fmt.Sprintf("Tôi sẽ nhắc lại lúc %s hôm nay.", o.Clock(at))
	}
	return fmt.Sprintf("Chiều nay không còn giờ nhắc; tôi sẽ nhắc lại lúc %s, %s.", o.Clock(at), DayOfWeek(report.DateOf(at.In(o.Zone))))
}
