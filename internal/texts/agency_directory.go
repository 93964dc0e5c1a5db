package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/letterhead"
	"guongsang/internal/report"
)

// Labels of the list of units at work.
const (
	LabelEditUnit     = "Sửa đơn vị"
	LabelAddUnit      = "Thêm đơn vị"
	LabelOpenUnit     = "Xem đơn vị"
	LabelMergeOrClose = "Sáp nhập, đóng"
	LabelMoreOfUnit   = "Mục khác"
	LabelMergeInto    = "Nhận đơn vị khác sáp nhập vào"
	LabelNoHeir       = "Đóng, không có đơn vị kế thừa"
	LabelFormerUnits  = "Các đơn vị trước đây"
	LabelDropTried    = "Kết thúc, xóa phần thử"
	LabelKeepTried    = "Kết thúc, giữ để xem"
	LabelTakeDraft    = "Nhận viết tiếp"
)

// TrainingMark heads every message to those who only try the program.
const TrainingMark = "🎓 TẬP HUẤN, không tính vào số liệu"

// TrainingNotice heads the short notices on their screens, which have no room for more.
const TrainingNotice = "🎓 Tập huấn: "

// AgencyTraining follows the agency's name, in documents too, where all is only tried.
const AgencyTraining = " (tập huấn)"

// unitFields names what can be changed of a unit.
var unitFields = map[string]string{
	"name": "Tên", "block": "Khối", "duties": "Nghĩa vụ", "quota": "Chỉ tiêu", "roster": "Phân kỳ", "superior": "Cấp trên", "symbol": "Ký hiệu", "form": "Thể thức",
}

// UnitField is the button that changes one of them.
func UnitField(field string) string { return unitFields[field] }

// LabelTraining begins or ends a training.
func LabelTraining(begin bool) string {
	if begin {
		return "Cho tập huấn"
	}
	return "Kết thúc tập huấn"
}

// LabelSuccessor opens the unit that goes on.
func LabelSuccessor(name string) string { return "Kế thừa: " + Cut(name, 50) }

// LabelMovePeople takes the people of a closed unit over.
func LabelMovePeople(u report.Unit) string { return "Chuyển người: " + Cut(u.Name, 45) }

// LabelMovePerson takes somebody over to the unit that goes on.
func LabelMovePerson(name string, to report.Unit) string {
	return Cut(fmt.Sprintf("%s → %s", Person(name), to.Name), 60)
}

// DutiesLabel is one choice of duties, as a list ticks month and quarter.
func DutiesLabel(ticks string) string {
	return map[string]string{"x,x": "Tháng và quý", "x,": "Chỉ tháng", ",x": "Chỉ quý", ",": "Không có"}[ticks]
}

// UnitTerms says how a unit is set up, and what stands at the top of its letters.
func (o Office) UnitTerms(u report.Unit) string {
	lines := []string{"Mã: " + u.Code}
	for _, field := range []string{"block", "duties", "quota", "roster", "superior", "symbol", "form"} {
		lines = append(lines, unitFields[field]+": "+unitValue(field, u))
	}
	if !u.Training.IsZero() {
		lines = append(lines, "Tập huấn từ "+Day(u.Training))
	}
	return strings.Join(append(lines, o.unitLetters(u), "", "Sửa mục nào?"), "\n")
}

// unitLetters says what the letters of a unit are like, by what is written of it and
// by its name.
func (o Office) unitLetters(u report.Unit) string {
	h := letterhead.Of(u, o.Letterhead())
	if h.Form == report.SlipForm {
		return fmt.Sprintf("Văn bản: phiếu giới thiệu không số, %s - %s", h.Superior, h.Name)
	}
	superior := h.Superior
	if superior == "" {
		superior = "không ghi cấp trên"
	}
	return fmt.Sprintf("Văn bản: %s; %s - %s; %s", LetterForm(h.Form), superior, h.Name, strings.TrimRight(DocumentNumber(h.Form, "", h.Symbol), blank[:len("\u00A0")]))
}

