package texts

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/report"
)

// Labels of the buttons of a draft.
const (
	ToBack      = "Quay lại"
	ToSkip      = "Bỏ qua"
	ToKeep      = "Giữ nguyên"
	ToSend      = "Gửi"
	ToSendAgain = "Gửi lại"
	ToSendStill = "Vẫn gửi"
	ToReview    = "Xem lại"
	ToEdit      = "Sửa"
	ToMore      = "Bổ sung thêm"
	ToPeriod    = "Đổi kỳ"
	ToKind      = "Đổi loại"
	ToTitle     = "Đổi tiêu đề"
	ToSave      = "Lưu nháp"
	ToDone      = "Xong"
	ToDrop      = "Hủy bản nháp"
	ToDropNot   = "Giữ lại"
	ToNew       = "Viết gương mới"
	ToCut       = "Giữ 2.500 ký tự đầu"
	ToNoFiles   = "Bỏ hết tệp đã gửi"
	ToYes       = "Đã đồng ý"
	ToNo        = "Chưa"
	ToUnder16   = "Dưới 16 tuổi"
	ToFrom16    = "Từ 16 tuổi trở lên"
	ToRenew     = "Đồng ý cả phần mới"
	ToRenewNot  = "Chưa đồng ý phần mới"
	ToMale      = "Nam"
	ToFemale    = "Nữ"
	ToMark      = "✓ "
	ToEarlier   = "Trang trước"
	ToLater     = "Trang sau"
	ToDeed      = "Việc làm"
	ToOthers    = "Mục khác"
)

// Step heads a question that has to be answered.
func Step(n, of int) string { return fmt.Sprintf("Bước %d/%d", n, of) }

// Extra heads a question that need not be answered.
func Extra() string { return "Bổ sung thêm (không bắt buộc)" }

// FieldName names a part of an introduction in lists.
func FieldName(key string, c report.Content) string {
	if key == "name" {
		switch {
		case c.Category == report.NewModel:
			return "Tên mô hình"
		case c.Object == report.Collective:
			return "Tên tập thể"
		case c.Object == report.Household:
			return "Chủ hộ"
		}
		return "Họ và tên"
	}
	if name, ok := moreNames[key]; ok {
		return name
	}
	return namesOfFields[key]
}

var namesOfFields = map[string]string{
	"unit": "Đơn vị", "category": "Loại", "object": "Đối tượng", "place": "Nơi ở/đơn vị", "title": "Tiêu đề",
	"summary": "Tóm tắt", "spread": "Lan tỏa, nhân rộng", "consent": "Xin phép công khai", "under16": "Độ tuổi", "born": "Năm sinh",
	"child": "Ý kiến của em", "guardian": "Ý kiến người giám hộ", "gender": "Giới tính", "position": "Chức vụ, nghề nghiệp",
	"ethnicity": "Dân tộc", "groups": "Nhóm đối tượng", "field": "Lĩnh vực", "results": "Kết quả bằng số liệu",
	"when": "Thời gian", "honoured": "Đã được khen", "files": "Ảnh, tệp, ghi âm",
}

// Subject names what some fields of an introduction are about, in the order of the
// lists of fields.
func Subject(i int) string {
	return [...]string{
		"Loại, lĩnh vực", "Tên, nơi ở", "Tuổi, giới tính", ToDeed, "Xin phép, ảnh",
		"Phong trào, bài, lời", "Đề xuất, xác nhận", "Tập thể", "Mô hình", "Người viết, ảnh",
	}[i]
}

// AskDraftUnit asks for which unit an introduction is.
func AskDraftUnit() string { return "Gửi cho đơn vị nào?" }

// AskCategory asks for the category.
func AskCategory() string { return "Gương thuộc loại nào?" }

// AskObject asks who is introduced.
func AskObject(c report.Category) string {
	if c == report.NewModel {
		return "Mô hình do ai thực hiện?"
	}
	return "Gương là cá nhân, tập thể hay hộ gia đình?"
}

