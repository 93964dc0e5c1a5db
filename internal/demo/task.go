package demo

import (
	"context"
	"time"
)

// A task goes on in the background until it is stopped: fast time, or the tour.
// No task is nil.
type task struct {
	cancel context.CancelFunc
	done   chan struct{}
}

// start begins a task; the page shows it when it is over.
func (s *stage) start(do func(context.Context)) *task {
	ctx, cancel := context.WithCancel(s.life)
	t := &task{cancel, make(chan struct{})}
	go func() {
		defer s.changed()
		defer close(t.done)
		defer cancel()
		do(ctx)
	}()
	return t
}

// stop ends a task and waits until it is over.
func (t *task) stop() {
	if t != nil {
		t.cancel()
		<-t.done
	}
}

// running reports whether a task goes on.
func (t *task) running() bool {
	if t == nil {
		return false
	}
	select {
	case <-t.done:
		return false
	default:
		return true
	}
}

// every does something at each interval until ctx ends or there is no more to do.
func every(ctx context.Context, interval time.Duration, do func() (more bool)) {
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for more := true; more; more = do() {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}