// unitValue is what a unit has in a field.
func unitValue(field string, u report.Unit) string {
	value := ""
	switch field {
	case "name":
		value = u.Name
	case "block":
		value = u.Block
	case "duties":
		value = Duties(u)
	case "quota":
		return fmt.Sprintf("tháng %s, quý %s", ownQuota(u.QuotaMonth), ownQuota(u.QuotaQuarter))
	case "roster":
		if value = Turns(u.Roster); value == "" {
			return "mọi kỳ"
		}
	case "superior":
		return orByName(u.Superior)
	case "symbol":
		return orByName(u.Symbol)
	case "form":
		return orByName(LetterForm(u.Form))
	}
	if value == "" {
		return "chưa có"
	}
	return value
}

// orByName is what is written for the letters of a unit, or says that its name tells.
func orByName(value string) string {
	if value == "" {
		return "theo tên đơn vị"
	}
	return value
}

func ownQuota(n int) string {
	if n == 0 {
		return "theo quy định chung"
	}
	return Number(n)
}

// Turns writes a roster as it is read and typed: months by number, quarters as Q1.
func Turns(r report.Roster) string {
	var parts []string
	for _, m := range r.Months {
		parts = append(parts, fmt.Sprint(m))
	}
	for _, q := range r.Quarters {
		parts = append(parts, fmt.Sprintf("Q%d", q))
	}
	return strings.Join(parts, ", ")
}

// AskUnitField asks for the new value of a field.
func AskUnitField(field string, u report.Unit) string {
	how := map[string]string{
		"name": "Nhập tên mới.", "block": "Nhập tên khối thi đua; nhập - nếu không thuộc khối nào.", "duties": "Chọn nghĩa vụ báo cáo.",
		"quota":    "Nhập chỉ tiêu tháng, quý, ví dụ: 2, 3. Nhập - để theo quy định chung.",
		"roster":   "Nhập các tháng hoặc quý đến lượt, ví dụ: 1, 4, 7, 10 hoặc Q1, Q3. Nhập - nếu mọi kỳ.",
		"superior": "Nhập tên cơ quan cấp trên, ghi trên văn bản của đơn vị; nhập - để theo tên đơn vị.",
		"symbol":   "Nhập ký hiệu văn bản sau số, ví dụ: MNDS; nhập - để theo tên đơn vị.",
		"form":     "Chọn hoặc nhập thể thức văn bản của đơn vị; nhập - để theo tên đơn vị.",
	}[field]
	return fmt.Sprintf("%s hiện nay: %s.\n%s", unitFields[field], unitValue(field, u), how)
}

// UnitSame says that nothing would change.
func UnitSame() string { return "Không có gì thay đổi. Vui lòng nhập giá trị khác." }

// PreviewUnit shows a change of a unit before it is made: from when, and who is told.
func PreviewUnit(field string, before, after report.Unit, from []report.Schedule, told []string) string {
	return fmt.Sprintf("%s: %s → %s\n%s\n%s", unitFields[field], unitValue(field, before), unitValue(field, after), holdsFrom(field, from), toldTo(told))
}

func holdsFrom(field string, from []report.Schedule) string {
	switch {
	case field == "name":
		return "Có hiệu lực ngay; tên cũ vẫn tìm được."
	case len(from) == 0:
		return "Có hiệu lực ngay."
	}
	return "Áp dụng từ: " + deadlines(from) + ". Số liệu các kỳ trước giữ nguyên."
}

// toldMost is how many people are named that are told.
const toldMost = 4

func toldTo(people []string) string {
	if len(people) == 0 {
		return "Đơn vị chưa có người để báo."
	}
	s := "Sẽ báo: "
	for i, name := range people[:min(len(people), toldMost)] {
		if i > 0 {
			s += ", "
		}
		s += Person(name)
	}
	if more := len(people) - toldMost; more > 0 {
		s += fmt.Sprintf(" và %s người nữa", Number(more))
	}
	return s + "."
}

// UnitChangeDone says that a change was made.
func UnitChangeDone(field string, before, after report.Unit) string {
	return fmt.Sprintf("Đã sửa %s (%s). %s: %s → %s.", after.Name, after.Code, unitFields[field], unitValue(field, before), unitValue(field, after))
}