// AskName asks for the name.
func AskName(c report.Content) string {
	switch {
	case c.Category == report.NewModel:
		return "Tên mô hình? Ghi tên gọi chính thức, đầy đủ, có dấu.\nVí dụ: Đường biên xanh, mốc giới sạch"
	case c.Object == report.Collective:
		return "Tên tập thể? Ghi tên gọi chính thức, đầy đủ, có dấu.\nVí dụ: Chi hội Phụ nữ bản Nà Cúng"
	case c.Object == report.Household:
		return "Họ và tên chủ hộ? Ghi đầy đủ, có dấu, không viết tắt.\nVí dụ: Hộ bà Lý Thị Dung"
	}
	return "Họ và tên người được giới thiệu? Ghi đầy đủ, có dấu, không viết tắt.\nVí dụ: Lò Thị Xuân An"
}

// AskPlace asks for work or residence.
func AskPlace() string {
	return "Đơn vị công tác hoặc nơi ở? Ghi bản (tổ dân phố) và xã, không ghi số nhà.\nVí dụ: Trạm Y tế xã; hoặc: bản Nà Cúng"
}

// AskTitle asks for the title.
func AskTitle() string {
	return "Đặt cho gương này một tiêu đề ngắn (một dòng).\nVí dụ: Hiến 320 m² đất ruộng mở rộng đường bản"
}

// AskSummary asks for the summary.
func AskSummary() string {
	return "Kể việc làm: làm gì, ở đâu, khi nào, kết quả ra sao. Vài câu là được.\nVí dụ: Vận động 32 hộ hiến 1.200 m² đất làm đường bản"
}

// AskWhoDidWhat asks for all that an introduction needs, in one text.
func AskWhoDidWhat() string {
	return "Mời kể về gương này trong một tin: họ tên, nơi ở hoặc đơn vị, việc đã làm. Ghi âm cũng được.\nVí dụ: Tẩn A Páo, bản Nà Cúng, vận động 32 hộ hiến 1.200 m² đất làm đường bản"
}

// AskSpread asks for the effect; of a new model it has to be said.
func AskSpread() string {
	return "Mô hình có tác dụng ra sao, nơi khác có làm theo được không? Mới làm thì ghi là mới làm.\nVí dụ: Ba bản lân cận đã làm theo, 48 hộ tự nguyện tham gia"
}

// AskConsent asks what may be published.
func AskConsent(c report.Content) string {
	who := "Người này"
	if c.Object == report.Collective || c.Object == report.Household || c.Category == report.NewModel {
		who = "Những người trong gương"
	}
	return who + " đã đồng ý cho đăng tên và ảnh để tuyên truyền chưa?"
}

// AskUnder16 asks if somebody is a child, where something makes one think so.
func AskUnder16() string { return "Người được giới thiệu có dưới 16 tuổi không?" }

// Age says how that was answered; empty: it was not.
func Age(under16 string) string {
	return map[string]string{report.Yes: ToUnder16, report.No: ToFrom16}[under16]
}

// AskChild asks for the consent of a child of seven or more, or of whom no more
// is known.
func AskChild(c report.Content, doubt bool) string {
	if !one(c) {
		return children + " Các em đã biết và đồng ý cho giới thiệu công khai chưa?"
	}
	return minor(c, doubt) + " Em đã biết và đồng ý cho giới thiệu công khai chưa?"
}

// AskGuardian asks for the consent of a child's guardian.
func AskGuardian(c report.Content, doubt bool) string {
	if !one(c) {
		return children + " Cha, mẹ hoặc người giám hộ của các em đã đồng ý cho giới thiệu công khai chưa?"
	}
	return minor(c, doubt) + " Cha, mẹ hoặc người giám hộ của em đã đồng ý cho giới thiệu công khai chưa?"
}

// children says that there are some in a name.
const children = "Tên gọi có nêu tên người dưới 16 tuổi."

