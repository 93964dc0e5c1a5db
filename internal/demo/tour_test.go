package demo

import (
	"slices"
	"sync"
	"testing"
	"time"

	"guongsang/internal/demotexts"
	"guongsang/internal/emulator"
	"guongsang/internal/webchat"
)

// After the tour one can start over: its own scene is not one to choose, so
// the first one begins.
func TestRestartAfterTheTour(t *testing.T) {
	s := openStage(t, "")
	s.tour.speed = 1e6
	s.mustDo(t, "tour", "start")
	<-s.tour.task.done
	s.mustDo(t, "restart", "")
	if state, err := s.State(); err != nil || state.Scene != "start" || state.Clock.Day != "Thứ Hai, 02/11/2026" {
		t.Errorf("after the tour began %q on %s (%v)", state.Scene, state.Clock.Day, err)
	}
	if tour := s.Tour(); tour.On {
		t.Errorf("the tour is still at %+v", tour)
	}
}

// A fault keeps the tour waiting, and when it is over the tour goes on.
func TestTourWaitsForTheNetwork(t *testing.T) {
	s := openStage(t, "")
	s.tour.speed = 50
	s.mustDo(t, "tour", "start")
	s.turnOn(t, "down", true)
	if tour := s.Tour(); !tour.Paused {
		t.Errorf("with a fault the tour goes on: %+v", tour)
	}
	s.mustDo(t, "tour", "go")
	s.untilRefused(t)
	at := s.Tour()
	if at.Over {
		t.Fatalf("the fault ended the tour: %+v", at)
	}
	s.turnOn(t, "down", false)
	<-s.tour.task.done
	if tour := s.Tour(); !tour.Over || tour.Step != tour.Of || tour.Text == demotexts.TourDisturbed() {
		t.Errorf("the tour ended at %+v", tour)
	}
}

// untilRefused waits until the bot has tried to say something in vain.
func (s *stage) untilRefused(t *testing.T) {
	t.Helper()
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for limit := time.After(answerTimeout); !slices.ContainsFunc(s.Telegram().Calls(), func(c emulator.Call) bool { return c.Result == "refused" }); {
		select {
		case <-tick.C:
		case <-limit:
			t.Fatal("nothing is refused without a network")
		}
	}
}

// What somebody does on a phone of the story ends the tour, and it says so.
func TestTourDisturbed(t *testing.T) {
	s := openStage(t, "")
	s.tour.speed = 50
	s.mustDo(t, "tour", "start")
	s.phone(accountOfficer).Block() // who is to press a button under a card
	<-s.tour.task.done
	if tour := s.Tour(); !tour.On || !tour.Over || tour.Step == tour.Of || tour.Text != demotexts.TourDisturbed() {
		t.Errorf("the tour ended at %+v", tour)
	}
}

// A tour that was ended in a pause leaves none to the next one.
func TestTourAfterAPause(t *testing.T) {
	s := openStage(t, "")
	s.mustDo(t, "tour", "start")
	s.mustDo(t, "tour", "pause")
	s.mustDo(t, "tour", "stop")
	s.show(s.play, tourSteps()[0], 1, 2) // as the next one does before all else
	if tour := s.Tour(); tour.Paused {
		t.Errorf("the tour begins at %+v", tour)
	}
}

// Several pages that start the tour, a scene and fast time at once leave one of
// them, and nothing goes on behind it.
func TestTourOrdersAtOnce(t *testing.T) {
	s := openStage(t, "")
	s.tour.speed = 5
	var all sync.WaitGroup
	for _, o := range []webchat.Order{
		{Do: "tour", Arg: "start"}, {Do: "tour", Arg: "start"}, {Do: "play", On: true}, {Do: "play", On: true}, {Do: "day"}, {Do: "tour", Arg: "start"},
	} {
		all.Go(func() {
			if err := s.Do(t.Context(), o); err != nil {
				t.Errorf("%+v: %v", o, err)
			}
		})
	}
	all.Wait()
	s.mustDo(t, "tour", "stop")
	s.turnOn(t, "play", false)
	if s.fastTask.running() || s.tour.task.running() {
		t.Error("something still goes on")
	}
	if tour := s.Tour(); tour.On {
		t.Errorf("a tour is still at %+v", tour)
	}
}

func (s *stage) turnOn(t *testing.T, what string, on bool) {
	t.Helper()
	if err := s.Do(t.Context(), webchat.Order{Do: what, On: on}); err != nil {
		t.Fatal(err)
	}
}
