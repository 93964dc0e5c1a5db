package texts

import (
	"fmt"
	"strings"
	"time"

	"guongsang/internal/report"
)

// Words and labels of publication.
const (
	WordPublicity      = "Tuyên truyền"
	LabelForms         = "Các dạng bài"
	LabelEditForm      = "Sửa dạng này"
	LabelResetForm     = "Bỏ bản sửa"
	LabelSubmit        = "Trình lãnh đạo"
	LabelSubmitAgain   = "Trình lại"
	LabelApproveAlone  = "Tự duyệt"
	LabelApprove       = "Duyệt"
	LabelDecline       = "Không"
	LabelPost          = "Đăng"
	LabelPostSoon      = "Đăng sớm"
	LabelStopPost      = "Dừng đăng"
	LabelPlaces        = "Nơi đăng khác"
	LabelTakeBack      = "Gỡ bài"
	LabelThere         = "Đã lên"
	LabelNotThere      = "Chưa lên"
	LabelConsentBack   = "Rút đồng ý"
	LabelEvidence      = "Gửi bằng chứng đồng ý"
	LabelSeeEvidence   = "Xem bằng chứng"
	LabelOpenPublicity = "Mở mục Tuyên truyền"
)

// Sentences of publication that are always the same.
const (
	PublicityEmpty     = "Chưa có gương nào được chọn tuyên truyền. Chọn ở thẻ của gương đã tiếp nhận."
	NothingToApprove   = "Không có bài nào chờ duyệt."
	PublicityHidden    = "Gương này hiện không được đăng ở đâu."
	NoChannelSet       = "Chưa cấu hình kênh Telegram (publication.channel). Vui lòng dùng gói bài và ghi nơi đăng bằng tay."
	ChannelNotSeen     = "Bot chưa liên lạc được với kênh. Bài chờ đến khi được."
	LeaveNeeded        = "Bài chưa được duyệt, hoặc nội dung đã thay đổi sau khi duyệt. Vui lòng trình lãnh đạo."
	PageMovedOn        = "Có thay đổi từ khi mở trang này; đây là tình trạng mới."
	TextMovedOn        = "Bài đã thay đổi sau khi trình; đây là bản mới."
	LeaderNeeded       = "Đăng sớm cần lãnh đạo duyệt."
	NobodyLeads        = "Chưa mời lãnh đạo nào. Quản trị bấm Mời, chọn Lãnh đạo; hoặc đặt publication.approval khác leader."
	NotStoppedYet      = "Bài đang được gửi lên kênh. Nếu lỡ lên, bot sẽ tự gỡ."
	AlreadyPublished   = "Bài đã đăng. Muốn bỏ thì bấm Gỡ bài."
	AskWhyNot          = "Vì sao chưa duyệt? Vui lòng nhập vài lời cho chuyên viên."
	AskPostedLink      = "Vui lòng dán đường dẫn của bài trên kênh (dạng https://t.me/…/số)."
	BadPostedLink      = "Chưa đọc được đường dẫn. Mở bài trên kênh, chọn Sao chép liên kết rồi dán vào đây."
	OtherChannelsLink  = "Đường dẫn này thuộc kênh khác. Vui lòng mở bài trên kênh đã đăng, chọn Sao chép liên kết rồi dán vào đây."
	AskPlaceKind       = "Bài đã đăng ở đâu?"
	AskPlaceLink       = "vui lòng dán đường dẫn, hoặc nhập ngày đăng, phát (ví dụ 25/11/2026)."
	BadPlaceLink       = "Chưa đọc được đường dẫn hay ngày. Ví dụ: https://…, hôm nay hoặc 25/11/2026."
	AskWhyTakeBack     = "Vì sao gỡ bài? Vui lòng nhập lý do, lý do được lưu lại và báo cho đơn vị."
	AskEvidenceFile    = "Vui lòng gửi ảnh chụp giấy đồng ý có chữ ký, hoặc ghi âm lời đồng ý. Chỉ lưu nội bộ, không bao giờ đăng."
	NoEvidence         = "Chưa có bằng chứng đồng ý nào."
	EvidenceKept       = "Đã lưu bằng chứng đồng ý (nội bộ, không đăng)."
	EvidenceMustBe     = "Bằng chứng là ảnh hoặc ghi âm. Vui lòng gửi lại."
	DroppedAtGate      = "nội dung hoặc sự đồng ý đã thay đổi trước khi đăng"
	DroppedNotShown    = "gương này không còn được đăng"
	DroppedByMessenger = "Telegram không nhận bài"
)