// one reports whether an introduction is of one person, whose age is meant.
func one(c report.Content) bool {
	return c.Object != report.Collective && c.Category != report.NewModel
}

// minor says why it is asked, and what would clear a doubt.
func minor(c report.Content, doubt bool) string {
	switch {
	case !doubt:
		return "Người được giới thiệu dưới 16 tuổi."
	case c.Born != 0:
		return fmt.Sprintf("Người được giới thiệu sinh năm %d, có thể chưa đủ 16 tuổi (ghi cả ngày sinh để biết rõ).", c.Born)
	}
	return "Người được giới thiệu có thể chưa đủ 16 tuổi (chưa rõ năm sinh)."
}

// AskBorn asks for the year of birth, or the whole date.
func AskBorn() string {
	return "Năm sinh? Ghi bốn chữ số, hoặc cả ngày, tháng, năm sinh.\nVí dụ: 1988; hoặc: 12/03/1988"
}

// AskGender asks for the gender.
func AskGender() string { return "Giới tính?" }

// AskPosition asks for position or occupation.
func AskPosition() string {
	return "Chức vụ hoặc nghề nghiệp?\nVí dụ: giáo viên mầm non"
}

// AskEthnicity asks for the ethnic group, which is sensitive data.
func AskEthnicity() string {
	return "Dân tộc? Đây là dữ liệu nhạy cảm: không bắt buộc, chỉ dùng để thống kê, không đăng công khai. Có thể bấm Bỏ qua.\nVí dụ: Thái"
}

// AskGroups asks for the priority groups.
func AskGroups() string {
	return "Thuộc nhóm nào? Có thể chọn nhiều; chọn đủ rồi bấm Xong. Cũng có thể gõ các số, ví dụ: 2, 4"
}

// AskField asks for the field of work.
func AskField() string { return "Thuộc lĩnh vực nào?" }

// AskResults asks for figures.
func AskResults() string {
	return "Kết quả bằng con số?\nVí dụ: 820 lượt người được hỗ trợ; tiết kiệm 45 triệu đồng"
}

// AskWhen asks when it happened.
func AskWhen() string {
	return "Việc này diễn ra khi nào?\nVí dụ: từ tháng 3 đến tháng 10/2026"
}

// AskHonoured asks for earlier recognitions.
func AskHonoured() string {
	return "Đã được khen thưởng chưa? Ghi hình thức, năm.\nVí dụ: Giấy khen của Chủ tịch UBND xã năm 2025"
}

// AskFiles asks for photos, files and voice notes.
func AskFiles() string {
	return "Gửi ảnh (tối đa 10), tệp hoặc ghi âm vào đây, rồi bấm Xong. Muốn in rõ thì gửi ảnh dạng tệp; riêng ảnh HEIC của iPhone thì gửi dạng ảnh.\nKhông gửi ảnh giấy tờ tùy thân, tài liệu mật."
}

// NowIs shows what a field holds already.
func NowIs(value string) string { return "Hiện tại: " + Excerpt(value, 160) }

// Saved tells where a draft stands when its writer leaves it.
func Saved() string {
	return "Đã lưu nháp. Bấm Gửi gương bất cứ lúc nào để viết tiếp."
}

// AskDrop asks once before a draft is thrown away.
func AskDrop(d report.Draft) string {
	return fmt.Sprintf("Hủy bản nháp %s? Nội dung đã nhập sẽ bị xóa.", DraftName(d))
}

// Dropped confirms that a draft was thrown away.
func Dropped() string { return "Đã hủy bản nháp." }

// DraftName names a draft in lists.
func DraftName(d report.Draft) string {
	switch {
	case d.Content.Name != "":
		return "“" + Excerpt(d.Content.Name, 40) + "”"
	case d.Content.Title != "":
		return "“" + Excerpt(d.Content.Title, 40) + "”"
	case d.Content.Summary != "":
		return "“" + Excerpt(d.Content.Summary, 40) + "”"
	case len(d.Content.Media) > 0:
		return "(" + Files(d.Content.Media) + ")"
	case d.Content.Category != "":
		return "“" + Category(d.Content.Category) + "”, " + Day(report.DateOf(d.Changed))
	}
	return "(chưa có nội dung)"
}

