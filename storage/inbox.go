package storage

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// An Incoming is one update as it came: its id, its raw bytes, whatever they
// hold, and whose it is; 0 if it is nobody's, or nobody knows.
type Incoming struct {
	ID      int64
	Raw     json.RawMessage
	From    int64
	Decoded any // what the messenger made of Raw already, for Item
}

// An Item is an update waiting in the inbox.
type Item struct {
	Seq  uint64 `json:"-"` // its number among all that came in
	ID   int64
	From int64 `json:",omitempty"`
	Raw  json.RawMessage
	At   time.Time // when it came in

	Decoded  any `json:"-"` // of the messenger, if it has not waited; nil: Raw has to be decoded
	Prepared any `json:"-"` // what a Reader knows of it already
}

// A Dead is an update that could not be handled, kept for a person to look at.
type Dead struct {
	Item
	Why   string
	Since time.Time
}

// keepSeen is for how long an update id is known at least. Telegram resends for at
// most 24 h; ids restart at random after a silent week, so "smaller than the
// last" proves nothing.
const keepSeen = 48 * time.Hour

// PutUpdates takes updates in, with the offset that confirms them if one is
// given, in one commit. Those seen in the last 48 h are dropped. It returns how
// many were new.
//
// While somebody attends (Attend), an update of a person of whom nothing waits
// is handled in this same commit, so that who is alone waits for one commit and
// not for two; what else the person says meanwhile stands in line. Should the
// handling of any of them fail, all wait in the inbox, to be tried from there.
func (s *Store) PutUpdates(now time.Time, updates []Incoming, offset *int64) (fresh int, err error) {
	return s.PutBatch(now, updates, offset, Batch{})
}

// A Batch says of updates how they come. All that are not said one by one, as it
// were now, wait in the inbox first.
type Batch struct {
	// More: another batch follows at once. Nobody is woken to handle this one yet
	// (WakeInbox). So what people said in one go, who heard nothing for a while,
	// is all there before any of it is answered, and none of it passes for an
	// answer to what the rest of it led to.
	More bool
	// Late: it waited at the messenger, because it could not be had.
	Late bool
}

// PutBatch is PutUpdates for updates that do not come one by one, as they are
// said.
func (s *Store) PutBatch(now time.Time, updates []Incoming, offset *int64, b Batch) (fresh int, err error) {
	if h := s.attending(); h != nil && b == (Batch{}) {
		fresh, err = s.takeIn(now, updates, offset, b, h, s.atOnce(now, h, updates))
		if err == nil || isCommitError(err) {
			return fresh, err
		}
	}
	return s.takeIn(now, updates, offset, b, nil, nil)
}

// WakeInbox wakes whoever handles the inbox.
func (s *Store) WakeInbox() { wake(s.inbox) }

// Attend gives PutUpdates a handler, until it is given another or none.
func (s *Store) Attend(h Handler) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.attendant = h
}

func (s *Store) attending() Handler {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.attendant
}

// takeIn puts updates into the inbox, but for those that h handles at once.
func (s *Store) takeIn(now time.Time, updates []Incoming, offset *int64, b Batch, h Handler, atOnce map[int64]any) (fresh int, err error) {
	err = s.Update(now, func(tx *Tx) error {
		items, err := tx.arrive(updates)
		if err != nil {
			return err
		}
		fresh, tx.quiet = len(items), b.More
		if last := kv.Sequence(tx, layout.BucketInbox); b.Late {
			tx.g.after = append(tx.g.after, func() { s.questions.cameLate(last) })
		}
		for _, item := range items {
			known, now := atOnce[item.ID]
			if !now || tx.waits(item.From) {
				err = tx.putItem(item)
			} else {
				item.Prepared = known
				err = handleItem(tx, h, item)
			}
			if err != nil {
				return err
			}
		}
		if offset != nil {
			return kv.PutRaw(tx, layout.BucketMeta, layout.Key("offset", tx.s.bot), layout.Key(*offset))
		}
		return nil
	})
	return fresh, err
}

// arrive numbers the updates that were not seen in the last 48 h, before any of
// them is handled: what came in by when is told from the numbers.
func (tx *Tx) arrive(updates []Incoming) (items []Item, err error) {
	for _, u := range updates {
		if tx.seen(u) {
			continue
		}
		if err := tx.see(u); err != nil {
			return nil, err
		}
		seq, err := kv.Next(tx, layout.BucketInbox)
		if err != nil {
			return nil, err
		}
		items = append(items, Item{Seq: seq, ID: u.ID, From: u.From, Raw: u.Raw, At: tx.Now, Decoded: u.Decoded})
	}
	return items, nil
}

// waits reports whether anything of a person is in the inbox.
func (tx *Snapshot) waits(from int64) bool {
	prefix := layout.Key(from)
	k, _ := kv.CursorOf(tx, layout.BucketInbox).Seek(prefix)
	return bytes.HasPrefix(k, prefix)
}

// place is where an item lies in the inbox.
func (item Item) place() []byte { return layout.Key(item.From, item.Seq) }

