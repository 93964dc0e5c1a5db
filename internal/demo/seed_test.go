package demo

import (
	"context"
	"log/slog"
	"strings"
	"testing"

	"guongsang/internal/demotexts"
	"guongsang/internal/simulation"
)

// A seed is played on the demo: the program is ended and starts again, and all that
// people were told is found again. Every seed plays to its end; this one has a power
// cut in its rounds.
func TestSeed(t *testing.T) {
	var out strings.Builder
	if err := playSeed(t.Context(), 5, 2, &out); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	t.Log(out.String())
	for _, says := range []string{
		demotexts.SimulatedRound(2, 2), "Chương trình chạy lại", "Đã đối chiếu", demotexts.Simulated(simulation.Told{Kind: simulation.Mended}),
	} {
		if !strings.Contains(out.String(), says) {
			t.Errorf("nobody reads %q", says)
		}
	}
}

// On the page a seed is shown round by round; afterwards its phones can be looked at,
// it can be played again, and another scene begun.
func TestSeedOnTheStage(t *testing.T) {
	s, err := newStage(context.WithoutCancel(t.Context()), PageOptions{Seed: 5, rounds: 1}, slog.New(slog.NewTextHandler(t.Output(), nil)))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.end(); err != nil {
			t.Errorf("closing the stage: %v", err)
		}
	}()
	s.tour.mu.Lock()
	s.tour.speed = 1e6
	task := s.tour.task
	s.tour.mu.Unlock()
	<-task.done
	tour := s.Tour()
	if !tour.Over || tour.Text != demotexts.SimulatedAll(1) || tour.Title != demotexts.SimulatedTitle(5) || len(tour.Focus) == 0 {
		t.Errorf("it ends at %+v", tour)
	}
	if state, err := s.State(); err != nil || len(state.People) < 10 || state.Outbox.Sent == 0 {
		t.Errorf("afterwards there are %d people and %d messages (%v)", len(state.People), state.Outbox.Sent, err)
	}
	s.mustDo(t, "tour", "start")
	if tour := s.Tour(); tour.Over || tour.Title != demotexts.SimulatedTitle(5) {
		t.Errorf("played again it stands at %+v", tour)
	}
	s.mustDo(t, "restart", "")
	if state, err := s.State(); err != nil || state.Scene != "start" {
		t.Errorf("after it begins %q (%v)", state.Scene, err)
	}
}
