package texts

import (
	"fmt"
	"strings"
	"time"

	"guongsang/internal/report"
)

// NothingOwed says that no open period is owed: met, or the unit closed.
func (o Office) NothingOwed() string {
	return fmt.Sprintf("Hiện đơn vị không còn kỳ nào phải báo. Cảm ơn %s.", o.You)
}

// NilLabel is a button that files a nil; the unit, named as on a button, is empty
// if there is one.
func NilLabel(p report.Period, unit string) string {
	if unit == "" {
		return Cap(ShortPeriod(p))
	}
	return Cap(ShortPeriod(p)) + " – " + unit
}

// NilOfUnits is the button that says so of several units at once.
func NilOfUnits(p report.Period, n int) string {
	return fmt.Sprintf("%s – cả %d đơn vị", Cap(ShortPeriod(p)), n)
}

// WhichNil asks for which duty there is nothing.
func WhichNil() string { return "Kỳ nào đơn vị không có gương?" }

// NilDoubt asks whether a unit means that there is nothing in a period, although
// it filed something beside; the unit is empty if there is one. The filings of one
// period lie together.
func NilDoubt(unit string, s report.Schedule, beside []report.Filing) string {
	var filed []string
	for i := 0; i < len(beside); {
		p := beside[i].Period
		var numbers []string
		for ; i < len(beside) && beside[i].Period == p; i++ {
			if !beside[i].Nil() {
				numbers = append(numbers, beside[i].Example)
			}
		}
		what := "đã báo không phát sinh"
		if len(numbers) > 0 {
			what = "đã có " + numbered(numbers, 4)
		}
		filed = append(filed, ShortPeriod(p)+" "+what)
	}
	text := strings.Join(filed, "; ")
	if unit != "" {
		text = unit + ": " + text
	}
	return fmt.Sprintf("%s. Báo không phát sinh cho %s (hạn %s)?", Cap(text), ShortPeriod(s.Period), Day(s.Deadline))
}

// numbered lists so many numbers of examples, and counts the others.
func numbered(numbers []string, most int) string {
	text := strings.Join(numbers[:min(most, len(numbers))], ", ")
	if len(numbers) > most {
		text += fmt.Sprintf(" và %d gương khác", len(numbers)-most)
	}
	return text
}

// NilSure is the button that files a nil after the question.
func NilSure(p report.Period) string { return "Báo không phát sinh " + ShortPeriod(p) }

// NilFiled confirms that a unit has nothing to introduce.
func (o Office) NilFiled(unit string, s report.Schedule, timing report.State) string {
	text := fmt.Sprintf("Đã ghi nhận: %s không phát sinh trong %s.", unit, Period(s.Period))
	switch timing {
	case report.Late:
		text += fmt.Sprintf(" Báo sau hạn %s.", Day(s.Deadline))
	case report.MadeUp:
		text += " Kỳ đã khóa sổ nên tính là gửi bù."
	}
	return text + fmt.Sprintf(" Nếu sau này có gương, %s vẫn gửi được.", o.You)
}

// NilAlready says what was filed before.
func (o Office) NilAlready(unit string, p report.Period, filings []report.Filing) string {
	return fmt.Sprintf("%s Không có gì thay đổi.", o.ReminderAnswered(unit, p, filings))
}

// ReminderClosed heads a reminder that was answered.
func ReminderClosed() string { return "Đã nhận báo cáo" }

// ReminderAnswered says what was received for a period.
func (o Office) ReminderAnswered(unit string, p report.Period, filings []report.Filing) string {
	var numbers []string
	var last time.Time
	for _, f := range filings {
		if !f.Nil() {
			numbers = append(numbers, f.Example)
		}
		if f.At.After(last) {
			last = f.At
		}
	}
	what := "không phát sinh"
	if len(numbers) > 0 {
		what = strings.Join(numbers, ", ")
	}
	if last.IsZero() {
		return fmt.Sprintf("%s không còn phải gửi báo cáo %s.", unit, Period(p))
	}
	return fmt.Sprintf("Đã nhận báo cáo %s của %s: %s, lúc %s.", Period(p), unit, what, o.Moment(last))
}

// AskReason asks why there is nothing.
func AskReason() string {
	return "Vì sao kỳ này không có gương? Không cần ghi thì bấm Bỏ qua."
}

// ReasonKept confirms a reason.
func ReasonKept() string { return "Đã ghi lý do. Trân trọng cảm ơn." }

// ReasonSkipped confirms that no reason is needed.
func ReasonSkipped() string {
	return "Không ghi lý do cũng được. Báo không phát sinh đã được ghi nhận."
}

// NilUndone confirms that a nil was taken back.
func NilUndone(p report.Period) string {
	return fmt.Sprintf("Đã bỏ báo không phát sinh %s. Kỳ này lại tính là chưa gửi.", Period(p))
}
