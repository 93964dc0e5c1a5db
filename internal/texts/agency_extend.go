package texts

import (
	"fmt"

	"guongsang/internal/report"
)

// Labels of extensions and pauses.
const (
	LabelExtendAll   = "Tất cả đơn vị"
	LabelExtendBlock = "Một khối"
	LabelExtendOne   = "Một đơn vị"
)

// AskExtendScope asks for whom.
func AskExtendScope() string { return "Gia hạn cho ai?" }

// AskExtendPeriod asks for which period.
func AskExtendPeriod(scope string) string {
	return fmt.Sprintf("Gia hạn cho %s. Báo cáo kỳ nào?", scope)
}

// LabelDeadline is a period with its present deadline.
func LabelDeadline(s report.Schedule) string {
	return fmt.Sprintf("%s, hạn %s", Cap(ShortPeriod(s.Period)), Day(s.Deadline))
}

// AllUnits names the scope of everybody.
func AllUnits() string { return "tất cả đơn vị" }

// AskNewDeadline asks for the new day.
func AskNewDeadline(scope string, s report.Schedule, example report.Date) string {
	return fmt.Sprintf("Gia hạn báo cáo %s cho %s. Hạn hiện tại: %s.\nHạn mới? Chọn nút hoặc nhập ngày, ví dụ: %s.",
		Period(s.Period), scope, DayOfWeek(s.Deadline), Day(example))
}

// DayUnreadable gives an example of a day.
func DayUnreadable(example report.Date) string {
	return "Chưa đọc được ngày này. Vui lòng nhập như: " + Day(example) + " (ngày/tháng/năm)."
}

// DeadlineTooEarly refuses a day that is no extension.
func DeadlineTooEarly(deadline report.Date) string {
	return fmt.Sprintf("Hạn mới phải sau hạn hiện tại (%s). Vui lòng nhập lại.", Day(deadline))
}

// DeadlinePast refuses a day that is over.
func DeadlinePast(d report.Date) string {
	return fmt.Sprintf("%s đã qua. Vui lòng nhập một ngày từ hôm nay trở đi.", Day(d))
}

// DeadlineTooLate refuses a day that is invalid.
func DeadlineTooLate(d report.Date, most report.Date) string {
	return fmt.Sprintf("%s quá xa. Có thể gia hạn đến %s; vui lòng nhập lại.", Day(d), Day(most))
}

// AskExtendReason asks why.
func AskExtendReason() string {
	return "Lý do gia hạn? Lý do sẽ ghi trong thông báo cho đơn vị. Có thể bỏ qua."
}

// ConfirmExtend says what an extension does.
func ConfirmExtend(scope string, p report.Period, deadline report.Date, reason string, units, pending int) string {
	s := fmt.Sprintf("Gia hạn báo cáo %s cho %s đến hết %s.\nPhạm vi: %s đơn vị, trong đó %s đơn vị chưa gửi sẽ được thông báo.",
		Period(p), scope, DayOfWeek(deadline), Number(units), Number(pending))
	if reason != "" {
		s += "\nLý do: " + reason
	}
	return s
}

// Extended confirms an extension.
func Extended(scope string, p report.Period, deadline report.Date, told int) string {
	return fmt.Sprintf("Đã gia hạn báo cáo %s cho %s đến hết %s. Đã thông báo cho %s đầu mối.", Period(p), scope, DayOfWeek(deadline), Number(told))
}

// ExtendedTelling says it while they are being told.
func ExtendedTelling(scope string, p report.Period, deadline report.Date) string {
	return fmt.Sprintf("Đã gia hạn báo cáo %s cho %s đến hết %s. Đang thông báo cho các đầu mối.", Period(p), scope, DayOfWeek(deadline))
}

// DeadlineMoved tells a focal point.
func (o Office) DeadlineMoved(units string, p report.Period, deadline report.Date, reason string) string {
	s := fmt.Sprintf("%s gia hạn báo cáo %s của %s đến hết %s.", o.Agency, Period(p), units, DayOfWeek(deadline))
	if reason != "" {
		s += " Lý do: " + reason
	}
	return s
}

// UnitsNamed names the units of somebody who serves one or several.
func UnitsNamed(first string, n int) string {
	if n == 1 {
		return first
	}
	return fmt.Sprintf("%s và %d đơn vị khác", first, n-1)
}

// AskPause offers the periods of a unit to be paused or taken up again.
func AskPause(unit string) string {
	return fmt.Sprintf("Tạm dừng nghĩa vụ gửi gương của %s trong kỳ nào? Đơn vị tạm dừng không nhận lời nhắc và không tính là chưa gửi.", unit)
}

// LabelPause pauses a period.
func LabelPause(p report.Period) string { return "Tạm dừng " + ShortPeriod(p) }

// LabelResumePeriod takes a pause back.
func LabelResumePeriod(p report.Period) string { return "Bỏ tạm dừng " + ShortPeriod(p) }

// ConfirmPause asks once.
func ConfirmPause(unit string, p report.Period) string {
	return fmt.Sprintf("Tạm dừng nghĩa vụ gửi gương %s của %s?", Period(p), unit)
}

// Paused confirms it.
func Paused(unit string, p report.Period) string {
	return fmt.Sprintf("Đã tạm dừng nghĩa vụ gửi gương %s của %s. Có thể bỏ tạm dừng bất cứ lúc nào.", Period(p), unit)
}

// Resumed confirms that a pause was taken back.
func Resumed(unit string, p report.Period) string {
	return fmt.Sprintf("Đã bỏ tạm dừng nghĩa vụ gửi gương %s của %s.", Period(p), unit)
}

// PausedFor tells a focal point.
func (o Office) PausedFor(unit string, p report.Period) string {
	return fmt.Sprintf("%s cho %s tạm dừng gửi gương %s: kỳ này không phải gửi và không có lời nhắc.", o.Agency, unit, Period(p))
}

// ResumedFor tells a focal point.
func (o Office) ResumedFor(unit string, p report.Period, deadline report.Date) string {
	return fmt.Sprintf("%s bỏ tạm dừng gửi gương %s của %s. Đề nghị %s gửi chậm nhất %s.", o.Agency, Period(p), unit, o.You, DayOfWeek(deadline))
}
