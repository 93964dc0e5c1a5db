package main

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"guongsang/internal/texts"
	"guongsang/internal/webchat"
	"guongsang/scheduler"
)

// The guided tour: the story of one month, step by step, on the phones of the
// page. People type and press at a pace that can be followed.

const (
	tourPace  = 900 * time.Millisecond // before each thing that is said or pressed
	tourHaste = 30 * time.Millisecond  // the same, once somebody wants to go on
	tourLeast = 9 * time.Second        // for a step, for its sentence and the chats to be read
	tourHold  = 4 * time.Second        // of that after the last thing that was said
)

// A tour is where the tour is.
type tour struct {
	mu     sync.Mutex
	shown  webchat.Tour
	tempo  float64 // how fast; 0 means 1
	haste  bool    // somebody wants to go on although the step still plays
	end    context.CancelFunc
	ended  chan struct{} // closed when the tour's goroutine is over
	resume chan struct{} // closed when the pause is over; nil: not paused
	skip   chan struct{} // ends the time for reading
}

// A tourStep is one step: who is looked at, and what happens.
type tourStep struct {
	id    string
	focus []string // officer, leader, head, blockhead, or a unit code
	do    func(context.Context, *demoStage, *play) error
}

// tourSteps are the steps; their sentences are in texts.
func tourSteps() []tourStep {
	return []tourStep{
		{"invite", []string{"PT058", "officer"}, func(ctx context.Context, s *demoStage, p *play) error {
			if err := p.wait(ctx); err != nil {
				return err
			}
			return p.enrolFocals(ctx, "PT058")
		}},
		{"introduce", []string{"PT083", "officer"}, storyAct("PT083", "introduce")},
		{"accept", []string{"officer", "PT083"}, func(ctx context.Context, s *demoStage, p *play) error {
			if err := p.wait(ctx); err != nil {
				return err
			}
			return p.act(ctx, storyStep{Do: "accept", Titles: []string{p.stepOf("PT083", "introduce").Example.Title}})
		}},
		{"remind", []string{"PT058", "PT083"}, toStep(scheduler.Focal)},
		{"nil", []string{"PT012", "officer"}, func(ctx context.Context, _ *demoStage, p *play) error {
			_, err := p.press(ctx, p.focals["PT012"], texts.LabelNil) // under the reminder
			return err
		}},
		{"model", []string{"PT064", "officer"}, storyAct("PT064", "introduce")},
		{"return", []string{"officer", "PT064"}, storyAct("", "return")},
		{"complete", []string{"PT064", "officer"}, storyAct("PT064", "complete")},
		{"deadline", []string{"leader", "officer"}, toDeadlineEvening},
		{"digest", []string{"officer", "leader"}, toDigest},
		{"escalate", []string{"head", "PT056"}, toStep(scheduler.Head)},
		{"end", []string{"officer", "leader"}, func(context.Context, *demoStage, *play) error { return nil }},
	}
}

// tourScene is where the tour begins: everybody has come in but the one who is
// about to, and what is left of the story is what the other units do.
var tourScene = demoScene{"tour", func(ctx context.Context, p *play) error {
	units := slices.DeleteFunc(p.story.everybody(), func(code string) bool { return code == "PT058" })
	p.steps = slices.DeleteFunc(slices.Clone(p.steps), func(step storyStep) bool {
		return slices.Contains([]string{"", "PT058", "PT083", "PT012", "PT064"}, step.Unit)
	})
	return p.enrol(ctx, units)
}}

// storyAct does what somebody does in the story, whenever that was.
func storyAct(unit, do string) func(context.Context, *demoStage, *play) error {
	return func(ctx context.Context, _ *demoStage, p *play) error { return p.act(ctx, p.stepOf(unit, do)) }
}

// stepOf finds what somebody does in the story.
func (p *play) stepOf(unit, do string) storyStep {
	for _, step := range p.story.Steps {
		if step.Do == do && step.Unit == unit {
			return step
		}
	}
	return storyStep{Unit: unit, Do: do}
}

// toStep moves the clock over the first step of November's ladder for an
// audience.
func toStep(audience scheduler.Audience) func(context.Context, *demoStage, *play) error {
	return func(ctx context.Context, s *demoStage, p *play) error {
		rules := p.cfg.Rules()
		steps := p.cfg.Ladder().Steps(rules, rules.Schedule(november))
		i := slices.IndexFunc(steps, func(step scheduler.Step) bool { return step.To == audience })
		if i < 0 {
			return fmt.Errorf("the ladder has no step for %s", audience)
		}
		return s.meanwhile(ctx, p, steps[i].At)
	}
}

// toDeadlineEvening moves the clock to the end of the deadline's working day.
func toDeadlineEvening(ctx context.Context, s *demoStage, p *play) error {
	deadline := p.cfg.Rules().Schedule(november).Deadline
	return s.meanwhile(ctx, p, deadline.At(closing, p.zone))
}

// meanwhile moves the clock, and on the way the other units do what they do in
// the story, without keeping anybody waiting.
func (s *demoStage) meanwhile(ctx context.Context, p *play, to time.Time) error {
	pace := p.pace
	p.pace = func(ctx context.Context) error { return s.tour.rest(ctx, 0, nil) } // but for a pause
	defer func() { p.pace = pace }()
	for len(p.steps) > 0 {
		at, err := when(p.steps[0].At, p.zone)
		if err != nil {
			return err
		}
		if at.After(to) {
			break
		}
		if err := s.moveTo(ctx, p, at); err != nil {
			return err
		}
		if err := p.act(ctx, p.steps[0]); err != nil {
			return err
		}
		p.steps = p.steps[1:]
	}
	return s.moveTo(ctx, p, to)
}

