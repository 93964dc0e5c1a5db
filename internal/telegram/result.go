package telegram

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"guongsang/internal/retry"
	"guongsang/storage"
)

// A verdict is what one trip means for the thing that was to be said.
type verdict int

const (
	done      verdict = iota // carried out, or as good as
	refused                  // for good
	gone                     // for good, as will be all else to this person
	lost                     // the message to edit is not there any more
	captioned                // the message to edit has a caption in the place of a text
	garbled                  // the entities were not understood
	flooded                  // not carried out: too much at once
	down                     // not carried out: Telegram or the network is out of order
	locked                   // not carried out: the token is not valid
	doubtful                 // nobody knows
	dropped                  // no longer worth saying
	early                    // not yet sayable
)

// A finding is a verdict with what goes with it.
type finding struct {
	verdict verdict
	message int64
	why     string
	wait    time.Duration // flooded: how long
	unsent  bool          // down: not even a connection
	local   bool          // found out here: it says nothing of Telegram
}

// fails reports whether a finding speaks of the state of Telegram and not of
// the row.
func (f finding) fails() bool {
	switch f.verdict {
	case flooded, down, locked, doubtful:
		return true
	}
	return false
}

// judge reads a trip. Telegram's words are matched because its codes do not
// tell the cases apart.
func judge(t *trip) finding {
	f := finding{}
	if err := t.problem(); err != nil {
		f.why = err.Error()
	}
	switch {
	case t.err != nil:
		f.verdict, f.unsent = doubtful, t.unsent()
		if f.unsent {
			f.verdict = down
		}
	case t.decoded && t.answer.OK:
		f.message = messageID(t.answer.Result)
	case t.code() == http.StatusTooManyRequests:
		f.verdict, f.wait = flooded, t.retryAfter()
	case t.decoded:
		f.verdict = judgeRefusal(t.answer.Code, strings.ToLower(t.answer.Description))
	case t.status == http.StatusRequestEntityTooLarge:
		f.verdict = refused
	case t.status >= 400 && t.status < 500: // something before Telegram said no
		f.verdict = down
	default:
		f.verdict = doubtful
	}
	return f
}

func messageID(result json.RawMessage) int64 {
	var m struct {
		ID int64 `json:"message_id"`
	}
	_ = json.Unmarshal(result, &m) // of some calls the result is just true
	return m.ID
}

func judgeRefusal(code int, text string) verdict {
	switch {
	case code >= 500, code == http.StatusConflict:
		return down
	case code == http.StatusUnauthorized:
		return locked
	case code == http.StatusForbidden:
		return gone
	case says(text, "message is not modified", "query is too old", "query_id_invalid"):
		return done
	case says(text, "message to edit not found", "message can't be edited", "message_id_invalid"):
		return lost
	case says(text, "there is no text in the message to edit"):
		return captioned
	case says(text, "can't parse entities", "entity_"):
		return garbled
	case says(text, "chat not found", "user not found", "peer_id_invalid", "user_deactivated", "input_user_deactivated"):
		return gone
	}
	return refused
}

func says(text string, any ...string) bool {
	for _, s := range any {
		if strings.Contains(text, s) {
			return true
		}
	}
	return false
}

const (
	longestRetry = time.Minute     // between two tries of one row
	doubtPause   = 2 * time.Second // before the second try of a row in doubt
	earlyPause   = time.Second
)

// result says what is to be stored of a row.
func (f finding) result(row storage.Row, now time.Time) storage.Result {
	r := storage.Result{Message: f.message, Why: f.why}
	switch f.verdict {
	case done:
		r.Fate, r.Why = storage.Sent, ""
	case dropped:
		r.Fate = storage.Dropped
	case flooded:
		r.Fate, r.NotBefore = storage.Retry, now.Add(f.wait)
	case down, locked:
		r.Fate, r.NotBefore = storage.Retry, now.Add(retry.Pause(row.Tries+1, longestRetry))
		if f.unsent || f.verdict == locked { // it is not the row: health.go has the pause
			r.NotBefore = now
		}
	case early:
		r.Fate, r.NotBefore = storage.Retry, now.Add(earlyPause)
	case doubtful:
		r.Fate, r.NotBefore = storage.Doubt, now.Add(doubtPause)
	case gone:
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
