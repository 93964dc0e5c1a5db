package texts

import (
	"fmt"
	"slices"
	"strings"

	"guongsang/internal/report"
)

// An Owing is one duty that a reminder speaks of, seen from the day of the
// reminder.
type Owing struct {
	Unit       report.Unit
	Schedule   report.Schedule
	Need, Have int
	Left       int  // working days from today to the deadline, negative when it is past
	Today      bool // today is the deadline day
	Contact    report.Contact
}

// The labels of the buttons under reminders; the first two are words of the
// menu as well.
const (
	LabelIntroduce  = "Gửi gương"
	LabelNil        = "Không phát sinh"
	LabelSnoozeNext = "Nhắc lại lúc đó"
	LabelSnooze     = "Nhắc lại chiều nay"
	LabelContinue   = "Viết tiếp bản nháp"
	LabelHanging    = "Bổ sung ngay"
)

// ReminderTitle heads a reminder, of one period or of several.
func ReminderTitle(owed []Owing) string {
	if p, one := onlyPeriod(owed); one {
		return "Nhắc gửi gương " + Period(p)
	}
	return "Nhắc gửi gương các kỳ đang chờ"
}

func onlyPeriod(owed []Owing) (report.Period, bool) {
	first := owed[0].Schedule.Period
	return first, !slices.ContainsFunc(owed, func(o Owing) bool { return o.Schedule.Period != first })
}

// Reminder asks a focal point for what is still owed.
func (o Office) Reminder(owed []Owing) string {
	if len(owed) > 1 {
		return o.reminderOfSeveral(owed)
	}
	d := owed[0]
	period, unit, due := Period(d.Schedule.Period), UnitName(d.Unit), DayOfWeek(d.Schedule.Deadline)
	switch {
	case d.Today:
		return fmt.Sprintf("Hôm nay (%s) là hạn gửi báo cáo %s. %s\n\n%s chỉ mất khoảng 2 phút; kỳ này không có gương thì bấm “Không phát sinh”.",
			due, period, notYet(d, unit), Cap(o.You))
	case d.Left < 0:
		return fmt.Sprintf("Báo cáo %s của %s đã quá hạn %s (hạn %s%s).\n\nMong %s gửi sớm để %s kịp tổng hợp; kỳ này không có gương thì bấm “Không phát sinh”. Nếu có vướng mắc, xin liên hệ %s.",
			period, unit, workdays(-d.Left), Day(d.Schedule.Deadline), have(d), o.You, o.Agency, o.Contact)
	case d.Left == 0: // the deadline is on a day off
		return fmt.Sprintf("Hôm nay là ngày làm việc cuối cùng trước hạn gửi báo cáo %s (%s). %s\n\nMời %s gửi trước hạn; kỳ này không có gương thì bấm “Không phát sinh”.",
			period, due, notYet(d, unit), o.You)
	}
	return fmt.Sprintf("Còn %s là đến hạn gửi báo cáo %s (%s). %s\n\nMời %s gửi trước hạn; kỳ này không có gương thì bấm “Không phát sinh”.",
		workdays(d.Left), period, due, notYet(d, unit), o.You)
}

func (o Office) reminderOfSeveral(owed []Owing) string {
	when := "trong hạn"
	if slices.ContainsFunc(owed, func(d Owing) bool { return d.Left < 0 }) {
		when = "sớm"
	}
	return fmt.Sprintf("Chưa nhận đủ các báo cáo sau:\n%s\n\nMời %s gửi %s; kỳ nào không có gương thì bấm “Không phát sinh”.",
		lines(owed, owingLine), o.You, when)
}

// owingLine is one duty in a list: unit, period and how far the deadline is.
func owingLine(d Owing) string {
	when := "còn " + workdays(d.Left)
	switch {
	case d.Today:
		when = "hôm nay"
	case d.Left < 0:
		when = "quá hạn " + workdays(-d.Left)
	case d.Left == 0:
		when = "ngày làm việc cuối cùng trước hạn"
	}
	return fmt.Sprintf("• %s: %s, hạn %s (%s)%s", UnitName(d.Unit), ShortPeriod(d.Schedule.Period), Day(d.Schedule.Deadline), when, have(d))
}

func notYet(d Owing, unit string) string {
	if d.Have > 0 {
		return fmt.Sprintf("Đã nhận %d/%d gương của %s.", d.Have, d.Need, unit)
	}
	return fmt.Sprintf("Chưa nhận được gương nào của %s.", unit)
}

// have says how many examples came of those that are needed; "" if none did.
func have(d Owing) string {
	if d.Have == 0 {
		return ""
	}
	return fmt.Sprintf("; đã nhận %d/%d gương", d.Have, d.Need)
}

func workdays(n int) string { return fmt.Sprintf("%d ngày làm việc", n) }

// EscalationTitle heads what a dự phòng focal point or a head gets.
func EscalationTitle() string { return "Đề nghị hỗ trợ gửi gương" }

// Escalation asks somebody else of the unit for help.
func (o Office) Escalation(owed []Owing) string {
	return fmt.Sprintf("Đến nay chưa nhận được:\n%s\n\nNhờ %s nhắc đầu mối của đơn vị gửi gương hoặc bấm “Không phát sinh”. Nếu có vướng mắc, xin liên hệ %s.",
		lines(owed, owingLine), o.You, o.Contact)
}

// BlockListTitle heads what a block head gets.
func BlockListTitle(block string) string {
	return Cap(BlockName(block)) + ": đơn vị chưa gửi gương"
}