// UnitIsChanged tells the people of a unit what of it was changed.
func (o Office) UnitIsChanged(field string, before, after report.Unit, from []report.Schedule) string {
	s := fmt.Sprintf("%s đã sửa thông tin đơn vị %s. %s: %s → %s.", Cap(o.Agency), after.Code, unitFields[field], unitValue(field, before), unitValue(field, after))
	if len(from) > 0 {
		s += " Áp dụng từ: " + deadlines(from) + "."
	}
	return s
}

// AskNewUnit asks for a unit in one line.
func AskNewUnit() string {
	return "Nhập mã; tên đơn vị; khối thi đua, ví dụ:\nPT086; Trường Mầm non Nậm Xe; Khối 10\nKhối có thể bỏ trống."
}

// UnitExists says that a code is taken.
func UnitExists(u report.Unit) string {
	return fmt.Sprintf("Mã %s đã là của %s. Vui lòng nhập mã khác.", u.Code, u.Name)
}

// PreviewNewUnit shows a unit before it is added.
func PreviewNewUnit(u report.Unit, first []report.Schedule) string {
	s := fmt.Sprintf("Thêm %s (%s), khối: %s, nghĩa vụ: %s.\n", u.Name, u.Code, BlockName(u.Block), Duties(u))
	if len(first) == 0 {
		return s + "Chưa có kỳ nào phải gửi."
	}
	return s + OwesFirst(first) + ". Chưa có người để báo."
}

// UnitAdded says that a unit was added.
func UnitAdded(u report.Unit) string {
	return fmt.Sprintf("Đã thêm %s (%s). Mời đầu mối của đơn vị?", u.Name, u.Code)
}

// AskHeirs asks who goes on.
func AskHeirs() string {
	return "Đơn vị này đóng thì đơn vị nào kế thừa? Nhập mã hoặc tên; nếu chia tách, nhập nhiều đơn vị, cách nhau dấu phẩy. Đơn vị mới thì thêm vào danh sách trước."
}

// AskMerged asks who is taken over.
func AskMerged() string {
	return "Những đơn vị nào sáp nhập vào đơn vị này? Nhập mã hoặc tên, cách nhau dấu phẩy."
}

// UnitUnclear says that what was typed is no unit, or several.
func UnitUnclear(typed string, found int) string {
	if found == 0 {
		return fmt.Sprintf("Không có đơn vị nào là “%s”. Vui lòng nhập mã hoặc tên khác.", Cut(typed, 60))
	}
	return fmt.Sprintf("Có %s đơn vị giống “%s”. Vui lòng nhập mã.", Number(found), Cut(typed, 60))
}

// TooManyTogether says how many units can be changed at once.
func TooManyTogether(most int) string {
	return fmt.Sprintf("Vui lòng nhập từ 1 đến %d đơn vị; nhiều hơn thì gửi danh sách bằng tệp.", most)
}

// AskLastDay asks for the last day of units that close.
func AskLastDay() string {
	return "Ngày hoạt động cuối cùng của đơn vị đóng? Chọn, hoặc nhập ngày như 31/12/2026. Kỳ có hạn đến ngày này đơn vị cũ còn phải gửi."
}

// BadLastDay says which days can be.
func BadLastDay(today report.Date) string {
	return fmt.Sprintf("Vui lòng nhập ngày từ %s, trong vòng một năm.", Day(today))
}

// HeirClosed says that a unit closes that should go on.
func HeirClosed(u report.Unit) string {
	return fmt.Sprintf("%s (%s) đóng ngày %s nên không kế thừa được. Vui lòng nhập đơn vị khác.", u.Name, u.Code, Day(u.ActiveTo))
}

// HeirOfItself says that no unit goes on from itself.
func HeirOfItself(u report.Unit) string {
	return fmt.Sprintf("%s (%s) không thể vừa đóng vừa kế thừa. Vui lòng nhập đơn vị khác.", u.Name, u.Code)
}

// ClosedAlready says that a unit closed before.
func ClosedAlready(u report.Unit) string {
	return fmt.Sprintf("%s (%s) đã đóng từ ngày %s.", u.Name, u.Code, Day(u.ActiveTo))
}

