package texts

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
)

// Labels of a review card.
const (
	LabelAccept      = "✅ Tiếp nhận"
	LabelReturn      = "Trả lại bổ sung"
	LabelFull        = "Xem đầy đủ"
	LabelPhotos      = "Xem ảnh"
	LabelVoice       = "Nghe ghi âm"
	LabelCompleteNow = "Bổ sung ngay"
	LabelSendBack    = "Gửi trả lại"
)

// A Card is what a review card says beside the example itself.
type Card struct {
	Example report.Example
	Unit    report.Unit
	Timing  report.State
	Public  privacy.View // as everybody will see it
	Alike   []Alike      // what it may repeat, the surest first
	Verdict string       // what became of it; empty while it waits
	Changed []Change     // since the version before
	Desk    Desk
}

// CardTitle heads a review card.
func CardTitle(e report.Example) string {
	title := fmt.Sprintf("%s · %s", e.Number, Category(e.Content.Category))
	if e.Version > 1 {
		title += fmt.Sprintf(" (bản %d)", e.Version)
	}
	return title
}

// CardText is a review card, short enough for one screen.
func (o Office) CardText(c Card) string {
	e := c.Example
	lines := []string{
		fmt.Sprintf("Đơn vị: %s, %s", UnitName(c.Unit), BlockName(c.Unit.Block)),
		fmt.Sprintf("Kỳ: %s (%s)", periods(e.Periods), State(c.Timing)),
	}
	if !e.Erased.IsZero() {
		return strings.Join(append(lines, fmt.Sprintf("Nội dung đã được xóa theo yêu cầu về dữ liệu cá nhân, %s. Số liệu vẫn tính.", o.Moment(e.Erased))), "\n")
	}
	lines = append(lines,
		fmt.Sprintf("%s: %s, %s", Object(e.Content.Object), Cut(e.Content.Name, 80), Cut(e.Content.Place, 80)),
		fmt.Sprintf("Tiêu đề: %s", Cut(e.Content.Title, 150)),
		fmt.Sprintf("Tóm tắt: %s", cmp.Or(Cut(e.Content.Summary, 220), ByVoice())),
		mediaLabel+": "+MediaCounts(e.Content.Media),
		"Công khai: "+Consent(e.Content.Consent),
	)
	if !c.Public.Hidden {
		lines = append(lines, publishedLabel+": "+Published(c.Public, e.Content))
	}
	if e.OnBehalf != "" {
		lines = append(lines, fmt.Sprintf("Ghi nhận thay, nhận qua %s lúc %s.", Channel(e.OnBehalf), o.Moment(e.Received)))
	}
	if approved := o.ApprovedBy(e.Approval); approved != "" {
		lines = append(lines, approved)
	}
	for _, warning := range c.warnings() {
		lines = append(lines, "Lưu ý: "+warning)
	}
	if len(c.Changed) > 0 {
		lines = append(lines, "Khác bản trước: "+Cut(fieldsOf(c.Changed), 150)+".")
	}
	lines = append(lines, o.deskLines(c)...)
	if c.Verdict != "" {
		lines = append(lines, "", c.Verdict)
	}
	return strings.Join(lines, "\n")
}

// Warns reports whether an officer has to look at something of the example.
func (c Card) Warns() bool { return len(c.warnings()) > 0 }

func (c Card) warnings() (warnings []string) {
	v := c.Public
	if c.Example.Content.Summary == "" {
		warnings = append(warnings, "việc làm được kể bằng ghi âm; đề nghị nghe và gõ lại, hoặc trả lại để đơn vị gõ.")
	}
	if v.Child {
		warnings = append(warnings, lower(whichMinor(v))+", "+consents(v)+".")
	}
	if slices.Contains(v.Why, privacy.NotAgreed) {
		warnings = append(warnings, c.notAgreed())
	}
	if parts := fresh(v.Why, privacy.NewPhotos(c.Example.Content)); parts != "" {
		warnings = append(warnings, fmt.Sprintf("phần mới (%s) chưa được đồng ý, chưa đăng được.", parts))
	}
	return append(warnings, alikeWarnings(c.Alike)...)
}

// notAgreed warns that nobody agreed yet. What may be read all the same, initials
// or the name of a model, stands in a line of its own where there is one.
func (c Card) notAgreed() string {
	if c.Public.Hidden {
		return "chưa có sự đồng ý công khai, chưa đăng được tên và ảnh."
	}
	return "chưa có sự đồng ý công khai; khi đăng chỉ ghi tên như trên, không dùng ảnh."
}

func periods(all []report.Period) string {
	var names []string
	for _, p := range all {
		names = append(names, Period(p))
	}
	return strings.Join(names, ", ")
}

// MediaCounts says how many photos and files there are.
func MediaCounts(media []report.Media) string {
	photos := report.Pictures(media)
	others := len(media) - photos
	switch {
	case photos == 0 && others == 0:
		return "không có ảnh"
	case others == 0:
		return fmt.Sprintf("%d ảnh", photos)
	case photos == 0:
		return fmt.Sprintf("%d tệp, không có ảnh", others)
	}
	return fmt.Sprintf("%d ảnh, %d tệp khác", photos, others)
}

