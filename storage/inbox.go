package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"
)

// An Incoming is one update as it came: its id and its raw bytes, whatever
// they hold.
type Incoming struct {
	ID  int64
	Raw json.RawMessage
}

// An Item is an update waiting in the inbox.
type Item struct {
	Seq uint64 `json:"-"`
	ID  int64
	Raw json.RawMessage
	At  time.Time // when it came in
}

// A Dead is an update that could not be handled, kept for a person to look at.
type Dead struct {
	Item
	Why   string
	Since time.Time
}

// keepSeen is for how long an update id is known. Telegram resends for at
// most 24 h; ids restart at random after a silent week, so "smaller than the
// last" proves nothing.
const keepSeen = 48 * time.Hour

// maxTries is how often an update is handled before it is set aside.
const maxTries = 3

// PutUpdates stores updates, and the offset that confirms them if one is
// given, in one commit. Those seen in the last 48 h are dropped. It returns
// how many were new.
func (s *Store) PutUpdates(now time.Time, updates []Incoming, offset *int64) (fresh int, err error) {
	return s.PutBatch(now, updates, offset, Batch{})
}

// A Batch says of updates how they come.
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
	err = s.Update(now, func(tx *Tx) error {
		var last uint64
		if fresh, tx.quiet = 0, b.More; b.Late {
			tx.g.after = append(tx.g.after, func() { s.questions.cameLate(last) })
		}
		for _, u := range updates {
			isNew, err := tx.putUpdate(u)
			if err != nil {
				return err
			}
			if isNew {
				fresh++
			}
		}
		last = tx.bolt.Bucket(bucketInbox).Sequence()
		if offset != nil {
			return tx.putRaw(bucketMeta, key("offset"), key(*offset))
		}
		return nil
	})
	return fresh, err
}

// WakeInbox wakes whoever handles the inbox.
func (s *Store) WakeInbox() { wake(s.inbox) }

func (tx *Tx) putUpdate(u Incoming) (bool, error) {
	if tx.has(bucketSeen, key(u.ID)) {
		return false, nil
	}
	if err := tx.putRaw(bucketSeen, key(u.ID), key(tx.Now)); err != nil {
		return false, err
	}
	return true, tx.putItem(Item{ID: u.ID, Raw: u.Raw, At: tx.Now})
}

// stored is the item as the inbox holds it: the bytes as they came, behind a
// tuple; nothing is decoded to be kept.
func (item Item) stored() []byte { return append(key(item.ID, item.At.UnixNano()), item.Raw...) }

func (tx *Tx) putItem(item Item) error {
	seq, err := tx.next(bucketInbox)
	if err != nil {
		return err
	}
	if err := tx.putRaw(bucketInbox, key(seq), item.stored()); err != nil {
		return err
	}
	if !tx.quiet {
		tx.g.after = append(tx.g.after, tx.s.WakeInbox)
	}
	return nil
}