// PreviewClosing shows what becomes of units that close, and of those that go on.
func PreviewClosing(closing, heirs []report.Unit, day report.Date, from []report.Schedule, told []string) string {
	s := "Đóng sau ngày " + Day(day) + ":\n"
	for _, u := range closing {
		s += ImportUnit(u) + "\n"
	}
	if len(heirs) == 0 {
		return s + "Không có đơn vị kế thừa. Gương và số liệu cũ vẫn giữ.\n" + toldTo(told)
	}
	s += "Kế thừa:\n"
	for _, u := range heirs {
		s += ImportUnit(u) + "\n"
	}
	if len(from) > 0 {
		s += "Đơn vị cũ thôi phải gửi từ: " + deadlines(from) + ".\n"
	}
	return s + "Gương và số liệu các kỳ trước giữ nguyên, xem được ở đơn vị kế thừa. Sau đó anh/chị chọn chuyển từng người, kèm bản nháp.\n" + toldTo(told)
}

// ClosingDone says that units close.
func ClosingDone(closing, heirs []report.Unit) string {
	s := fmt.Sprintf("Đã ghi: %s đóng sau ngày %s", unitCodes(closing), Day(closing[0].ActiveTo))
	if len(heirs) > 0 {
		s += ", kế thừa: " + unitCodes(heirs)
	}
	return s + "."
}

func unitCodes(units []report.Unit) string {
	codes := make([]string, len(units))
	for i, u := range units {
		codes[i] = u.Code
	}
	return strings.Join(codes, ", ")
}

// UnitCloses tells the people of a unit that it closes.
func (o Office) UnitCloses(u report.Unit, heirs []report.Unit) string {
	s := fmt.Sprintf("%s đóng sau ngày %s.", UnitName(u), Day(u.ActiveTo))
	if len(heirs) == 0 {
		return s + " Những gì đã gửi vẫn được giữ. Cảm ơn " + o.You + "."
	}
	names := make([]string, len(heirs))
	for i, h := range heirs {
		names[i] = UnitName(h)
	}
	return fmt.Sprintf("%s Kế thừa: %s. Gương đã gửi và bản nháp được giữ; %s sẽ chuyển %s sang đơn vị mới.", s, strings.Join(names, ", "), o.Agency, o.You)
}

// UnitTakesOver tells the people of a unit that it goes on from others.
func (o Office) UnitTakesOver(u report.Unit, closing []report.Unit, day report.Date) string {
	names := make([]string, len(closing))
	for i, c := range closing {
		names[i] = UnitName(c)
	}
	return fmt.Sprintf("Sau ngày %s, %s kế thừa: %s. Gương cũ xem ở mục %s.", Day(day), UnitName(u), strings.Join(names, ", "), WordSent)
}

// FormerUnits heads the units that one goes on from.
func FormerUnits(former []report.Unit) string {
	lines := []string{"Đơn vị này kế thừa:"}
	for _, u := range former {
		lines = append(lines, UnitClosed(u))
	}
	return strings.Join(lines, "\n")
}

// PeopleToMove heads the people of a closed unit.
func PeopleToMove(u report.Unit, people int) string {
	if people == 0 {
		return "Đơn vị không còn người phụ trách nào cần chuyển."
	}
	return fmt.Sprintf("%s người của %s. Chuyển ai sang đơn vị kế thừa? Bản nháp đi theo người.", Number(people), UnitName(u))
}

// PersonMoved says that somebody was taken over.
func PersonMoved(name, post string, drafts int) string {
	return fmt.Sprintf("%s nay là %s%s.", Person(name), post, draftsToo(drafts))
}

func draftsToo(drafts int) string {
	if drafts == 0 {
		return ""
	}
	return fmt.Sprintf("; %s bản nháp chuyển theo", Number(drafts))
}

// YouAreMoved tells somebody of the new post.
func (o Office) YouAreMoved(post string, from report.Unit, drafts int) string {
	return fmt.Sprintf("%s nay là %s, thay cho %s%s.", Cap(o.You), post, UnitName(from), draftsToo(drafts))
}