// guide carries out an order about the tour.
func (s *demoStage) guide(order string) error {
	t := &s.tour
	switch order {
	case "start":
		return s.startTour()
	case "stop":
		s.stopTour()
	case "pause":
		t.pause(true)
	case "go":
		t.pause(false)
	case "next":
		t.next()
	default:
		return webchat.Refusal(texts.WebNoScene())
	}
	s.changed()
	return nil
}

// startTour begins its scene and then the tour.
func (s *demoStage) startTour() error {
	s.turn.Lock()
	defer s.turn.Unlock()
	s.halt()
	s.stopTour()
	if err := s.busily(func() error { return s.begin(tourScene) }); err != nil {
		return err
	}
	ctx, end := context.WithCancel(s.life)
	t := &s.tour
	t.mu.Lock()
	t.end, t.ended, t.resume, t.skip = end, make(chan struct{}), nil, make(chan struct{}, 1)
	t.mu.Unlock()
	steps := tourSteps()
	s.show(s.current(), steps[0], 1, len(steps)) // before anybody can ask for a pause
	go func() {
		defer close(t.ended)
		defer end()
		s.tourAll(ctx)
	}()
	return nil
}

// tourAll goes from step to step.
func (s *demoStage) tourAll(ctx context.Context) {
	t, steps := &s.tour, tourSteps()
	p := s.current()
	p.pace = func(ctx context.Context) error { return t.rest(ctx, t.stride(), nil) }
	p.late = s.faulty
	defer func() { p.pace, p.late = nil, nil }()
	for i, step := range steps {
		s.show(p, step, i+1, len(steps))
		began := time.Now()
		err := s.undisturbed(func() error { return step.do(ctx, s, p) })
		if ctx.Err() != nil {
			return
		}
		if err != nil {
			s.log.Warn("tour", "step", step.id, "err", err)
			t.done(true, texts.WebTourDisturbed())
			s.changed()
			return
		}
		last := i == len(steps)-1
		t.done(last, "")
		s.changed()
		if last || t.rest(ctx, max(tourHold, tourLeast-time.Since(began)), t.skip) != nil {
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
	t.haste = !t.shown.Done
	select {
	case t.skip <- struct{}{}:
	default:
	}
}

// stride is how long people wait before they say or press something.
func (t *tour) stride() time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.haste {
		return tourHaste
	}
	return tourPace
}

// undisturbed does a step as an order, without showing the page as busy: it
// is the page that is looked at.
func (s *demoStage) undisturbed(do func() error) error {
	s.order.Lock()
	defer s.order.Unlock()
	return do()
}

func (s *demoStage) show(p *play, step tourStep, i, of int) {
	title, text := texts.WebTour(step.id)
	shown := webchat.Tour{On: true, Step: i, Of: of, Title: title, Text: text, Files: step.id == "end"}
	for _, who := range step.focus {
		shown.Focus = append(shown.Focus, p.accountOf(who))
	}
	s.tour.mu.Lock()
	shown.Paused = s.tour.resume != nil
	s.tour.shown, s.tour.haste = shown, false
	s.tour.mu.Unlock()
	s.changed()
}

// stopTour ends the tour and waits until it is over. What was played stays.
func (s *demoStage) stopTour() {
	t := &s.tour
	t.mu.Lock()
	end, ended := t.end, t.ended
	t.end, t.shown = nil, webchat.Tour{}
	t.mu.Unlock()
	if end == nil {
		return
	}
	end()
	<-ended
	t.mu.Lock()
	t.shown = webchat.Tour{} // it may have gone a step further meanwhile
	t.mu.Unlock()
	s.changed()
}

// pause keeps the tour from going on, or lets it.
func (t *tour) pause(on bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case on && t.resume == nil && t.end != nil && !t.shown.Over:
		t.resume = make(chan struct{})
	case !on && t.resume != nil:
		close(t.resume)
		t.resume = nil
	}
	t.shown.Paused = t.resume != nil
}

// rest waits for a while, or until skip says that it was long enough, and in
// any case while the tour is paused.
func (t *tour) rest(ctx context.Context, d time.Duration, skip <-chan struct{}) error {
	t.mu.Lock()
	if t.tempo > 0 {
		d = time.Duration(float64(d) / t.tempo)
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
func (s *demoStage) Tour() webchat.Tour {
	s.tour.mu.Lock()
	defer s.tour.mu.Unlock()
	return s.tour.shown
}

// toDigest moves the clock over the next digest, until its files are there.
func toDigest(ctx context.Context, s *demoStage, p *play) error {
	return s.meanwhile(ctx, p, p.cfg.digests()[0].When.Next(p.clock.Now().In(p.zone)).Add(time.Hour))
}

// accountOf is the account of one of the people of the tour.
func (p *play) accountOf(who string) int64 {
	switch who {
	case "officer":
		return accountOfficer
	case "leader":
		return accountLeader
	case "head":
		return accountHeads
	}
	return p.account(who)
}