// ChosenTitle heads the list of what was chosen, and says of how many something is
// still to be done.
func ChosenTitle(n, open int) string {
	title := "Tuyên truyền: " + Number(n) + " gương"
	if open > 0 {
		title += ", " + Number(open) + " đang xử lý"
	}
	return title
}

// ToApproveTitle heads the list for leaders.
func ToApproveTitle(n int) string { return "Chờ duyệt đăng: " + Number(n) + " bài" }

// Progress names how far a publication has come.
func Progress(step string) string {
	return map[string]string{
		"chosen": "đã chọn, chưa trình", "submitted": "chờ lãnh đạo duyệt", "approved": "đã duyệt, chưa đăng", "waiting": "trong thời gian chờ đăng",
		"queued": "đang gửi lên kênh", "doubtful": "chưa rõ đã lên kênh chưa", "posted": "đã đăng lên kênh", "takenback": "đã gỡ",
	}[step]
}

// PublicityLine is one example of the list.
func PublicityLine(number, name, title, step string, places int) string {
	line := fmt.Sprintf("• %s · %s: %s (%s)", number, Cut(name, 30), Cut(title, 50), Progress(step))
	if places > 0 && step != "takenback" {
		line += fmt.Sprintf("; nơi khác: %d", places)
	}
	return line
}

// FormHead stands over a form.
func FormHead(form string, at, of int, edited bool) string {
	head := fmt.Sprintf("%s (%d/%d)", PublicityForm(form), at, of)
	if edited {
		head += ", đã sửa"
	}
	return head
}

// AskForm asks for other words for a form.
func AskForm(form string) string {
	return fmt.Sprintf("Vui lòng gửi toàn bộ nội dung mới của “%s” trong một tin.", PublicityForm(form))
}

// A PublicityCard is what the page of a publication says.
type PublicityCard struct {
	Number, Name, Title string
	Step                string
	Photos, LeftOut     int      // that go with it; that have no copy to show
	Why                 string   // why not more is shown
	Edited              []string // names of forms
	Approved            bool
	Alone               bool
	By, Says            string // who ruled, and what was said
	At                  time.Time
	PostAt              time.Time
	Link                string
	Places              []string
	Reason              string
	Replaced            int
	Evidence            int
}

// Publicity is the page of a publication.
func (o Office) Publicity(c PublicityCard) string {
	lines := []string{
		fmt.Sprintf("%s: %s", Cut(c.Name, 80), Cut(c.Title, 150)),
		"Tình trạng: " + Progress(c.Step),
	}
	if c.Step == "waiting" {
		lines = append(lines, fmt.Sprintf("Đăng lúc: %s. Chuyên viên nào cũng dừng được.", o.Moment(c.PostAt)))
	}
	if c.Step != "takenback" {
		lines = append(lines, fmt.Sprintf("Ảnh đăng kèm: %d", c.Photos))
	}
	if c.LeftOut > 0 {
		lines = append(lines, fmt.Sprintf("Lưu ý: %d ảnh chưa dùng được.", c.LeftOut))
	}
	if c.Why != "" {
		lines = append(lines, "Lưu ý: "+c.Why)
	}
	if len(c.Edited) > 0 {
		lines = append(lines, "Đã sửa: "+strings.Join(c.Edited, ", "))
	}
	switch {
	case c.By == "":
	case c.Approved && c.Alone:
		lines = append(lines, fmt.Sprintf("Chuyên viên tự duyệt: %s, %s", Person(c.By), o.Moment(c.At)))
	case c.Approved:
		lines = append(lines, fmt.Sprintf("Lãnh đạo duyệt: %s, %s", Person(c.By), o.Moment(c.At)))
	case c.Says != "":
		lines = append(lines, fmt.Sprintf("Chưa duyệt: %s, %s. %s", Person(c.By), o.Moment(c.At), Cut(c.Says, 300)))
	}
	switch {
	case c.Link == "":
	case c.Step == "takenback":
		lines = append(lines, "Đã đăng trên kênh: "+c.Link)
	default:
		lines = append(lines, "Trên kênh: "+c.Link)
	}
	lines = append(lines, c.Places...)
	if c.Reason != "" {
		lines = append(lines, "Lý do gỡ: "+c.Reason)
	}
	if c.Replaced > 0 {
		lines = append(lines, fmt.Sprintf("%d tin trên kênh không xóa được, đã thay bằng dòng báo gỡ.", c.Replaced))
	}
	if c.Evidence > 0 {
		lines = append(lines, fmt.Sprintf("Bằng chứng đồng ý (nội bộ): %d", c.Evidence))
	}
	return strings.Join(lines, "\n")
}

