package demo

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"guongsang/internal/webchat"
)

// temporary gives the test an empty folder for temporary ones, and counts them.
func temporary(t *testing.T) (count func() int) {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	return func() int {
		left, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		return len(left)
	}
}

// wantGoroutines lets those that are about to end do so, and fails if more than
// most are left.
func wantGoroutines(t *testing.T, most int) {
	t.Helper()
	for limit := time.Now().Add(answerTimeout); runtime.NumGoroutine() > most; runtime.Gosched() {
		if time.Now().After(limit) {
			stacks := make([]byte, 1<<20)
			t.Fatalf("%d goroutines, at most %d were expected:\n%s", runtime.NumGoroutine(), most, stacks[:runtime.Stack(stacks, true)])
		}
	}
}

// Ten scenes one after the other leave what two leave, that one can go back to the
// last, and the end nothing.
func TestScenesLeaveNothingBehind(t *testing.T) {
	folders := temporary(t)
	s := openStage(t, "")
	s.mustDo(t, "scene", "start")
	before := runtime.NumGoroutine()
	for range 10 {
		s.mustDo(t, "play", "")
		s.mustDo(t, "scene", "start")
	}
	wantGoroutines(t, before)
	if n := folders(); n != 2 {
		t.Errorf("%d folders for a scene and the one before", n)
	}
	if err := s.end(); err != nil {
		t.Error(err)
	}
	if n := folders(); n != 0 {
		t.Errorf("%d folders are left", n)
	}
}

// A scene that cannot begin leaves nothing, and another one can.
func TestSceneThatCannotBegin(t *testing.T) {
	broken := errors.New("nobody plays it")
	for _, kept := range []string{"", filepath.Join(t.TempDir(), "training")} {
		folders := temporary(t)
		s := openStage(t, kept)
		before := runtime.NumGoroutine()
		err := s.busily(t.Context(), func(context.Context) error {
			return s.begin(scene{id: "broken", build: func(context.Context, *play) error { return broken }})
		})
		if !errors.Is(err, broken) {
			t.Fatalf("answered %v", err)
		}
		wantGoroutines(t, before)
		if state, err := s.State(); err != nil || state.Clock.Busy || state.Scene != "start" || len(state.People) == 0 {
			t.Errorf("then the page shows %+v (%v)", state, err)
		}
		var refusal webchat.Refusal
		if err := s.Do(t.Context(), webchat.Order{Do: "hour"}); kept != "" && !errors.As(err, &refusal) {
			t.Errorf("an hour of no scene: %v", err)
		}
		if kept != "" { // also after the end of the demo
			if err := s.end(); err != nil {
				t.Fatal(err)
			}
			s = openStage(t, kept)
		}
		s.mustDo(t, "restart", "")
		s.mustDo(t, "hour", "")
		if n := folders(); kept == "" && n != 2 || kept != "" && n != 0 { // the scene and the one that was left
			t.Errorf("%d temporary folders", n)
		}
	}
}

// While a program ends, the page shows how everything stood.
func TestSeenWhileAProgramEnds(t *testing.T) {
	s := openStage(t, "")
	stopping, enough, stop := make(chan struct{}), make(chan struct{}), s.play.stop
	s.play.stop = func() { close(stopping); <-enough; stop() }
	done := make(chan error)
	go func() { done <- s.Do(t.Context(), webchat.Order{Do: "scene", Arg: "start"}) }()
	<-stopping
	seen := make(chan webchat.State, 1)
	go func() {
		state, err := s.State()
		if err != nil {
			t.Error(err)
		}
		seen <- state
	}()
	select {
	case state := <-seen:
		if !state.Clock.Busy || len(state.People) == 0 {
			t.Errorf("seen: %+v", state)
		}
	case <-time.After(answerTimeout):
		t.Error("nothing is seen until the program has ended")
	}
	close(enough)
	if err := <-done; err != nil {
		t.Error(err)
	}
}

// The end of the demo ends the order that is being carried out, and none begins
// after it.
func TestEndDuringAnOrder(t *testing.T) {
	folders := temporary(t)
	s := openStage(t, "")
	began, done := make(chan struct{}), make(chan error, 2)
	go func() {
		done <- s.busily(t.Context(), func(ctx context.Context) error {
			close(began)
			<-ctx.Done()
			return ctx.Err()
		})
	}()
	<-began
	go func() { done <- s.Do(t.Context(), webchat.Order{Do: "scene", Arg: "start"}) }()
	if err := s.end(); err != nil {
		t.Error(err)
	}
	for range 2 {
		if err := <-done; !errors.Is(err, context.Canceled) {
			t.Errorf("answered %v", err)
		}
	}
	if n := folders(); n != 0 {
		t.Errorf("%d folders are left", n)
	}
}

// A phone can be added while the tour waits for somebody to let it go on.
func TestAddPhoneBesideAPausedTour(t *testing.T) {
	s := openStage(t, "")
	s.mustDo(t, "tour", "start")
	s.mustDo(t, "tour", "pause")
	added := make(chan error, 1)
	go func() {
		_, _, err := s.AddPhone(webchat.Phone{Name: "Người lạ"})
		added <- err
	}()
	select {
	case err := <-added:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(answerTimeout):
		t.Error("the phone waits for the tour")
		s.mustDo(t, "tour", "stop")
		<-added
	}
	if tour := s.Tour(); !tour.Paused {
		t.Errorf("the tour is at %+v", tour)
	}
}

// Fast time is there once, whoever asks for it again, and is over when it is
// stopped.
func TestFastTimeOnce(t *testing.T) {
	s := openStage(t, "")
	s.mustDo(t, "play", "")
	first := s.fastTask
	s.mustDo(t, "play", "") // another page
	second := s.fastTask
	if first.running() || !second.running() {
		t.Errorf("of two the first goes on: %v, and the second: %v", first.running(), second.running())
	}
	s.turnOn(t, "play", false)
	if second.running() {
		t.Error("fast time goes on after it was stopped")
	}
}
