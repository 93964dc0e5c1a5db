package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/report"
)

// Labels under what an officer passed on.
const (
	ToRecordPassed = "Đúng, ghi nhận thay"
	ToOtherUnit    = "Chọn đơn vị khác"
	ToOtherDay     = "Đổi ngày nhận"
	ToPassBy       = "Không phải"
	ToOpenDraft    = "Thêm vào gương đang nhập"
	ToAnswer       = "Là câu trả lời"
	ToOneDraft     = "Chỉ một gương"
	LabelIsPassed  = "Tài liệu của đơn vị"
)

// And stands between the last two of a list.
const And = " và "

// A Passed is what an officer passed on, as it is asked about.
type Passed struct {
	Unit    report.Unit // whose it may be
	By      string      // by what it was told: see KnownBy
	Channel string      // "" if it is to be asked
	Day     report.Date // on which it was received
	Text    string
	Name    string // whom it introduces, as far as that was read
	Title   string
	Media   []report.Media
	Persons []string // whom it introduces, if several
	Unread  string   // why a file was not read, if it was not
	Masked  bool     // a citizen's number was taken out
}

// KnownBy says by what a unit was told.
func KnownBy(reason string) string {
	return map[string]string{
		"code": "mã đơn vị trong nội dung", "letter": "tiêu đề văn bản", "reports": "lời gửi", "mentioned": "tên nêu trong nội dung",
		"partly": "một phần tên nêu trong nội dung", "sender": "người gửi", "file": "tên tệp",
	}[reason]
}

// AskToRecord proposes to record it on behalf of a unit.
func AskToRecord(p Passed, today report.Date) string {
	ask := "Ghi nhận thay cho " + UnitName(p.Unit)
	if p.Channel != "" {
		ask += ", qua " + Channel(p.Channel)
	}
	ask += ", " + receivedOn(p.Day, today) + "?"
	if by := KnownBy(p.By); by != "" {
		ask += "\nĐơn vị nhận ra theo " + by + "."
	}
	return ask + passedLines(p) + "\nChưa có gì được ghi. Bấm nút để tiếp tục."
}

// AskWhosePassed asks for one of several units that it may be of.
func AskWhosePassed(p Passed, units, more int) string {
	text := fmt.Sprintf("Nội dung này có thể của %d đơn vị. Ghi nhận thay cho đơn vị nào?", units)
	if units == 1 {
		text = "Tên trong nội dung gần giống đơn vị dưới đây, chưa chắc. Ghi nhận thay cho đơn vị này?"
	}
	if more > 0 {
		text += fmt.Sprintf(" Còn %d đơn vị khác, bấm “%s” để tìm.", more, ToOtherUnit)
	}
	return text + passedLines(p)
}

// AskUnitOfPassed asks for the unit where nothing tells it.
func AskUnitOfPassed(p Passed) string {
	return "Chưa rõ nội dung này của đơn vị nào. Vui lòng nhập mã hoặc một phần tên đơn vị (không cần dấu), ví dụ: dao san." + passedLines(p)
}

// passedLines say what there is to record.
func passedLines(p Passed) string {
	var lines []string
	switch {
	case len(p.Persons) > 1:
	case p.Name != "" && p.Title != "":
		lines = append(lines, "Gương: "+Cut(p.Name, 60)+", “"+Cut(p.Title, 80)+"”")
	case p.Name != "":
		lines = append(lines, "Gương: "+Cut(p.Name, 60))
	}
	if p.Text != "" && p.Title == "" {
		lines = append(lines, "Nội dung: «"+Excerpt(p.Text, 160)+"»")
	}
	if len(p.Media) > 0 {
		lines = append(lines, "Kèm theo: "+MediaCounts(p.Media))
	}
	if n := len(p.Persons); n > 1 {
		lines = append(lines, fmt.Sprintf("Có %d gương: %s.", n, namesOf(p.Persons)))
	}
	if p.Unread != "" {
		lines = append(lines, p.Unread)
	}
	if p.Masked {
		lines = append(lines, "Tin có dãy số giống số căn cước; tôi đã che dãy số, phần còn lại vẫn giữ.")
	}
	if len(lines) == 0 {
		return ""
	}
	return "\n\n" + strings.Join(lines, "\n")
}

// namesOf lists a few names.
func namesOf(names []string) string {
	const most = 5
	var shown []string
	for _, n := range names[:min(most, len(names))] {
		shown = append(shown, Cut(n, 40))
	}
	text := strings.Join(shown, ", ")
	if more := len(names) - most; more > 0 {
		text += fmt.Sprintf(" và %d người khác", more)
	}
	return text
}

