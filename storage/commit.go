package storage

import (
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/storage/disk"
)

// A PanicError is a panic inside a transaction: the transaction was undone,
// the program goes on.
type PanicError struct {
	Value any
	Stack []byte
}

func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

// A change is one call of Update, waiting for its commit.
type change struct {
	now  time.Time
	fn   func(*Tx) error
	done chan error
	lazy bool // no commit is made for its sake alone, yet
}

// A group is what the changes of one commit share.
type group struct {
	members  bool              // a change touched a member
	returned bool              // a change touched an example that was returned, or returned one
	units    *report.Directory // set when a change touched the directory
	after    []func()          // to run once the commit is on disk
	rows     []Ref             // outbox rows put
}

// maxGroup bounds the changes in one commit, and so how long one waits.
const maxGroup = 256

// Update runs fn in a transaction and returns once it is on disk.
//
// A commit costs a disk sync whatever its size. So whoever comes before the
// functions of a commit have run joins it, and all who come while it is being
// written wait in line and share the next one; who comes alone is served at once
// and waits for nobody. A function that fails or panics is undone alone: the
// others of its group run again without it. So fn may run more than once and must
// set, not add to, what it captures.
func (s *Store) Update(now time.Time, fn func(*Tx) error) error {
	c := &change{now: now, fn: fn, done: make(chan error, 1)}
	s.mu.Lock()
	s.waiting = append(s.waiting, c)
	lead := !s.leading
	s.leading = true
	s.mu.Unlock()
	if lead {
		s.leadOnce()
	}
	return <-c.done
}

// lazyPatience is how long a lazy change waits for a commit to share.
const lazyPatience = 2 * time.Millisecond

// UpdateLazily is an Update that nobody waits for: it shares a commit that is
// made for somebody else's sake, and is given one of its own only when there was
// none within two milliseconds. It keeps the bookkeeping of many answers from
// making the next answer wait for the disk.
func (s *Store) UpdateLazily(now time.Time, fn func(*Tx) error) error {
	c := &change{now: now, fn: fn, done: make(chan error, 1), lazy: true}
	s.mu.Lock()
	s.waiting = append(s.waiting, c)
	s.mu.Unlock()
	timer := time.NewTimer(lazyPatience)
	defer timer.Stop()
	select {
	case err := <-c.done:
		return err
	case <-timer.C:
	}
	s.mu.Lock()
	c.lazy = false
	lead := !s.leading && slices.Contains(s.waiting, c)
	s.leading = s.leading || lead
	s.mu.Unlock()
	if lead {
		s.leadOnce()
	}
	return <-c.done
}

// Busy reports whether a commit is under way, or is done and those concerned,
// such as the sender, are still being told.
func (s *Store) Busy() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.leading
}

// leadOnce commits those in line, once; who came meanwhile gets a leader of
// their own, so that no caller works for others without end.
func (s *Store) leadOnce() {
	s.commit()

	s.mu.Lock()
	more := slices.ContainsFunc(s.waiting, func(c *change) bool { return !c.lazy })
	s.leading = more
	s.mu.Unlock()
	if more {
		go s.leadOnce()
	}
}

// join takes those who stand in line into a group of so many.
func (s *Store) join(line []*change) []*change {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := min(len(s.waiting), maxGroup-len(line))
	line = append(line, s.waiting[:n]...)
	s.waiting = slices.Delete(s.waiting, 0, n)
	return line
}

// commit writes the changes of those in line in one transaction, leaving out
// those that fail.
func (s *Store) commit() {
	s.committing.Lock()
	defer s.committing.Unlock()
	for line := s.join(nil); len(line) > 0; {
		bad, badErr := -1, error(nil)
		var g group
		err := s.reading(func() error {
			return s.db.Update(func(tx *bolt.Tx) error {
				for i := 0; i < len(line); i++ {
					c := line[i]
					if err := run(c, &Tx{Snapshot: Snapshot{bolt: tx, s: s, g: &g, Now: c.now}}); err != nil {
						bad, badErr = i, err
						return errUndo
					}
					if i == len(line)-1 {
						line = s.join(line)
					}
				}
				return nil
			})
		})
		if bad >= 0 {
			line[bad].done <- badErr
			line = slices.Delete(line, bad, bad+1)
			continue
		}
		if err == nil {
			s.committed(&g)
		} else {
			err = &CommitError{err}
		}
		for _, c := range line {
			c.done <- err
		}
		return
	}
}

var errUndo = errors.New("undone")

// A CommitError means that the disk refused: nothing was written, and the
// same change may succeed later.
type CommitError struct{ Err error }

func (e *CommitError) Error() string { return "committing: " + e.Err.Error() }

// Unwrap gives the disk's own error.
func (e *CommitError) Unwrap() error { return e.Err }

func run(c *change, tx *Tx) (err error) {
	defer func() {
		v := recover()
		switch {
		case v == nil:
		case disk.FromPage(v):
			err = disk.Unreadable(tx.s.hold.Path())
			tx.s.noteDamage(err)
		default:
			err = &PanicError{v, debug.Stack()}
		}
	}()
	return c.fn(tx)
}

// committed tells those concerned, now that it is true.
func (s *Store) committed(g *group) {
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
