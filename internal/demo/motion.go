package demo

import (
	"context"
	"time"
)

// A motion is what goes on by itself until it is ended: fast time, or the tour.
// No motion is nil.
type motion struct {
	cancel context.CancelFunc
	over   chan struct{}
}

// move begins a motion; the page shows it when it is over.
func (s *stage) move(do func(context.Context)) *motion {
	ctx, cancel := context.WithCancel(s.life)
	m := &motion{cancel, make(chan struct{})}
	go func() {
		defer s.changed()
		defer close(m.over)
		defer cancel()
		do(ctx)
	}()
	return m
}

// end ends a motion and waits until it is over.
func (m *motion) end() {
	if m != nil {
		m.cancel()
		<-m.over
	}
}

// going reports whether a motion goes on.
func (m *motion) going() bool {
	if m == nil {
		return false
	}
	select {
	case <-m.over:
		return false
	default:
		return true
	}
}

// every does something at each beat until ctx ends or there is no more to do.
func every(ctx context.Context, beat time.Duration, do func() (more bool)) {
	ticker := time.NewTicker(beat)
	defer ticker.Stop()
	for more := true; more; more = do() {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}