// SubmittedTo says how many leaders were asked.
func SubmittedTo(number string, leaders int) string {
	return fmt.Sprintf("Đã trình %s đến %d lãnh đạo.", number, leaders)
}

// PleaseApprove asks a leader.
func (o Office) PleaseApprove(number, title string) string {
	return fmt.Sprintf("Trình %s duyệt đăng %s: %s", o.You, number, Cut(title, 120))
}

// RuledOn tells officers what a leader said.
func (o Office) RuledOn(number, who string, yes, alone bool, says string) string {
	if yes && alone {
		return fmt.Sprintf("%s tự duyệt đăng %s, không có lãnh đạo duyệt.", Person(who), number)
	}
	if yes {
		return fmt.Sprintf("%s đã duyệt đăng %s.", Person(who), number)
	}
	return fmt.Sprintf("%s chưa duyệt đăng %s: %s", Person(who), number, says)
}

// WillPost says when it will be posted.
func (o Office) WillPost(number string, at time.Time) string {
	return fmt.Sprintf("%s sẽ đăng lên kênh từ %s. Trước lúc đó chuyên viên nào cũng dừng được.", number, o.Moment(at))
}

// PostingStopped says that it will not be posted.
func PostingStopped(number, who string) string {
	return fmt.Sprintf("Đã dừng đăng %s (%s).", number, Person(who))
}

// WaitEnded says that the publication of an example waits no more for what it waited for,
// because somebody, if that is said, did something else with it, and what is to be done.
func WaitEnded(e report.Example, waited, who string) string {
	what := "không còn chờ đăng"
	switch {
	case waited == "submitted":
		what = "không còn chờ lãnh đạo duyệt"
	case waited == "approved" && e.Review == report.Selected:
		what = "phải trình duyệt lại"
	}
	did, next := "kết quả xem xét đã đổi", "Nếu vẫn cần đăng: tiếp nhận, chọn tuyên truyền, rồi trình và đăng lại."
	switch e.Review {
	case report.Selected:
		did, next = "lời đăng đã được sửa", "Vui lòng xem lại bài, trình lãnh đạo duyệt, rồi bấm "+LabelPost+"."
	case report.Accepted:
		did, next = "gương đã bỏ chọn tuyên truyền", "Nếu vẫn cần đăng, vui lòng chọn lại."
	}
	if who != "" {
		did += " (" + Person(who) + ")"
	}
	return fmt.Sprintf("%s %s: %s. %s", e.Number, what, did, next)
}

// WaitsAnew says that other words were put into what waits to be posted, and until when it
// can be stopped.
func (o Office) WaitsAnew(number, who string, at time.Time) string {
	return fmt.Sprintf("Lời đăng %s đã được sửa (%s). ", number, Person(who)) + o.WillPost(number, at)
}

// NotPosted tells officers that something did not leave, and why.
func NotPosted(number, why string) string {
	return fmt.Sprintf("%s chưa đăng: %s. Vui lòng xem lại bài rồi trình, đăng lại.", number, why)
}

// AskWhetherPosted asks officers what became of a posting in doubt.
func AskWhetherPosted(number string) string {
	return fmt.Sprintf("%s: mạng bị ngắt khi đang đăng. Bài đã lên kênh chưa? Bot không tự đăng lại.", number)
}

