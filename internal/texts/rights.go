package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/report"
)

// Words and labels of what people may ask of the data about them.
const (
	WordRequests       = "Yêu cầu về dữ liệu"
	LabelAskCorrect    = "Xin sửa"
	LabelAskWithdraw   = "Rút đồng ý"
	LabelAskErase      = "Xin xóa"
	LabelAboutMe       = "Về tài khoản của tôi"
	LabelSendRequest   = "Gửi yêu cầu"
	LabelTellMore      = "Viết rõ hơn"
	LabelEnterRequest  = "Ghi yêu cầu nhận ngoài"
	LabelAnswered      = "Đã tiếp nhận"
	LabelRefuseRequest = "Từ chối"
	LabelLinkRequest   = "Gắn với gương"
	LabelRequestDone   = "Đã làm xong"
	LabelToErase       = "Xem trước khi xóa"
	LabelEraseOnce     = "Xóa"
	LabelEraseTwice    = "Xóa hẳn, không lấy lại"
	LabelOpenRequests  = "Mở danh sách yêu cầu"
	LabelOpenRequest   = "Mở yêu cầu"
	LabelRetention     = "Thời hạn lưu"
)

// Sentences that are always the same.
const (
	ErasedName       = "(đã xóa theo yêu cầu)"
	ErasedMessage    = "Nội dung này đã được xóa theo yêu cầu về dữ liệu cá nhân."
	WarnedOfErased   = "Thẻ này từng nhắc đến một gương khác, nay đã xóa theo yêu cầu về dữ liệu cá nhân. Bấm nút dưới đây để mở lại hồ sơ."
	NoRequests       = "Không có yêu cầu nào đang chờ."
	AskWhyRefused    = "Vì sao từ chối? Vui lòng nhập lý do, người yêu cầu sẽ được báo. Pháp luật cho từ chối xóa trong một số trường hợp; nên hỏi pháp chế nếu chưa chắc."
	AskRequestLink   = "Yêu cầu này về gương nào? Vui lòng nhập tên người trong bài, nơi ở hoặc mã số gương. Nếu về một tài khoản, nhập số tài khoản."
	NoSuchRecord     = "Không tìm thấy gương nào như vậy. Vui lòng nhập tên người trong bài, vài từ trong bài, hoặc mã số gương."
	LabelThisAccount = "Gắn với tài khoản này"
	RequestTooShort  = "Vui lòng nói rõ hơn trong một tin: về ai, cần làm gì, liên hệ lại bằng cách nào."
	TooManyRequests  = "Đã có nhiều yêu cầu đang chờ từ tài khoản này. Cơ quan sẽ trả lời từng yêu cầu."
	EraseNeedsRecord = "Chưa biết xóa gì: vui lòng bấm Gắn với gương trước."
	EraseAgencyPost  = "Tài khoản này còn vai trò ở cơ quan. Vui lòng cho thôi vai trò trước (Quản trị), rồi xóa."
	ErasingFailed    = "Chưa xóa được. Dữ liệu vẫn như cũ; vui lòng bấm xóa lại sau ít phút."
)

// Erasing says that it has begun.
func Erasing() string { return "Đang xóa. Khi xong tin này sẽ đổi." }

// ErasingDone says that it is over, and what the backups still hold.
func ErasingDone(id string, b BackupsLeft) string {
	return fmt.Sprintf("Đã xóa xong theo yêu cầu %s; phần trống của tệp dữ liệu đã được ghi đè. %s", id, b.Says())
}

// RightsLaw is the decree that sets the days.
func RightsLaw() string { return "Nghị định 356/2025/NĐ-CP" }

// RightsOffer stands over the buttons below the notice.
func RightsOffer() string {
	return "Cần sửa, rút đồng ý hoặc xóa dữ liệu về cá nhân: bấm một nút."
}

// AskRequest asks what a request is about.
func AskRequest(right string) string {
	return fmt.Sprintf("Vui lòng nhắn trong một tin: về ai (họ tên, mã số gương nếu biết), %s, và liên hệ lại bằng cách nào.", wished(right))
}

// OfferRequest offers to write down what somebody asked for in a sentence.
func OfferRequest(right, typed string) string {
	return fmt.Sprintf("“%s”\nGửi yêu cầu %s này cho cơ quan? Cơ quan sẽ liên hệ và trả lời; gương đã gửi chưa bị rút. Nếu biết bài nào, của ai thì bấm Viết rõ hơn.", Cut(typed, 600), RightName(right))
}

