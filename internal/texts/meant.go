package texts

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/internal/report"
)

// Answers to sentences that were typed of somebody's own accord.

// ContactIs says whom to ask.
func (o Office) ContactIs() string {
	who := o.Contact
	if !strings.Contains(who, o.Agency) {
		who += " (" + o.Agency + ")"
	}
	return fmt.Sprintf("Muốn trao đổi trực tiếp, mời %s liên hệ %s.", o.You, who)
}

// GreetBack answers a greeting.
func (o Office) GreetBack() string { return "Xin chào " + o.You + "!" }

// ThankBack answers thanks.
func (o Office) ThankBack() string { return "Không có gì, cảm ơn " + o.You + "!" }

// AgreeBack answers "ok" where nothing was asked.
func (o Office) AgreeBack() string { return "Vâng, cảm ơn " + o.You + "." }

// LeftAsItIs answers that something is not to be done.
func LeftAsItIs() string {
	return "Vâng, giữ nguyên như cũ. Chưa có gì được gửi, sửa hay rút theo tin này."
}

// StillOwed says until when the first period that is owed is due.
func StillOwed(s report.Schedule) string {
	return fmt.Sprintf("Đơn vị còn phải gửi gương %s, hạn %s.", ShortPeriod(s.Period), Day(s.Deadline))
}

// NotNow answers that something is put off; who serves a unit may as well mean to
// serve it no longer.
func (o Office) NotNow(serves bool) string {
	text := "Vâng. Khi nào cần, " + o.You + " nhắn lại hoặc bấm một nút bên dưới."
	if serves {
		text += " Muốn giao việc này cho người khác, nhắn: " + WordHandover + "."
	}
	return text
}

// AskHandover asks whether somebody else is to serve the unit.
func (o Office) AskHandover(unit string) string {
	return fmt.Sprintf("%s muốn giao việc đầu mối của %s cho người khác, hay thôi làm đầu mối? Bấm %s để nhận mã cho người thay; chưa bấm thì chưa có gì thay đổi.", Cap(o.You), unit, LabelHandOver)
}

// AskSnooze says when the bot can remind once more, and asks whether it shall.
func (o Office) AskSnooze(at time.Time, today bool) string {
	day := "hôm nay"
	if !today {
		day = DayOfWeek(report.DateOf(at.In(o.Zone)))
	}
	return fmt.Sprintf("Tôi nhắc thêm được một lần, lúc %s, %s. Ngoài ra trước hạn tôi vẫn tự nhắc theo lịch. Bấm nút nếu %s cần.", o.Clock(at), day, o.You)
}

// AskFileNil asks whether there is nothing to introduce in a period, or in which
// of several.
func AskFileNil(p report.Period, n int) string {
	if n > 1 {
		return "Báo không phát sinh cho kỳ nào? Bấm nút để báo; chưa bấm thì chưa ghi nhận gì."
	}
	return fmt.Sprintf("Báo không phát sinh cho %s? Bấm nút để báo; chưa bấm thì chưa ghi nhận gì.", ShortPeriod(p))
}

// ToFileNil is the button that files it; the unit is empty if there is one.
func ToFileNil(p report.Period, unit string) string { return "Không phát sinh " + nilPeriod(p, unit) }

func nilPeriod(p report.Period, unit string) string {
	if unit == "" {
		return ShortPeriod(p)
	}
	return ShortPeriod(p) + " – " + Excerpt(unit, 30)
}

// OfficeDeadlines says until when the periods are due for all units.
func OfficeDeadlines(open []report.Schedule, today report.Date) string {
	lines := []string{"Hạn gửi chung:"}
	for _, s := range open {
		line := fmt.Sprintf("• %s: %s", Cap(ShortPeriod(s.Period)), DayOfWeek(s.Deadline))
		switch left := s.Deadline.Sub(today); {
		case left > 0:
			line += fmt.Sprintf(", còn %d ngày", left)
		case left == 0:
			line += ", hôm nay"
		default:
			line += ", đã qua hạn"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// PeriodChanged says for which period a draft counts from now on.
func PeriodChanged(p report.Period) string {
	return "Gương này sẽ tính cho " + ShortPeriod(p) + "."
}

// UnitStays says that a draft cannot be for another unit.
func UnitStays(unit string) string {
	return fmt.Sprintf("Gương này là của %s, không đổi được sang đơn vị khác. Muốn gửi cho đơn vị khác, vui lòng viết gương mới.", unit)
}

// NoRecord says that there is no example of a number, or none that may be seen.
func (o Office) NoRecord(number string) string {
	return fmt.Sprintf("Chưa thấy gương %s trong phần %s được xem. Vui lòng kiểm tra lại mã số.", number, o.You)
}

// FoundLine is the line of an example that was found.
func FoundLine(number, name, place, title, unit string) string {
	who := Excerpt(name, 60)
	if place != "" {
		who += ", " + Excerpt(place, 50)
	}
	return fmt.Sprintf("• %s: “%s” (%s, %s)", who, Excerpt(title, 60), number, Excerpt(unit, 50))
}

// LabelMoreReasons is the button that asks for one more reason of a return.
const LabelMoreReasons = "Thêm lý do"

// JoinReasons makes one text of several reasons of a return.
func JoinReasons(reasons []string) string {
	if len(reasons) == 1 {
		return reasons[0]
	}
	var parts []string
	for _, r := range reasons {
		parts = append(parts, strings.TrimRight(strings.TrimSpace(r), ".; "))
	}
	return strings.Join(parts, "; ")
}

// SplitReasons finds the ready reasons in what JoinReasons made of them, by their
// places, and what was written beside them.
func SplitReasons(joined string) (marked []int, other string) {
	var rest []string
	for part := range strings.SplitSeq(joined, "; ") {
		n := slices.IndexFunc(ReturnPhrases(), func(phrase string) bool { return strings.TrimRight(part, ". ") == strings.TrimRight(phrase, ".") })
		switch {
		case n >= 0 && !slices.Contains(marked, n):
			marked = append(marked, n)
		case n < 0 && part != "":
			rest = append(rest, part)
		}
	}
	return marked, strings.Join(rest, "; ")
}

// NoSuchReason refuses a number that names no reason.
func NoSuchReason(n int) string {
	return fmt.Sprintf("Danh sách chỉ có lý do từ 1 đến %d. Vui lòng gõ lại, ví dụ: 2, 4; hoặc ghi lý do bằng lời.", n)
}

// NotPublished is how a text says that nothing is published, which without its marks is
// said in other words too.
const NotPublished = "không đăng"

// Words that are others without their marks: do not; to publish; and not, as the centre says.
const (
	Dont           = "đừng"
	Publish        = "đăng"
	NotOfTheCentre = "nỏ "
)

// PoliteBeside are such words beside another of them, where a name is left: alone they are
// given names as well.
const PoliteBeside = "chị anh nghe hen hỉ"

// PoliteEnds are words that people say at the end of what they say, and that are
// nothing to it, with their marks and without.
const PoliteEnds = "nhé nhe nha nhá em nhen nghen á giùm gium giúp giup"
