package emulator

import (
	"context"
	"math/rand/v2"
	"net/http"
	"strings"
	"time"
)

// Fault makes calls go wrong. Its matchers all have to hold; the zero value of
// each holds always.
type Fault struct {
	// Method is a method name in any case, "download" for the content of a file,
	// or "webhook" for the posts to one. Without one, the fault meets getUpdates
	// too, and a delay then keeps every update back; to slow down all but the
	// polls, let When look at the method.
	Method string
	// Chat is the chat that the call is for.
	Chat int64
	// Nth lets only the n-th matching call go wrong, counted from 1.
	Nth int
	// Times ends the fault after so many calls went wrong.
	Times int
	// Probability is the share of the matching calls that goes wrong.
	Probability float64
	// When decides on anything else about the call. It is called with the
	// server locked and must not call back.
	When func(Call) bool
	// Action is what goes wrong.
	Action Action
}

// Action is what a Fault does. The functions of this package that return one
// make them.
type Action struct {
	delayBefore time.Duration
	delayAfter  time.Duration
	answer      *reply // given instead of the real one
	applied     bool   // carry the call out all the same
	cut         int    // 1 halves the real answer, 2 leaves it shorter than announced
	duplicate   bool   // updates twice
	redeliver   bool   // ignore the offset
}

// Applied carries the call out before things go wrong.
func (a Action) Applied() Action {
	a.applied = true
	return a
}

func answering(r reply) Action { return Action{answer: &r} }

// RefuseConnection fails the call before anything was written. Over a real
// listener, where that is too late, it is DropBefore.
func RefuseConnection() Action { return answering(reply{broken: errRefused, result: "refused"}) }

// NoSuchHost fails the call because the server's name is not found.
func NoSuchHost() Action { return answering(reply{broken: errNoHost, result: "no such host"}) }

// DropBefore loses the connection after the request was written and before the
// call was carried out.
func DropBefore() Action { return answering(reply{broken: errReset, result: "dropped before"}) }

// DropAfter carries the call out and loses the connection; for getUpdates the
// answer is lost, for a webhook the 200.
func DropAfter() Action {
	return answering(reply{broken: errReset, result: "dropped after"}).Applied()
}

// DelayBefore carries the call out late, and not at all if the caller gives up
// before.
func DelayBefore(d time.Duration) Action { return Action{delayBefore: d} }

// DelayAfter carries the call out at once and answers late.
func DelayAfter(d time.Duration) Action { return Action{delayAfter: d} }

// InternalError answers 500 as JSON.
func InternalError() Action {
	return APIError(http.StatusInternalServerError, "Internal Server Error: restart")
}

// BadGateway answers 502 as HTML.
func BadGateway() Action { return answering(htmlReply(http.StatusBadGateway)) }

// TruncatedJSON carries the call out and answers half of the JSON.
func TruncatedJSON() Action { return Action{cut: 1} }

// ShortBody carries the call out and breaks the connection within the answer.
func ShortBody() Action { return Action{cut: 2} }

// FloodWait answers 429 with retry_after.
func FloodWait(seconds int) Action { return answering(failure(floodWait(seconds))) }

// FloodWaitHTML answers 429 as HTML with a Retry-After header only.
func FloodWaitHTML(seconds int) Action {
	r := htmlReply(http.StatusTooManyRequests)
	r.retryAfter = seconds
	return answering(r)
}

// Forbidden answers 403; text follows "Forbidden: ".
func Forbidden(text string) Action { return answering(failure(forbidden(text))) }

// APIError answers any code and description.
func APIError(code int, description string) Action {
	return answering(failure(&apiError{code: code, text: description}))
}

// NotOK answers 200 with ok:false.
func NotOK(code int, description string) Action {
	r := failure(&apiError{code: code, text: description})
	r.status = http.StatusOK
	return answering(r)
}

// EmptyBody answers 200 and nothing.
func EmptyBody() Action {
	r := jsonReply(http.StatusOK, nil)
	r.result = "empty body"
	return answering(r)
}

// DuplicateUpdates gives each update of the answer, or the post, twice.
func DuplicateUpdates() Action { return Action{duplicate: true} }

// Redeliver ignores the offset of getUpdates: nothing is confirmed and all that
// is pending comes again.
func Redeliver() Action { return Action{redeliver: true} }

// AddFault makes a fault from now on; remove ends it.
func (s *Server) AddFault(f Fault) (remove func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	a := &activeFault{Fault: f}
	s.faults.active = append(s.faults.active, a)
	return func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		a.ended = true
	}
}

// ClearFaults ends all faults, not the network's being down.
func (s *Server) ClearFaults() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults.active = nil
}

// NetworkDown makes every call fail before it is written until it is called with
// false. Parked long polls end at once, and so a bot that polls again finds the
// way back by itself.
func (s *Server) NetworkDown(down bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if down == s.faults.isDown {
		return
	}
	s.faults.isDown = down
	if down {
		close(s.faults.down)
		return
	}
	s.faults.down = make(chan struct{})
}

func (s *Server) isDown() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.faults.isDown
}

// faultSet is what goes wrong at present.
type faultSet struct {
	active []*activeFault
	dice   *rand.Rand
	isDown bool
	down   chan struct{} // closed while the network is down
}

type activeFault struct {
	Fault
	seen, fired int
	ended       bool
}

// strike returns the actions of all faults that hit the call.
func (f *faultSet) strike(c Call) []Action {
	var actions []Action
	for _, a := range f.active {
		if a.hits(c, f.dice) {
			actions = append(actions, a.Action)
		}
	}
	return actions
}

func (a *activeFault) hits(c Call, dice *rand.Rand) bool {
	switch {
	case a.ended, a.Times > 0 && a.fired >= a.Times:
		return false
	case a.Method != "" && !strings.EqualFold(a.Method, c.Method):
		return false
	case a.Chat != 0 && a.Chat != c.Chat:
		return false
	case a.When != nil && !a.When(c):
		return false
	}
	a.seen++
	if a.Nth > 0 && a.seen != a.Nth {
		return false
	}
	if a.Probability > 0 && dice.Float64() >= a.Probability {
		return false
	}
	a.fired++
	return true
}

// before waits and says whether the call is to be carried out, and if not what
// to answer.
func before(ctx context.Context, actions []Action) (reply, bool) {
	for _, a := range actions {
		if err := sleep(ctx, a.delayBefore); err != nil {
			return reply{broken: err}, false
		}
		if a.answer != nil && !a.applied {
			return a.answer.clone(), false
		}
	}
	return reply{}, true
}

// after spoils the answer of a call.
func after(ctx context.Context, actions []Action, answer reply) reply {
	for _, a := range actions {
		if err := sleep(ctx, a.delayAfter); err != nil {
			return reply{broken: err}
		}
		switch {
		case a.answer != nil && a.applied:
			answer = a.answer.clone()
		case a.cut > 0:
			answer = answer.halved()
			answer.short = a.cut == 2
		}
	}
	return answer
}

// halved is half of an answer.
func (a reply) halved() reply {
	a.body = a.body[:len(a.body)/2]
	if a.result == "ok" {
		a.result = "cut short"
	}
	return a
}

func (a reply) clone() reply {
	a.header = a.header.Clone()
	return a
}
