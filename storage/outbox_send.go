package storage

import (
	"bytes"
	"time"

	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// What becomes of the rows of the outbox: claimed, finished, dropped.

// A Fate is what became of a row.
type Fate string

// The fates.
const (
	Sent    Fate = "sent"
	Refused Fate = "refused"  // the messenger said no, for good
	Unsure  Fate = "unknown"  // nobody knows whether it arrived, and it was tried again
	GivenUp Fate = "given up" // it failed for too long: set aside
	Dropped Fate = "dropped"  // no longer wanted when its turn came
	Retry   Fate = "retry"    // certainly not sent: what comes of it, its kind says (outbox_tries.go)
	Doubt   Fate = "doubt"    // perhaps sent: the same
)

// A Result is what the sender learned.
type Result struct {
	Fate      Fate
	Message   int64     // id, if sent
	Album     []int64   // ids of all parts, if an album was sent
	At        time.Time // when it was sent or changed by the messenger's clock, if it said so
	Why       string
	NotBefore time.Time // Retry, Doubt: of the next try; zero: as its kind says
	Blameless bool      // Retry, Doubt: it is not the row, but the messenger
	Gone      bool      // the person cannot be reached any more
	// BotUntil is set when the messenger asks the bot as a whole to wait.
	BotUntil time.Time
}

// Discard sets a row aside that cannot be read, so that it holds up neither its
// chat nor the next start.
func (s *Store) Discard(now time.Time, ref Ref, why string) error {
	return s.Update(now, func(tx *Tx) error {
		v := kv.Raw(tx, layout.BucketOutbox, layout.Key(ref.Chat, ref.Seq))
		if v == nil {
			return nil
		}
		if err := tx.setRowAside(v, why); err != nil {
			return err
		}
		return kv.Delete(tx, layout.BucketOutbox, layout.Key(ref.Chat, ref.Seq))
	})
}

// Rescue settles at start what a crash left claimed: with one process, a
// claimed row is an orphan. It counts as one doubtful try.
func (s *Store) Rescue(now time.Time) error {
	var orphans []Row
	err := s.look(func(tx *Snapshot) error {
		orphans = nil
		return kv.Each(tx, layout.BucketOutbox, nil, func(k, v []byte) error {
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
		s.questions.leave(*ref.row, now)
		return *ref.row, true, nil
	}
	if ref.Class == Reply {
		var holds bool
		err = s.View(now, func(tx *Snapshot) error {
			if row, ok, err = tx.row(ref); err == nil && ok {
				holds, err = tx.Holds(row.Guard)
			}
			return err
		})
		if err == nil && ok && holds {
			s.questions.leave(row, now)
		}
		if err != nil || !ok || holds {
			return row, ok, err
		}
	}
	err = s.Update(now, func(tx *Tx) error {
		var err error
		if row, ok, err = tx.row(ref); err != nil || !ok {
			return err
		}
		holds, err := tx.Holds(row.Guard)
		if err != nil {
			return err
		}
		if !holds {
			ok = false
			return tx.drop(row)
		}
		row.Claimed, row.Tries = true, row.Tries+1
		return kv.Put(tx, layout.BucketOutbox, layout.Key(row.Chat, row.Seq), row)
	})
	return row, ok, err
}

func (tx *Snapshot) row(ref Ref) (Row, bool, error) {
	k := layout.Key(ref.Chat, ref.Seq)
	v := kv.Raw(tx, layout.BucketOutbox, k)
	if v == nil {
		return Row{}, false, nil
	}
	row, err := readRow(k, v)
	if row.Bot != tx.s.bot {
		row.Target = 0
	}
	return row, err == nil, err
}

// again is the row as it is by now, which need not be read if nobody rewrote it since it was put.
func (tx *Snapshot) again(sent Row) (Row, bool, error) {
	if sent.stored != nil && bytes.Equal(sent.stored, kv.Raw(tx, layout.BucketOutbox, layout.Key(sent.Chat, sent.Seq))) {
		return sent, true, nil
	}
	return tx.row(sent.ref())
}

// FinishAll records several results in one commit. If nobody waits for that, they share the commit of somebody who does.
// recorded, if not nil, is called once they are on disk, and those who watch were told of what is to be tried again.
func (s *Store) FinishAll(now time.Time, rows []Row, results []Result, waited bool, recorded func()) error {
	commit := s.UpdateLazily
	if waited {
		commit = s.Update
	}
	return commit(now, func(tx *Tx) error {
		if recorded != nil {
			tx.g.after = append(tx.g.after, recorded)
		}
		return tx.FinishAll(rows, results)
	})
}

// FinishAll is that of a store as a part of what else is committed.
func (tx *Tx) FinishAll(rows []Row, results []Result) error {
	for i, row := range rows {
		if err := tx.finish(row, results[i]); err != nil {
			return err
		}
	}
	return nil
}

func (tx *Tx) finish(sent Row, result Result) error {
	if !result.BotUntil.IsZero() {
		up := result.BotUntil.Add(time.Second - 1) // keys have whole seconds
		if err := kv.PutRaw(tx, layout.BucketMeta, layout.Key("flood"), layout.Key(up, tx.Now)); err != nil {
			return err
		}
	}
	row, ok, err := tx.again(sent)
	if err != nil || !ok {
		return err
	}
	switch result.Fate {
	case Retry, Doubt:
		tx.s.Stayed(row.ref())
		if result.Fate = row.failed(result, tx.Now); result.Fate == Retry {
			return tx.putRow(row)
		}
	}
	if result.Fate == GivenUp {
		if err := tx.giveUp(row, result.Why); err != nil {
			return err
		}
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
	return kv.Delete(tx, layout.BucketOutbox, layout.Key(row.Chat, row.Seq))
}

// giveUp sets a row aside that failed for too long, and alarms the admins.
func (tx *Tx) giveUp(row Row, why string) error {
	stored := kv.Raw(tx, layout.BucketOutbox, layout.Key(row.Chat, row.Seq))
	if err := tx.setRowAside(stored, "given up: "+why); err != nil {
		return err
	}
	return tx.Alarm(AlarmUnsent, "")
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
			row.Way, row.Target, row.TargetKey, row.Key, row.Bot = Edit, result.Message, row.Key, "", tx.s.bot
		}
	}
	row.Tries, row.Doubts, row.Claimed, row.Failing = 0, 0, false, time.Time{}
	return tx.putRow(row)
}

func (tx *Tx) settle(row Row, result Result) error {
	if row.Way == Edit && row.TargetKey != "" && result.Fate == Sent {
		if err := tx.moveTarget(row.TargetKey, result.Message); err != nil {
			return err
		}
	}
	if row.Asks && result.Fate == Sent {
		if err := tx.askedAs(row, result); err != nil {
			return err
		}
	}
	if row.Key == "" {
		return nil
	}
	if result.Fate == Sent {
		if err := tx.wentAs(row, result.Message); err != nil {
			return err
		}
	}
	return kv.Put(tx, layout.BucketSent, layout.Key(row.Key), Delivery{
		Fate: result.Fate, Chat: row.Chat, Message: result.Message, At: tx.Now, Tries: row.Tries, Why: result.Why, Bot: tx.s.bot, Album: result.Album,
	})
}

// moveTarget notes that the message under a key was sent anew, because it could
// not be edited any more.
func (tx *Tx) moveTarget(k string, message int64) error {
	d, ok, err := tx.Delivery(k)
	if err != nil || !ok || message == 0 || d.Message == message {
		return err
	}
	d.Message, d.Bot = message, tx.s.bot
	return kv.Put(tx, layout.BucketSent, layout.Key(k), d)
}

// drop takes out a row that is no longer wanted. Its stages leave the log, so
// that whatever of them is still due is derived anew.
func (tx *Tx) drop(row Row) error {
	if row.Doubts > 0 { // it may have arrived after all: it counts as said
		if err := tx.settle(row, Result{Fate: Unsure, Why: "no longer wanted when it was to be sent again"}); err != nil {
			return err
		}
		return kv.Delete(tx, layout.BucketOutbox, layout.Key(row.Chat, row.Seq))
	}
	if row.Guard != nil {
		for _, k := range row.Guard.Stages {
			if err := tx.DeleteStage(k); err != nil {
				return err
			}
		}
	}
	if row.Key != "" {
		if err := kv.Delete(tx, layout.BucketSent, layout.Key(row.Key)); err != nil {
			return err
		}
	}
	return kv.Delete(tx, layout.BucketOutbox, layout.Key(row.Chat, row.Seq))
}

// Flood is until when the messenger asked the whole bot to wait; the zero time if
// it did not, or if the clock by which that was noted has been set back since.
func (s *Store) Flood(now time.Time) (until time.Time, err error) {
	err = s.look(func(tx *Snapshot) error {
		until = time.Time{}
		t := layout.Tuple(kv.Raw(tx, layout.BucketMeta, layout.Key("flood")))
		if len(t) == 0 {
			return nil
		}
		asked, noted := time.Unix(t.Int(), 0), time.Unix(t.Int(), 0)
		if !now.Before(noted) {
			until = asked
		}
		return nil
	})
	return until, err
}
