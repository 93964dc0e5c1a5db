package storage

import (
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// maxQueued is how many replies wait in a chat at most. Beyond it the oldest of
// those are taken out that only say where the conversation stands, and then the
// answers to presses, which Telegram soon forgets; receipts and everything else
// that says something once stay, whatever their number.
const maxQueued = 20

// makeRoom takes out of a chat's queue what a reply that is being put makes
// superfluous. Who sends the same thing a thousand times gets one answer: what
// says the same goes out once, in the place of the last.
func (tx *Tx) makeRoom(row *Row) error {
	if !row.answers() {
		return nil
	}
	waiting := tx.answersIn(row.Chat)
	if len(waiting) == 0 {
		return nil
	}
	var passing, presses []Row
	left := len(waiting) + 1
	for _, r := range waiting {
		switch {
		case r.says(*row):
			left--
			if err := tx.takeOut(r, row); err != nil {
				return err
			}
		case r.passes():
			passing = append(passing, r)
		case r.Way == Answer:
			presses = append(presses, r)
		}
	}
	if !row.passes() && len(passing) > 0 {
		passing = passing[:len(passing)-1] // where the conversation stands
	}
	for _, r := range append(passing, presses...)[:min(len(passing)+len(presses), max(left-maxQueued, 0))] {
		if err := tx.takeOut(r, row); err != nil {
			return err
		}
	}
	return nil
}

// answers reports whether a row answers what somebody just did. What is told to
// somebody else has a guard; what must happen once has a key and does not pass.
func (row Row) answers() bool {
	return row.Class == Reply && row.Guard == nil && (row.Key == "" || row.Passing) && (row.Way == Send || row.Way == Answer)
}

// passes reports whether nobody misses the row once something newer is said: a
// question, a menu, an answer to a press that only stops the little clock.
func (row Row) passes() bool {
	return row.Passing || row.Way == Answer && row.Message.Text == ""
}

// says reports whether two rows say the same. Their buttons may differ, as each
// names the state that it was made in: those of the later are in force. Two presses
// each have their answer.
func (row Row) says(other Row) bool {
	return row.Way == Send && other.Way == Send && row.Message.File == nil && other.Message.File == nil &&
		row.Message.Title == other.Message.Title && row.Message.Text == other.Message.Text
}

// answersIn are the answers that wait in a chat.
func (tx *Snapshot) answersIn(chat int64) (rows []Row) {
	_ = kv.Each(tx, layout.BucketOutbox, layout.Key(chat), func(k, v []byte) error {
		if row, err := readRow(k, v); err == nil && row.answers() { // what cannot be read is not touched
			rows = append(rows, row)
		}
		return nil
	})
	return rows
}

// takeOut takes a row out of the queue for the sake of a newer one, which then
// puts the question that the older one put.
func (tx *Tx) takeOut(old Row, by *Row) error {
	by.Asks = by.Asks || old.Asks
	tx.g.rows = append(tx.g.rows, Ref{Chat: old.Chat, Seq: old.Seq, Class: old.Class, Way: old.Way, Gone: true})
	if old.Key != "" {
		if err := kv.Delete(tx, layout.BucketSent, layout.Key(old.Key)); err != nil {
			return err
		}
	}
	return kv.Delete(tx, layout.BucketOutbox, layout.Key(old.Chat, old.Seq))
}
