package texts

import (
	"fmt"
	"strings"

	"guongsang/internal/report"
)

// Labels of pauses from day to day.
const (
	LabelPauseDates = "Từ ngày … đến ngày …"
	LabelUnpause    = "Bỏ tạm dừng"
)

// AskPauseDates asks from when to when a unit is paused, and why.
func AskPauseDates(unit string) string {
	return fmt.Sprintf("Tạm dừng %s từ ngày nào đến ngày nào, lý do? Nhập một dòng, ví dụ:\n01/12/2026 - 28/02/2027; sửa trường", unit)
}

// BadPauseDates says which days can be.
func BadPauseDates(today report.Date) string {
	return fmt.Sprintf("Ngày cuối phải sau ngày đầu, không trước %s, và trong vòng hai năm. Vui lòng nhập lại.", Day(today))
}

// NothingToPause says that nothing is due in that time.
func NothingToPause(from, to report.Date) string {
	return fmt.Sprintf("Từ %s đến %s đơn vị không có kỳ nào đến hạn. Vui lòng nhập ngày khác.", Day(from), Day(to))
}

// pausedShown is how many periods are named that a unit is freed from.
const pausedShown = 4

// ConfirmPauseDates asks once.
func ConfirmPauseDates(unit string, from, to report.Date, reason string, periods []report.Schedule, people int) string {
	s := fmt.Sprintf("Tạm dừng %s từ %s đến %s, lý do: %s.\nMiễn các kỳ: %s", unit, Day(from), Day(to), reason, deadlines(periods[:min(len(periods), pausedShown)]))
	if more := len(periods) - pausedShown; more > 0 {
		s += fmt.Sprintf(" và %s kỳ nữa", Number(more))
	}
	return s + fmt.Sprintf(".\nLý do hiện ở trang đơn vị và trong tổng hợp. Sẽ báo %s người của đơn vị.", Number(people))
}

// PausedUntil confirms it.
func PausedUntil(unit string, from, to report.Date, periods int) string {
	return fmt.Sprintf("Đã tạm dừng %s từ %s đến %s, miễn %s kỳ.", unit, Day(from), Day(to), Number(periods))
}

// PausedDates tells the focal points.
func (o Office) PausedDates(unit string, from, to report.Date, reason string) string {
	return fmt.Sprintf("%s cho %s tạm dừng gửi gương từ %s đến %s (%s): các kỳ đến hạn trong thời gian này không phải gửi.", o.Agency, unit, Day(from), Day(to), reason)
}

// ResumedAll confirms that pauses were taken back.
func ResumedAll(unit string) string {
	return fmt.Sprintf("Đã bỏ mọi tạm dừng sắp tới của %s.", unit)
}

// ResumedDates tells the focal points.
func (o Office) ResumedDates(unit string) string {
	return fmt.Sprintf("%s bỏ tạm dừng của %s. Các kỳ tới đơn vị gửi như thường lệ.", o.Agency, unit)
}

// PauseLine says on a unit's page that it is paused, and why.
func PauseLine(p report.Pause) string {
	if p.To.IsZero() {
		return "Tạm dừng " + ShortPeriod(p.Period)
	}
	return fmt.Sprintf("Tạm dừng %s - %s: %s", Day(p.From), Day(p.To), p.Reason)
}

// PausedShown is how many paused units the digest names.
const PausedShown = 3

// PausedUnits names the paused units of a period in its digest, with the reasons.
func PausedUnits(pauses []report.Paused) string {
	var lines []string
	for _, p := range pauses[:min(len(pauses), PausedShown)] {
		line := "  " + Cut(p.Unit.Label(), 60)
		if p.Reason != "" {
			line += ": " + Cut(p.Reason, 80)
		}
		if !p.To.IsZero() {
			line += ", đến " + Day(p.To)
		}
		lines = append(lines, line)
	}
	if more := len(pauses) - PausedShown; more > 0 {
		lines = append(lines, AndMoreUnits(more))
	}
	return strings.Join(lines, "\n")
}
