package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
)

// A Way is what a row asks of the messenger.
type Way string

// The ways.
const (
	Send   Way = "send"   // a new message, with its file if it has one
	Edit   Way = "edit"   // new text and buttons for an earlier message
	Answer Way = "answer" // the little notice after a press; lost without harm
	Act    Way = "act"    // shows for a moment that a file is being made; never stored, tried once
)

// A Class is how urgent a row is and what may be done when it is uncertain
// whether it arrived.
type Class string

// The classes. Replies go before bulk.
const (
	Reply Class = "reply" // to somebody who waits for it; sent again when in doubt
	Bulk  Class = "bulk"  // reminders, digests: claimed before sending, once more at most
)

// A Row is one thing that the bot is going to say.
type Row struct {
	Seq     uint64 `json:"-"`
	Chat    int64
	Key     string `json:",omitempty"` // what must happen once; empty for most replies
	Way     Way
	Class   Class
	Message chat.Message

	Target    int64  `json:",omitempty"` // Edit: message id
	TargetKey string `json:",omitempty"` // Edit: key of the row that made the message
	Query     string `json:",omitempty"` // Answer
	Alert     bool   `json:",omitempty"` // Answer: to be closed by hand

	Guard *Guard `json:",omitempty"` // must still hold when the row leaves

	Made      time.Time
	NotBefore time.Time `json:",omitzero"`
	Claimed   bool      `json:",omitempty"` // was about to be sent: in doubt if found so at start
	Tries     int       `json:",omitempty"`
	Doubts    int       `json:",omitempty"` // tries of which nobody knows whether they arrived
	Version   int       `json:",omitempty"` // grows when an unsent row is rewritten

	stored []byte // as it was put; nil if it was read
}

// A Ref names a waiting row, with what the sender needs to order it.
type Ref struct {
	Chat      int64
	Seq       uint64
	Class     Class
	Way       Way
	NotBefore time.Time
	// Tried is set once a try came to nothing: what was said later in the chat
	// waits for it. A row put with a NotBefore holds nobody up, nor does one
	// that was tried patience times.
	Tried bool
	// row is the row itself, if it was put by this process and whatever happens
	// is to be sent: then it need not be read again.
	row *Row
}

// patience is after how many tries a row no longer holds up those behind it.
const patience = 10

// A Guard is the condition under which a queued row is still wanted. It is
// checked in the transaction that lets the row go, so that what was committed
// before the sending began is respected.
type Guard struct {
	Member int64         `json:",omitempty"` // must still be a member
	Posts  []report.Post `json:",omitempty"` // of which the member must hold each still
	Owed   []Owed        `json:",omitempty"` // all must still be pending
	Until  time.Time     `json:",omitzero"`  // must leave before this: then people are not to be disturbed
	// Returned, if set, is an example that must still wait for completion in
	// this version.
	Returned string     `json:",omitempty"`
	Version  int        `json:",omitempty"`
	Stages   []StageKey `json:",omitempty"` // taken out of the log when the row is dropped, to be derived anew
}

// Owed is one duty of one unit.
type Owed struct {
	Unit   string
	Period report.Period
}

// A Fate is what became of a row.
type Fate string

// The fates.
const (
	Sent    Fate = "sent"
	Refused Fate = "refused" // the messenger said no, for good
	Unsure  Fate = "unknown" // nobody knows whether it arrived, and it was tried again
	Dropped Fate = "dropped" // no longer wanted when its turn came
	Retry   Fate = "retry"   // certainly not sent; again at NotBefore
	Doubt   Fate = "doubt"   // perhaps sent; once more at NotBefore, then Unsure
)

// A Result is what the sender learned.
type Result struct {
	Fate      Fate
	Message   int64 // id, if sent
	Why       string
	NotBefore time.Time
	Gone      bool // the person cannot be reached any more
	// BotUntil is set when the messenger asks the bot as a whole to wait.
	BotUntil time.Time
}

// A Delivery is the lasting record of a keyed row.
type Delivery struct {
	Fate    Fate // empty while it waits
	Chat    int64
	Message int64
	At      time.Time
	Tries   int
	Why     string `json:",omitempty"`
}

