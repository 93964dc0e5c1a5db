package paste

import (
	"os"
	"strings"
	"testing"

	"guongsang/internal/report"
)

// Lists of units that have nothing, as officers type and paste them.
func TestNilLists(t *testing.T) {
	b, err := os.ReadFile("testdata/nil_lists.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimRight(line, "\n"), "|")
		if strings.HasPrefix(line, "#") {
			continue
		}
		l, ok := ReadNilList(strings.ReplaceAll(strings.TrimSpace(f[0]), `\n`, "\n"), report.NewDate(2026, 11, 27))
		period := ""
		if l.Period != (report.Period{}) {
			period = l.Period.String()
		}
		want := strings.TrimSpace(f[1])
		if got := strings.Join(l.Names, "; "); got != want || ok != (want != "") || ok && period != strings.TrimSpace(f[2]) {
			t.Errorf("%s\n gives %q %s, not %q %s", f[0], got, period, want, f[2])
		}
	}
}
