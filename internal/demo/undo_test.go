package demo

import (
	"testing"

	"guongsang/internal/texts"
)

// What was done in a scene that was left is there again when one goes back, as
// often as one goes back and forth; whether or not the store is kept.
func TestUndo(t *testing.T) {
	for name, kept := range map[string]string{"gone": "", "kept": t.TempDir()} {
		s := openStage(t, kept)
		if state, err := s.State(); err != nil || state.Before {
			t.Errorf("%s: at the beginning there is something to go back to (%v)", name, err)
		}
		focal := s.play.account("PT058")
		s.phone(focal).Say(texts.WordNow)
		if err := s.play.waitIdle(t.Context()); err != nil {
			t.Fatal(err)
		}
		said := len(s.phone(focal).Chat())
		s.mustDo(t, "scene", "child")
		for range 2 {
			s.mustDo(t, "undo", "")
			if got := len(s.phone(focal).Chat()); got != said {
				t.Errorf("%s: the phone has %d messages, had %d", name, got, said)
			}
			if state, err := s.State(); err != nil || state.Scene != "start" || !state.Before {
				t.Errorf("%s: back in %q (%v)", name, state.Scene, err)
			}
			s.mustDo(t, "undo", "")
			if state, err := s.State(); err != nil || state.Scene != "child" {
				t.Errorf("%s: forth in %q (%v)", name, state.Scene, err)
			}
		}
	}
}