// AskEntered asks an officer the same of somebody who has no Telegram.
func AskEntered(right string) string {
	return fmt.Sprintf("Vui lòng nhập trong một tin: họ tên người yêu cầu, điện thoại hoặc địa chỉ liên hệ, mã số gương nếu biết, và %s.", wished(right))
}

// AskWhichRight asks an officer what somebody wishes.
func AskWhichRight() string { return "Người đó yêu cầu gì?" }

func wished(right string) string {
	return map[string]string{
		string(report.ToCorrect): "cần sửa gì thành gì", string(report.ToWithdraw): "rút đồng ý về việc gì", string(report.ToErase): "cần xóa gì",
	}[right]
}

// RightName names what is asked for.
func RightName(right string) string {
	return map[string]string{
		string(report.ToCorrect): "sửa dữ liệu", string(report.ToWithdraw): "rút sự đồng ý", string(report.ToErase): "xóa dữ liệu",
	}[right]
}

// RequestKept tells who asked that the request is written down, and by when it is answered.
func RequestKept(q report.DataRequest) string {
	return fmt.Sprintf("Đã ghi yêu cầu %s (%s). Cơ quan trả lời việc tiếp nhận chậm nhất ngày %s, làm xong chậm nhất ngày %s.",
		q.ID(), RightName(string(q.Right)), Day(q.AnswerBy), Day(q.DoneBy))
}

// RequestCame tells officers of a request.
func RequestCame(q report.DataRequest) string {
	return fmt.Sprintf("Có yêu cầu %s: %s. Tiếp nhận chậm nhất ngày %s, xong chậm nhất ngày %s.", q.ID(), RightName(string(q.Right)), Day(q.AnswerBy), Day(q.DoneBy))
}

// ChooseToLink shows the records that a request may be about.
func ChooseToLink(said string, all int, lines []string) string {
	text := fmt.Sprintf("Theo “%s” có %d gương; bấm mã số của gương cần gắn:\n%s", Excerpt(said, 60), all, strings.Join(lines, "\n"))
	if all > len(lines) {
		text += "\nChưa thấy thì nhập rõ hơn, thêm nơi ở hoặc đơn vị."
	}
	return text
}

// AskRequestMore asks what a request does not say.
func AskRequestMore(who, reach bool) string {
	var what []string
	if who {
		what = append(what, "bài hoặc ảnh đó là của ai (họ tên, nơi ở)")
	}
	if reach {
		what = append(what, "số điện thoại để cơ quan liên hệ lại")
	}
	return fmt.Sprintf("Xin nhắn thêm trong một tin: %s. Không nhắn thêm thì yêu cầu vẫn được giữ.", strings.Join(what, "; "))
}

// RequestAdded tells who asked that the answer was written down.
func RequestAdded(q report.DataRequest) string {
	return fmt.Sprintf("Đã ghi thêm vào yêu cầu %s. Các hạn trả lời không đổi.", q.ID())
}

// RequestAddedTo tells officers of it.
func RequestAddedTo(q report.DataRequest) string {
	return fmt.Sprintf("Người yêu cầu vừa nhắn thêm cho yêu cầu %s (%s).", q.ID(), RightName(string(q.Right)))
}

// RequestAnswered tells who asked that it was taken up.
func (o Office) RequestAnswered(q report.DataRequest) string {
	return fmt.Sprintf("%s đã tiếp nhận yêu cầu %s (%s) và sẽ làm xong chậm nhất ngày %s. Cần hỏi thêm: %s.", Cap(o.Agency), q.ID(), RightName(string(q.Right)), Day(q.DoneBy), o.Contact)
}

// RequestEnded tells who asked how it ended.
func (o Office) RequestEnded(id, right string, done bool, why string) string {
	if done {
		return fmt.Sprintf("Yêu cầu %s (%s) đã làm xong. Tin nhắn cũ trên điện thoại này vẫn còn; cần thì tự xóa ở Telegram.", id, RightName(right))
	}
	return fmt.Sprintf("Yêu cầu %s (%s) chưa thực hiện được. Lý do: %s. Nếu không đồng ý, xin liên hệ %s; có quyền khiếu nại theo pháp luật.", id, RightName(right), strings.TrimRight(why, ". "), o.Contact)
}

// RequestsTitle heads the list.
func RequestsTitle(n int) string { return fmt.Sprintf("%s: %s đang chờ", WordRequests, Number(n)) }

// RequestsPress heads the reminder.
func RequestsPress(n int) string {
	return fmt.Sprintf("Yêu cầu về dữ liệu cá nhân: %s đến hạn", Number(n))
}

