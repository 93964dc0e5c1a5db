package storage

import (
	"time"

	"guongsang/storage/kv"
	"guongsang/storage/records"
)

// What goes wrong in a transaction.
type (
	// A CommitError means that the disk refused: nothing was written, and the same
	// change may succeed later.
	CommitError = kv.CommitError
	// A PanicError is a panic inside a transaction, which was undone.
	PanicError = kv.PanicError
)

// ErrNotFound means that there is no such record.
var ErrNotFound = kv.ErrNotFound

// A Snapshot is one consistent view of the store. Its methods are the nouns of the
// store as they are read, those of the records and those of the queues; nothing
// can be written by it. It must not be kept after the function it was given to.
type Snapshot struct {
	records.Snapshot
	s *Store
}

// A Tx is one change of the store.
type Tx struct {
	Snapshot
	writing
	g     *group
	quiet bool // what comes into the inbox wakes nobody yet
}

// writing is what records can do to a Tx. It is a level deeper than what they are
// read by, so that each method is there once.
type writing struct{ records.Tx }

func newTx(seen Snapshot, g *group) *Tx {
	tx := &Tx{Snapshot: seen, g: g}
	tx.writing.Snapshot = &tx.Snapshot.Snapshot
	return tx
}

// View runs fn on a consistent look at the store as of now, by which nothing can be
// written.
func (s *Store) View(now time.Time, fn func(*Snapshot) error) error {
	return s.db.View(func(l kv.ReadTx) error { return fn(&Snapshot{records.At(l, &s.kept, nil, s.rules, now), s}) })
}

// Update runs fn in a transaction and returns once it is on disk. Those who come
// together share it: see kv.DB.Update. fn may run more than once and must set, not
// add to, what it captures.
func (s *Store) Update(now time.Time, fn func(*Tx) error) error {
	return s.db.Update(s.changing(now, fn))
}

// UpdateLazily is an Update that nobody waits for: see kv.DB.UpdateLazily.
func (s *Store) UpdateLazily(now time.Time, fn func(*Tx) error) error {
	return s.db.UpdateLazily(s.changing(now, fn))
}

func (s *Store) changing(now time.Time, fn func(*Tx) error) func(kv.WriteTx, any) error {
	return func(w kv.WriteTx, shared any) error {
		g := shared.(*group)
		return fn(newTx(Snapshot{records.At(w.ReadTx, &s.kept, &g.records, s.rules, now), s}, g))
	}
}

// A group is what the changes of one commit share.
type group struct {
	records records.Changes
	after   []func() // to run once the commit is on disk
	rows    []Ref    // outbox rows put
}

// committed tells those concerned, now that it is true.
func (s *Store) committed(shared any) {
	g := shared.(*group)
	s.kept.Committed(&g.records)
	if len(g.rows) > 0 {
		s.mu.Lock()
		watch := s.watch
		s.mu.Unlock()
		for _, w := range watch {
			w(g.rows)
		}
	}
	for _, f := range g.after {
		f()
	}
}

// look is a View that needs no now.
func (s *Store) look(fn func(*Snapshot) error) error { return s.View(time.Time{}, fn) }
