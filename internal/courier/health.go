package courier

import (
	"log/slog"
	"time"

	"guongsang/internal/retry"
)

// longestOutage is the longest pause between two probes.
const longestOutage = 30 * time.Second

// manyChats is from how many chats on a row of failures is the
// messenger's and not theirs.
const manyChats = 3

// longestFlood bounds how long the whole bot keeps silent at a stretch because
// several chats were asked to wait: it may be theirs alone after all, and then
// the probe that follows finds it out.
const longestFlood = time.Minute

// health tells a chat that fails from a messenger that does. While the
// messenger is in trouble, everything waits but one attempt at a time, with
// growing pauses between.
type health struct {
	log    *slog.Logger
	failed map[int64]bool // chats that failed since the last success
	tries  int            // failed probes; 0: all is well
	until  time.Time      // no attempt before
	asked  bool           // for, by the messenger
	raised time.Time      // when until was last moved
}

// troubled reports whether attempts are made one at a time.
func (h *health) troubled() bool { return h.tries > 0 }

// ok notes that the messenger answered sensibly.
func (h *health) ok() {
	if h.tries > 0 {
		h.log.Info("sending works again", "pauses", h.tries)
	}
	h.failed, h.tries, h.until, h.asked = nil, 0, time.Time{}, false
}

// fail notes a failure of an attempt that began at start. A failure that is not
// the chat's alone (no connection, credentials that are not accepted) is believed at
// once, others when many chats have it.
func (h *health) fail(chat int64, v Verdict, start, now time.Time) {
	if h.failed == nil {
		h.failed = map[int64]bool{}
	}
	h.failed[chat] = true
	if v.Kind != Disconnected && v.Kind != Unauthorized && len(h.failed) < manyChats && h.tries == 0 {
		return
	}
	if h.tries > 0 && start.Before(h.raised) {
		return // it set out before the last pause began
	}
	if h.tries == 0 {
		h.log.Warn("sending interrupted", "err", v.Why)
	}
	h.tries++
	wait := retry.Pause(h.tries, longestOutage)
	switch v.Kind {
	case RateLimited:
		wait = min(v.Wait, longestFlood)
	case Unauthorized:
		wait = longestFlood
	}
	h.until, h.asked, h.raised = now.Add(wait), v.Kind == RateLimited, now
}

// probe ends a pause that the messenger did not ask for.
func (h *health) probe(now time.Time) {
	if !h.asked && h.until.After(now) {
		h.until = now
	}
}

// resume takes over a pause that was stored before a restart.
func (h *health) resume(until, now time.Time) {
	if until.After(now) {
		h.tries, h.until, h.asked, h.raised = 1, until, true, now
	}
}
