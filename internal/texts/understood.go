package texts

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/vietnamese"
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

// ReadFromKeys says as what a name was read that came as its keys were pressed.
func ReadFromKeys(is string) string { return "Đã đọc là: " + is + "." }

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

// shortAnswers are the answers to what people ask about while they introduce somebody.
var shortAnswers = map[string]string{
	"consent": "Nên hỏi trước: chỉ đăng tên, ảnh khi người được giới thiệu đồng ý (trẻ em thì cha mẹ đồng ý). Chưa hỏi kịp vẫn gửi được, chọn Chưa hỏi hoặc chưa đồng ý; khi đó bài chỉ ghi chữ cái đầu của tên, không dùng ảnh.",
	"photos":  "Ảnh không bắt buộc. Có thì gửi ngay tại đây, lúc nào cũng được trước khi bấm Gửi, tối đa " + mostFiles + " ảnh.",
	"files":   "Được. Gửi tệp Word, ảnh chụp hoặc ghi âm ngay tại đây; tôi đọc tệp Word giúp. Bản giấy thì chụp ảnh.",
	"numbers": "Số căn cước thì không ghi. Năm sinh, dân tộc, số điện thoại không bắt buộc; trẻ em thì cho biết tuổi hoặc lớp.",
	"seal":    "Gửi ở đây không cần công văn, chữ ký hay đóng dấu.",
	"length":  "Khoảng 5–10 câu là vừa: làm gì, ở đâu, khi nào, kết quả. Ngắn hơn cũng được.",
	"where":   "Cơ quan thường trực đọc trước, chọn bài rồi mới đăng; chỉ đăng tên, ảnh khi người đó đồng ý. Chưa được chọn thì chỉ đơn vị và cơ quan thường trực xem được.",
	"after":   "Gửi xong sẽ có mã số và tin báo khi được tiếp nhận, chọn đăng hoặc cần bổ sung. Trước khi được tiếp nhận vẫn sửa, rút được ở mục Đã gửi.",
	"many":    "Mỗi kỳ ít nhất một gương là đủ; có nhiều thì gửi nhiều, mỗi người một bài. Không có thì báo Không phát sinh.",
	"reward":  "Giới thiệu ở đây là để tuyên truyền, biểu dương. Khen thưởng làm theo hồ sơ riêng.",
	"whom":    "Ai cũng được, miễn việc thật: cá nhân, tập thể, hộ gia đình, mô hình mới. Trẻ em thì cần cha mẹ đồng ý mới đăng tên, ảnh.",
}

// ShortAnswer answers what somebody asks about.
func ShortAnswer(about string) string { return shortAnswers[about] }

// MaybeUnmarked asks whether a name is to be written with its marks.
func MaybeUnmarked(name string) string {
	return fmt.Sprintf("Họ tên đang ghi không dấu: %s. Tên có dấu thì nhắn lại, ví dụ: tên: Lò Thị Mai; không có thì cứ tiếp tục.", Excerpt(name, 60))
}

// NotUnderstoodAt repeats what was not understood.
func NotUnderstoodAt(typed string) string { return "Chưa hiểu “" + Excerpt(typed, 200) + "”." }

// Quoted repeats what somebody typed, above what is said of it.
func Quoted(typed, text string) string { return "“" + Cut(typed, 600) + "”\n" + text }

// NotRecorded repeats what was refused as an answer, with the reason.
func NotRecorded(typed, reason string) string {
	return strings.TrimSpace("Chưa ghi “" + Cut(typed, 600) + "”. " + reason)
}

// WriteInFull asks for an answer that does not lean on another; of a place it says
// how the unit itself is named.
func WriteInFull(place bool) string {
	if place {
		return "Vui lòng ghi rõ bản (tổ dân phố) và xã. Người của đơn vị thì nhắn: tại đơn vị."
	}
	return "Vui lòng ghi đầy đủ câu trả lời của mục này."
}

// TitleComes says that the title will be proposed by the deed.
func TitleComes() string {
	return "Tiêu đề sẽ được đặt theo phần tóm tắt, xem lại được trước khi gửi."
}

// ConsentComes says that what somebody agreed to is asked later.
func ConsentComes() string { return "Việc xin phép đăng tên, ảnh được hỏi sau." }

