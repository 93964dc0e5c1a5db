package demo

import (
	"context"
	"errors"
	"time"

	"guongsang/internal/demotexts"
	"guongsang/internal/report"
	"guongsang/internal/webchat"
	"guongsang/scheduler"
)

// The time machine. Whatever way the clock is moved, it goes from tick to
// tick and over every moment at which something is due, and the program
// looks at each: nothing is skipped that would have happened.

const (
	horizon     = 60 * 24 * time.Hour  // how far ahead the next moment is looked for
	farAhead    = 120 * 24 * time.Hour // and the next deadline
	longestStep = 20 * time.Second     // how long one step may take until all is done, documents included

	longestFaulty = 2 * time.Second // and until all was tried, while something goes wrong
)

// toNext goes on to the next moment at which something happens.
func (s *stage) toNext(ctx context.Context) error {
	return s.toFirst(ctx, horizon, demotexts.NothingAhead(), func(_ *play, m scheduler.Moment) time.Time { return m.At })
}

// toDeadline goes on to the opening of the next day that is a deadline.
func (s *stage) toDeadline(ctx context.Context) error {
	return s.toFirst(ctx, farAhead, demotexts.NoDeadline(), func(p *play, m scheduler.Moment) time.Time {
		if m.Kind != scheduler.DeadlineDay {
			return time.Time{}
		}
		return m.Day.At(opening, p.zone)
	})
}

// toFirst goes on to the first time still to come of those that stop gives for
// the moments ahead; where there is none it refuses with a sentence.
func (s *stage) toFirst(ctx context.Context, within time.Duration, none string, stop func(*play, scheduler.Moment) time.Time) error {
	p, err := s.running()
	if err != nil {
		return err
	}
	now := p.clock.Now()
	moments, err := p.program.Ahead(now, now.Add(within))
	if err != nil {
		return err
	}
	for _, m := range moments {
		if at := stop(p, m); at.After(now) {
			return s.moveTo(ctx, p, at)
		}
	}
	return webchat.Refusal(none)
}

// advance goes on by so much.
func (s *stage) advance(ctx context.Context, by time.Duration) error {
	p, err := s.running()
	if err != nil {
		return err
	}
	return s.moveTo(ctx, p, p.clock.Now().Add(by))
}

// moveTo moves the clock step by step.
func (s *stage) moveTo(ctx context.Context, p *play, to time.Time) error {
	for p.clock.Now().Before(to) {
		if err := ctx.Err(); err != nil {
			return err
		}
		at, err := p.nextStep(to)
		if err != nil {
			return err
		}
		if err := s.step(ctx, p, at); err != nil {
			return err
		}
	}
	return nil
}

// nextStep is the earliest of: the next tick, the next moment at which
// something is due, and the end.
func (p *play) nextStep(to time.Time) (time.Time, error) {
	now := p.clock.Now()
	at := now.Truncate(tickInterval).Add(tickInterval)
	moments, err := p.program.Ahead(now, at)
	if err != nil {
		return at, err
	}
	for _, m := range moments {
		if m.At.After(now) && m.At.Before(at) {
			at = m.At
		}
	}
	if at.After(to) {
		at = to
	}
	return at, nil
}

// step moves the clock to a moment, lets the program look, and waits until
// what came of it is done.
func (s *stage) step(ctx context.Context, p *play, at time.Time) error {
	p.clock.Set(at)
	p.program.Tick(at)
	s.changed()
	return s.waitIdle(ctx, p)
}

// waitIdle waits until all is said and done, or, when something keeps it from
// being done, for no longer than people would.
func (s *stage) waitIdle(ctx context.Context, p *play) error {
	wait, patience := p.waitIdle, longestStep
	if s.faulty() {
		wait, patience = p.waitTried, longestFaulty // the outbox shows what waits
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if err := wait(ctx); !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}

// faulty reports whether anything was made to go wrong.
func (s *stage) faulty() bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.faults.on != webchat.Faults{}
}

// current is the play that is on.
func (s *stage) current() *play {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.play
}

// running is the play that is on, if its program runs.
func (s *stage) running() (*play, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return nil, webchat.Refusal(demotexts.NoScene())
	}
	return s.play, nil
}

// fastInterval is how often fast time goes on: by a tickInterval in working
// time, by more in between.
const fastInterval = 250 * time.Millisecond

// fast lets time run fast until stopFast.
func (s *stage) fast() {
	s.mu.Lock()
	s.fastTask = s.start(s.runFast)
	s.mu.Unlock()
	s.changed()
}

func (s *stage) runFast(ctx context.Context) {
	every(ctx, fastInterval, func() (more bool) {
		err := s.tick(ctx)
		if err != nil && ctx.Err() == nil {
			s.log.Error("fast time", "err", err)
		}
		return err == nil
	})
}

// tick is one interval of fast time.
func (s *stage) tick(ctx context.Context) error {
	p, err := s.running()
	if err != nil {
		return err
	}
	now := p.clock.Now().In(p.zone)
	day := report.DateOf(now)
	to := now.Add(tickInterval)
	if open := day.At(opening, p.zone); now.Before(open) {
		to = earlier(now.Add(4*tickInterval), open)
	} else if !now.Before(day.At(closing, p.zone)) || !p.cfg.Rules().Calendar.Working(day) {
		to = now.Add(4 * tickInterval)
	}
	return s.moveTo(ctx, p, to)
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}

// stopFast lets time run as on the machine.
func (s *stage) stopFast() {
	s.mu.RLock()
	fast := s.fastTask
	s.mu.RUnlock()
	fast.stop()
}
