package texts

import (
	"fmt"
	"strings"
	"time"

	"guongsang/internal/report"
)

// Labels of what officers do with an example beside ruling on it.
const (
	LabelTake         = "Nhận xem"
	LabelTakeOver     = "Nhận thay"
	LabelChanges      = "Thay đổi"
	LabelUndoRuling   = "Hoàn tác"
	LabelSelect       = "Chọn tuyên truyền"
	LabelUnselect     = "Bỏ chọn"
	LabelReopen       = "Mở lại"
	LabelForward      = "Chuyển cấp trên"
	LabelNotForwarded = "Bỏ chuyển cấp trên"
	LabelInquire      = "Hỏi đơn vị"
	LabelNote         = "Ghi chú nội bộ"
	LabelDropNote     = "Xóa ghi chú"
	LabelMoreOfCard   = "Khác…"
	LabelAnswerUnit   = "Trả lời"
	LabelSendInquiry  = "Gửi câu hỏi"
	LabelAgree        = "Đồng ý, mở lại"
	LabelDisagree     = "Không đồng ý"
)

// A Desk is what officers did with an example beside ruling on it, with the names
// of those who did it.
type Desk struct {
	Handling  report.Handling
	Held      string // who is looking at it; "" if nobody is
	Noted     string
	Forwarded string
}

// inquiriesOnCard is how many questions to the unit a card has, the newest.
const inquiriesOnCard = 2

// deskLines are the lines of a card about what was done beside ruling.
func (o Office) deskLines(c Card) (lines []string) {
	d, h := c.Desk, c.Desk.Handling
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }
	if c.Example.Review == report.Received && c.Example.Reason != "" {
		add("Đã mở lại vì: %s", Cut(c.Example.Reason, 150))
	}
	if d.Held != "" && c.Verdict == "" {
		add("Đang xem: %s, giữ đến %s.", Person(d.Held), o.Clock(h.Taken.At.Add(report.HeldFor)))
	}
	for _, i := range h.Inquiries[max(0, len(h.Inquiries)-inquiriesOnCard):] {
		add("Đã hỏi đơn vị: “%s”", Cut(i.Text, 120))
		if i.Open() {
			add("Đơn vị chưa trả lời.")
		} else {
			add("Đơn vị trả lời: “%s”", Cut(i.Answer, 150))
		}
	}
	if asked := h.Asked(); asked != nil {
		add("Đơn vị xin sửa: “%s” (chờ trả lời)", Cut(asked.What, 120))
	}
	if h.Note.Text != "" {
		add("Ghi chú nội bộ (%s): %s", Person(d.Noted), Cut(h.Note.Text, 200))
	}
	if !h.Forwarded.At.IsZero() {
		add("Đã chuyển cấp trên: %s, %s.", Person(d.Forwarded), o.Moment(h.Forwarded.At))
	}
	return lines
}

// HeldOnList says in a list that somebody is looking at an example.
func HeldOnList(who string) string { return fmt.Sprintf(" (%s đang xem)", Cut(Person(who), 30)) }

// TakenToast confirms that an officer took an example up.
func (o Office) TakenToast(number string, at time.Time) string {
	return fmt.Sprintf("Đã nhận xem %s, giữ đến %s.", number, o.Clock(at.Add(report.HeldFor)))
}

// AskTakeOver asks before an example is taken over from another officer.
func (o Office) AskTakeOver(number, who string, at time.Time) string {
	return fmt.Sprintf("%s đang xem %s từ %s. Nhận thay để xử lý?", Person(who), number, o.Clock(at))
}

// MoreOfCard heads what else can be done with an example.
func MoreOfCard(e report.Example) string {
	return fmt.Sprintf("%s, %s:", e.Number, Cut(e.Content.Name, 60))
}

// RulingUndone confirms to an officer what was undone.
func RulingUndone(number string, was, now report.Review, told int) string {
	s := fmt.Sprintf("Đã hoàn tác %s: bỏ “%s”, gương trở lại “%s”.", number, Ruling(was), Ruling(now))
	if told > 0 {
		s += " Đã báo lại cho đơn vị."
	}
	return s
}

// UndoPast refuses to undo what is too old, or another's.
func (o Office) UndoPast() string {
	return fmt.Sprintf("Chỉ hoàn tác được quyết định gần nhất do %s ra, trong 10 phút. Gương đã tiếp nhận thì dùng Mở lại.", o.You)
}

// WasUndone stands in place of what the unit was told of a ruling.
func WasUndone(e report.Example) string {
	return fmt.Sprintf("Thông báo trước tại đây về gương %s không còn hiệu lực.", e.Number)
}

