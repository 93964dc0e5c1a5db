package kv

import (
	"errors"

	"guongsang/storage/disk"
)

// A store that was closed in order is not read through when it is opened. So a
// page that went bad on the disk since is met in the middle of the work: bbolt
// panics at it, or the memory that it leads to is not there. That is no fault of
// whoever was reading, and nothing more must be written: the store answers
// ErrDamaged from then on, and the program ends and says how to go on. The next
// start finds no note that the store was closed in order, and verifies it.

// Reading runs what reads pages of the open store. After the first page that
// could not be read nothing is run any more.
func (db *DB) Reading(fn func() error) error {
	if err := db.Damage(); err != nil {
		return err
	}
	err := disk.Reading(db.path, fn)
	db.noteDamage(err)
	return err
}

// noteDamage remembers the first error that tells of such a page.
func (db *DB) noteDamage(err error) {
	if errors.Is(err, disk.ErrPage) && db.damage.CompareAndSwap(nil, &err) {
		close(db.damaged)
	}
}

// Damaged is closed once a page of the store could not be read.
func (db *DB) Damaged() <-chan struct{} { return db.damaged }

// Damage is what is wrong with the store; nil as long as nothing is.
func (db *DB) Damage() error {
	if err := db.damage.Load(); err != nil {
		return *err
	}
	return nil
}
