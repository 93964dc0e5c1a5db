package texts

import (
	"fmt"
	"strings"
	"time"

	"guongsang/internal/report"
)

// QuarterHead heads the choice for a quarter.
func QuarterHead(unit string, q report.Period) string {
	return fmt.Sprintf("%s của %s. Chọn trong các gương đã gửi trong quý (không phải nhập lại), thêm gương mới, hoặc báo không phát sinh.", Cap(Period(q)), unitExcerpt(unit, 80))
}

// QuarterLine names one example in the choice.
func QuarterLine(n int, e report.Example) string {
	return fmt.Sprintf("%d. %s, %s", n, Excerpt(e.Content.Name, 32), e.Number)
}

// QuarterChosen is the receipt for a choice.
func (o Office) QuarterChosen(unit string, c Credit, list []report.Example, at time.Time) string {
	text := fmt.Sprintf("✅ Đã ghi nhận %s của %s, %s:", Period(c.Schedule.Period), unit, o.Moment(at))
	for _, e := range list {
		text += fmt.Sprintf("\n• %s %s", e.Number, e.Content.Name)
	}
	text += "\nTính cho: " + c.line() + "."
	if c.Standing.State == report.Pending {
		text += fmt.Sprintf("\nKỳ này cần thêm %d gương.", c.Standing.Need-c.Standing.Have)
	}
	return text
}

// UnitPeriods heads the periods of a unit.
func UnitPeriods(unit string, lines []string) string {
	return unit + "\n" + strings.Join(lines, "\n") + "\n"
}

// NoPeriods says that a unit has none to send for; one that closed, who goes on from it.
func (o Office) NoPeriods(u report.Unit, heirs []string, today report.Date) string {
	if u.ActiveTo.IsZero() || !u.ActiveTo.Before(today) {
		return "• Hiện không có kỳ nào phải gửi."
	}
	text := fmt.Sprintf("• Đã ngừng hoạt động sau ngày %s.", Day(u.ActiveTo))
	if len(heirs) > 0 {
		text += fmt.Sprintf(" Kế thừa: %s. %s sẽ chuyển %s sang đơn vị mới; cần gấp, xin liên hệ %s.", strings.Join(heirs, ", "), Cap(o.Agency), o.You, o.Contact)
	}
	return text
}

// PeriodLine describes one period of a unit.
func PeriodLine(o report.OpenPeriod, filings []report.Filing, left int, today report.Date) string {
	s := o.Schedule
	text := fmt.Sprintf("• %s: hạn %s, %s; %s.", Cap(ShortPeriod(s.Period)), DayOfWeek(s.Deadline), deadlineLeft(s, left, today), stateOf(o.Standing))
	var numbers []string
	for _, f := range filings {
		if !f.Nil() {
			numbers = append(numbers, f.Example)
		}
	}
	if len(numbers) > 0 {
		text += " Gương: " + numbered(numbers, 4) + "."
	}
	return text
}

func stateOf(st report.Standing) string {
	text := State(st.State)
	if st.State == "" {
		text = State(report.NotDue)
	}
	if st.State == report.NilFiled && st.Timing != report.OnTime {
		text += " (" + State(st.Timing) + ")"
	}
	if st.State.Met() && st.State != report.NilFiled {
		text = "đã gửi, " + text
	}
	if st.Need > 1 && st.State != report.NilFiled {
		text += fmt.Sprintf(" (%d/%d gương)", st.Have, st.Need)
	}
	if st.Waiting {
		text += ", có gương cần bổ sung"
	}
	return text
}

func deadlineLeft(s report.Schedule, left int, today report.Date) string {
	switch {
	case today == s.Deadline:
		return "là hôm nay"
	case today.Before(s.Deadline):
		return fmt.Sprintf("còn %d ngày làm việc", left)
	case !today.After(s.Lock):
		return "đã qua hạn, còn nhận đến hết " + Day(s.Lock)
	}
	return "đã khóa sổ (gửi bây giờ là gửi bù)"
}
