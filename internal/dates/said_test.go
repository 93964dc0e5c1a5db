package dates

import (
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"guongsang/internal/report"
)

//go:embed testdata/said.txt
var saidDays string

// TestSaid reads days as people tell them, in the spellings of the north, the centre and
// the south, with and without marks.
func TestSaid(t *testing.T) {
	read := map[string]func(string, report.Date) (report.Date, bool){"date": Past, "due": Coming, "born": Born}
	for line := range strings.Lines(saidDays) {
		c := strings.Split(strings.TrimSpace(line), " | ")
		if len(c) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		got := "again"
		if d, ok := read[c[0]](c[1], thursday); ok {
			got = told(d)
		}
		if got != c[2] {
			t.Errorf("%s: %q is %s, not %s", c[0], c[1], got, c[2])
		}
	}
}

// told is a date as far as it is known.
func told(d report.Date) string {
	switch {
	case d.Month == 0:
		return fmt.Sprint(d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%d-%02d", d.Year, d.Month)
	}
	return d.String()
}
