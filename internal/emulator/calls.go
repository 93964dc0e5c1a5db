package emulator

import (
	"maps"
	"slices"
	"strings"
	"time"
)

// Call is one call as the log and the faults' matchers see it.
type Call struct {
	At     time.Time
	Method string
	Chat   int64
	// Text is the text or caption of the call, if any.
	Text string
	// Params are the parameters in textual form; only matchers see them.
	Params map[string]string
	// Done says that the call was carried out, whatever became of the answer.
	Done bool
	// Result is "ok", the refusal's text or what happened to the answer or the connection.
	Result string
	// Early marks a call for whose chat the wait of an earlier 429 was not over;
	// for answers to presses and calls without a chat, the method counts.
	Early bool
}

// callLog keeps the newest calls, all violations and the waits asked for.
type callLog struct {
	bound      int
	entries    []*Call
	violations []string
	waits      map[waitKey]time.Time
}

type waitKey struct {
	chat   int64
	method string
}

// Calls has the newest calls in the order in which they came in.
func (s *Server) Calls() []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	entries := s.calls.newest()
	calls := make([]Call, len(entries))
	for i, c := range entries {
		calls[i] = *c
	}
	return calls
}

// add forgets the older half when the log has grown to twice its bound.
func (l *callLog) add(c *Call) {
	l.entries = append(l.entries, c)
	if len(l.entries) >= 2*l.bound {
		l.entries = slices.Clone(l.entries[len(l.entries)-l.bound:])
	}
}

func (l *callLog) newest() []*Call { return l.entries[max(0, len(l.entries)-l.bound):] }

func (l *callLog) violate(text string) { l.violations = append(l.violations, text) }

// admit logs a call and lets the faults choose.
func (s *Server) admit(c *call) (*Call, []Action) {
	s.mu.Lock()
	defer s.mu.Unlock()
	entry := &Call{At: time.Now(), Method: c.method, Chat: s.chatID(c), Text: c.values["text"] + c.values["caption"]}
	entry.Early = entry.At.Before(s.calls.waits[entry.waitKey()])
	s.calls.add(entry)
	if len(s.faults.active) == 0 {
		return entry, nil
	}
	seen := *entry
	seen.Params = maps.Clone(c.values)
	return entry, s.faults.strike(seen)
}

func (c *Call) waitKey() waitKey {
	if c.Chat != 0 && c.Method != "answerCallbackQuery" {
		return waitKey{chat: c.Chat}
	}
	return waitKey{method: c.Method}
}

// noteDone notes in the log whether a call was carried out.
func (s *Server) noteDone(entry *Call, done bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	entry.Done = done
}

// note completes the log's entry.
func (s *Server) note(entry *Call, answer reply) {
	s.mu.Lock()
	defer s.mu.Unlock()
	entry.Result = answer.result
	if answer.broken != nil && answer.result == "" {
		entry.Result = answer.broken.Error()
	}
	if answer.retryAfter > 0 {
		if s.calls.waits == nil {
			s.calls.waits = map[waitKey]time.Time{}
		}
		s.calls.waits[entry.waitKey()] = time.Now().Add(time.Duration(answer.retryAfter) * time.Second)
	}
}

// chatID is the chat that a call is for, 0 if for none.
func (s *Server) chatID(c *call) int64 {
	if c.method == "answerCallbackQuery" {
		if q := s.queries[c.values["callback_query_id"]]; q != nil {
			return q.chat
		}
		return 0
	}
	if name, ok := strings.CutPrefix(c.values["chat_id"], "@"); ok {
		if ch := s.chatNamed(name); ch != nil {
			return ch.id
		}
		return 0
	}
	return c.int("chat_id")
}