// ResumeLabel is the button that goes on with a draft.
func ResumeLabel(d report.Draft) string { return "Tiếp tục " + DraftName(d) }

// DraftsWait says that drafts are not sent yet.
func DraftsWait(n int) string {
	if n == 1 {
		return "Còn một bản nháp chưa gửi."
	}
	return fmt.Sprintf("Còn %d bản nháp chưa gửi.", n)
}

// NoDraft says so to who wants to go on with one, which may be a colleague's.
func (o Office) NoDraft() string {
	return Cap(o.You) + " chưa có bản nháp nào. Bản nháp của ai thì chỉ người đó mở được: nhờ người đó gửi, hoặc bấm Gửi gương để viết bài mới."
}

// DraftNotSent says so of the draft that is open.
func DraftNotSent() string { return "Gương đang viết chưa gửi." }

// DraftsOpen offers to go on with drafts.
func (o Office) DraftsOpen(n int) string {
	if n == 1 {
		return Cap(o.You) + " còn một bản nháp. Viết tiếp hay viết gương mới?"
	}
	return fmt.Sprintf("%s còn %d bản nháp. Vui lòng chọn bản cần viết tiếp, hoặc viết gương mới.", Cap(o.You), n)
}

// Files counts files: 3 ảnh, 1 tệp.
func Files(media []report.Media) string {
	photos, files, voices := 0, 0, 0
	for _, m := range media {
		switch {
		case m.Kind == "voice":
			voices++
		case m.Picture():
			photos++
		default:
			files++
		}
	}
	var parts []string
	for _, p := range []struct {
		n    int
		name string
	}{{photos, "ảnh"}, {files, "tệp"}, {voices, "ghi âm"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.name))
		}
	}
	if len(parts) == 0 {
		return "chưa có"
	}
	return strings.Join(parts, ", ")
}

// FilesJoined says how many files a draft has; it is edited as more come.
func FilesJoined(media []report.Media) string { return "Đã nhận " + Files(media) + "." }

// GoOnAnswering leads over to the question that is open, on the same line or below
// it.
func (o Office) GoOnAnswering(sameLine bool) string {
	text := "Mời " + o.You + " trả lời tiếp:"
	if sameLine {
		return " " + text
	}
	return "\n" + text
}

// Noted puts notes below each other, as far as they say something.
func Noted(notes ...string) string {
	return strings.Join(slices.DeleteFunc(notes, func(note string) bool { return note == "" }), "\n")
}

// MoreFiles says the same to who was asked for files.
func MoreFiles(media []report.Media) string {
	return "Đã nhận " + Files(media) + ". Gửi tiếp, hoặc bấm " + ToDone + "."
}

// mostFiles is how many photos an introduction has at most, and how many other files.
var mostFiles = strconv.Itoa(report.MaxFiles)

// TooManyPhotos says that the first ten are kept.
func TooManyPhotos() string {
	return "Mỗi gương tối đa " + mostFiles + " ảnh: đã giữ " + mostFiles + " ảnh đầu tiên."
}

// TooManyFiles says that the first ten are kept.
func TooManyFiles() string {
	return "Mỗi gương tối đa " + mostFiles + " tệp và ghi âm: đã giữ " + mostFiles + " tệp đầu tiên."
}

// FileTooBig refuses a file.
func FileTooBig(name string) string {
	if name != "" {
		name = " “" + Excerpt(name, 40) + "”"
	}
	return fmt.Sprintf("Tệp%s lớn hơn 20 MB nên chưa nhận được. Vui lòng gửi bản nhỏ hơn, hoặc gửi ảnh thay cho tệp.", name)
}

// FileBegan says that a draft was begun with a file.
func FileBegan() string {
	return "Đã tạo bản nháp mới."
}

