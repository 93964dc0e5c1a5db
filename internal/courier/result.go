package courier

import (
	"time"

	"guongsang/storage"
)

// earlyPause is before another look whether the message to edit was sent.
const earlyPause = 2 * time.Second

// result says what is to be stored of a row.
func (v Verdict) result(row storage.Row, now time.Time) storage.Result {
	r := storage.Result{Message: v.Message, Album: v.Album, At: v.At, Why: v.Why}
	switch v.Kind {
	case Delivered:
		r.Fate, r.Why = storage.Sent, ""
	case Expired:
		r.Fate = storage.Dropped
	case RateLimited:
		r.Fate, r.NotBefore, r.Blameless = storage.Retry, now.Add(v.Wait), true
	case Disconnected, Unauthorized: // health.go has the pause
		r.Fate, r.NotBefore, r.Blameless = storage.Retry, now, true
	case early:
		r.Fate, r.NotBefore, r.Blameless = storage.Retry, now.Add(earlyPause), true
	case Unavailable:
		r.Fate = storage.Retry
	case Uncertain:
		r.Fate = storage.Doubt
	case Unreachable:
		r.Fate, r.Gone = storage.Refused, row.Way != storage.Answer
	default:
		r.Fate = storage.Refused
	}
	return r
}
