package storage

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"guongsang/internal/chat"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// A Way is what a row asks of the messenger.
type Way string

// The ways.
const (
	Send   Way = "send"   // a new message, with its file if it has one
	Edit   Way = "edit"   // new text and buttons for an earlier message
	Answer Way = "answer" // the little notice after a press
	Delete Way = "delete" // takes an earlier message out of its chat, or puts the message in its place where that is refused
	Act    Way = "act"    // shows for a moment that a file is being made; never stored, tried once
)

// A Class is how urgent a row is and what may be done when it is uncertain
// whether it arrived.
type Class string

// The classes. Replies go before bulk.
const (
	Reply Class = "reply" // to somebody who waits for it
	Bulk  Class = "bulk"  // reminders, digests: claimed before sending
)

// A Row is one thing that the bot is going to say.
type Row struct {
	Seq     uint64 `json:"-"`
	Chat    int64
	Key     string `json:",omitempty"` // what must happen once; empty for most replies
	Way     Way
	Class   Class
	Message chat.Message

	Target    int64  `json:",omitempty"` // Edit, Delete: message id
	TargetKey string `json:",omitempty"` // Edit: key of the row that made the message
	Bot       int64  `json:",omitempty"` // that put the row, in whose chat the target is; see Store.AsBot
	Query     string `json:",omitempty"` // Answer
	Alert     bool   `json:",omitempty"` // Answer: to be closed by hand

	Guard *Guard `json:",omitempty"` // must still hold when the row leaves
	Once  bool   `json:",omitempty"` // Bulk: after a doubt it is not tried again, whoever reads it must not read it twice

	Asks    bool `json:",omitempty"` // puts a question that was not open before
	Passing bool `json:",omitempty"` // says where the conversation stands: nobody misses it once something newer does

	Made      time.Time
	NotBefore time.Time `json:",omitzero"`
	Claimed   bool      `json:",omitempty"` // was about to be sent: in doubt if found so at start
	Tries     int       `json:",omitempty"`
	Doubts    int       `json:",omitempty"` // tries of which nobody knows whether they arrived
	Failing   time.Time `json:",omitzero"`  // since when tries fail that are the row's own fault
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
	// that was tried patience times, nor bulk in doubt.
	Tried bool
	Gone  bool // taken out: not to be sent any more
	// row is the row itself, if it was put by this process and whatever happens
	// is to be sent: then it need not be read again.
	row *Row
}

// A Delivery is the lasting record of a keyed row.
type Delivery struct {
	Fate    Fate // empty while it waits
	Chat    int64
	Message int64 // its id; 0 also if it is in the chat of another bot, or was taken out of the chat
	At      time.Time
	Tries   int
	Why     string `json:",omitempty"`
	Bot     int64  `json:",omitempty"` // that said it; see Store.AsBot
	// Pressed is when a button of a reminder was first pressed; zero if none was.
	Pressed time.Time `json:",omitzero"`
	// Album has the ids of all parts of an album, Message among them.
	Album []int64 `json:",omitempty"`
}

func (d Delivery) pack() []byte {
	parts := []any{string(d.Fate), d.Chat, d.Message, d.At, d.Tries, d.Why}
	if d.Bot != 0 || !d.Pressed.IsZero() || len(d.Album) > 0 { // most stores only ever have one bot, most rows no button
		parts = append(parts, d.Bot)
	}
	if !d.Pressed.IsZero() || len(d.Album) > 0 {
		parts = append(parts, d.Pressed)
	}
	for _, id := range d.Album {
		parts = append(parts, id)
	}
	return layout.Pack(parts...)
}

func (d *Delivery) unpack(u *layout.Unpacking) {
	*d = Delivery{Fate: Fate(u.Text()), Chat: u.Int(), Message: u.Int(), At: u.Time(), Tries: int(u.Int()), Why: u.Text()}
	if u.More() {
		d.Bot = u.Int()
	}
	if u.More() {
		d.Pressed = u.Time()
	}
	for u.More() {
		d.Album = append(d.Album, u.Int())
	}
}