// Put adds a row to the outbox. A row whose key was ever put before is not
// put again: it returns false.
func (tx *Tx) Put(row Row) (bool, error) {
	if row.Key != "" {
		if tx.has(bucketSent, key(row.Key)) {
			return false, nil
		}
		if err := tx.put(bucketSent, key(row.Key), Delivery{Chat: row.Chat, At: tx.Now}); err != nil {
			return false, err
		}
	}
	seq, err := tx.next(bucketOutbox)
	if err != nil {
		return false, err
	}
	row.Seq, row.Made = seq, tx.Now
	if row.Class == "" {
		row.Class = Reply
	}
	if row.Way == "" {
		row.Way = Send
	}
	if row.Way == Act {
		tx.g.rows = append(tx.g.rows, Ref{Chat: row.Chat, Seq: row.Seq, Class: Reply, Way: Act, row: &row})
		return true, nil
	}
	return true, tx.putRow(row)
}

func (tx *Tx) putRow(row Row) error {
	k := key(row.Chat, row.Seq)
	var err error
	if row.stored, err = json.Marshal(row); err != nil {
		return fmt.Errorf("writing outbox%s: %w", formatKey(k), err)
	}
	if err := tx.putRaw(bucketOutbox, k, row.stored); err != nil {
		return err
	}
	ref := row.ref()
	if row.Class == Reply && row.Guard == nil {
		ref.row = &row
	}
	tx.g.rows = append(tx.g.rows, ref)
	return nil
}

func (row Row) ref() Ref {
	tried := row.Tries > 0 && row.Tries < patience
	return Ref{Chat: row.Chat, Seq: row.Seq, Class: row.Class, Way: row.Way, NotBefore: row.NotBefore, Tried: tried}
}

// PutEdit adds an edit. If the chat's outbox already holds an unsent edit of
// the same message, or the unsent message itself, that one is rewritten:
// nobody needs to see what is past.
func (tx *Tx) PutEdit(row Row) error {
	row.Way = Edit
	waiting, ok, err := tx.unsent(row)
	if err != nil {
		return err
	}
	if ok {
		if row.Message.File == nil {
			row.Message.File = waiting.Message.File
		}
		waiting.Message = row.Message
		waiting.Version++
		return tx.putRow(waiting)
	}
	_, err = tx.Put(row)
	return err
}

// unsent finds the last waiting row that makes or edits the message that row
// wants to edit.
func (tx *Tx) unsent(row Row) (found Row, ok bool, err error) {
	err = tx.each(bucketOutbox, key(row.Chat), func(k, v []byte) error {
		r, err := readRow(k, v)
		if err != nil {
			return err
		}
		same := row.TargetKey != "" && (r.Key == row.TargetKey || r.TargetKey == row.TargetKey) ||
			row.Target != 0 && r.Target == row.Target
		if same && r.Way != Answer && !r.Claimed && r.Class == Reply {
			found, ok = r, true
		}
		return nil
	})
	return found, ok, err
}

func readRow(k, v []byte) (row Row, err error) {
	if err := json.Unmarshal(v, &row); err != nil {
		return row, fmt.Errorf("reading outbox%s: %w", formatKey(k), err)
	}
	t := tuple(k)
	t.int()
	row.Seq = uint64(t.int())
	return row, nil
}

// Delivery is what became of a keyed row; false if the key was never put.
func (tx *Tx) Delivery(k string) (d Delivery, ok bool, err error) {
	err = tx.get(bucketSent, key(k), &d)
	if errors.Is(err, ErrNotFound) {
		return d, false, nil
	}
	return d, err == nil, err
}

// Watch calls fn after each commit that put rows, with the rows put. It
// returns those that wait already. fn must not block.
func (s *Store) Watch(fn func([]Ref)) (waiting []Ref, err error) {
	s.mu.Lock()
	s.watch = append(s.watch, fn)
	s.mu.Unlock()
	err = s.look(func(tx *Tx) error {
		waiting = nil
		return tx.each(bucketOutbox, nil, func(k, v []byte) error {
			row, err := readRow(k, v)
			if err != nil { // to be found out, alone, when its turn comes
				t := tuple(k)
				row = Row{Chat: t.int(), Seq: uint64(t.int()), Class: Reply, Way: Send}
			}
			waiting = append(waiting, row.ref())
			return nil
		})
	})
	return waiting, err
}