// AnswerBeforeSending says at a question that nothing is sent yet.
func AnswerBeforeSending() string {
	return "Gương chưa gửi. Vui lòng trả lời câu hỏi ở dưới trước; xong mới có nút Gửi."
}

// PressSend says to whoever typed so under a preview how it is sent: renew says that the
// consent to what is new is asked before.
func PressSend(renew bool) string {
	if renew {
		return "Gương chưa gửi. Vui lòng bấm một trong hai nút đầu ở dưới, sau đó bấm Gửi."
	}
	return "Gương chưa gửi. Muốn gửi, bấm nút Gửi ở dưới."
}

// Replaced says what came in the place of what, and in which fields.
func Replaced(old, right string, fields []string) string {
	return fmt.Sprintf("Đã sửa “%s” thành “%s” ở mục %s.", Excerpt(old, 80), Excerpt(right, 80), strings.Join(fields, ", "))
}

// CannotSkip says that a question has to be answered.
func CannotSkip() string {
	return "Câu này cần có câu trả lời mới gửi được. Chưa rõ thì nhắn lưu nháp, bổ sung sau."
}

// Doubt asks whether a text is an answer, or says where to go: "back", "skip",
// "stop", "none"; or whether it tells something, "summary".
func (o Office) Doubt(typed, field, steer string) string {
	if steer == "summary" {
		return fmt.Sprintf("“%s”\nNội dung này chưa được ghi. Ghi vào phần tóm tắt, hay trả lời lại mục %s?", Cut(typed, 600), field)
	}
	if steer == "name" {
		return fmt.Sprintf("“%s” là nơi ở, hay là họ tên của người được giới thiệu?", Excerpt(typed, 200))
	}
	return fmt.Sprintf("“%s” là nội dung của mục %s, hay %s muốn việc khác?", Excerpt(typed, 200), field, o.You)
}

// DoubtLong asks what to do with a text that came after one that was too long and
// is kept.
func DoubtLong(typed string, kept int) string {
	return fmt.Sprintf("“%s”\nPhần tóm tắt đang giữ %s ký tự. Nội dung này thay cho phần đó, hay thêm vào sau?", Cut(typed, 600), Number(kept))
}

// What becomes of such a text.
const (
	ToReplace = "Thay cho phần đã có"
	ToAppend  = "Thêm vào sau"
)

// DoubtTold asks whether a text of somebody's own accord introduces somebody; of
// a draft that is open, whether it belongs to that.
func DoubtTold(typed string, open bool) string {
	if open {
		return fmt.Sprintf("“%s”\nNội dung này chưa được ghi. Thêm vào gương đang viết, hay tạo bản nháp mới?", Cut(typed, 600))
	}
	return fmt.Sprintf("“%s”\nNội dung này có phải là gương cần gửi không? Đúng thì bấm nút để tạo bản nháp.", Cut(typed, 600))
}

// ToTold begins a draft with such a text.
const ToTold = "Tạo bản nháp"

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
	case steer == "review":
		return ToReview
	case steer == "name":
		return "Là họ tên"
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
	case "deadline":
		return "Hỏi hạn gửi"
	case "status":
		return "Hỏi tình trạng"
	case "nil":
		return "Báo không phát sinh"
	case "correct":
		return "Sửa gương đã gửi"
	case "withdraw":
		return "Rút gương đã gửi"
	case "help":
		return "Xem hướng dẫn"
	case "contact":
		return "Xin số liên hệ"
	case "period":
		return "Đổi kỳ"
	case "missing":
		return "Xem đơn vị chưa gửi"
	case "count":
		return "Xem số liệu"
	case "sent":
		return "Xem gương đã gửi"
	case "begin":
		return "Giới thiệu gương mới"
	case "right":
		return "Yêu cầu gỡ, xóa dữ liệu"
	}
	return ToSkip
}

// SentBelow stands in place of a preview that was sent.
func SentBelow(e report.Example) string {
	return fmt.Sprintf("Đã gửi “%s”. Tin xác nhận ở bên dưới.", Excerpt(e.Content.Title, 60))
}

// Evening is told from the word for "I" by its mark alone.
const Evening = "tối"

// Repair is "to put right" before one of these, and else to heal or to put out a fire.
const Repair = "chữa"

