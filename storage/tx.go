package storage

import (
	"errors"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/kv"
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
// store as they are read; nothing can be written by it. It must not be kept after
// the function it was given to.
type Snapshot struct {
	look kv.Look
	s    *Store
	g    *group    // of a change: it sees what it did itself
	Now  time.Time // the one now of this operation
}

// A Tx is one change of the store, or, where a View is given it, a Snapshot.
type Tx struct {
	Snapshot
	quiet bool // what comes into the inbox wakes nobody yet
}

// View runs fn on a consistent look at the store as of now.
func (s *Store) View(now time.Time, fn func(*Tx) error) error {
	return s.Read(now, func(snap *Snapshot) error { return fn(&Tx{Snapshot: *snap}) })
}

// Read is a View by which nothing can be written, by its type.
func (s *Store) Read(now time.Time, fn func(*Snapshot) error) error {
	return s.db.View(func(l kv.Look) error { return fn(&Snapshot{look: l, s: s, Now: now}) })
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

func (s *Store) changing(now time.Time, fn func(*Tx) error) func(kv.Write, any) error {
	return func(w kv.Write, shared any) error {
		return fn(&Tx{Snapshot: Snapshot{look: w.Look, s: s, g: shared.(*group), Now: now}})
	}
}

// Looks makes a Snapshot a kv.Reader.
func (tx *Snapshot) Looks() kv.Look { return tx.look }

// Writes makes a Tx a kv.Writer.
func (tx *Tx) Writes() kv.Write { return kv.Write{Look: tx.look} }

// A group is what the changes of one commit share.
type group struct {
	members  bool              // a change touched a member
	returned bool              // a change touched an example that was returned, or returned one
	units    *report.Directory // set when a change touched the directory
	after    []func()          // to run once the commit is on disk
	rows     []Ref             // outbox rows put
}

// committed tells those concerned, now that it is true.
func (s *Store) committed(shared any) {
	g := shared.(*group)
	if g.units != nil {
		s.units.Store(g.units)
	}
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
func (s *Store) look(fn func(*Tx) error) error { return s.View(time.Time{}, fn) }

func ignoreNotFound(err error) error {
	if errors.Is(err, kv.ErrNotFound) {
		return nil
	}
	return err
}