// Put adds a row to the outbox. A row whose key was ever put before is not
// put again: it returns false.
func (tx *Tx) Put(row Row) (bool, error) {
	row.Class, row.Way, row.Bot = cmp.Or(row.Class, Reply), cmp.Or(row.Way, Send), tx.s.bot
	if row.Key != "" {
		if kv.Has(tx, layout.BucketSent, layout.Key(row.Key)) {
			return false, nil
		}
		if err := kv.Put(tx, layout.BucketSent, layout.Key(row.Key), Delivery{Chat: row.Chat, At: tx.Now}); err != nil {
			return false, err
		}
	}
	seq, err := kv.Next(tx, layout.BucketOutbox)
	if err != nil {
		return false, err
	}
	row.Seq, row.Made = seq, tx.Now
	if row.Way == Act {
		tx.g.rows = append(tx.g.rows, Ref{Chat: row.Chat, Seq: row.Seq, Class: Reply, Way: Act, row: &row})
		return true, nil
	}
	if err := tx.makeRoom(&row); err != nil {
		return false, err
	}
	if row.Asks {
		if err := tx.asked(row); err != nil {
			return false, err
		}
	}
	return true, tx.putRow(row)
}

func (tx *Tx) putRow(row Row) error {
	if err := tx.mark(&row); err != nil {
		return err
	}
	k := layout.Key(row.Chat, row.Seq)
	if file := row.Message.File; file != nil {
		if err := tx.KeepMedia(file.Hash); err != nil {
			return err
		}
	}
	for _, photo := range row.Message.Album {
		if err := tx.KeepMedia(photo.Hash); err != nil {
			return err
		}
	}
	var err error
	if row.stored, err = json.Marshal(row); err != nil {
		return fmt.Errorf("writing outbox%s: %w", layout.Format(k), err)
	}
	if err := kv.PutRaw(tx, layout.BucketOutbox, k, row.stored); err != nil {
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
	tried := row.Tries > 0 && row.Tries < patience && (row.Class == Reply || row.Doubts == 0)
	return Ref{Chat: row.Chat, Seq: row.Seq, Class: row.Class, Way: row.Way, NotBefore: row.NotBefore, Tried: tried}
}

// PutEdit adds an edit. If the chat's outbox already holds an unsent edit of
// the same message, or the unsent message itself, that one is rewritten, with
// the guard of the new words: nobody needs to see what is past.
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
		waiting.Message, waiting.Guard = row.Message, row.Guard
		waiting.Asks, waiting.Passing = waiting.Asks || row.Asks, row.Passing
		waiting.Version++
		if row.Asks {
			if err := tx.asked(waiting); err != nil {
				return err
			}
		}
		return tx.putRow(waiting)
	}
	_, err = tx.Put(row)
	return err
}

// DeleteMember forgets an account, as records.Tx.DeleteMember does, with what waits
// to be said to it.
func (tx *Tx) DeleteMember(id int64) error {
	if err := tx.Tx.DeleteMember(id); err != nil {
		return err
	}
	if err := kv.Delete(tx, layout.BucketAsked, layout.Key(id)); err != nil {
		return err
	}
	return tx.recall(id)
}

// recall takes back what waits in a chat: when its turn comes, it is dropped.
func (tx *Tx) recall(chat int64) error {
	var waiting []Row
	_ = kv.Each(tx, layout.BucketOutbox, layout.Key(chat), func(k, v []byte) error {
		if row, err := readRow(k, v); err == nil { // what cannot be read is not sent
			waiting = append(waiting, row)
		}
		return nil
	})
	for _, row := range waiting {
		var guard Guard
		if row.Guard != nil {
			guard = *row.Guard
		}
		guard.Until, row.Guard = tx.Now, &guard
		if err := tx.putRow(row); err != nil {
			return err
		}
	}
	return nil
}

