package courier

import (
	"errors"
	"fmt"
	"time"

	"guongsang/storage"
)

// deliver takes one row all the way.
func (s *Sender) deliver(q *queue, ref storage.Ref, start time.Time) {
	row, ok, err := s.store.Claim(start, ref)
	if err != nil || !ok {
		s.unclaimed(q, ref, start, err)
		return
	}
	v := s.send(q, row)
	now := s.now()
	result := v.result(row, now)
	if row.Way == storage.Act {
		s.acted(q, row, v, start, now, result)
		return
	}
	s.mu.Lock()
	s.underWay--
	s.sends[result.Fate]++
	s.learn(q, row, v, start, now, &result)
	s.logFate(row, result)
	if (v.Kind == Disconnected || v.Kind == early) && row.Class == storage.Reply {
		s.store.Stayed(ref) // nothing happened, so nothing is to be stored
		ref.NotBefore = result.NotBefore
		s.putBack(q, ref, now)
		s.mu.Unlock()
		return
	}
	s.unrecorded = append(s.unrecorded, outcome{q, row, result})
	waits := q.canWait(result)
	if q.ofNotices() {
		s.free(q, now) // the next notice need not wait until this one is recorded
	} else {
		q.held = waits
	}
	if waits {
		s.change()
	}
	s.mu.Unlock()
	if !waits {
		s.record()
	}
}

// acted ends the turn of a chat action. Whatever became of it, it is neither
// stored nor tried again; only what it says of the messenger counts.
func (s *Sender) acted(q *queue, row storage.Row, v Verdict, start, now time.Time, result storage.Result) {
	s.mu.Lock()
	s.underWay--
	s.taken--
	s.learn(q, row, v, start, now, &result)
	held := q.chat.messages.held
	s.free(q, now)
	s.mu.Unlock()
	if held { // an outcome waited to be stored with that of a notice
		s.record()
	}
}

// unclaimed frees a queue whose row is no longer wanted. A row that the disk
// did not let go is tried again a little later, one that cannot be read is set
// aside.
func (s *Sender) unclaimed(q *queue, ref storage.Ref, start time.Time, err error) {
	now := s.now()
	var commit *storage.CommitError
	if err != nil && !errors.As(err, &commit) {
		s.log.Error("row set aside", "chat", ref.Chat, "row", ref.Seq, "err", err)
		err = s.store.Discard(now, ref, err.Error())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.underWay--
	for _, p := range s.paces(q, ref) {
		p.untake()
	}
	if err != nil {
		pause, _ := s.disk.fail(fmt.Errorf("claiming row %d of chat %d: %w", ref.Seq, ref.Chat, err), start, now)
		ref.NotBefore, ref.Tried = now.Add(pause), true
		s.putBack(q, ref, now)
		return
	}
	s.taken--
	s.free(q, now)
}

// putBack puts a row back in its queue, unless it was written anew meanwhile.
// The sender is locked.
func (s *Sender) putBack(q *queue, ref storage.Ref, now time.Time) {
	if !q.has(ref.Seq) {
		q.put(ref)
	}
	s.taken--
	s.free(q, now)
}

// free ends the turn of a queue. The sender is locked.
func (s *Sender) free(q *queue, now time.Time) {
	q.busy, q.held = false, false
	s.schedule(q, now)
	s.change()
}

// learn draws the conclusions of a verdict for the chat and for all. The sender
// is locked.
func (s *Sender) learn(q *queue, row storage.Row, v Verdict, start, now time.Time, result *storage.Result) {
	if v.Local {
		return
	}
	if !v.fails() {
		s.health.ok(now)
		return
	}
	if s.health.fail(row.Chat, v, start, now) {
		result.Blameless = true
	}
	if v.Kind == RateLimited {
		q.chat.paused = result.NotBefore
		if s.health.until.After(now) {
			result.BotUntil = s.health.until
		}
	}
}

// canWait reports whether an outcome can wait to share a commit with another of
// its chat that is sure to come: the notice after a press and the reply to it
// cost one together.
func (q *queue) canWait(result storage.Result) bool {
	messages, notices := &q.chat.messages, &q.chat.notices
	if q.ofNotices() {
		return result.Fate != storage.Retry && (messages.busy && !messages.held || messages.state == replyReady || messages.state == bulkReady)
	}
	return result.Fate == storage.Sent && notices.busy && len(messages.rows) == 0
}

func (s *Sender) logFate(row storage.Row, result storage.Result) {
	attrs := []any{"chat", row.Chat, "row", row.Seq, "way", row.Way, "why", result.Why}
	switch {
	case result.Gone:
		s.log.Info("person cannot be reached", attrs...)
	case result.Fate == storage.Refused && row.Way != storage.Answer:
		s.log.Error("message refused", attrs...)
	case result.Fate == storage.Doubt && !result.Blameless:
		s.log.Warn("message in doubt", attrs...)
	}
}
