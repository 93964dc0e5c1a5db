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

// All recent calls failed, if there was no success for this long, or between
// this many failures.
const (
	recent       = time.Minute
	manyFailures = 3
)

// longestFlood bounds how long the whole bot keeps silent at a stretch because
// several chats were asked to wait: it may be theirs alone after all, and then
// the probe that follows finds it out.
const longestFlood = time.Minute

// health tells a chat that fails from a messenger that does.
//
// When all recent calls failed, be it in one chat, that is a suspicion: before
// anything else goes, the messenger is asked for something that changes nothing
// (Wire.Probe). If it answers, it is the row that fails, and the others go on.
// If it does not, or many chats fail, or there is no connection at all, the
// messenger is in trouble: everything waits, while it is asked again with growing
// pauses, and when it answers one row goes. That one ends the trouble or leads
// to the next pause. So in an outage hardly any row is tried, and what may have
// arrived is not repeated by it.
type health struct {
	log    *slog.Logger
	failed map[int64]bool // chats that failed since the last row that went through
	row    int            // failures in a row
	worked time.Time      // when the messenger last answered sensibly
	ask    bool           // it is to be asked before anything else goes
	tries  int            // pauses so far; 0: no trouble
	until  time.Time      // no attempt before
	asked  bool           // for, by the messenger
	raised time.Time      // when until was last moved
}

// troubled reports whether attempts are made one at a time.
func (h *health) troubled() bool { return h.tries > 0 }

// ok notes that a row went through.
func (h *health) ok(now time.Time) {
	h.end()
	h.failed, h.row, h.worked = nil, 0, now
}

// end ends a trouble or suspicion.
func (h *health) end() {
	if h.tries > 0 {
		h.log.Info("sending works again", "pauses", h.tries)
	}
	h.ask, h.tries, h.until, h.asked = false, 0, time.Time{}, false
}

// fail notes a failure of an attempt that began at start, and reports whether
// the messenger is to blame for it.
func (h *health) fail(chat int64, v Verdict, start, now time.Time) (messenger bool) {
	if h.failed == nil {
		h.failed = map[int64]bool{}
	}
	h.failed[chat] = true
	h.row++
	if h.tries > 0 && start.Before(h.raised) {
		return true // it set out before the last pause began
	}
	switch {
	case v.Kind == Disconnected, v.Kind == Unauthorized, len(h.failed) >= manyChats:
		h.pause(v, now)
		return true
	case v.Kind == RateLimited: // one chat's
		return false
	case h.tries > 0: // the messenger answered just now, so it is the chat
		h.end()
		return false
	}
	h.ask = h.ask || h.row >= manyFailures || now.Sub(h.worked) >= recent
	return false
}

// answered notes how the messenger was found when it was asked.
func (h *health) answered(v Verdict, now time.Time) {
	h.ask = false
	switch {
	case v.fails():
		h.pause(v, now)
	case h.tries == 0: // it was a suspicion
		h.row, h.worked = 0, now
	}
}

// pause begins or goes on with a trouble. After it the messenger is asked, but
// where it said itself how long to wait.
func (h *health) pause(v Verdict, now time.Time) {
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
	h.ask = !h.asked
}

// probe ends a pause that the messenger did not ask for.
func (h *health) probe(now time.Time) {
	if !h.asked && h.until.After(now) {
		h.until = now
	}
}

// resume takes over a pause that was stored before a restart.
func (h *health) resume(until, now time.Time) {
	if longest := now.Add(longestFlood); until.After(longest) {
		until = longest
	}
	if until.After(now) {
		h.tries, h.until, h.asked, h.raised = 1, until, true, now
	}
}