// BlockList names the units of a block that have not handed in, and apart from
// them those that could not be asked.
func (o Office) BlockList(owed, apart []Owing) string {
	return fmt.Sprintf("Đến nay chưa nhận được gương của:\n%s\n\nNhờ %s nhắc giúp các đơn vị này. Thông tin này chỉ gửi riêng %s.",
		missingList(owed, apart), o.You, o.You)
}

// AgencyListTitle heads what an officer gets after the last reminder.
func AgencyListTitle() string { return "Đơn vị chưa gửi sau các lần nhắc" }

// AgencyList names the units that have not handed in after the last stage, and
// apart from them those that could not be asked.
func AgencyList(owed, apart []Owing) string {
	return fmt.Sprintf("Đã nhắc đủ các lần nhưng chưa nhận được gương của %s đơn vị:\n%s\n\nVui lòng liên hệ trực tiếp, hoặc gia hạn, ghi nhận thay nếu đơn vị đã gửi bằng hình thức khác.",
		Number(units(owed)), missingList(owed, apart))
}

// missingList lists units that have not handed in, and behind them those that
// got no reminder.
func missingList(owed, apart []Owing) string {
	if len(apart) == 0 {
		return lines(owed, shortLine)
	}
	return listed(owed, shortLine, 5) + "\n\nCũng chưa gửi nhưng không nhận được lời nhắc:" + byContact(apart, 3)
}

// byContact lists duties of units that cannot be asked, a part for each reason
// with the number of its units and at most so many lines.
func byContact(owed []Owing, most int) string {
	var b strings.Builder
	for _, c := range report.Contacts {
		of := slices.DeleteFunc(slices.Clone(owed), func(o Owing) bool { return o.Contact != c })
		if len(of) > 0 {
			fmt.Fprintf(&b, "\n%s (%s đơn vị):\n%s", Cap(ContactWord(c)), Number(units(of)), listed(of, shortLine, most))
		}
	}
	return b.String()
}

// LostListTitle heads the list of units in which nobody can be asked.
func LostListTitle() string { return "Đơn vị chưa kết nối, mất liên lạc" }

// LostList names the units in which nobody can be asked. They were not
// reminded, so nothing is said about their reporting.
func LostList(owed []Owing) string {
	return fmt.Sprintf("Có %s đơn vị không nhận được lời nhắc:%s\n\nVui lòng cấp mã mời cho đầu mối mới, hoặc đề nghị đầu mối mở lại cuộc trò chuyện.",
		Number(units(owed)), byContact(owed, 5))
}

func shortLine(d Owing) string {
	return fmt.Sprintf("• %s: %s%s", UnitName(d.Unit), ShortPeriod(d.Schedule.Period), have(d))
}

// units counts the units of which a list speaks.
func units(owed []Owing) int {
	seen := map[string]bool{}
	for _, d := range owed {
		seen[d.Unit.Code] = true
	}
	return len(seen)
}

// lines lists duties, so many that the message still fits one screen.
func lines(owed []Owing, line func(Owing) string) string { return listed(owed, line, screenful) }

const screenful = 8

// CutsOwed reports whether a reminder of so many duties does not name them all.
func CutsOwed(owed []Owing) bool { return len(owed) > screenful+1 }

// ToOwed is the button that leads to all of them.
const ToOwed = "Xem đủ danh sách"

// OwedList is a page of what somebody's units owe.
func OwedList(owed []Owing, all int) string {
	text := fmt.Sprintf("Còn phải gửi %s báo cáo:", Number(all))
	for _, d := range owed {
		text += "\n" + owingLine(d)
	}
	return text
}

// listed lists so many duties, or one more, and counts the others.
func listed(owed []Owing, line func(Owing) string, most int) string {
	var b strings.Builder
	for i, d := range owed {
		if i == most && len(owed) > most+1 {
			fmt.Fprintf(&b, "… và %s dòng khác", Number(len(owed)-most))
			break
		}
		b.WriteString(line(d) + "\n")
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// HangingTitle heads the reminder of an example that waits for completion.
func HangingTitle(e report.Example) string { return "Gương " + e.Number + " cần bổ sung" }

// Hanging reminds of an example that was returned and not sent again.
func (o Office) Hanging(e report.Example, today report.Date) string {
	when := "Đề nghị " + o.You + " bổ sung trong hôm nay (" + DayOfWeek(e.Due) + ")."
	switch {
	case today.Before(e.Due):
		when = "Đề nghị " + o.You + " bổ sung chậm nhất " + DayOfWeek(e.Due) + "."
	case today.After(e.Due):
		when = "Hạn bổ sung (" + Day(e.Due) + ") đã qua; mong " + o.You + " gửi sớm. Nếu có vướng mắc, xin liên hệ " + o.Contact + "."
	}
	return fmt.Sprintf("“%s” (%s) đang chờ bổ sung: %s\n\n%s", Cut(e.Content.Title, 80), Cut(e.Content.Name, 60), Cut(e.Reason, 300), when)
}

// BackupFailed tells an admin that the daily copy was not made.
func (o Office) BackupFailed(cause string) string {
	return fmt.Sprintf("Báo quản trị: chưa tạo được bản sao lưu hằng ngày (%s). Bot vẫn hoạt động và sẽ thử lại. Vui lòng kiểm tra dung lượng đĩa và quyền ghi thư mục sao lưu.", Cut(cause, 200))
}
