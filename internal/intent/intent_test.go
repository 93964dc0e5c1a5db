package intent_test

import (
	"cmp"
	"os"
	"slices"
	"strings"
	"testing"

	"guongsang/internal/form"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/report"
)

var thursday = report.NewDate(2026, 11, 26)

// speakers are the roles of the labelled lines.
var speakers = map[string]intent.Speaker{
	"focal": {Serves: true}, "head": {Serves: true}, "officer": {Agency: true}, "admin": {Agency: true}, "leader": {Leads: true}, "blockhead": {Leads: true},
}

// A labelled line of testdata/labelled/intents.txt: what was typed, by whom and
// when, and what a colleague would understand.
type labelledIntent struct {
	line, text string
	by         intent.Speaker
	intents    []string // one of them
	argument   string
}

func labelledIntents(t testing.TB, name string) (all []labelledIntent) {
	for _, line := range linesOf(t, name) {
		c := strings.Split(line, "|")
		for i := range c {
			c[i] = strings.TrimSpace(c[i])
		}
		by := speakers[c[0]]
		by.Today = thursday
		if c[1] != "-" {
			by.Open, by.Offers = c[1], form.OffersAt(c[1])
		}
		l := labelledIntent{line: line, text: c[2], by: by, intents: strings.Split(c[3], " / ")}
		if len(c) > 4 {
			l.argument = c[4]
		}
		all = append(all, l)
	}
	return all
}

// TestIntents holds how many of the labelled sentences are understood, in percent. Of
// those that were not looked at before, by hands that had not read the code, at their
// first run: the first held half 65 % (before there was a model), intents-second 80 %,
// intents-third 84 %, and with the model taught by these two, intents-second-held
// 95.4 % and intents-exam 92.7 %, which it has been taught since. With that, intents-fourth
// 91.5 % and its held half 90.6 %, 91.1 % after the mending by the first. Of intents-fifth, which is meant to mislead, 84.6 %,
// and of its held half 76.9 % after the mending by the first. Of intents-sixth 78.3 %
// (72 of 92), of its held half 75.0 %, 76.1 % after the mending by the first; all of them teach too. Of
// intents-seventh 90.0 % (72 of 80) and of its held half 78.8 % at the first run; it teaches as
// well now. Of intents-eighth, which teaches nobody, 69 % and of its held half 74 % at the first
// run; after nine thousand sentences of fifteen other writers had been taught, and before any line of
// that half was looked at, 95 %. Of intents-ninth, which nobody was taught either, 92 % and of
// its held half 94 % at the first run. What is understood of sentences that it has not seen
// TestUnseen says.
func TestIntents(t *testing.T) {
	for name, least := range map[string]int{"labelled/intents.txt": 97, "labelled/intents-held.txt": 97, "intents.txt": 100, "labelled/intents-second.txt": 98, "labelled/intents-third.txt": 98, "labelled/intents-second-held.txt": 98, "labelled/intents-exam.txt": 98, "labelled/intents-rows.txt": 98, "labelled/intents-fourth.txt": 98, "labelled/intents-fourth-held.txt": 98, "labelled/intents-fifth.txt": 98, "labelled/intents-fifth-held.txt": 98, "labelled/intents-sixth.txt": 97, "labelled/intents-sixth-held.txt": 98, "labelled/intents-seventh.txt": 97, "labelled/intents-seventh-held.txt": 95, "labelled/intents-eighth.txt": 96, "labelled/intents-eighth-held.txt": 97, "labelled/intents-ninth.txt": 97, "labelled/intents-ninth-held.txt": 99, "labelled/intents-ten.txt": 95, "labelled/intents-desk.txt": 96} {
		t.Run(name, func(t *testing.T) {
			lines := labelledIntents(t, name)
			right := 0
			for _, l := range lines {
				m := intent.Understand(l.by, l.text)
				got := m.Number + m.Name
				if (m.Intent == intent.SaysAgreed || m.Intent == intent.SaysKeep) && slices.Contains(l.intents, string(intent.NoIntent)) { // it asks for nothing
					m.Intent = intent.NoIntent
				}
				if slices.Contains(l.intents, string(m.Intent)) && (l.argument == "" || letters.Fold(got) == letters.Fold(l.argument)) {
					right++
					continue
				}
				t.Logf("%s: is %s %s", l.line, m.Intent, got)
			}
			t.Logf("%s: %d of %d, %.1f %%", name, right, len(lines), 100*float64(right)/float64(len(lines)))
			if right*100 < least*len(lines) {
				t.Errorf("%s: less than %d %%", name, least)
			}
		})
	}
}

// TestStrangers holds which rights are heard in what strangers write.
func TestStrangers(t *testing.T) {
	for _, name := range []string{"strangers-fifth.txt", "strangers-fifth-held.txt", "strangers-sixth.txt", "strangers-sixth-held.txt", "strangers-seventh.txt", "strangers-seventh-held.txt", "strangers-eighth.txt", "strangers-eighth-held.txt", "strangers-ninth.txt", "strangers-ninth-held.txt"} {
		t.Run(name, func(t *testing.T) {
			for _, line := range linesOf(t, "labelled/"+name) {
				text, want, _ := strings.Cut(line, " | ")
				right, _ := intent.RightAsked(text)
				if right == "" && intent.AsksWhatIsKept(text) {
					right = "access"
				}
				switch {
				case slices.Contains(strings.Split(want, " / "), cmp.Or(string(right), "none")):
				default:
					t.Errorf("%s: is %q", line, right)
				}
			}
		})
	}
}

// BenchmarkUnderstand reads the labelled lines.
func BenchmarkUnderstand(b *testing.B) {
	lines := labelledIntents(b, "labelled/intents.txt")
	n := 0
	for b.Loop() {
		for _, l := range lines {
			intent.Understand(l.by, l.text)
		}
		n += len(lines)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(n), "µs/line")
}

// linesOf reads a file of testdata without comments and blank lines.
func linesOf(t testing.TB, name string) (lines []string) {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}
