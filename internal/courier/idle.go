package courier

import (
	"context"
	"fmt"
	"time"
)

// Idle waits until nothing can be sent now: no attempt is under way, every outcome
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
	if !s.begun || s.taken > 0 || len(s.unrecorded) > 0 || s.probing {
		return false
	}
	if now.Before(s.health.until) {
		return true
	}
	for _, c := range s.chats {
		for _, q := range []*queue{&c.messages, &c.notices} {
			if _, at, ok := q.due(now); ok && !at.After(now) {
				return false
			}
		}
	}
	return true
}
