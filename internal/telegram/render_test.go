package telegram

import (
	"strings"
	"testing"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"guongsang/internal/chat"
)

func TestSplitKeepsEverything(t *testing.T) {
	for _, s := range []string{"", "a", strings.Repeat("a", 11), strings.Repeat("ă\n", 30), "\n\n\n" + strings.Repeat(" ", 40) + "x", strings.Repeat("👩‍🌾 Lò\n", 9)} {
		w := words{s, units(s)}
		all, bold := "", 0
		for _, part := range w.split(10) {
			if utf8.RuneCountInString(part.text) > 10 {
				t.Errorf("part %q", part.text)
			}
			all += part.text
			bold += part.bold
		}
		if strings.TrimSpace(all) != strings.TrimSpace(s) || bold != units(all) {
			t.Errorf("%q became %q, %d bold", s, all, bold)
		}
	}
	if w := wordsOf(chat.Message{Title: "👩‍🌾 Lò", Text: "🌾"}); w.bold != 8 {
		t.Errorf("%d of a title of 8 units are bold", w.bold)
	}
}

// units are the code units in which Telegram counts: a letter of most scripts is one, a
// picture mostly two.
func units(s string) int { return len(utf16.Encode([]rune(s))) }

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
