package kv

import (
	"errors"
	"fmt"
	"runtime/debug"
	"slices"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/files"
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
	fn   func(WriteTx, any) error
	done chan error
	lazy bool // no commit is made for its sake alone, yet
}

// maxGroup bounds the changes in one commit, and so how long one waits.
const maxGroup = 256

// Update runs fn in a transaction and returns once it is on disk. shared is what
// the functions of one commit have in common.
//
// A commit costs a disk sync whatever its size. So whoever comes before the
// functions of a commit have run joins it, and all who come while it is being
// written wait in line and share the next one; who comes alone is served at once
// and waits for nobody. A function that fails or panics is undone alone: the
// others of its group run again without it. So fn may run more than once and must
// set, not add to, what it captures.
func (db *DB) Update(fn func(w WriteTx, shared any) error) error {
	c := &change{fn: fn, done: make(chan error, 1)}
	db.mu.Lock()
	db.waiting = append(db.waiting, c)
	lead := !db.leading
	db.leading = true
	db.mu.Unlock()
	if lead {
		db.leadOnce()
	}
	return <-c.done
}

// lazyPatience is how long a lazy change waits for a commit to share.
const lazyPatience = 2 * time.Millisecond

// UpdateLazily is an Update that nobody waits for: it shares a commit that is
// made for somebody else's sake, and is given one of its own only when there was
// none within two milliseconds. It keeps the bookkeeping of many answers from
// making the next answer wait for the disk.
func (db *DB) UpdateLazily(fn func(w WriteTx, shared any) error) error {
	c := &change{fn: fn, done: make(chan error, 1), lazy: true}
	db.mu.Lock()
	db.waiting = append(db.waiting, c)
	db.mu.Unlock()
	timer := time.NewTimer(lazyPatience)
	select {
	case err := <-c.done:
		return err
	case <-timer.C:
	}
	db.mu.Lock()
	c.lazy = false
	lead := !db.leading && slices.Contains(db.waiting, c)
	db.leading = db.leading || lead
	db.mu.Unlock()
	if lead {
		db.leadOnce()
	}
	return <-c.done
}

// Busy reports whether a commit is under way, or is done and those concerned,
// such as the sender, are still being told.
func (db *DB) Busy() bool {
	db.mu.Lock()
	defer db.mu.Unlock()
	return db.leading
}

// leadOnce commits those in line, once; who came meanwhile gets a leader of
// their own, so that no caller works for others without end.
func (db *DB) leadOnce() {
	files.Tell(files.Step{Kind: files.Committing, Path: db.path})
	db.commit()

	db.mu.Lock()
	more := slices.ContainsFunc(db.waiting, func(c *change) bool { return !c.lazy })
	db.leading = more
	db.mu.Unlock()
	if more {
		go db.leadOnce()
	}
}

// join takes those who stand in line into a group of so many.
func (db *DB) join(line []*change) []*change {
	db.mu.Lock()
	defer db.mu.Unlock()
	n := min(len(db.waiting), maxGroup-len(line))
	line = append(line, db.waiting[:n]...)
	db.waiting = slices.Delete(db.waiting, 0, n)
	return line
}

// commit writes the changes of those in line in one transaction, leaving out
// those that fail.
func (db *DB) commit() {
	db.committing.Lock()
	defer db.committing.Unlock()
	for line := db.join(nil); len(line) > 0; {
		bad, badErr := -1, error(nil)
		shared := db.options.Shared()
		err := db.Reading(func() error {
			return db.bolt.Update(func(tx *bolt.Tx) error {
				for i := 0; i < len(line); i++ {
					c := line[i]
					if err := db.run(c, WriteTx{ReadTx{tx, db}}, shared); err != nil {
						bad, badErr = i, err
						return errUndo
					}
					if i == len(line)-1 {
						line = db.join(line)
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
			files.Tell(files.Step{Kind: files.Committed, Path: db.path})
			db.options.Committed(shared)
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

func (db *DB) run(c *change, w WriteTx, shared any) (err error) {
	defer func() {
		v := recover()
		switch {
		case v == nil:
		case disk.FromPage(v):
			err = disk.Unreadable(db.path)
			db.noteDamage(err)
		default:
			err = &PanicError{v, debug.Stack()}
		}
	}()
	return c.fn(w, shared)
}
