package courier

import (
	"time"

	"guongsang/internal/retry"
	"guongsang/storage"
)

const (
	longestRetry = time.Minute     // between two tries of one row
	doubtPause   = 2 * time.Second // before the second try of a row in doubt
	earlyPause   = time.Second
)

// result says what is to be stored of a row.
func (v Verdict) result(row storage.Row, now time.Time) storage.Result {
	r := storage.Result{Message: v.Message, Why: v.Why}
	switch v.Kind {
	case Delivered:
		r.Fate, r.Why = storage.Sent, ""
	case Expired:
		r.Fate = storage.Dropped
	case RateLimited:
		r.Fate, r.NotBefore = storage.Retry, now.Add(v.Wait)
	case Unavailable:
		r.Fate, r.NotBefore = storage.Retry, now.Add(retry.Pause(row.Tries+1, longestRetry))
	case Disconnected, Unauthorized: // it is not the row: health.go has the pause
		r.Fate, r.NotBefore = storage.Retry, now
	case early:
		r.Fate, r.NotBefore = storage.Retry, now.Add(earlyPause)
	case Uncertain:
		r.Fate, r.NotBefore = storage.Doubt, now.Add(doubtPause)
	case Unreachable:
		r.Fate, r.Gone = storage.Refused, true
	default:
		r.Fate = storage.Refused
	}
	if row.Way == storage.Answer && r.Fate == storage.Doubt {
		r.Fate = storage.Refused // nobody misses it
	}
	if row.Way == storage.Answer {
		r.Gone = false
	}
	return r
}