// PostedNow tells officers that it is in the channel.
func PostedNow(number, link string) string {
	return strings.TrimSuffix(fmt.Sprintf("%s đã đăng lên kênh: %s", number, link), ": ")
}

// ThanksPublished tells the unit.
func (o Office) ThanksPublished(number, name, title, where string) string {
	return fmt.Sprintf("Gương %s (%s) do đơn vị giới thiệu đã được tuyên truyền: “%s”.\n%s\nTrân trọng cảm ơn %s. Thiệp biểu dương được gửi kèm sau tin này.",
		number, Cut(name, 60), Cut(title, 100), where, o.You)
}

// PlaceKinds are the places that are entered by hand.
func PlaceKinds() []string { return []string{"bao", "dai", "cong", "zalo", "facebook", "loa"} }

// PlaceKind names one.
func PlaceKind(kind string) string {
	return map[string]string{"bao": "Báo", "dai": "Đài PT-TH", "cong": "Cổng TTĐT", "zalo": "Zalo", "facebook": "Facebook", "loa": "Loa", "telegram": "Kênh Telegram"}[kind]
}

// PlaceLine is where and when it was published by hand, and taken down.
func PlaceLine(kind, link string, day, gone report.Date) string {
	line := strings.TrimSuffix(fmt.Sprintf("%s, %s: %s", PlaceKind(kind), Day(day), link), ": ")
	if !gone.IsZero() {
		line += fmt.Sprintf(" (đã gỡ %s)", Day(gone))
	}
	return line
}

// PlaceNotYet refuses a day of publishing that has not come.
func PlaceNotYet(day report.Date) string {
	return fmt.Sprintf("Ngày %s chưa đến. Vui lòng ghi sau khi đã đăng, phát.", Day(day))
}

// ToGone ticks that it was taken down at a place.
func ToGone(n int, kind string) string {
	return fmt.Sprintf("Đánh dấu đã gỡ: %d. %s", n, PlaceKind(kind))
}

// ConfirmTakeBack shows the reason before anything is taken back.
func ConfirmTakeBack(number, reason string, messages, byHand int) string {
	return fmt.Sprintf("Gỡ %s?\nLý do: %s\nTin trên kênh: %d (bot gỡ). Nơi phải gỡ bằng tay: %d (chuyên viên gỡ, bot nhắc mỗi ngày làm việc đến khi xong). Đơn vị được báo.", number, reason, messages, byHand)
}

// PublicationGone confirms it.
func PublicationGone(number, reason string, places int) string {
	s := fmt.Sprintf("Đã gỡ %s. Lý do: %s", number, reason)
	if places > 0 {
		s += fmt.Sprintf("\nCòn %d nơi phải gỡ bằng tay.", places)
	}
	return s
}

// TakenBack tells the unit.
func (o Office) TakenBack(number, name, reason string) string {
	return fmt.Sprintf("Bài tuyên truyền về gương %s (%s) đã được gỡ. Lý do: %s. Việc đơn vị đã giới thiệu vẫn được tính.", number, Cut(name, 60), strings.TrimSuffix(reason, "."))
}

// StillStands reminds officers of the places at which it was not taken down yet.
func StillStands(number string, places int) string {
	return fmt.Sprintf("%s đã gỡ khỏi kênh nhưng còn %d nơi chưa xác nhận đã gỡ. Mở mục này và bấm khi đã gỡ xong.", number, places)
}

// ConfirmConsentBack asks before a consent is taken back.
func ConfirmConsentBack(number, name string, public bool) string {
	s := fmt.Sprintf("Ghi nhận %s (%s) rút đồng ý công khai?", Cut(name, 60), number)
	if public {
		return s + " Bài đã đăng sẽ được gỡ ngay."
	}
	return s + " Từ nay không đăng tên, ảnh; bài đang chờ đăng sẽ dừng."
}

// ConsentBack is that reason.
const ConsentBack = "người được giới thiệu rút đồng ý"

// ConsentIsBack confirms it.
func ConsentIsBack(number string) string {
	return fmt.Sprintf("Đã ghi nhận rút đồng ý của gương %s.", number)
}

// ConsentBackTold tells officers.
func ConsentBackTold(number, who string) string {
	return fmt.Sprintf("%s: đã rút đồng ý công khai (%s ghi nhận). Không đăng tên, ảnh nữa.", number, Person(who))
}