// RequestLine is one request of a list: what comes next, and when.
func RequestLine(q report.DataRequest, today report.Date) string {
	line := fmt.Sprintf("• %s, %s: ", q.ID(), RightName(string(q.Right)))
	if q.Answered.At.IsZero() {
		return line + "tiếp nhận chậm nhất ngày " + Day(q.AnswerBy) + late(q.AnswerBy, today)
	}
	return line + "xong chậm nhất ngày " + Day(q.DoneBy) + late(q.DoneBy, today)
}

func late(due, today report.Date) string {
	if due.Before(today) {
		return " (quá hạn)"
	}
	return ""
}

// A RequestPage is what an officer sees of a request.
type RequestPage struct {
	Request report.DataRequest
	Today   report.Date
	Entered string // by whom, where the person has no Telegram
	About   string // the record or the account
	Erasing bool
}

// Request shows one to an officer.
func (o Office) Request(p RequestPage) string {
	q := p.Request
	lines := []string{
		fmt.Sprintf("Yêu cầu: %s; nhận %s", RightName(string(q.Right)), o.Moment(q.Received)),
		"Người yêu cầu: " + q.Name,
	}
	if q.Contact != "" {
		lines = append(lines, "Liên hệ: "+q.Contact)
	}
	if p.Entered != "" {
		lines = append(lines, "Ghi giúp: "+p.Entered)
	}
	if q.Text != "" {
		lines = append(lines, "Nội dung: "+q.Text)
	}
	if p.About != "" {
		lines = append(lines, "Về: "+p.About)
	}
	if q.Answered.At.IsZero() {
		lines = append(lines, "Chưa tiếp nhận; hạn "+Day(q.AnswerBy)+late(q.AnswerBy, p.Today))
	} else {
		lines = append(lines, "Đã tiếp nhận "+o.Moment(q.Answered.At))
	}
	lines = append(lines, "Hạn làm xong: "+Day(q.DoneBy)+late(q.DoneBy, p.Today))
	if p.Erasing {
		lines = append(lines, "Đang xóa.")
	}
	return strings.Join(lines, "\n")
}

// AboutAccount names an account that a request is about.
func AboutAccount(name string, id int64) string {
	if name == "" {
		return fmt.Sprintf("tài khoản %d", id)
	}
	return fmt.Sprintf("tài khoản %s (%d)", name, id)
}

// RequestOver says how a request ended, to an officer.
func RequestOver(id string, done bool) string {
	if done {
		return fmt.Sprintf("Yêu cầu %s đã làm xong. Nội dung yêu cầu không còn được giữ.", id)
	}
	return fmt.Sprintf("Đã từ chối yêu cầu %s và báo người yêu cầu (nếu có tài khoản). Nội dung yêu cầu không còn được giữ.", id)
}

// An ErasurePlan is what would go, as an officer is shown it.
type ErasurePlan struct {
	Number, Name                                          string
	Versions, Files, Drafts, Talks, Messages, Jobs, Notes int
	Proofs, Forms, Places                                 int
	Public                                                bool
	Account                                               string
	Posts, OwnDrafts                                      int
	Backups                                               BackupsLeft
}

// ConfirmErase shows what would go, and asks.
func ConfirmErase(p ErasurePlan) string {
	var lines []string
	if p.Number != "" {
		lines = append(lines, fmt.Sprintf("Sẽ xóa ở %s (%s):", p.Number, Cut(p.Name, 60)))
		for _, part := range []struct {
			n    int
			what string
		}{
			{p.Versions, "bản nội dung"}, {p.Files, "ảnh, tệp"}, {p.Proofs, "bằng chứng đồng ý"}, {p.Notes, "ghi chú, câu hỏi, trả lời"}, {p.Forms, "bài đã sửa"},
			{p.Drafts, "bản nháp"}, {p.Talks, "cuộc trò chuyện đang dở (sẽ bắt đầu lại)"}, {p.Messages, "tin đang chờ gửi"}, {p.Jobs, "tài liệu đang lập"},
		} {
			if part.n > 0 {
				lines = append(lines, fmt.Sprintf("• %s %s", Number(part.n), part.what))
			}
		}
		lines = append(lines, "• các tài liệu bot đã lập trước đây và còn lưu tạm")
		if p.Public {
			lines = append(lines, "Bài đang công khai sẽ được gỡ trước.")
		}
		if p.Places > 0 {
			lines = append(lines, fmt.Sprintf("%s nơi đăng khác phải gỡ bằng tay; đường dẫn được giữ đến khi gỡ xong.", Number(p.Places)))
		}
		lines = append(lines, "Giữ lại: mã số, số đếm trong kỳ.")
	}
	if p.Account != "" {
		lines = append(lines, fmt.Sprintf("Sẽ xóa %s: họ tên, điện thoại, trò chuyện, %s vai trò, %s bản nháp. Gương đã gửi và số tài khoản trong nhật ký vẫn còn.", p.Account, Number(p.Posts), Number(p.OwnDrafts)))
	}
	return strings.Join(append(lines, p.Backups.Says()), "\n")
}

