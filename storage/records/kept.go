package records

import (
	"sync/atomic"

	"guongsang/internal/report"
)

// Members and examples that were returned are read at each tick of the clock,
// extensions whenever it is asked what a unit can send for, and all of them change a
// few times a day. So the store keeps those of the newest read, decoded.

// A Cache is what a store keeps decoded of its records for all transactions.
type Cache struct {
	units    atomic.Pointer[report.Directory]
	members  kept[report.Member]
	returned kept[report.Example] // of those that wait for their unit

	extensions kept[report.Extension]

	looks looks // for what is alike
}

// Directory is all units as last committed. Who changes it replaces it: while the
// pointer is the same, so are the units.
func (k *Cache) Directory() *report.Directory { return k.units.Load() }

// Load reads what has to be there from the start.
func (k *Cache) Load(tx *Snapshot) error {
	dir, err := tx.readUnits()
	k.units.Store(&dir)
	return err
}

// Changes are what the changes of one commit did to what is kept.
type Changes struct {
	members    bool              // a change touched a member
	returned   bool              // a change touched an example that was returned, or returned one
	extensions bool              // a change put one
	looks      []*look           // for what is alike, which saw those changes
	units      *report.Directory // set when a change touched the directory
}

// Committed makes it true for all.
func (k *Cache) Committed(c *Changes) {
	if c.units != nil {
		k.units.Store(c.units)
	}
	for _, l := range c.looks {
		k.looks.put(l)
	}
}

// A kept is what was read of one kind of records by the newest transaction that
// did, and the transaction that last changed such a record.
type kept[T any] struct {
	newest  atomic.Pointer[asOf[T]]
	changed atomic.Int64
}

// An asOf is what was read, and the transaction that it is true for. It is
// shared by all who ask: it must not be written to.
type asOf[T any] struct {
	id  int
	all []T
}

// read gives what is kept if it is true for a transaction, and else reads and
// keeps it. A transaction that changed such a record itself reads.
func (k *kept[T]) read(tx *Snapshot, mine bool, read func() ([]T, error)) ([]T, error) {
	// What a change sees before it changes such a record itself is what was
	// committed before it.
	id, changed := tx.look.ID(), int(k.changed.Load())
	if tx.look.CanWrite() {
		id--
	}
	if known := k.newest.Load(); known != nil && !mine && known.id >= changed && id >= known.id {
		return known.all, nil
	}
	all, err := read()
	if err == nil && !mine && id >= changed {
		k.newest.Store(&asOf[T]{id, all})
	}
	return all, err
}

// change marks what is kept as past. It does so before the commit: a View that
// sees the change must not find what was before.
func (k *kept[T]) change(tx *Tx) { k.changed.Store(int64(tx.look.ID())) }