// Verdict says who ruled what, and when.
func (o Office) Verdict(e report.Example, who string) string {
	s := fmt.Sprintf("%s: %s, %s.", Cap(Ruling(e.Review)), Person(who), o.Moment(e.RuleAt))
	if e.Review == report.Returned {
		s += fmt.Sprintf(" Hạn bổ sung: %s. Nội dung cần bổ sung: %s", DayOfWeek(e.Due), e.Reason)
	}
	return s
}

// Ruling names what the agency did with an example.
func Ruling(r report.Review) string {
	if r == report.Returned {
		return "đã trả lại để bổ sung"
	}
	return Review(r)
}

// Superseded marks the card of a version that the unit replaced.
func Superseded() string { return "Đơn vị đã gửi bản mới; xem thẻ mới nhất." }

// WithdrawnByUnit marks the card of a withdrawn example.
func (o Office) WithdrawnByUnit(at time.Time) string {
	return fmt.Sprintf("Đơn vị đã rút gương này lúc %s.", o.Moment(at))
}

// RuledAlready tells the second of two officers.
func (o Office) RuledAlready(e report.Example, who string) string {
	return fmt.Sprintf("%s: %s (%s, %s). Không có gì thay đổi thêm.", e.Number, Ruling(e.Review), Cut(Person(who), 40), o.Moment(e.RuleAt))
}

// NotThisVersion tells an officer that the unit sent another version.
func NotThisVersion(number string) string {
	return fmt.Sprintf("%s đã có bản mới do đơn vị gửi. Vui lòng xem thẻ mới nhất hoặc mục Chờ xem.", number)
}

// AcceptedToast confirms it.
func AcceptedToast(number string) string { return fmt.Sprintf("Đã tiếp nhận %s.", number) }

// ThanksAccepted tells the sender.
func (o Office) ThanksAccepted(e report.Example) string {
	return fmt.Sprintf("Gương %s (%s) đã được %s tiếp nhận. Trân trọng cảm ơn %s đã giới thiệu “%s”.",
		e.Number, Cut(e.Content.Name, 60), o.Agency, o.You, Cut(e.Content.Title, 100))
}

// PleaseComplete tells the sender that an example came back.
func (o Office) PleaseComplete(e report.Example) string {
	return fmt.Sprintf("Gương %s (%s) cần bổ sung: %s\nĐề nghị %s bổ sung chậm nhất %s. Đơn vị vẫn được tính là đã gửi.",
		e.Number, Cut(e.Content.Name, 60), e.Reason, o.You, DayOfWeek(e.Due))
}

// ReturnPhrases are the ready reasons.
func ReturnPhrases() []string {
	return []string{
		"Số liệu, kết quả cụ thể của việc làm.",
		"Thời gian, địa điểm cụ thể.",
		"Họ tên đầy đủ, nơi ở hoặc nơi công tác của người được giới thiệu.",
		"Ảnh minh họa.",
		"Sự đồng ý của người được giới thiệu về việc đăng tên, ảnh.",
		"Tác dụng, sức lan tỏa ở nơi ở, nơi làm việc.",
	}
}

// AskReturnReason asks what has to be completed; marked are the numbers of the
// reasons that were ticked, other is what was written beside them.
func AskReturnReason(number string, marked []int, other string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s cần bổ sung nội dung nào? Chọn một hoặc nhiều số, hoặc nhập nội dung khác:", number)
	for n, phrase := range ReturnPhrases() {
		fmt.Fprintf(&b, "\n%d. %s", n+1, phrase)
	}
	var chosen []string
	for _, n := range slices.Sorted(slices.Values(marked)) {
		chosen = append(chosen, strconv.Itoa(n+1))
	}
	if other != "" {
		chosen = append(chosen, other)
	}
	if len(chosen) > 0 {
		fmt.Fprintf(&b, "\nĐang chọn: %s", strings.Join(chosen, ", "))
	}
	return b.String()
}

// LabelReason is the button that ticks a reason, or takes the tick away.
func LabelReason(n int, ticked bool) string {
	if ticked {
		return ToMark + strconv.Itoa(n+1)
	}
	return strconv.Itoa(n + 1)
}

// NoReasonYet says that nothing was ticked.
func NoReasonYet() string {
	return "Chưa chọn nội dung nào. Vui lòng chọn ít nhất một số, hoặc nhập nội dung khác."
}

// LabelReasonsDone goes on with the reasons that were ticked.
const LabelReasonsDone = "Tiếp tục"

// ReasonTooLong names the limit of a reason.
func ReasonTooLong(most int) string {
	return fmt.Sprintf("Nội dung dài quá %d ký tự. Vui lòng viết ngắn hơn.", most)
}

// ConfirmReturn shows the reason and the day before it goes out.
func ConfirmReturn(number, reason string, due report.Date, days int) string {
	return fmt.Sprintf("Trả lại %s để bổ sung.\nNội dung cần bổ sung: %s\nHạn bổ sung: %s (%d ngày làm việc).\nVui lòng bấm Gửi trả lại, hoặc chọn số ngày khác.",
		number, reason, DayOfWeek(due), days)
}

