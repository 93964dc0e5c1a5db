package texts

import (
	"strings"
	"time"

	"guongsang/internal/report"
)

// ReadDay reads a day as people write it: 24/11/2026, 24.11.2026, 24-11-2026
// or 2026-11-24. A day that does not exist is refused, and so is a year of two
// digits.
func ReadDay(s string) (d report.Date, ok bool) {
	s = strings.NewReplacer(".", "/", "-", "/", " ", "").Replace(strings.TrimSpace(s))
	for _, layout := range []string{"2/1/2006", "2006/1/2"} {
		if t, err := time.Parse(layout, s); err == nil {
			return report.DateOf(t), true
		}
	}
	return report.Date{}, false
}
