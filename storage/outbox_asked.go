package storage

import "time"

// What a person types answers the question that the person has seen. While
// messages do not get out, or updates come in late, that is not the question
// that is open: so of each chat the row that put the open question is known
// (Row.Asks), what came in by then, and which message it became.

// asked notes that a row puts a question.
func (tx *Tx) asked(row Row) error {
	return tx.putRaw(bucketAsked, key(row.Chat), key(row.Seq, 0, tx.bolt.Bucket(bucketInbox).Sequence()))
}

// askedAs notes as which message the question of a row was sent.
func (tx *Tx) askedAs(row Row, message int64) error {
	k := key(row.Chat)
	t := tuple(tx.bolt.Bucket(bucketAsked).Get(k))
	seq, _, arrived := uint64(t.int()), t.int(), t.int()
	if seq != row.Seq {
		return nil // another is open by now
	}
	return tx.putRaw(bucketAsked, k, key(seq, message, arrived))
}

// Unseen reports whether a text was typed before its writer can have seen the
// question that is open in the chat. item is its place in the inbox, message
// its id. It was, if it had come in before the question was put; if the question
// is a later message than the text; or if the question still waits, and a try
// of it or of something before it failed, was in doubt or takes long, or
// nothing gets out at all.
func (tx *Tx) Unseen(chat int64, item uint64, message int64) (bool, error) {
	v := tx.bolt.Bucket(bucketAsked).Get(key(chat))
	if v == nil {
		return false, nil
	}
	t := tuple(v)
	seq, sent, arrived := uint64(t.int()), t.int(), uint64(t.int())
	if item <= arrived || sent > message {
		return true, nil
	}
	if sent != 0 {
		return false, nil
	}
	held, waits := tx.has(bucketMarks, key(markOutage)), false
	err := tx.each(bucketOutbox, key(chat), func(k, v []byte) error {
		row, err := readRow(k, v)
		if err != nil || row.Seq > seq || row.Class != Reply || row.Way != Send && row.Way != Edit {
			return nil
		}
		held = held || row.Late || row.Tries > 0
		waits = waits || row.Seq == seq
		return nil
	})
	return held && waits, err
}

// MarkLate notes that a try of a row takes long.
func (s *Store) MarkLate(now time.Time, sent Row) error {
	return s.Update(now, func(tx *Tx) error {
		row, ok, err := tx.again(sent)
		if err != nil || !ok {
			return err
		}
		row.Late = true
		return tx.put(bucketOutbox, key(row.Chat, row.Seq), row)
	})
}

// markOutage is there while no message gets out.
const markOutage = "outage of sending"

// MarkOutage notes that no message gets out any more, or that they do again.
func (s *Store) MarkOutage(now time.Time, begins bool) error {
	return s.Update(now, func(tx *Tx) error {
		if begins {
			return tx.PutMark(markOutage, now)
		}
		return tx.delete(bucketMarks, key(markOutage))
	})
}

// Outage reports whether no message got out when that was last known.
func (s *Store) Outage() (begun bool, err error) {
	err = s.look(func(tx *Tx) error {
		begun = tx.has(bucketMarks, key(markOutage))
		return nil
	})
	return begun, err
}