// ChannelUnseen tells the operator that there is no such channel for the bot.
func ChannelUnseen(name string) string {
	return fmt.Sprintf("publication.channel: bot không thấy kênh %s. Kiểm tra tên kênh, và thêm bot làm quản trị viên của kênh.", name)
}

// ChannelForbidden tells that the bot may not post there.
func ChannelForbidden(name string) string {
	return fmt.Sprintf("publication.channel: bot chưa được đăng bài ở kênh %s. Mở kênh, mục Quản trị viên, cho bot quyền đăng bài và xóa bài.", name)
}

// ChannelUnheard tells that Telegram could not be asked.
func ChannelUnheard(name string) string {
	return fmt.Sprintf("publication.channel: chưa hỏi được Telegram về kênh %s (mạng).", name)
}

// BadChannel refuses what is no channel.
func BadChannel(value string) string {
	return fmt.Sprintf("%q không phải kênh: ghi @ten_kenh hoặc số -100…", value)
}

// BadWait refuses a waiting time.
func BadWait() string { return "phải từ 0h đến 336h (14 ngày)" }

// BadPostingHours refuses hours over midnight.
func BadPostingHours(value string) string {
	return fmt.Sprintf("%q qua nửa đêm; ghi ví dụ 07:00-21:00, hoặc none", value)
}

// NotChosenNow says that an example is not to be published any more.
func NotChosenNow(number string, officer bool) string {
	says := number + " không còn được chọn tuyên truyền."
	if officer {
		says += " Muốn đăng, chọn lại ở thẻ của gương."
	}
	return says
}

// NotToShowNow tells a leader that a text waits for leave, and may not be shown any more.
func NotToShowNow(number string) string {
	return number + " chưa duyệt được: nội dung không còn được phép công khai. Chuyên viên sẽ xem lại và trình lại nếu được."
}

// NotToRuleNow tells a leader that a text does not wait for leave, and how far it is.
func NotToRuleNow(number, step string) string {
	if step == "chosen" {
		return number + " đang được chuyên viên sửa lại; khi trình lại sẽ có tin mới."
	}
	return fmt.Sprintf("%s không còn chờ duyệt: %s.", number, Progress(step))
}

// TakenBackTold tells colleagues who took a publication back, and why.
func TakenBackTold(number, by, reason string) string {
	return fmt.Sprintf("%s: bài đã được gỡ (%s). Lý do: %s", number, Person(by), reason)
}

// NotSeenHere tells a leader why an example cannot be read.
func NotSeenHere(e report.Example) string {
	if !e.Erased.IsZero() {
		return ErasedExample(e.Number)
	}
	switch e.Review {
	case report.Retracted:
		return e.Number + " đã được gỡ; nội dung không còn xem ở đây."
	case report.Withdrawn:
		return e.Number + ": đơn vị đã rút gương này."
	case report.Received, report.Returned:
		return e.Number + " đang được xem xét; tiếp nhận rồi mới xem được ở đây."
	}
	return e.Number + " chưa được đồng ý công khai nên không xem được ở đây."
}

// DigestPublished says how many were published, where, and how many were taken back;
// "" if none was.
func DigestPublished(published, retracted int, by map[string]int) string {
	var parts []string
	if published > 0 {
		said := fmt.Sprintf("Đã tuyên truyền: %s gương", Number(published))
		if where := publishedAt(by, Number); where != "" {
			said += " (" + where + ")"
		}
		parts = append(parts, said)
	}
	if retracted > 0 {
		parts = append(parts, fmt.Sprintf("đã gỡ: %s", Number(retracted)))
	}
	if len(parts) == 0 {
		return ""
	}
	return Cap(strings.Join(parts, "; ")) + "."
}

// publishedAt says at which places how many stand, in numbers as count writes them.
func publishedAt(by map[string]int, count func(int) string) string {
	var parts []string
	for _, kind := range append([]string{"telegram"}, PlaceKinds()...) {
		if by[kind] > 0 {
			parts = append(parts, fmt.Sprintf("%s %s", PlaceKind(kind), count(by[kind])))
		}
	}
	return strings.Join(parts, ", ")
}
