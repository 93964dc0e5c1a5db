package courier

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"guongsang/storage"
)

// storePile stores every outcome at hand in one commit and lets the lines go
// on. What was sent must not be forgotten: while the disk refuses, it tries
// again until the sender is told to stop for good.
func (s *Sender) storePile() {
	s.mu.Lock()
	pile := s.pile
	s.pile = nil
	s.mu.Unlock()
	if len(pile) == 0 {
		return
	}
	s.finish(pile)
	now := s.now()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, o := range pile {
		s.open--
		if !o.line.presses() { // a press was free at once
			s.free(o.line, now)
		}
	}
	s.change()
}

func (s *Sender) finish(pile []outcome) {
	for {
		start := s.now()
		err := s.finishOnce(pile)
		if err == nil {
			s.stored()
			return
		}
		var commit *storage.CommitError
		if !errors.As(err, &commit) {
			s.finishEach(pile, err)
			return
		}
		if !s.restoring(err, start) {
			return
		}
	}
}

func (s *Sender) finishOnce(pile []outcome) error {
	rows := make([]storage.Row, len(pile))
	results := make([]storage.Result, len(pile))
	for i, o := range pile {
		rows[i], results[i] = o.row, o.result
	}
	return s.store.FinishAll(s.now(), rows, results, s.waitedFor(pile))
}

// waitedFor reports whether anything depends on these outcomes being stored
// soon: another row of the same chat, a try that has to be repeated, or a
// claimed row that a crash would put in doubt.
func (s *Sender) waitedFor(pile []outcome) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.ContainsFunc(pile, func(o outcome) bool {
		return o.result.Fate != storage.Sent || o.row.Class != storage.Reply || len(o.line.rows) > 0
	})
}

// finishEach keeps one row that cannot be stored from spoiling the others.
func (s *Sender) finishEach(pile []outcome, err error) {
	if len(pile) == 1 {
		row := pile[0].row
		s.log.Error("outcome of a row not stored", "chat", row.Chat, "row", row.Seq, "err", err)
		return
	}
	for i := range pile {
		s.finish(pile[i : i+1])
	}
}

// restoring waits until it is worth trying to store again what was refused; not
// if the sender is to stop for good.
func (s *Sender) restoring(err error, start time.Time) bool {
	s.mu.Lock()
	pause, works := s.disk.fail(err, start, s.now())
	s.mu.Unlock()
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
		return true
	case <-works:
		return true
	case <-s.life.Done():
		return false
	}
}

func (s *Sender) stored() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.disk.ok()
}

// Idle waits until nothing can be sent now: no call is under way, every outcome
// is stored, and what still waits does so for a time to come that was asked
// for, not merely for the rates. It first looks at the clock again, which may
// have been moved. It waits for Run to begin.
func (s *Sender) Idle(ctx context.Context) error {
	for {
		s.mu.Lock()
		if s.quiet(s.now()) {
			s.mu.Unlock()
			return nil
		}
		if s.changed == nil {
			s.changed = make(chan struct{})
		}
		changed := s.changed
		s.poke()
		s.mu.Unlock()
		select {
		case <-changed:
		case <-ctx.Done():
			return fmt.Errorf("waiting for the outbox: %w", ctx.Err())
		}
	}
}

// quiet reports whether nothing can be sent now. The sender is locked.
func (s *Sender) quiet(now time.Time) bool {
	if !s.begun || s.open > 0 || len(s.pile) > 0 {
		return false
	}
	if now.Before(s.health.until) {
		return true
	}
	for _, r := range s.rooms {
		for _, l := range []*line{&r.say, &r.press} {
			if _, at, ok := l.due(now); ok && !at.After(now) {
				return false
			}
		}
	}
	return true
}
