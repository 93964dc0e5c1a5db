package form

import (
	"strings"
	"testing"

	"guongsang/internal/intent"
)

// TestBeside holds what a text means that was typed at a question of the
// agency's own.
func TestBeside(t *testing.T) {
	for _, line := range linesOf(t, "desk.txt") {
		c := strings.Split(line, "|")
		takes, text, want := Takes(strings.TrimSpace(c[0])), strings.TrimSpace(c[1]), strings.TrimSpace(c[2])
		text, found := strings.CutSuffix(text, " ~")
		r := takes.Beside(intent.Speaker{Agency: true, Today: thatThursday}, text, found)
		got := "answer"
		switch r.Outcome {
		case Refused:
			got = "again"
		case Steered:
			got = string(r.Steer)
		case Doubtful:
			got = "ask"
		case Aside:
			got = "aside " + string(r.Meaning.Intent)
		}
		if got != want {
			t.Errorf("%s: is %s", line, got)
		}
	}
}
