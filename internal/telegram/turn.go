package telegram

import (
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"guongsang/storage"
)

// carry takes one row all the way.
func (s *Sender) carry(l *line, ref storage.Ref, start time.Time) {
	row, ok, err := s.store.Claim(start, ref)
	if err != nil || !ok {
		s.unclaimed(l, ref, start, err)
		return
	}
	f := s.speak(l, row)
	now := s.client.now()
	result := f.result(row, now)
	if row.Way == storage.Act {
		s.acted(l, row, f, start, now, result)
		return
	}
	s.client.stats.sent(result.Fate)
	s.logFate(row, result)
	s.mu.Lock()
	s.calls--
	s.weigh(l, row, f, start, now, &result)
	if f.unsent && row.Class == storage.Reply {
		s.again(l, ref, now) // nothing happened, so nothing is to be stored
		s.mu.Unlock()
		return
	}
	s.pile = append(s.pile, outcome{l, row, result})
	waits := s.rides(l, result)
	s.change()
	s.mu.Unlock()
	if !waits {
		s.storePile()
	}
}

// acted ends the turn of a chat action. Whatever became of it, it is neither
// stored nor tried again; only what it says of Telegram counts.
func (s *Sender) acted(l *line, row storage.Row, f finding, start, now time.Time, result storage.Result) {
	s.mu.Lock()
	s.calls--
	s.open--
	s.weigh(l, row, f, start, now, &result)
	held := l.room.say.held
	s.free(l, now)
	s.mu.Unlock()
	if held { // an outcome waited to be stored with that of a notice
		s.storePile()
	}
}

// unclaimed gives a line back whose row is no longer wanted. A row that the disk
// did not let go is tried again a little later, one that cannot be read is set
// aside.
func (s *Sender) unclaimed(l *line, ref storage.Ref, start time.Time, err error) {
	now := s.client.now()
	var commit *storage.CommitError
	if err != nil && !errors.As(err, &commit) {
		s.log.Error("row set aside", "chat", ref.Chat, "row", ref.Seq, "err", err)
		err = s.store.Discard(now, ref, err.Error())
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls--
	for _, p := range s.paces(l, ref) {
		p.untake()
	}
	if err != nil {
		pause, _ := s.disk.fail(fmt.Errorf("claiming row %d of chat %d: %w", ref.Seq, ref.Chat, err), start, now)
		ref.NotBefore, ref.Tried = now.Add(pause), true
		s.again(l, ref, now)
		return
	}
	s.open--
	s.free(l, now)
}

// again puts a row back in its line. The sender is locked.
func (s *Sender) again(l *line, ref storage.Ref, now time.Time) {
	l.put(ref)
	s.open--
	s.free(l, now)
}

// free ends the turn of a line. The sender is locked.
func (s *Sender) free(l *line, now time.Time) {
	l.busy, l.held = false, false
	s.place(l, now)
	s.change()
}

// speak says the row; a panic on the way is the row's fault and refuses it.
func (s *Sender) speak(l *line, row storage.Row) (f finding) {
	defer func() {
		if v := recover(); v != nil {
			s.log.Error("panic while sending", "chat", row.Chat, "row", row.Seq, "panic", fmt.Sprintf("%T", v), "stack", string(debug.Stack()))
			f = finding{verdict: refused, local: true, why: "panic while sending"}
		}
	}()
	sp := speaker{client: s.client, row: row}
	if l.partOf == row.Seq {
		sp.part = l.part
	}
	if row.Way == storage.Answer && s.client.now().Sub(row.Made) > noticeLife {
		return finding{verdict: dropped, local: true, why: "press too old to be answered"}
	}
	if row.Way == storage.Act && s.client.now().Sub(row.Made) > actTimeout {
		return finding{verdict: dropped, local: true, why: "nobody waits for the action any more"}
	}
	if row.Way == storage.Edit {
		var known bool
		if sp.target, known, f = s.target(row); !known {
			return f
		}
	}
	if err := s.attach(&sp.row); err != nil {
		return finding{verdict: refused, local: true, why: err.Error()}
	}
	f = sp.say(s.life)
	l.part, l.partOf = sp.part, row.Seq
	return f
}

// target finds the message that a row edits. 0 means that it never was one, so
// that its new words are a message of their own.
func (s *Sender) target(row storage.Row) (id int64, known bool, f finding) {
	if row.Target != 0 || row.TargetKey == "" {
		return row.Target, true, f
	}
	err := s.store.View(s.client.now(), func(tx *storage.Tx) error {
		d, ok, err := tx.Delivery(row.TargetKey)
		id, known = d.Message, d.Fate != ""
		switch {
		case !ok, d.Fate == storage.Dropped:
			known, f = false, finding{verdict: dropped, local: true, why: "the message to edit was never wanted"}
		case !known:
			f = finding{verdict: early, local: true, why: "the message to edit is not sent yet"}
		}
		return err
	})
	if err != nil {
		return 0, false, finding{verdict: early, local: true, why: err.Error()}
	}
	return id, known, f
}

// weigh draws the conclusions of a finding for the chat and for all. The sender
// is locked.
func (s *Sender) weigh(l *line, row storage.Row, f finding, start, now time.Time, result *storage.Result) {
	if f.local {
		return
	}
	if !f.fails() {
		s.health.ok()
		return
	}
	s.health.fail(row.Chat, f, start, now)
	if f.verdict == flooded {
		l.room.paused = result.NotBefore
		if s.health.until.After(now) {
			result.BotUntil = s.health.until
		}
	}
}

// rides decides whether an outcome can wait to share a commit with another of
// its chat that is sure to come: the notice after a press and the reply to it
// cost one together. The sender is locked.
func (s *Sender) rides(l *line, result storage.Result) bool {
	say, press := &l.room.say, &l.room.press
	if l.presses() {
		s.free(l, s.client.now())
		return result.Fate != storage.Retry && (say.busy && !say.held || say.where == urgent || say.where == bulk)
	}
	l.held = result.Fate == storage.Sent && press.busy && len(say.rows) == 0
	return l.held
}

func (s *Sender) logFate(row storage.Row, result storage.Result) {
	attrs := []any{"chat", row.Chat, "row", row.Seq, "way", row.Way, "why", s.client.Redact(result.Why)}
	switch {
	case result.Gone:
		s.log.Info("person cannot be reached", attrs...)
	case result.Fate == storage.Refused && row.Way != storage.Answer:
		s.log.Error("message refused", attrs...)
	case result.Fate == storage.Doubt:
		s.log.Warn("message in doubt", attrs...)
	}
}
