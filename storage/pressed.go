package storage

import (
	"time"

	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// "We were not reminded" is answered by what became of each reminder (Delivery), and
// by whether one of its buttons was pressed: who presses has read it. So of each
// reminder the message is known in which it went, for as long as somebody is likely
// to press.

// keepReminders is for how long it is.
const keepReminders = 60 * 24 * time.Hour

// wentAs notes as which message a reminder was sent.
func (tx *Tx) wentAs(row Row, message int64) error {
	if row.Guard == nil || len(row.Guard.Stages) == 0 || row.Key == "" || message == 0 {
		return nil
	}
	return kv.PutRaw(tx, layout.BucketReminders, layout.Key(row.Chat, message, tx.s.bot), layout.Key(tx.Now, row.Key))
}

// NotePressed notes that a button of a message was pressed, if a reminder went in
// it. Only the first press counts.
func (tx *Tx) NotePressed(chat, message int64) error {
	k := layout.Key(chat, message, tx.s.bot)
	v := kv.Raw(tx, layout.BucketReminders, k)
	if v == nil {
		return nil
	}
	t := layout.Tuple(v)
	t.Int()
	row := t.Text()
	if err := kv.Delete(tx, layout.BucketReminders, k); err != nil {
		return err
	}
	d, ok, err := tx.Delivery(row)
	if err != nil || !ok {
		return err
	}
	d.Message, d.Bot, d.Pressed = message, tx.s.bot, tx.Now
	return kv.Put(tx, layout.BucketSent, layout.Key(row), d)
}

// pressedLongAgo tells the messages that nobody will press any more.
func pressedLongAgo(_, v []byte, now time.Time) bool {
	t := layout.Tuple(v)
	return t.Int() < now.Add(-keepReminders).Unix()
}