// BehindRepair are the words behind it then.
var BehindRepair = []string{"lại", "giúp", "hộ", "giùm", "cho em", "cho tôi", "cho mình", "tên", "năm sinh", "mấy chỗ"}

// Father is told from the word for to leave out by its mark alone.
const Father = "bố"

// OfKept are the words of who wants something that is kept about somebody to be taken away,
// of which each is another word too but for its marks.
const OfKept = "ảnh hình mặt tên tin tuổi ẩn bỏ gỡ hạ che lấy rút thu đưa đăng đúng đừng dừng dụng ngừng thôi nhờ đòi đổi con cháu bé mẹ vợ tôi"

// Blood is told from the word for a form by its mark alone.
const Blood = "máu"

// OfAgreeing are the words of who tells that a child and its parents agreed, as they are
// meant there: without their marks each is another word too.
const OfAgreeing = "cháu con bé trẻ bố mẹ má cho ưng chịu đều mới nếu sẽ đợi bảo anh chị thầy chú dì cậu mợ em nhờ"

// Changing is told from the word for to wait by its mark alone, and WomanTeacher from other words.
const (
	Changing     = "đổi"
	WomanTeacher = "cô"
)

// DeedInFile answers that the deed stands in a file.
func DeedInFile() string {
	return "Vui lòng gửi tệp Word vào đây để tôi đọc, hoặc kể việc làm bằng vài câu."
}

// Now is told from the word for to give by its mark alone.
const Now = "hiện"

// House is told by its mark alone from the word that is only polite after a sentence.
const House = "nhà"

// ManyAsName is a name of women that folded reads as "mấy", how many.
const ManyAsName = "Mẩy"

// Villages are the words before the name of a village, longer ones before those with which
// they begin; without their marks those that are no other word then.
var Villages = sync.OnceValue(func() []string {
	all := append(slices.Clone(vietnamese.Villages), "thon", "xom", "khu")
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	return all
})

// NumberedVillages are those that are one only before a number.
var NumberedVillages = []string{"tổ", "khối", "đội", "tổ số", "khối số", "đội số"}

// Institutions are the words by which the names of offices begin where people
// work or learn.
var Institutions = []string{"điểm trường", "diem truong", "trường", "trạm y tế", "trạm kiểm lâm", "hạt kiểm lâm", "bệnh viện", "đồn biên phòng", "công an xã", "trung tâm"}

// Collectives and Households are the words with which a group and a household
// begin their names; Places those before the name of where somebody works. Folded,
// some are surnames.
var (
	Collectives = []string{"tập thể", "tổ", "nhóm", "đội", "chi hội", "chi đoàn", "chi bộ", "liên đội", "hội", "đoàn thanh niên", "đoàn trường", "đoàn xã", "đoàn cơ sở", "công đoàn",
		"lớp", "trường", "trạm", "câu lạc bộ", "clb", "hợp tác xã", "htx", "tổ hợp tác", "ban", "bản", "thôn", "nhân dân", "phòng", "công an", "cán bộ"}
	Households = []string{"hộ", "gia đình", "hộ gia đình", "vợ chồng", "hai vợ chồng"}
	Places     = []string{"trường", "điểm trường", "trạm", "xã", "thị trấn", "công an", "ubnd", "ủy ban", "đồn", "hạt kiểm lâm", "bệnh viện", "trung tâm", "phòng", "văn phòng", "lớp", "tổ", "khối", "hội", "ban chỉ huy", "công ty", "hợp tác xã"}
)

// Giving are words before an office to which something is given or brought, as a regular
// expression.
const Giving = `tặng|biếu|đến|cho|lên|giúp|phát|mang|tới|ủng hộ|đem|cổng|vào`

// Introducing are the words that stand before who is introduced, as a regular expression.
const Introducing = `giới thiệu|gioi thieu|gương|guong|biểu dương`

// DeedOf titles what is told by voice alone.
func DeedOf(c report.Content) string { return "Việc làm của " + c.Name }

// ByVoice stands in place of a summary that is told by voice.
func ByVoice() string { return "kể bằng ghi âm" }

// OnlyInitials refuses a name that is nothing but initials.
func OnlyInitials() string {
	return "Tên mới có chữ cái đầu. Vui lòng ghi đầy đủ họ và tên, ví dụ: Lò Thị Xuân An."
}

