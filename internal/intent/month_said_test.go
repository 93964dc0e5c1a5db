package intent

import (
	"testing"

	"guongsang/internal/report"
)

// A month is spoken with the year behind it, whatever words it takes; what only has the
// letters of a number is none.
func TestMonthInWords(t *testing.T) {
	month := func(year, n int) report.Period { return report.Period{Duty: report.Month, Year: year, Number: n} }
	for text, want := range map[string]report.Period{
		"gửi cho tháng tư năm 2026":         month(2026, 4),
		"tháng mười một năm 2025":           month(2025, 11),
		"tháng năm năm 2026":                month(2026, 5),
		"thang muoi hai 2025":               month(2025, 12),
		"tháng ba":                          month(2026, 3),
		"các tháng năm 2026":                {},
		"trong tháng bà con hiến đất":       {},
		"từ đầu tháng từ thiện được nhiều":  {},
		"một tháng hai lần anh đi hiến máu": {},
	} {
		if got := PeriodIn(Words(text), report.NewDate(2026, 11, 26)); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
