// Package retry spaces out the tries of what keeps failing: the pauses grow, and
// the log has one line when the failures begin and one when they end, however
// many come between.
package retry

import (
	"context"
	"log/slog"
	"time"
)

// Pause is how long to wait after the n-th failure in a row: 1 s, 2 s, 4 s and
// so on up to longest.
func Pause(n int, longest time.Duration) time.Duration {
	if n < 1 {
		n = 1
	}
	if n > 30 {
		return longest
	}
	return min(time.Second<<(n-1), longest)
}

// Sleep waits unless the context ends first.
func Sleep(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
	}
}

// Wait waits for a wake-up, or for so long if d is more than 0, or for the
// context to end.
func Wait(ctx context.Context, woken <-chan struct{}, d time.Duration) {
	var over <-chan time.Time
	if d > 0 {
		timer := time.NewTimer(d)
		defer timer.Stop()
		over = timer.C
	}
	select {
	case <-ctx.Done():
	case <-woken:
	case <-over:
	}
}

// longestPause is the longest that an Outage asks for.
const longestPause = 30 * time.Second

// An Outage is a row of failures of one thing. It is not safe for concurrent
// use.
type Outage struct {
	Log  *slog.Logger
	What string // what fails, as the log calls it: "polling"

	failures int
}

// Fail notes a failure.
func (o *Outage) Fail(err error) {
	o.failures++
	if o.failures == 1 {
		o.Log.Warn(o.What+" interrupted", "err", err)
	}
}

// OK notes a success, which ends the row.
func (o *Outage) OK() {
	if o.failures > 0 {
		o.Log.Info(o.What+" works again", "tries", o.failures)
	}
	o.failures = 0
}

// Failures is how many there were in a row; 0 while all is well.
func (o *Outage) Failures() int { return o.failures }

// Pause is how long to wait before the next try, at most 30 s.
func (o *Outage) Pause() time.Duration { return Pause(o.failures, longestPause) }