// stored is the item as the inbox holds it: the bytes as they came, behind a
// tuple; nothing is decoded to be kept.
func (item Item) stored() []byte { return append(layout.Key(item.ID, item.At.UnixNano()), item.Raw...) }

// readItem reads an entry of the inbox. Its bytes are those of the transaction.
func readItem(k, v []byte) Item {
	kt, vt := layout.Tuple(k), layout.Tuple(v)
	return Item{From: kt.Int(), Seq: uint64(kt.Int()), ID: vt.Int(), At: time.Unix(0, vt.Int()), Raw: json.RawMessage(vt)}
}

func (tx *Tx) putItem(item Item) error {
	if err := kv.PutRaw(tx, layout.BucketInbox, item.place(), item.stored()); err != nil {
		return err
	}
	if !tx.quiet {
		tx.g.after = append(tx.g.after, tx.s.WakeInbox)
	}
	return nil
}

// Offset is the stored offset of the bot's next getUpdates, 0 at first.
func (s *Store) Offset() (offset int64, err error) {
	err = s.look(func(tx *Snapshot) error {
		t := layout.Tuple(kv.Raw(tx, layout.BucketMeta, layout.Key("offset", s.bot)))
		offset = t.Int()
		return nil
	})
	return offset, err
}

// Woken delivers a token when something came into the inbox.
func (s *Store) Woken() <-chan struct{} { return s.inbox }

func wake(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// PutEvent puts something that the bot itself noticed, such as a file that is
// now in the house, in line with what the person sent whom it concerns.
func (tx *Tx) PutEvent(from int64, raw json.RawMessage) error {
	seq, err := kv.Next(tx, layout.BucketInbox)
	if err != nil {
		return err
	}
	return tx.putItem(Item{Seq: seq, From: from, Raw: raw, At: tx.Now})
}

// FirstSight reports whether a message is met for the first time, and
// remembers it: one message can come under two update ids.
func (tx *Tx) FirstSight(chat, message int64) (bool, error) {
	k := layout.Key(message, chat, tx.s.bot)
	if kv.Has(tx, layout.BucketSeenSaid, k) {
		return false, nil
	}
	return true, kv.PutRaw(tx, layout.BucketSeenSaid, k, layout.Key(tx.Now))
}

// Depths are the sizes of what waits.
type Depths struct{ Inbox, Outbox, Dead, Fetches int }

// Depths counts what waits.
func (s *Store) Depths() (d Depths, err error) {
	err = s.look(func(tx *Snapshot) error {
		d = tx.Depths()
		return nil
	})
	return d, err
}

// Depths counts what waited when the transaction began. A View does not ask the
// store for it: a View within a View can wait for ever, for a commit that makes
// the file grow and waits for the outer one.
func (tx *Snapshot) Depths() Depths {
	count := func(bucket []byte) int { return kv.Count(tx, bucket) }
	return Depths{Inbox: count(layout.BucketInbox), Outbox: count(layout.BucketOutbox), Dead: count(layout.BucketDead), Fetches: count(layout.BucketFetches)}
}

// DeadItems lists what was set aside, oldest first.
func (tx *Snapshot) DeadItems() (list []Dead, err error) {
	err = kv.Each(tx, layout.BucketDead, nil, func(k, v []byte) error {
		var d Dead
		if err := json.Unmarshal(v, &d); err != nil {
			return fmt.Errorf("reading dead%s: %w", layout.Format(k), err)
		}
		t := layout.Tuple(k)
		d.Seq = uint64(t.Int())
		list = append(list, d)
		return nil
	})
	return list, err
}

// unwrapInbox takes over what waited when items were still kept as JSON. A
// tuple never begins with a brace, so that what has the later form stays.
func unwrapInbox(tx *bolt.Tx) error {
	inbox := tx.Bucket(layout.BucketInbox)
	older := map[string]Item{}
	err := inbox.ForEach(func(k, v []byte) error {
		if len(v) == 0 || v[0] != '{' {
			return nil
		}
		var item Item
		if err := json.Unmarshal(v, &item); err != nil {
			return fmt.Errorf("reading inbox%s: %w", layout.Format(k), err)
		}
		older[string(k)] = item
		return nil
	})
	for k, item := range older {
		if err == nil {
			err = inbox.Put([]byte(k), item.stored())
		}
	}
	return err
}

// orderInbox takes over what waited when items lay by their number alone, as
// nobody's: they are handled before anything else comes in.
func orderInbox(tx *bolt.Tx) error {
	inbox := tx.Bucket(layout.BucketInbox)
	var moved []Item
	err := inbox.ForEach(func(k, v []byte) error {
		if len(k) == len(layout.Key(0)) {
			item := readItem(append(layout.Key(0), k...), v)
			item.Raw = append(json.RawMessage(nil), item.Raw...)
			moved = append(moved, item)
		}
		return nil
	})
	for _, item := range moved {
		if err == nil {
			err = inbox.Delete(layout.Key(item.Seq))
		}
		if err == nil {
			err = inbox.Put(item.place(), item.stored())
		}
	}
	return err
}
