package demo

import (
	"context"
	"sync"
	"time"

	"guongsang/internal/demotexts"
	"guongsang/internal/webchat"
)

// The guided tour: the story of one month, step by step, on the phones of the
// page. People type and press at a pace that can be followed.

const (
	tourPace  = 900 * time.Millisecond // before each thing that is said or pressed
	tourHurry = 30 * time.Millisecond  // the same, once somebody wants to go on
	tourLeast = 9 * time.Second        // for a step, for its sentence and the chats to be read
	tourHold  = 4 * time.Second        // of that after the last thing that was said
)

// A tour is where the tour is.
type tour struct {
	mu      sync.Mutex
	shown   webchat.Tour
	speed   float64 // how fast; 0 means 1
	hurried bool    // somebody wants to go on although the step still plays
	task    *task
	resume  chan struct{} // closed when the pause is over; nil: not paused
	skip    chan struct{} // ends the time for reading
}

// guide carries out an order about the tour.
func (s *stage) guide(ctx context.Context, order string) error {
	t := &s.tour
	switch order {
	case "start":
		if s.seed != 0 {
			return s.busily(ctx, s.startSeed)
		}
		return s.busily(ctx, s.startTour)
	case "stop":
		s.stopTour()
	case "pause":
		t.pause(true)
	case "go":
		t.pause(false)
	case "next":
		t.next()
	default:
		return webchat.Refusal(demotexts.NoScene())
	}
	s.changed()
	return nil
}

// startTour begins its scene and then the tour.
func (s *stage) startTour(context.Context) error {
	if err := s.begin(tourScene); err != nil {
		return err
	}
	steps := tourSteps()
	s.show(s.current(), steps[0], 1, len(steps)) // before anybody can ask for a pause
	t := &s.tour
	t.mu.Lock()
	defer t.mu.Unlock()
	t.resume, t.skip = nil, make(chan struct{}, 1)
	t.task = s.start(s.tourAll)
	return nil
}

// tourAll goes from step to step.
func (s *stage) tourAll(ctx context.Context) {
	t, steps := &s.tour, tourSteps()
	p := s.current()
	p.pace = func(ctx context.Context) error { return t.sleep(ctx, t.delay(), nil) }
	p.late = s.faulty
	defer func() { p.pace, p.late = nil, nil }()
	for i, step := range steps {
		s.show(p, step, i+1, len(steps))
		began := time.Now()
		err := step.do(ctx, s, p)
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			s.log.Warn("tour", "step", step.id, "err", err)
			t.done(true, demotexts.TourDisturbed())
			s.changed()
			return
		}
		last := i == len(steps)-1
		t.done(last, "")
		s.changed()
		if last || t.sleep(ctx, max(tourHold, tourLeast-time.Since(began)), t.skip) != nil {
			return
		}
	}
}

// done says that a step has played; over, that none follows, for the reason
// that is given unless it was the last.
func (t *tour) done(over bool, reason string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.shown.Done, t.shown.Over = true, over
	if reason != "" {
		t.shown.Text = reason
	}
}

// next goes on: it ends a pause, the time for reading, and the patience with
// what a step still plays.
func (t *tour) next() {
	t.pause(false)
	t.mu.Lock()
	defer t.mu.Unlock()
	t.hurried = !t.shown.Done
	select {
	case t.skip <- struct{}{}:
	default:
	}
}

// delay is how long people wait before they say or press something.
func (t *tour) delay() time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.hurried {
		return tourHurry
	}
	return tourPace
}

func (s *stage) show(p *play, step tourStep, i, of int) {
	title, text := demotexts.Tour(step.id)
	shown := webchat.Tour{On: true, Step: i, Of: of, Title: title, Text: text, Files: step.id == "end"}
	for _, who := range step.focus {
		shown.Focus = append(shown.Focus, p.accountOf(who))
	}
	s.tour.mu.Lock()
	shown.Paused = s.tour.resume != nil
	s.tour.shown, s.tour.hurried = shown, false
	s.tour.mu.Unlock()
	s.changed()
}

// stopTour ends the tour and waits until it is over. What was played stays.
func (s *stage) stopTour() {
	t := &s.tour
	t.mu.Lock()
	task := t.task
	t.mu.Unlock()
	task.stop()
	t.mu.Lock()
	if t.task == task { // and not the next one already
		t.task, t.shown, t.resume = nil, webchat.Tour{}, nil
	}
	t.mu.Unlock()
	s.changed()
}

// pause keeps the tour from going on, or lets it.
func (t *tour) pause(on bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case on && t.resume == nil && t.task != nil && !t.shown.Over:
		t.resume = make(chan struct{})
	case !on && t.resume != nil:
		close(t.resume)
		t.resume = nil
	}
	t.shown.Paused = t.resume != nil
}

// sleep waits for a while, or until skip says that it was long enough, and in
// any case while the tour is paused.
func (t *tour) sleep(ctx context.Context, d time.Duration, skip <-chan struct{}) error {
	t.mu.Lock()
	if t.speed > 0 {
		d = time.Duration(float64(d) / t.speed)
	}
	t.mu.Unlock()
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	case <-skip:
	}
	for {
		t.mu.Lock()
		resume := t.resume
		t.mu.Unlock()
		if resume == nil {
			return ctx.Err()
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-resume:
		}
	}
}

// Tour is where the tour is.
func (s *stage) Tour() webchat.Tour {
	s.tour.mu.Lock()
	defer s.tour.mu.Unlock()
	return s.tour.shown
}