// Offset is the stored offset of the next getUpdates, 0 at first.
func (s *Store) Offset() (offset int64, err error) {
	err = s.look(func(tx *Tx) error {
		t := tuple(tx.bolt.Bucket(bucketMeta).Get(key("offset")))
		offset = t.int()
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

// ErrSetAside is wrapped by a handler's error that would come back at every
// try, such as an update that cannot be decoded: it is tried once.
var ErrSetAside = errors.New("cannot be handled")

// A Handler does the work of one update inside the transaction that also
// takes it out of the inbox.
type Handler interface {
	Handle(*Tx, Item) error
	// GiveUp is called when an item is set aside, to tell those concerned.
	GiveUp(*Tx, Dead) error
}

// Work hands the oldest waiting updates, at most limit, to h in the order in
// which they came. All of them share one commit; if one fails, each gets a
// commit of its own, and the failing one is tried three times and then set
// aside. The error is the disk's: nothing was lost, call again later.
func (s *Store) Work(now time.Time, limit int, h Handler) (handled int, err error) {
	items, err := s.oldest(limit)
	if err != nil || len(items) == 0 {
		return 0, err
	}
	err = s.handle(now, h, items...)
	if err == nil || isCommitError(err) {
		return len(items), err
	}
	if len(items) == 1 {
		return 1, s.insist(now, h, items[0], err)
	}
	for i, item := range items {
		err := s.handle(now, h, item)
		if err != nil && !isCommitError(err) {
			err = s.insist(now, h, item, err)
		}
		if err != nil {
			return i, err
		}
	}
	return len(items), nil
}

// isCommitError reports whether it was the disk that refused.
func isCommitError(err error) bool {
	var commit *CommitError
	return errors.As(err, &commit) || errors.Is(err, errPage)
}

func (s *Store) handle(now time.Time, h Handler, items ...Item) error {
	return s.Update(now, func(tx *Tx) error {
		for _, item := range items {
			if err := h.Handle(tx, item); err != nil {
				return fmt.Errorf("handling update %d: %w", item.ID, err)
			}
			if err := tx.delete(bucketInbox, key(item.Seq)); err != nil {
				return err
			}
		}
		return nil
	})
}

// insist tries an item that failed once again, and sets it aside in the end.
func (s *Store) insist(now time.Time, h Handler, item Item, cause error) error {
	for try := 1; try < maxTries && !errors.Is(cause, ErrSetAside); try++ {
		err := s.handle(now, h, item)
		if err == nil || isCommitError(err) {
			return err
		}
		cause = err
	}
	dead := Dead{Item: item, Why: cause.Error(), Since: now}
	err := s.Update(now, func(tx *Tx) error {
		if err := tx.setAside(dead); err != nil {
			return err
		}
		return h.GiveUp(tx, dead)
	})
	if err != nil && !isCommitError(err) { // even telling about it failed
		err = s.Update(now, func(tx *Tx) error { return tx.setAside(dead) })
	}
	return err
}

func (tx *Tx) setAside(dead Dead) error {
	if !json.Valid(dead.Raw) { // keep what cannot be read as a string
		dead.Raw, _ = json.Marshal(string(dead.Raw))
	}
	if err := tx.put(bucketDead, key(dead.Seq), dead); err != nil {
		return err
	}
	return tx.delete(bucketInbox, key(dead.Seq))
}

func (s *Store) oldest(limit int) (items []Item, err error) {
	err = s.look(func(tx *Tx) error {
		items = nil
		c := tx.bolt.Bucket(bucketInbox).Cursor()
		for k, v := c.First(); k != nil && len(items) < limit; k, v = c.Next() {
			kt, vt := tuple(k), tuple(v)
			items = append(items, Item{
				Seq: uint64(kt.int()), ID: vt.int(), At: time.Unix(0, vt.int()), Raw: append(json.RawMessage(nil), vt...),
			})
		}
		return nil
	})
	return items, err
}

// PutEvent puts something that the bot itself noticed, such as a file that is
// now in the house, in line with what people sent.
func (tx *Tx) PutEvent(raw json.RawMessage) error {
	return tx.putItem(Item{Raw: raw, At: tx.Now})
}

// FirstSight reports whether a message is met for the first time, and
// remembers it: one message can come under two update ids.
func (tx *Tx) FirstSight(chat, message int64) (bool, error) {
	k := key(message, chat)
	if tx.has(bucketSeenSaid, k) {
		return false, nil
	}
	return true, tx.putRaw(bucketSeenSaid, k, key(tx.Now))
}

// Depths are the sizes of what waits.
type Depths struct{ Inbox, Outbox, Dead, Fetches int }

// Depths counts what waits.
func (s *Store) Depths() (d Depths, err error) {
	err = s.look(func(tx *Tx) error {
		d = tx.Depths()
		return nil
	})
	return d, err
}

// Depths counts what waited when the transaction began. A View does not ask the
// store for it: a View within a View can wait for ever, for a commit that makes
// the file grow and waits for the outer one.
func (tx *Tx) Depths() Depths {
	count := func(bucket []byte) int { return tx.bolt.Bucket(bucket).Stats().KeyN }
	return Depths{Inbox: count(bucketInbox), Outbox: count(bucketOutbox), Dead: count(bucketDead), Fetches: count(bucketFetches)}
}

// DeadItems lists what was set aside, oldest first.
func (tx *Tx) DeadItems() (list []Dead, err error) {
	err = tx.each(bucketDead, nil, func(k, v []byte) error {
		var d Dead
		if err := json.Unmarshal(v, &d); err != nil {
			return fmt.Errorf("reading dead%s: %w", formatKey(k), err)
		}
		t := tuple(k)
		d.Seq = uint64(t.int())
		list = append(list, d)
		return nil
	})
	return list, err
}

// unwrapInbox takes over what waited when items were still kept as JSON. A
// tuple never begins with a brace, so that what has the later form stays.
func unwrapInbox(tx *bolt.Tx) error {
	inbox := tx.Bucket(bucketInbox)
	older := map[string]Item{}
	err := inbox.ForEach(func(k, v []byte) error {
		if len(v) == 0 || v[0] != '{' {
			return nil
		}
		var item Item
		if err := json.Unmarshal(v, &item); err != nil {
			return fmt.Errorf("reading inbox%s: %w", formatKey(k), err)
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