func receivedOn(day, today report.Date) string {
	switch day {
	case today:
		return "nhận hôm nay"
	case today.AddDays(-1):
		return "nhận hôm qua"
	}
	return "nhận ngày " + Day(day)
}

// PassedUnread says that a file that was passed on cannot be read.
func PassedUnread(name string) string {
	return fmt.Sprintf("Tệp %s chưa đọc được bằng máy; tệp vẫn được đính kèm.", Cut(name, 60))
}

// PassedComing says that a file that was passed on is on its way and is read.
func PassedComing(name string) string {
	return fmt.Sprintf("Đã nhận tệp %s. Tôi đang đọc để biết của đơn vị nào.", Cut(name, 60))
}

// AskPassedChannel asks how it came.
func AskPassedChannel(unit string) string {
	return fmt.Sprintf("%s: đã nhận bằng hình thức nào?", unit)
}

// AskPassedEach asks whether each of several persons gets a draft.
func AskPassedEach(unit string, names []string) string {
	return fmt.Sprintf("Nội dung của %s giới thiệu %d gương: %s. Tạo mỗi gương một bản nháp?", unit, len(names), namesOf(names))
}

// PassedBy answers when it is not to be recorded.
func PassedBy() string {
	return "Đã bỏ qua, không ghi nhận gì. Tin anh/chị chuyển vẫn còn ở trên."
}

// PassedTooMany refuses what is passed on while very much waits.
func PassedTooMany(most int) string {
	return fmt.Sprintf("Đang có %d nội dung chờ anh/chị chọn đơn vị. Nội dung vừa chuyển chưa được giữ; vui lòng trả lời các câu hỏi ở trên rồi chuyển lại.", most)
}

// PassedFull refuses what would join something that was passed on and has as much as a
// draft may have.
func PassedFull(letters, files int) string {
	return fmt.Sprintf("Nội dung chuyển đến đã đủ %s ký tự hoặc %d tệp, nên phần vừa chuyển chưa được giữ. Vui lòng trả lời câu hỏi ở trên cho phần đã giữ, rồi chuyển tiếp phần còn lại.", Number(letters), files)
}

// PassedJoined says that something joined what was passed on before.
func PassedJoined() string { return "Đã thêm vào gương đang nhập." }

// ConsentNotPassed says that a consent in what was passed on does not count.
func ConsentNotPassed() string {
	return "Sự đồng ý ghi trong nội dung chuyển đến chưa được tính; vui lòng hỏi và trả lời ở câu hỏi đồng ý."
}

// PassedDrafts says which drafts were made of a text.
func PassedDrafts(n int, notes []string) string {
	text := fmt.Sprintf("Đã tạo %d bản nháp từ nội dung chuyển đến. Vui lòng xem và gửi từng gương.", n)
	return strings.Join(append([]string{text}, notes...), "\n")
}

// PassedTo says what became of what was passed on, in the place where it was asked
// about.
func PassedTo(unit, channel string) string {
	return fmt.Sprintf("Ghi nhận thay %s, qua %s. Xem tiếp ở bên dưới.", unit, Channel(channel))
}

// PassedFrom says that a draft was made of what was passed on.
func PassedFrom(unit string) string {
	return "Đã tạo bản nháp ghi nhận thay cho " + unit + "."
}

// OfficersRecord says who can record what a unit sent, to somebody who cannot.
func (o Office) OfficersRecord() string {
	return fmt.Sprintf("Nội dung này chưa được ghi. Chỉ chuyên viên của %s ghi nhận thay đơn vị được; %s chuyển giúp đến %s, hoặc nhờ đơn vị gửi thẳng vào đây.",
		o.Agency, o.You, o.Contact)
}

// UnitOfBlock names a unit on a button where it has to be told from others: with
// its code, and its block if another has the same name.
func UnitOfBlock(u report.Unit) string {
	if u.Namesake && u.Block != "" {
		return Excerpt(u.Name, 34) + " (" + u.Code + "), " + Excerpt(u.Block, 30)
	}
	return UnitName(u)
}

// AskIsPassed asks what a table is.
func AskIsPassed(name string) string {
	return fmt.Sprintf("Tệp %s là danh sách đơn vị để cập nhật, hay tài liệu giới thiệu gương của một đơn vị?", Cut(name, 60))
}