// LabelDays is a number of working days.
func LabelDays(n int) string { return fmt.Sprintf("%d ngày", n) }

// ReturnedDone confirms it, with who could be told.
func ReturnedDone(number string, told int) string {
	if told == 0 {
		return fmt.Sprintf("Đã trả lại %s. Đơn vị hiện chưa có đầu mối nhận được tin; vui lòng báo bằng kênh khác.", number)
	}
	return fmt.Sprintf("Đã trả lại %s và báo cho đơn vị.", number)
}

// QueueTitle heads what waits for the agency.
func QueueTitle(received, returned int) string {
	var parts []string
	if received > 0 || returned == 0 {
		parts = append(parts, "chờ xem: "+Number(received))
	}
	if returned > 0 {
		parts = append(parts, "chờ đơn vị bổ sung: "+Number(returned))
	}
	return Cap(strings.Join(parts, " · "))
}

// QueueEmpty says that nothing waits.
func QueueEmpty() string { return "Không có gương nào chờ xem." }

// QueueLine is one example that waits.
func QueueLine(e report.Example) string {
	line := fmt.Sprintf("• %s · %s · %s: %s", e.Number, e.Unit, Cut(e.Content.Name, 30), Cut(e.Content.Title, 50))
	if e.Review == report.Returned {
		line += fmt.Sprintf(" (chờ bổ sung đến %s)", Day(e.Due))
	}
	return line
}

// FullText is everything that an example says.
func (o Office) FullText(e report.Example, unit string) string {
	lines := append([]string{"Đơn vị: " + unit, "Kỳ: " + periods(e.Periods)}, wholeLines(e.Content)...)
	lines = append(lines, "Nhận lúc: "+o.Moment(e.Received))
	if approved := o.ApprovedBy(e.Approval); approved != "" {
		lines = append(lines, approved)
	}
	return strings.Join(lines, "\n")
}

// WholeText is everything that the content of a draft or of an example says.
func WholeText(c report.Content, unit string) string {
	return strings.Join(append([]string{"Đơn vị: " + unit}, wholeLines(c)...), "\n")
}

// kindOf is the category of a content with its object, as far as they are known.
func kindOf(c report.Content) string {
	if c.Object == "" {
		return Category(c.Category)
	}
	return Category(c.Category) + ", " + strings.ToLower(Object(c.Object))
}

// toldByVoice says of a content with a voice note that this tells the deed.
func toldByVoice(c report.Content) string {
	if slices.ContainsFunc(c.Media, func(m report.Media) bool { return m.Kind == "voice" }) {
		return ByVoice()
	}
	return ""
}

func wholeLines(c report.Content) []string {
	var lines []string
	for _, f := range fields(c) {
		lines = append(lines, f.label+": "+f.value)
	}
	return lines
}

// A labelled value is one line of what an introduction says.
type labelled struct{ label, value string }

// fields are what a content says, without what it leaves out.
func fields(c report.Content) (all []labelled) {
	add := func(label, value string) {
		if value != "" {
			all = append(all, labelled{label, value})
		}
	}
	add("Loại", kindOf(c))
	add("Tên", c.Name)
	add("Nơi ở/công tác", c.Place)
	add("Tiêu đề", c.Title)
	add("Việc làm nổi bật", cmp.Or(c.Summary, toldByVoice(c)))
	add(born(c.Born, c.BornOn))
	add("Độ tuổi", Age(c.Under16))
	add("Giới tính", c.Gender)
	add("Dân tộc (dữ liệu nhạy cảm, chỉ dùng thống kê)", c.Ethnicity)
	add("Chức vụ, nghề nghiệp", c.Position)
	var groups []string
	for _, g := range c.Groups {
		groups = append(groups, strings.ToLower(Group(g)))
	}
	add("Nhóm ưu tiên", strings.Join(groups, ", "))
	add("Lĩnh vực", Field(c.Field))
	add("Số liệu", c.Results)
	add("Tác dụng, sức lan tỏa", c.Spread)
	add("Thời gian", c.When)
	add("Đã được ghi nhận", c.Honoured)
	for _, s := range besides(c) {
		add(s.Field, s.Value)
	}
	add(mediaLabel, MediaCounts(c.Media))
	add("Công khai", Consent(c.Consent))
	return all
}

// Page heads a page of a text.
func Page(page, of int) string {
	if of < 2 {
		return LabelFull
	}
	return fmt.Sprintf("%s, trang %d/%d", LabelFull, page, of)
}

// PhotosNotHere says that some photos are still being fetched.
func PhotosNotHere() string {
	return "Tệp đang được tải về, hoặc chưa tải được. Vui lòng xem lại sau ít phút."
}

// PhotoAsItCame stands under a photo that is shown as a file, for it cannot be
// shown as a picture.
func PhotoAsItCame(number string) string {
	return number + ": ảnh này không hiển thị được trực tiếp, xin xem tệp gốc."
}

// Channel names how something really came.
func Channel(c string) string {
	return map[string]string{"paper": "văn bản giấy", "zalo": "Zalo", "phone": "điện thoại"}[c]
}