// Discard sets a row aside that cannot be read, so that it holds up neither its
// chat nor the next start.
func (s *Store) Discard(now time.Time, ref Ref, why string) error {
	return s.Update(now, func(tx *Tx) error {
		v := tx.bolt.Bucket(bucketOutbox).Get(key(ref.Chat, ref.Seq))
		if v == nil {
			return nil
		}
		seq, err := tx.next(bucketInbox)
		if err != nil {
			return err
		}
		raw, err := json.Marshal(string(v))
		if err != nil {
			return fmt.Errorf("setting row %d aside: %w", ref.Seq, err)
		}
		if err := tx.put(bucketDead, key(seq), Dead{Item: Item{Raw: raw, At: now}, Why: why, Since: now}); err != nil {
			return err
		}
		return tx.delete(bucketOutbox, key(ref.Chat, ref.Seq))
	})
}

// Rescue settles at start what a crash left claimed: with one process, a
// claimed row is an orphan. It counts as one doubtful try.
func (s *Store) Rescue(now time.Time) error {
	var orphans []Row
	err := s.look(func(tx *Tx) error {
		orphans = nil
		return tx.each(bucketOutbox, nil, func(k, v []byte) error {
			if row, err := readRow(k, v); err == nil && row.Claimed {
				orphans = append(orphans, row)
			}
			return nil
		})
	})
	if err != nil || len(orphans) == 0 {
		return err
	}
	return s.Update(now, func(tx *Tx) error {
		for _, row := range orphans {
			if err := tx.finish(row, Result{Fate: Doubt, NotBefore: now, Why: "process ended while sending"}); err != nil {
				return err
			}
		}
		return nil
	})
}

// Claim reads the row that is about to be sent; false means that there is
// nothing to send any more. A bulk row is checked against its guard and marked
// in one commit of its own; a reply is only read, and costs a commit only when
// its guard no longer holds.
func (s *Store) Claim(now time.Time, ref Ref) (row Row, ok bool, err error) {
	if ref.row != nil {
		return *ref.row, true, nil
	}
	if ref.Class == Reply {
		holds := true
		err = s.View(now, func(tx *Tx) error {
			if row, ok, err = tx.row(ref); err == nil && ok {
				holds, err = tx.holds(row.Guard)
			}
			return err
		})
		if err != nil || !ok || holds {
			return row, ok, err
		}
	}
	err = s.Update(now, func(tx *Tx) error {
		var err error
		if row, ok, err = tx.row(ref); err != nil || !ok {
			return err
		}
		holds, err := tx.holds(row.Guard)
		if err != nil {
			return err
		}
		if !holds {
			ok = false
			return tx.drop(row)
		}
		row.Claimed, row.Tries = true, row.Tries+1
		return tx.put(bucketOutbox, key(row.Chat, row.Seq), row)
	})
	return row, ok, err
}

func (tx *Tx) row(ref Ref) (Row, bool, error) {
	k := key(ref.Chat, ref.Seq)
	v := tx.bolt.Bucket(bucketOutbox).Get(k)
	if v == nil {
		return Row{}, false, nil
	}
	row, err := readRow(k, v)
	return row, err == nil, err
}

// again is the row as it is by now, which need not be read if nobody rewrote
// it since it was put.
func (tx *Tx) again(sent Row) (Row, bool, error) {
	if sent.stored != nil && bytes.Equal(sent.stored, tx.bolt.Bucket(bucketOutbox).Get(key(sent.Chat, sent.Seq))) {
		return sent, true, nil
	}
	return tx.row(sent.ref())
}

// Finish records what became of a row that was claimed.
func (s *Store) Finish(now time.Time, row Row, result Result) error {
	return s.Update(now, func(tx *Tx) error { return tx.finish(row, result) })
}