// UndoneForUnit tells a unit that a ruling of which it was told was undone.
func (o Office) UndoneForUnit(e report.Example, was report.Review) string {
	return fmt.Sprintf("%s vừa hoàn tác “%s” đối với gương %s (%s). Gương hiện: %s. %s chưa cần làm gì thêm.",
		o.Agency, Ruling(was), e.Number, Cut(e.Content.Name, 60), Review(e.Review), Cap(o.You))
}

// AskReopen asks why an accepted example is opened again.
func AskReopen(number string) string {
	return fmt.Sprintf("Mở lại %s để xem xét lại. Vui lòng nhập lý do; đơn vị sẽ nhận được lý do này.", number)
}

// ReopenedDone confirms it.
func ReopenedDone(number string) string {
	return fmt.Sprintf("Đã mở lại %s, gương trở về mục Chờ xem.", number)
}

// ReopenedForUnit tells the unit.
func (o Office) ReopenedForUnit(e report.Example) string {
	return fmt.Sprintf("%s mở lại gương %s (%s) để xem xét lại. Lý do: %s\nĐơn vị vẫn được tính là đã gửi.", o.Agency, e.Number, Cut(e.Content.Name, 60), e.Reason)
}

// SelectedToast confirms that an example is to be published.
func SelectedToast(number string) string {
	return fmt.Sprintf("Đã chọn %s để tuyên truyền.", number)
}

// UnselectedToast confirms that it is not, after all.
func UnselectedToast(number string) string {
	return fmt.Sprintf("Đã bỏ chọn %s; gương vẫn được tiếp nhận.", number)
}

// ForwardedToast confirms that an example was marked as passed on.
func ForwardedToast(number string, on bool) string {
	if on {
		return fmt.Sprintf("Đã đánh dấu %s chuyển cấp trên. Xem danh sách: nhắn “%s”.", number, LabelForward)
	}
	return fmt.Sprintf("Đã bỏ dấu chuyển cấp trên của %s.", number)
}

// WordsForwarded are the words that list what was passed on.
func WordsForwarded() []string {
	return []string{LabelForward, "Đã chuyển cấp trên", "Gương chuyển cấp trên", "Gương đã chuyển cấp trên", "Danh sách chuyển cấp trên"}
}

// ForwardedTitle heads their list.
func ForwardedTitle(n int) string {
	return fmt.Sprintf("Đã chuyển cấp trên: %s gương", Number(n))
}

// ForwardedLine is one of them, in the state in which it is by now.
func (o Office) ForwardedLine(e report.Example, at time.Time) string {
	return fmt.Sprintf("• %s · %s · %s: %s (chuyển %s; %s)", e.Number, e.Unit, Cut(e.Content.Name, 30), Cut(e.Content.Title, 50), Day(report.DateOf(at.In(o.Zone))), Review(e.Review))
}

// ForwardedForUnit tells a unit that asks that its example was passed on.
func (o Office) ForwardedForUnit(at time.Time) string {
	return fmt.Sprintf("%s đã chuyển gương này lên cấp trên ngày %s.", o.Agency, Day(report.DateOf(at.In(o.Zone))))
}

// NoneForwarded says that there are none, and how there come to be.
func NoneForwarded() string {
	return fmt.Sprintf("Chưa gương nào được đánh dấu. Gương đã tiếp nhận: mở thẻ, bấm %s, rồi %s.", LabelMoreOfCard, LabelForward)
}

// AskNote asks for a note for the other officers.
func AskNote(number, now string) string {
	s := fmt.Sprintf("Ghi chú nội bộ cho %s. Chỉ chuyên viên và quản trị thấy, không đưa vào văn bản nào.", number)
	if now != "" {
		s += "\nĐang ghi: " + now + "\nNhập nội dung mới sẽ thay ghi chú này."
	}
	return s
}

// NoteKept confirms it.
func NoteKept(number string) string { return fmt.Sprintf("Đã lưu ghi chú của %s.", number) }

// NoteDropped confirms that there is none any more.
func NoteDropped(number string) string { return fmt.Sprintf("Đã xóa ghi chú của %s.", number) }

// AskInquiry asks for the question to a unit.
func AskInquiry(number, unit string) string {
	return fmt.Sprintf("Hỏi %s về %s. Vui lòng nhập câu hỏi.", unit, number)
}

// ConfirmInquiry shows a question before it goes out.
func ConfirmInquiry(number, text string) string {
	return fmt.Sprintf("Gửi câu hỏi này cho đơn vị về %s?\n“%s”", number, text)
}

