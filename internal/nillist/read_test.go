package nillist

import (
	"os"
	"strings"
	"testing"

	"guongsang/internal/report"
)

// Lists of units that have nothing, as officers type and paste them.
func TestLists(t *testing.T) {
	b, err := os.ReadFile("testdata/nil_lists.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimRight(line, "\n"), "|")
		if strings.HasPrefix(line, "#") {
			continue
		}
		l, ok := Read(strings.ReplaceAll(strings.TrimSpace(f[0]), `\n`, "\n"), report.NewDate(2026, 11, 27))
		var periods []string
		for _, p := range l.Periods {
			periods = append(periods, p.String())
		}
		period := strings.Join(periods, " ")
		want := strings.TrimSpace(f[1])
		if got := strings.Join(append(l.Names, others(l.Others)...), "; "); got != want || ok != (want != "") || ok && period != strings.TrimSpace(f[2]) {
			t.Errorf("%s\n gives %q %s, not %q %s", f[0], got, period, want, f[2])
		}
	}
}

// others marks the names of those that have something.
func others(names []string) (marked []string) {
	for _, name := range names {
		marked = append(marked, "(not "+name+")")
	}
	return marked
}

// All that are left are no names.
func TestNoneOfRest(t *testing.T) {
	for text, want := range map[string]bool{
		"tất cả trường còn lại không phát sinh":          true,
		"Các đơn vị còn lại đều không có gương tháng 11": true,
		"còn lại ko phát sinh":                           true,
		"MN Dào San không phát sinh":                     false,
		"các trường còn lại gửi gương chưa?":             false,
	} {
		if SaysNoneOfRest(text) != want {
			t.Errorf("%s is not %v", text, want)
		}
	}
}