// SentToday says why a unit cannot begin to try today.
func SentToday(number string) string {
	return fmt.Sprintf("Hôm nay đơn vị đã gửi %s, đang tính vào số liệu. Vui lòng bắt đầu tập huấn từ ngày mai để không mất gương này.", number)
}

// NilToday says so of a period for which the unit said that there is nothing.
func NilToday(p report.Period) string {
	return fmt.Sprintf("Hôm nay đơn vị đã báo không phát sinh %s, đang tính vào số liệu. Vui lòng bắt đầu tập huấn từ ngày mai để không mất báo cáo này.", Period(p))
}

// WrittenToday says so of a draft.
func WrittenToday() string {
	return "Hôm nay đơn vị đang viết một gương (bản nháp). Vui lòng bắt đầu tập huấn từ ngày mai, hoặc sau khi gửi, để không mất bản nháp này."
}

// BeforeTraining says why what a unit handed in before cannot be changed while it tries.
func BeforeTraining(what string) string {
	return what + " gửi trước khi tập huấn, đang tính vào số liệu, nên chưa sửa hay rút được trong lúc tập huấn. Vui lòng báo chuyên viên kết thúc tập huấn trước."
}

// AskTrain asks before a unit begins to try.
func AskTrain() string {
	return "Trong lúc tập huấn, đơn vị dùng thử mọi việc. Những gì gửi từ hôm nay không vào số liệu, nhắc nhở, tổng hợp, văn bản hay tuyên truyền. Bắt đầu?"
}

// TrainingBegun says that a unit tries.
func TrainingBegun(u report.Unit) string {
	return fmt.Sprintf("%s đang tập huấn từ %s.", u.Name, Day(u.Training))
}

// TrainingBegins tells the people of the unit.
func (o Office) TrainingBegins(u report.Unit) string {
	return fmt.Sprintf("Từ hôm nay %s dùng thử để tập huấn: %s cứ gửi thử, không tính vào số liệu.", u.Name, o.You)
}

// AskTrained asks what becomes of what was tried.
func AskTrained(u report.Unit, tried int) string {
	return fmt.Sprintf("Đơn vị tập huấn từ %s, đã gửi thử %s gương. Xóa phần thử, hay giữ để xem (vẫn không tính)?", Day(u.Training), Number(tried))
}

// TrainingEnded says what became of what was tried.
func TrainingEnded(u report.Unit, tried int, dropped bool) string {
	if dropped {
		return fmt.Sprintf("%s đã kết thúc tập huấn; đã xóa %s gương thử.", u.Name, Number(tried))
	}
	return fmt.Sprintf("%s đã kết thúc tập huấn; %s gương thử được giữ ở tình trạng đã rút.", u.Name, Number(tried))
}

// TrainingEnds tells the people of the unit.
func (o Office) TrainingEnds(u report.Unit) string {
	return fmt.Sprintf("%s đã kết thúc tập huấn. Từ nay những gì %s gửi được tính chính thức.", u.Name, o.You)
}

// InTraining marks the name of a unit that only tries.
func InTraining(u report.Unit) string {
	if u.Training.IsZero() {
		return ""
	}
	return " [tập huấn]"
}

// DraftsLeft offers the open drafts of somebody who left.
func DraftsLeft(name, unit string, drafts int) string {
	return fmt.Sprintf("%s để lại %s bản nháp chưa gửi của %s. Nhận viết tiếp bản nào?", Person(name), Number(drafts), unit)
}

// LabelDraftLeft takes one over.
func LabelDraftLeft(title string) string { return Cut("Nhận: "+title, 60) }

// DraftTaken says that a draft was taken over.
func DraftTaken(title string) string {
	return fmt.Sprintf("Đã nhận bản nháp %s, nội dung giữ nguyên. Bấm để viết tiếp.", Cut(title, 80))
}

// DraftTakenFrom tells the one who began it.
func DraftTakenFrom(name, title string) string {
	return fmt.Sprintf("%s đã nhận viết tiếp bản nháp %s.", Person(name), Cut(title, 80))
}