// DocumentReading says that a document is being read, so that nobody types in the
// meantime what stands in it.
func DocumentReading(name string) string {
	return fmt.Sprintf("Đang đọc tệp “%s”, xin chờ vài giây để xem lại.", Excerpt(name, 40))
}

// VoiceTaken says that a voice note stands for the deed.
func VoiceTaken() string {
	return "Đã giữ ghi âm làm phần kể việc làm; cán bộ tiếp nhận sẽ nghe và gõ lại."
}

// CaptionTaken says that a caption became the summary.
func CaptionTaken() string { return "Lời kèm theo đã được ghi vào phần tóm tắt." }

// CaptionKept shows a caption that is kept with its file.
func CaptionKept(caption string) string {
	return "Lời kèm theo được giữ làm chú thích: “" + Excerpt(caption, 120) + "”."
}

// ToCaption offers to add a caption to the summary.
const ToCaption = "Thêm chú thích vào tóm tắt"

// CitizenID refuses a text with a citizen's number.
func CitizenID() string {
	return "Tin có dãy số giống số căn cước nên tôi chưa ghi. Vui lòng bỏ dãy số đó rồi gửi lại; gương không cần số căn cước."
}

// Empty refuses an answer without a visible character.
func Empty() string { return "Chưa thấy nội dung. Vui lòng gõ câu trả lời." }

// TooLong refuses an answer that is too long.
func TooLong(limit, got int) string {
	return fmt.Sprintf("Nội dung dài %s ký tự, tối đa %s. Vui lòng gửi lại bản ngắn hơn.", Number(got), Number(limit))
}

// SummaryTooLong says that a long summary is kept and has to be shortened.
func SummaryTooLong(limit, got int) string {
	return fmt.Sprintf("Phần tóm tắt dài %s ký tự, tối đa %s; vẫn đang giữ đủ trong bản nháp. Vui lòng gửi lại bản ngắn hơn, hoặc bấm nút để giữ phần đầu.", Number(got), Number(limit))
}

// SummaryJoined says that the second part of a long text joined the summary.
func SummaryJoined(limit, got int) string {
	return fmt.Sprintf("Đã nhận đủ phần tóm tắt (%s ký tự). Tối đa là %s, nên đến bước tóm tắt cần rút gọn.", Number(got), Number(limit))
}

// DraftFull says that a text was not taken because the draft would be too long,
// and where it still is.
func DraftFull(limit, has, over int) string {
	return fmt.Sprintf("Nội dung vừa gửi chưa được ghi: bản nháp chứa tối đa %s ký tự, đã có %s, thêm nữa thì vượt %s. Vui lòng rút gọn rồi gửi lại, hoặc gửi phần dài thành một tệp.", Number(limit), Number(has), Number(over))
}

// DraftsHoldTooMuch refuses a file because the open drafts of the person hold
// enough, and names the oldest of them with files.
func DraftsHoldTooMuch(limit, held int64, oldest string, since report.Date, holds int64) string {
	return fmt.Sprintf("Tệp vừa gửi chưa nhận được: các bản nháp đang mở đã chứa %s tệp, tối đa %s. Bản cũ nhất là %s, từ %s (%s tệp): vui lòng gửi hoặc hủy bản đó rồi gửi lại tệp này.",
		Bytes(held), Bytes(limit), lower(oldest), Day(since), Bytes(holds))
}

// SummaryTooShort refuses a short summary.
func SummaryTooShort(least int) string {
	return fmt.Sprintf("Nội dung còn ngắn (cần ít nhất %d ký tự). Vui lòng kể rõ hơn.", least)
}

// NameTooShort refuses a name of one character.
func NameTooShort() string {
	return "Tên cần ít nhất 2 ký tự và phải có chữ. Vui lòng ghi đầy đủ, ví dụ: Lò Thị Xuân An."
}

