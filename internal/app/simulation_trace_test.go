package app

import (
	"fmt"
	"net/http"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"guongsang/internal/files"
	"guongsang/internal/simulation"
	"guongsang/internal/telegram"
)

// A trace is all that happens in a play, step by step: what went over the wire, what got
// onto the disk, what the play did and what the program logged. Of two plays of one seed that
// end differently it shows where they began to.
type trace struct {
	mu    sync.Mutex
	lines []string
}

func (t *trace) note(format string, args ...any) {
	line := time.Now().UTC().Format("02/01 15:04:05.000000000 ") + byChance.ReplaceAllString(fmt.Sprintf(format, args...), "*")
	t.mu.Lock()
	defer t.mu.Unlock()
	t.lines = append(t.lines, line)
}

// text is the whole trace. What happened at one instant stands in the order of the alphabet:
// it has no other.
func (t *trace) text() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	slices.Sort(t.lines)
	return strings.Join(t.lines, "\n")
}

// step notes a step on the disk.
func (t *trace) step(s files.Step) {
	if s.Kind == files.Committing {
		return
	}
	t.note("disk %d %s", s.Kind, s.Path)
}

func (t *trace) told(s simulation.Told) { t.note("play %s %s %v", s.Kind, s.What, s.People) }

// byChance is what nothing depends on, and the machine draws: a name; and how large a store
// is, as bbolt gives out the pages of a commit bucket by bucket, in the order of a map.
var byChance = regexp.MustCompile(`bubble\d+|\d+[a-z]*\.part|bytes=\d+`)

// A traced is a way to Telegram that is looked at.
type traced struct {
	telegram.Doer
	trace *trace
}

func (w traced) Do(r *http.Request) (*http.Response, error) {
	what := filepath.Base(r.URL.Path) + " " + whoseCall(r)
	w.trace.note("call %s", what)
	answer, err := w.Doer.Do(r)
	if err != nil {
		w.trace.note("no answer %s", what)
		return answer, err
	}
	w.trace.note("answer %s %d", what, answer.StatusCode)
	return answer, err
}