// InquirySent confirms it, with who could be told.
func InquirySent(number string, told int) string {
	if told == 0 {
		return fmt.Sprintf("Đã ghi câu hỏi về %s. Đơn vị hiện chưa có đầu mối nhận được tin; vui lòng hỏi bằng kênh khác.", number)
	}
	return fmt.Sprintf("Đã gửi câu hỏi về %s cho đơn vị. Trả lời sẽ hiện trên thẻ.", number)
}

// Inquired puts the question to the unit.
func (o Office) Inquired(e report.Example, text string) string {
	return fmt.Sprintf("%s hỏi về gương %s (%s):\n“%s”\nBấm Trả lời, hoặc trả lời ngay tin nhắn này.", o.Agency, e.Number, Cut(e.Content.Name, 60), text)
}

// AskAnswer asks for the answer.
func AskAnswer(number, text string) string {
	return fmt.Sprintf("Câu hỏi về gương %s:\n“%s”\nVui lòng nhập câu trả lời.", number, text)
}

// AnswerSent confirms it to the unit.
func (o Office) AnswerSent(number string) string {
	return fmt.Sprintf("Đã chuyển câu trả lời về gương %s đến %s.", number, o.Agency)
}

// AnsweredAlready says that somebody of the unit was quicker.
func AnsweredAlready(number string) string {
	return fmt.Sprintf("Câu hỏi về gương %s đã có người trả lời.", number)
}

// UnitAnswered brings the answer to the officers.
func UnitAnswered(e report.Example, unit, text, answer string) string {
	return fmt.Sprintf("%s trả lời về %s (%s).\nHỏi: “%s”\nTrả lời: “%s”", unit, e.Number, Cut(e.Content.Name, 60), Cut(text, 300), answer)
}

// LabelAskCorrection is the button by which a unit asks to correct what was accepted.
const LabelAskCorrection = "Xin sửa"

// AskWhat asks a unit what is to be corrected.
func (o Office) AskWhat(number string) string {
	return fmt.Sprintf("Gương %s đã được %s tiếp nhận. %s muốn sửa nội dung gì? Ví dụ: Họ tên đúng là Lò Thị Xuân An.", number, o.Agency, Cap(o.You))
}

// AskWhy asks for the reason.
func AskWhy(number, what string) string {
	return fmt.Sprintf("Xin sửa gương %s: “%s”\nVì sao cần sửa?", number, what)
}

// CorrectionAsked confirms to a unit that the agency was asked.
func (o Office) CorrectionAsked(number string) string {
	return fmt.Sprintf("Đã gửi đề nghị sửa gương %s đến %s. Trả lời sẽ được thông báo tại đây; đến lúc đó gương giữ nguyên.", number, o.Agency)
}

// CorrectionWaits says that a request waits already.
func (o Office) CorrectionWaits(number string, c report.Correction) string {
	return fmt.Sprintf("Đề nghị sửa gương %s (“%s”) gửi lúc %s đang chờ %s trả lời.", number, Cut(c.What, 120), o.Moment(c.At), o.Agency)
}

// CorrectionFor brings the request to the officers.
func CorrectionFor(e report.Example, unit string, c report.Correction) string {
	text := fmt.Sprintf("%s xin sửa %s (%s), gương đã tiếp nhận.\nCần sửa: “%s”\nLý do: “%s”", unit, e.Number, Cut(e.Content.Name, 60), c.What, c.Why)
	if e.Review == report.Published {
		text += "\nBài đang công khai: đồng ý là gỡ bài, đơn vị sửa xong thì tiếp nhận, chọn và đăng lại."
	}
	return text
}

// TakenBackToCorrect is why what is to be corrected is taken back.
const TakenBackToCorrect = "đơn vị xin sửa nội dung"

// TakeBackFirst says that something of an example is public, or that nobody knows.
func TakeBackFirst(number string, doubtful bool) string {
	if doubtful {
		return number + ": chưa rõ bài đã lên kênh hay chưa. Mở mục Tuyên truyền, trả lời câu hỏi đó trước."
	}
	return number + " đang công khai. Mở mục Tuyên truyền, bấm Gỡ bài trước rồi làm tiếp."
}

// CorrectionAnswered stands under such a request once it was answered.
func (o Office) CorrectionAnswered(c report.Correction, who string) string {
	if c.Agreed {
		return fmt.Sprintf("Đã đồng ý, mở lại để đơn vị sửa: %s, %s.", Person(who), o.Moment(c.Answered.At))
	}
	return fmt.Sprintf("Không đồng ý: %s, %s. Trả lời: “%s”", Person(who), o.Moment(c.Answered.At), c.Answer)
}

// CorrectionReason is why an example is open again at its unit's request.
func CorrectionReason(what string) string { return "Sửa theo đề nghị của đơn vị: " + what }