// ConfirmEraseTwice asks once more.
func ConfirmEraseTwice(id, about string) string {
	return fmt.Sprintf("Hỏi lần thứ hai: xóa hẳn %s, theo yêu cầu %s? Không lấy lại được.", about, id)
}

// ErasedExample stands where a card was.
func ErasedExample(number string) string {
	return fmt.Sprintf("%s: nội dung đã được xóa theo yêu cầu về dữ liệu cá nhân. Số liệu vẫn tính.", number)
}

// ErasedToUnit tells the unit.
func ErasedToUnit(number string) string {
	return fmt.Sprintf("Nội dung gương %s đã được xóa theo yêu cầu về dữ liệu cá nhân; đơn vị vẫn được tính đã gửi. Nếu còn giữ bản riêng ngoài bot, vui lòng xóa.", number)
}

// BackupsLeft are the backups that were made before something was erased.
type BackupsLeft struct {
	Count       int
	First, Last report.Date
	Until       report.Date // when the last of them goes; zero: nobody knows
}

// Says says what they still hold, and until when.
func (b BackupsLeft) Says() string {
	if b.Count == 0 {
		return "Không có bản sao lưu nào còn giữ dữ liệu này."
	}
	text := fmt.Sprintf("%s bản sao lưu (ngày %s đến ngày %s) còn giữ dữ liệu này", Number(b.Count), Day(b.First), Day(b.Last))
	if b.Until.IsZero() {
		return text + "; mỗi bản tự mất khi có đủ bản mới hơn."
	}
	return text + fmt.Sprintf("; bản cuối tự mất khoảng ngày %s.", Day(b.Until))
}

// StrangerRights tells somebody who is no member how to ask.
func (o Office) StrangerRights() string {
	return fmt.Sprintf("Không cần mã mời vẫn yêu cầu được về dữ liệu của bản thân hoặc của con. Nhắn trong một tin: cần xóa, gỡ, sửa gì hoặc rút đồng ý về việc gì; họ tên, mã số gương nếu biết, điện thoại.\nVí dụ: Xin xóa bài về Lò Văn Pín, bản Nà Củng, đã đăng tháng 10; 0912 000 000.\nHoặc liên hệ %s.", o.Contact)
}

// RetentionTitle heads the preview of what would go.
func RetentionTitle() string { return "Thời hạn lưu dữ liệu" }

// A RetentionPlan is what would go by the configuration.
type RetentionPlan struct {
	Kept                              report.Retention
	Examples, Drafts, Proofs, Members int
	Numbers                           []string // the first of the examples
}

// Retention shows what would go.
func Retention(p RetentionPlan) string {
	if p.Kept.None() {
		return "Cấu hình đang giữ tất cả (retention: 0). Không có gì bị xóa theo thời hạn."
	}
	var lines []string
	for _, part := range []struct {
		years, n int
		what     string
	}{
		{p.Kept.Examples, p.Examples, "nội dung gương"}, {p.Kept.Drafts, p.Drafts, "bản nháp"}, {p.Kept.Evidence, p.Proofs, "bằng chứng đồng ý"}, {p.Kept.Members, p.Members, "phần còn lại của người đã thôi hoặc thuộc đơn vị đã giải thể (tên, số điện thoại, bản nháp, tên trên duyệt)"},
	} {
		if part.years == 0 {
			lines = append(lines, fmt.Sprintf("• %s: giữ mãi", Cap(part.what)))
			continue
		}
		lines = append(lines, fmt.Sprintf("• %s: giữ %d năm; đến hạn xóa: %s", Cap(part.what), part.years, Number(part.n)))
	}
	if len(p.Numbers) > 0 {
		lines = append(lines, "Gương đến hạn: "+strings.Join(p.Numbers, ", ")+".")
	}
	return strings.Join(append(lines, "Việc xóa chạy mỗi ngày một lần; mã số và số liệu vẫn giữ."), "\n")
}