// NeedsLetters refuses a text without a letter.
func NeedsLetters() string {
	return "Câu trả lời cần có chữ. Vui lòng ghi lại, theo ví dụ ở câu hỏi."
}

// MaybeAbbreviated hints that a name looks abbreviated.
func MaybeAbbreviated(name string) string {
	return fmt.Sprintf("Đã ghi tên “%s”. Tên có vẻ viết tắt; nếu cần ghi đầy đủ, vui lòng bấm Quay lại.", Excerpt(name, 60))
}

// MaybeHouseNumber hints that a place looks too exact.
func MaybeHouseNumber() string {
	return "Nơi ở chỉ cần đến bản hoặc tổ dân phố; nếu có số nhà, vui lòng bấm Quay lại để bỏ bớt."
}

// HouseNumberTaken hints so of a place that came with a pasted text or a file.
func HouseNumberTaken() string {
	return "Nơi ở có thể có số nhà; chỉ cần đến bản hoặc tổ dân phố, vui lòng bấm Sửa để bỏ bớt."
}

// PickOne refuses a text where one of the choices is asked for.
func PickOne(n int) string {
	return fmt.Sprintf("Vui lòng bấm một nút bên dưới, hoặc gõ số từ 1 đến %d.", n)
}

// BadBorn refuses a year or a date of birth.
func BadBorn(now int) string {
	return fmt.Sprintf("Năm sinh gồm bốn chữ số, từ 1900 đến %d, hoặc cả ngày, tháng, năm không quá hôm nay. Ví dụ: 1988; hoặc: 12/03/1988.", now)
}

// NotTaken says that a text went nowhere, above the question or the whole draft
// that is shown again.
func (o Office) NotTaken(question bool) string {
	text := "Nội dung vừa gửi chưa được thêm vào gương. "
	if question {
		return text + "Mời " + o.You + " trả lời câu hỏi dưới đây."
	}
	return text + "Muốn sửa, bấm " + ToEdit + "; đúng rồi thì gửi."
}

// A Said is one field of a draft as it was understood.
type Said struct{ Field, Value string }

// PasteInto says that a draft was begun with a pasted text, and whether
// another stays beside it.
func PasteInto(other bool) string {
	if other {
		return "Đã tạo bản nháp mới từ nội dung vừa gửi; bản nháp trước vẫn được giữ."
	}
	return "Đã tạo bản nháp từ nội dung vừa gửi."
}

// RestField names what stood under no label.
func RestField() string { return "Phần còn lại, ghi vào tóm tắt" }

// Pasted says what was understood of a pasted text and what could not be.
func Pasted(head string, taken, refused []Said) string {
	var b strings.Builder
	b.WriteString(cmp.Or(head, "Đã đọc nội dung vừa gửi."))
	for _, s := range taken {
		fmt.Fprintf(&b, "\n• %s: %s", s.Field, Excerpt(s.Value, 50))
	}
	for _, s := range refused {
		fmt.Fprintf(&b, "\nKhông ghi phần %s: “%s”. Nếu cần, vui lòng dùng nút Sửa.", s.Field, Excerpt(s.Value, 40))
	}
	return b.String()
}

// MoreHead heads the list of optional fields.
func MoreHead() string {
	return "Chọn nội dung cần bổ sung (không bắt buộc). Xong thì bấm Xem lại."
}

// EditHead heads the list of fields to change.
func EditHead() string { return "Cần sửa nội dung nào?" }

// PeriodHead heads the list of periods that a draft can count for.
func PeriodHead(unit string) string {
	return fmt.Sprintf("Tính gương này cho kỳ nào của %s?", unit)
}

// PeriodLabel is a button with a period and how it would count.
func PeriodLabel(p report.Period, timing report.State, met bool) string {
	label := Cap(ShortPeriod(p))
	switch {
	case timing == report.MadeUp:
		label += " (gửi bù)"
	case timing == report.Late:
		label += " (muộn)"
	case met:
		label += " (đã có báo cáo)"
	}
	return label
}
