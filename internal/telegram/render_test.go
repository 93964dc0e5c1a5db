package telegram

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestSplitKeepsEverything(t *testing.T) {
	for _, s := range []string{"", "a", strings.Repeat("a", 11), strings.Repeat("ă\n", 30), "\n\n\n" + strings.Repeat(" ", 40) + "x"} {
		w := words{s, utf16Len(s)}
		all, bold := "", 0
		for _, part := range w.split(10) {
			if utf8.RuneCountInString(part.text) > 10 {
				t.Errorf("part %q", part.text)
			}
			all += part.text
			bold += part.bold
		}
		if strings.TrimSpace(all) != strings.TrimSpace(s) || bold != utf16Len(all) {
			t.Errorf("%q became %q, %d bold", s, all, bold)
		}
	}
}

// BenchmarkSplit cuts a text of a megabyte into messages. x-floor is how many times
// as long that takes as looking at each of its letters once; a look at all that is
// left, for each message, would make it hundreds.
func BenchmarkSplit(b *testing.B) {
	w := words{strings.Repeat("ế", 1<<20/3), 0}
	var split, floor time.Duration
	for b.Loop() {
		began := time.Now()
		letters := 0
		for range w.text {
			letters++
		}
		between := time.Now()
		if parts := w.split(maxText); len(parts) != letters/maxText+1 {
			b.Fatal(len(parts))
		}
		floor, split = floor+between.Sub(began), split+time.Since(between)
	}
	b.ReportMetric(float64(split)/float64(floor), "x-floor")
}