// CorrectionAgreed tells the unit that it may correct the example.
func (o Office) CorrectionAgreed(e report.Example) string {
	return fmt.Sprintf("%s đồng ý để sửa gương %s (%s). Vui lòng sửa và gửi lại chậm nhất %s. Đơn vị vẫn được tính là đã gửi.", o.Agency, e.Number, Cut(e.Content.Name, 60), DayOfWeek(e.Due))
}

// AskRefusal asks an officer why a correction is refused.
func AskRefusal(number, what string) string {
	return fmt.Sprintf("Không đồng ý sửa %s (“%s”). Vui lòng nhập câu trả lời cho đơn vị.", number, Cut(what, 200))
}

// CorrectionRefused tells the unit.
func (o Office) CorrectionRefused(e report.Example, answer string) string {
	return fmt.Sprintf("%s chưa đồng ý sửa gương %s (%s). Trả lời: %s", o.Agency, e.Number, Cut(e.Content.Name, 60), answer)
}

// CorrectionDone confirms an answer to an officer.
func CorrectionDone(number string, agreed bool) string {
	if agreed {
		return fmt.Sprintf("Đã mở lại %s để đơn vị sửa.", number)
	}
	return fmt.Sprintf("Đã trả lời đơn vị về %s; gương giữ nguyên.", number)
}

// CorrectionOver says that the unit was answered already.
func CorrectionOver(number, by string, agreed bool) string {
	if agreed {
		return fmt.Sprintf("%s: %s đã đồng ý, mở lại để đơn vị sửa. Không có gì thay đổi thêm.", number, Person(by))
	}
	return fmt.Sprintf("%s: %s đã trả lời đơn vị, không đồng ý sửa. Không có gì thay đổi thêm.", number, Person(by))
}

// LabelBulk leads to what can be accepted together.
const LabelBulk = "Tiếp nhận nhiều…"

// LabelBulkPage accepts what a page lists, LabelBulkAll what the whole list has.
func LabelBulkPage(n int) string { return fmt.Sprintf("Cả trang (%d)", n) }

// LabelBulkAll see LabelBulkPage.
func LabelBulkAll(n int) string { return fmt.Sprintf("Tất cả (%d)", n) }

// LabelBulkNext leads on to those that come next.
const LabelBulkNext = "Xem tiếp"

// AskBulk asks which of a list are to be accepted together. Of a page that is the whole list, or of
// which none can, the other is 0. More says that further ones come after these; so many are left out.
func AskBulk(page, all, left int, more bool) string {
	s := fmt.Sprintf("Tiếp nhận cùng lúc %d gương không có lưu ý?", max(page, all))
	switch {
	case page > 0 && all > 0:
		s = fmt.Sprintf("Tiếp nhận cùng lúc các gương không có lưu ý: %d gương của trang này, hoặc %d gương của danh sách?", page, all)
	case page+all == 0:
		s = "Phần này chưa có gương nào tiếp nhận cùng lúc được. Bấm Xem tiếp để sang phần sau."
	}
	if more && page+all > 0 {
		s += " Danh sách còn nữa, bấm Xem tiếp sau đợt này."
	}
	if left > 0 {
		s += fmt.Sprintf("\nBỏ qua %d gương có lưu ý hoặc đang có người xem; xin xem từng gương.", left)
	}
	return s
}

// BulkNone says that none can be accepted together.
func BulkNone() string {
	return "Các gương chờ xem đều có lưu ý hoặc đang có người xem; xin xem từng gương."
}

// BulkDone confirms it; so many were changed or ruled on meanwhile.
func BulkDone(accepted, passed int) string {
	s := fmt.Sprintf("Đã tiếp nhận %d gương.", accepted)
	if passed > 0 {
		s += fmt.Sprintf(" %d gương đã thay đổi trong lúc đó nên để lại.", passed)
	}
	return s
}

// OverlookedTold reminds officers of what nobody looked at.
func OverlookedTold(list []report.Example, shown int) string {
	lines := []string{fmt.Sprintf("%s gương đã chờ từ %d ngày làm việc mà chưa có ai xem:", Number(len(list)), report.OverlookedAfter)}
	for _, e := range list[:min(shown, len(list))] {
		lines = append(lines, QueueLine(e))
	}
	if more := len(list) - shown; more > 0 {
		lines = append(lines, fmt.Sprintf("… và %s gương nữa.", Number(more)))
	}
	return strings.Join(lines, "\n")
}

// DigestOverlooked counts them in the agency's own digest; "" if there are none.
func DigestOverlooked(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("Chờ từ %d ngày làm việc mà chưa có ai xem: %s gương (mọi kỳ).", report.OverlookedAfter, Number(n))
}