// positions begin what somebody is by profession or office.
var positions = sync.OnceValue(func() []string {
	return append(vietnamese.Posts(), "học sinh", "sinh viên", "trưởng", "phó", "nghề")
})

// IsPosition reports whether a text says what somebody is by profession or office.
func IsPosition(text string) bool {
	text = strings.ToLower(letters.Clean(text))
	for _, p := range positions() {
		if rest, ok := strings.CutPrefix(text, p); ok && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// IsPlainPosition reports the same of a text without marks, of what is said in two words
// at least: one alone is another word then.
func IsPlainPosition(text string) bool {
	text = letters.Fold(text) + " "
	return slices.ContainsFunc(plainPositions(), func(p string) bool { return strings.HasPrefix(text, p) })
}

// plainPositions are those of two words at least, without marks and with a space behind.
var plainPositions = sync.OnceValue(func() (all []string) {
	for _, p := range positions() {
		if strings.Contains(p, " ") {
			all = append(all, letters.Fold(p)+" ")
		}
	}
	return all
})

// IsTitle reports whether a text is no more than what somebody is, as people say it before
// a name.
func IsTitle(text string) bool {
	return slices.Contains(vietnamese.Posts(), strings.ToLower(letters.Clean(text)))
}

// Right is how people say that something is right; without its marks it is another
// word.
const Right = "đúng"

// Waiting is the word for to wait; without its mark it is another word.
const Waiting = "chờ"

// SurnameAsYes is a surname, and how the names of communes begin, that is a word of
// assent without its mark.
const SurnameAsYes = "vàng"

// Obliging begins what people say politely.
const Obliging = "dạ "

// MiddleNames are those that only persons have.
var MiddleNames = map[string]bool{"Văn": true, "Thị": true, "VĂN": true, "THỊ": true}

// GroupWords are the words by which the names of groups begin.
var GroupWords = []string{"Tổ", "Nhóm", "Đội", "Chi hội", "Chi đoàn", "Chi bộ", "Câu lạc bộ", "CLB", "Hợp tác xã", "HTX", "Tập thể", "Liên đội", "Trung đội", "Tiểu đội", "Đại đội", "Ban quản lý", "Ban công tác", "Tổ hợp tác"}

// Deeds are what those do who are introduced for a good deed, as a regular
// expression, with their marks: without them they are other words.
const Deeds = `cứu (?:người|hộ|được|đc|sống|thoát|nạn|kịp|cả|\d|hai|ba|bốn|một|cháu|em|cụ|bà|ông|trẻ|b(?:é|ạn))|(?:trả|nộp|giao) lại|nhặt (?:được|đc)|hiến (?:máu|đất|\d|tặng|hơn|gần)|nhường|bắt (?:giữ|quả tang)|đưa (?:được )?(?:nạn nhân|người bị nạn)|khống chế|cõng (?:\d|hai|người|cụ|bà|ông|em|cháu)|dập (?:lửa|tắt|đám cháy)`

// NumberLabels stand before numbers that are nobody's business, as a regular
// expression.
const NumberLabels = `(?:(?:khi )?cần(?: thì| gì)? )?(?:số\s+|so\s+)?(?:đt|sđt|sdt|dt|điện thoại|dien thoai|di động|tel|zalo|liên hệ|liên lạc|gọi|lh|cccd|cmnd|căn cước|số)(?:\s+(?:của|cua|liên hệ|liên lạc|là|la|riêng|người nhà|gia đình|nhà|anh|chị|chi|ông|ong|bà|cô|co|em|chú|chu|bác|bac|thầy|thay|cháu|ấy|ay|cho|số|đó|theo)){0,5}`

// PressToAgree says to whoever typed that they agree by which button it is done.
func PressToAgree(button string) string {
	return "Chưa có gì thay đổi. Đồng ý thì bấm “" + button + "”."
}

// HelpAtPreview says in short what can be done with a draft that is shown.
func (o Office) HelpAtPreview() string {
	return fmt.Sprintf("Đúng rồi thì bấm %s. Chưa đúng thì bấm %s, hoặc nhắn chỗ cần đổi, ví dụ: tên: Lò Thị Mai. Muốn thêm ảnh thì gửi ngay tại đây. Cần hỏi thêm: %s.", ToSend, ToEdit, o.Contact)
}
