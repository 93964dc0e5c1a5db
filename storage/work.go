package storage

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"guongsang/storage/disk"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// maxTries is how often an update is handled before it is set aside.
const maxTries = 3

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

// Work hands the updates whose turn it is, at most limit, to h in the order in
// which they came. All of them share one commit; if one fails, each gets a
// commit of its own, and the failing one is tried three times and then set
// aside. The error is the disk's: nothing was lost, call again later. It returns
// 0 when nothing waits.
//
// It is the turn of one update of each person, the oldest: whoever comes waits
// for no more than the one in hand of somebody who sent thousands. Whose answer
// is still being read has no turn until it is (read.go).
func (s *Store) Work(now time.Time, limit int, h Handler) (handled int, err error) {
	items, err := s.ready(now, limit, h)
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

// ready are the items of the next round, prepared. It waits while all that could
// have a turn is still being read.
func (s *Store) ready(now time.Time, limit int, h Handler) ([]Item, error) {
	for {
		items, beingRead, err := s.turns(limit)
		if err != nil || len(items) == 0 && !beingRead {
			return nil, err
		}
		if items = s.prepare(now, h, items); len(items) > 0 {
			return items, nil
		}
		s.awaitNews()
	}
}

// turns are the items of the next round, in the order in which they came: the
// oldest of each person, beginning behind the person who was last in the round
// before, and all that is nobody's; but for those whose answers are being read,
// if there are any.
func (s *Store) turns(limit int) (items []Item, beingRead bool, err error) {
	s.mu.Lock()
	last := s.turn
	s.mu.Unlock()
	err = s.View(time.Time{}, func(tx *Snapshot) error {
		items, beingRead = nil, false
		c := kv.CursorOf(tx, layout.BucketInbox)
		start := layout.Key(last, math.MaxInt64)
		take := func(k, v []byte) {
			item := readItem(k, v)
			if s.isLookedUp(item) {
				beingRead = true
				return
			}
			item.Raw = bytes.Clone(item.Raw)
			items = append(items, item)
		}
		for k, v := c.Seek(start); k != nil && len(items) < limit; k, v = nextTurn(c, k) {
			take(k, v)
		}
		for k, v := c.First(); k != nil && len(items) < limit && bytes.Compare(k, start) < 0; k, v = nextTurn(c, k) {
			take(k, v)
		}
		return nil
	})
	if len(items) > 0 {
		s.mu.Lock()
		s.turn = items[len(items)-1].From
		s.mu.Unlock()
	}
	slices.SortFunc(items, func(a, b Item) int { return cmp.Compare(a.Seq, b.Seq) })
	return items, beingRead, err
}

// nextTurn goes from an entry of the inbox to the first of the next person, or
// to the next that is nobody's.
func nextTurn(c kv.Cursor, k []byte) (next, v []byte) {
	t := layout.Tuple(k)
	if from := t.Int(); from != 0 {
		return c.Seek(layout.Key(from, math.MaxInt64))
	}
	return c.Next()
}

// isCommitError reports whether it was the disk that refused.
func isCommitError(err error) bool {
	var commit *CommitError
	return errors.As(err, &commit) || errors.Is(err, disk.ErrPage)
}

func (s *Store) handle(now time.Time, h Handler, items ...Item) error {
	return s.Update(now, func(tx *Tx) error {
		for _, item := range items {
			if err := handleItem(tx, h, item); err != nil {
				return err
			}
			if err := kv.Delete(tx, layout.BucketInbox, item.place()); err != nil {
				return err
			}
		}
		return nil
	})
}

func handleItem(tx *Tx, h Handler, item Item) error {
	if err := h.Handle(tx, item); err != nil {
		return fmt.Errorf("handling update %d: %w", item.ID, err)
	}
	return nil
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
	if err := kv.Put(tx, layout.BucketDead, layout.Key(dead.Seq), dead); err != nil {
		return err
	}
	return kv.Delete(tx, layout.BucketInbox, dead.place())
}