// FinishAll records several results in one commit.
func (s *Store) FinishAll(now time.Time, rows []Row, results []Result) error {
	return s.Update(now, func(tx *Tx) error {
		for i, row := range rows {
			if err := tx.finish(row, results[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

func (tx *Tx) finish(sent Row, result Result) error {
	if !result.BotUntil.IsZero() {
		up := result.BotUntil.Add(time.Second - 1) // keys have whole seconds
		if err := tx.putRaw(bucketMeta, key("flood"), key(up)); err != nil {
			return err
		}
	}
	row, ok, err := tx.again(sent)
	if err != nil || !ok {
		return err
	}
	switch result.Fate {
	case Retry, Doubt:
		row.Claimed, row.NotBefore = false, result.NotBefore
		if result.Fate == Doubt {
			row.Doubts++
		}
		if row.Class == Reply {
			row.Tries++
		}
		if row.Doubts < 2 {
			return tx.putRow(row)
		}
		result.Fate = Unsure
	}
	if result.Gone {
		if err := tx.MarkGone(row.Chat, result.Why); err != nil {
			return err
		}
	}
	if row.Version != sent.Version && (result.Fate == Sent || result.Fate == Refused && !result.Gone) {
		return tx.goOn(row, result)
	}
	if err := tx.settle(row, result); err != nil {
		return err
	}
	return tx.delete(bucketOutbox, key(row.Chat, row.Seq))
}

// goOn keeps a row that was rewritten while it was being sent: as an edit of
// the message that it became, or to be tried with its new words if the old ones
// were refused.
func (tx *Tx) goOn(row Row, result Result) error {
	if result.Fate == Sent {
		if err := tx.settle(row, result); err != nil {
			return err
		}
		if row.Way == Send {
			row.Way, row.Target, row.TargetKey, row.Key = Edit, result.Message, row.Key, ""
		}
	}
	row.Tries, row.Doubts, row.Claimed = 0, 0, false
	return tx.putRow(row)
}

func (tx *Tx) settle(row Row, result Result) error {
	if row.Way == Edit && row.TargetKey != "" && result.Fate == Sent {
		if err := tx.moveTarget(row.TargetKey, result.Message); err != nil {
			return err
		}
	}
	if row.Key == "" {
		return nil
	}
	return tx.put(bucketSent, key(row.Key), Delivery{
		Fate: result.Fate, Chat: row.Chat, Message: result.Message, At: tx.Now, Tries: row.Tries, Why: result.Why,
	})
}

// moveTarget notes that the message under a key was sent anew, because it could
// not be edited any more.
func (tx *Tx) moveTarget(k string, message int64) error {
	d, ok, err := tx.Delivery(k)
	if err != nil || !ok || message == 0 || d.Message == message {
		return err
	}
	d.Message = message
	return tx.put(bucketSent, key(k), d)
}

// drop takes out a row that is no longer wanted. Its stages leave the log, so
// that whatever of them is still due is derived anew.
func (tx *Tx) drop(row Row) error {
	if row.Doubts > 0 { // it may have arrived after all: it counts as said
		if err := tx.settle(row, Result{Fate: Unsure, Why: "no longer wanted when it was to be sent again"}); err != nil {
			return err
		}
		return tx.delete(bucketOutbox, key(row.Chat, row.Seq))
	}
	if row.Guard != nil {
		for _, k := range row.Guard.Stages {
			if err := tx.DeleteStage(k); err != nil {
				return err
			}
		}
	}
	if row.Key != "" {
		if err := tx.delete(bucketSent, key(row.Key)); err != nil {
			return err
		}
	}
	return tx.delete(bucketOutbox, key(row.Chat, row.Seq))
}

// Flood is until when the messenger asked the whole bot to wait; the zero
// Unix time if it did not.
func (s *Store) Flood() (until time.Time, err error) {
	err = s.look(func(tx *Tx) error {
		t := tuple(tx.bolt.Bucket(bucketMeta).Get(key("flood")))
		until = time.Unix(t.int(), 0)
		return nil
	})
	return until, err
}

// holds checks a guard as of now.
func (tx *Tx) holds(g *Guard) (bool, error) {
	if g == nil {
		return true, nil
	}
	if !g.Until.IsZero() && !tx.Now.Before(g.Until) {
		return false, nil
	}
	if g.Member != 0 {
		m, err := tx.Member(g.Member)
		if err != nil {
			return false, ignoreNotFound(err)
		}
		for _, p := range g.Posts {
			if !holdsPost(m, p) {
				return false, nil
			}
		}
	}
	for _, o := range g.Owed {
		standing, err := tx.Standing(o.Unit, o.Period)
		if err != nil || standing.State != report.Pending {
			return false, ignoreNotFound(err)
		}
	}
	if g.Returned != "" {
		e, err := tx.Example(g.Returned)
		if err != nil || e.Review != report.Returned || e.Version != g.Version {
			return false, ignoreNotFound(err)
		}
	}
	return true, nil
}

func ignoreNotFound(err error) error {
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	return err
}

func holdsPost(m report.Member, want report.Post) bool {
	for _, p := range m.Posts {
		if p.Role == want.Role && p.Unit == want.Unit && p.Block == want.Block {
			return true
		}
	}
	return false
}