// unsent finds the last waiting row that makes or edits the message that row
// wants to edit.
func (tx *Snapshot) unsent(row Row) (found Row, ok bool, err error) {
	key, _ := json.Marshal(row.TargetKey) // a string always can be
	err = kv.Each(tx, layout.BucketOutbox, layout.Key(row.Chat), func(k, v []byte) error {
		if row.Target == 0 && !bytes.Contains(v, key) {
			return nil // of another message: to decode each of many costs most
		}
		r, err := readRow(k, v)
		same := row.TargetKey != "" && (r.Key == row.TargetKey || r.TargetKey == row.TargetKey) ||
			row.Target != 0 && r.Target == row.Target && r.Bot == tx.s.bot
		if err == nil && same && r.Way != Answer && !r.Claimed && r.Class == Reply {
			found, ok = r, true
		}
		return err
	})
	return found, ok, err
}

func readRow(k, v []byte) (row Row, err error) {
	if err := json.Unmarshal(v, &row); err != nil {
		return row, fmt.Errorf("reading outbox%s: %w", layout.Format(k), err)
	}
	t := layout.Tuple(k)
	t.Int()
	row.Seq = uint64(t.Int())
	return row, nil
}

// Delivery is what became of a keyed row; false if the key was never put.
func (tx *Snapshot) Delivery(k string) (d Delivery, ok bool, err error) {
	err = kv.Get(tx, layout.BucketSent, layout.Key(k), &d)
	if errors.Is(err, ErrNotFound) {
		return d, false, nil
	}
	if d.Bot != tx.s.bot {
		d.Message, d.Album = 0, nil
	}
	return d, err == nil, err
}

// Told lists the keys of what was put to be said and whose keys begin so, with the chat of
// each.
func (tx *Snapshot) Told(prefix string) (chats map[string]int64, err error) {
	chats = map[string]int64{}
	from := layout.Key(prefix)
	from = from[:len(from)-2] // without the end of the text
	err = kv.Each(tx, layout.BucketSent, from, func(k, v []byte) error {
		var d Delivery
		if err := decode(k, v, &d); err != nil {
			return err
		}
		kt := layout.Tuple(k)
		chats[kt.Text()] = d.Chat
		return nil
	})
	return chats, err
}

// Watch calls fn after each commit that put rows, with the rows put. It
// returns those that wait already, as of now: no row is both returned and told of.
// fn must not block.
func (s *Store) Watch(now time.Time, fn func([]Ref)) (waiting []Ref, err error) {
	err = s.db.Atomically(func() error {
		s.mu.Lock()
		s.watch = append(s.watch, fn)
		s.mu.Unlock()
		return s.View(now, func(tx *Snapshot) error {
			waiting = tx.refs()
			return nil
		})
	})
	return waiting, err
}

// refs are those of all rows that wait.
func (tx *Snapshot) refs() (waiting []Ref) {
	_ = kv.Each(tx, layout.BucketOutbox, nil, func(k, v []byte) error {
		row, err := readRow(k, v)
		if err != nil { // to be found out, alone, when its turn comes
			t := layout.Tuple(k)
			row = Row{Chat: t.Int(), Seq: uint64(t.Int()), Class: Reply, Way: Send}
		}
		if row.Tries > 0 {
			row.NotBefore = tx.Now.Add(Rest(row.NotBefore, row.Made, tx.Now))
		}
		waiting = append(waiting, row.ref())
		return nil
	})
	return waiting
}

// Outbox lists rows that wait, those put first across all chats first, at most
// limit of them. One that cannot be read has its chat and number only.
func (tx *Snapshot) Outbox(limit int) (rows []Row, err error) {
	type entry struct {
		chat int64
		seq  uint64
		k, v []byte
	}
	var first []entry // by seq; only these are decoded
	err = kv.Each(tx, layout.BucketOutbox, nil, func(k, v []byte) error {
		t := layout.Tuple(k)
		e := entry{chat: t.Int(), seq: uint64(t.Int()), k: k, v: v}
		i, _ := slices.BinarySearchFunc(first, e.seq, func(a entry, seq uint64) int { return cmp.Compare(a.seq, seq) })
		if i < limit {
			first = slices.Insert(first[:min(len(first), limit-1)], i, e)
		}
		return nil
	})
	for _, e := range first {
		row, err := readRow(e.k, e.v)
		if err != nil { // its turn will tell
			row = Row{Chat: e.chat, Seq: e.seq}
		}
		rows = append(rows, row)
	}
	return rows, err
}
