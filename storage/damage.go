package storage

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

// reading runs what reads pages of the open store. After the first page that
// could not be read nothing is run any more.
func (s *Store) reading(fn func() error) error {
	if err := s.Damage(); err != nil {
		return err
	}
	err := disk.Reading(s.hold.Path(), fn)
	s.noteDamage(err)
	return err
}

// noteDamage remembers the first error that tells of such a page.
func (s *Store) noteDamage(err error) {
	if errors.Is(err, disk.ErrPage) && s.damage.CompareAndSwap(nil, &err) {
		close(s.damaged)
	}
}

// Damaged is closed once a page of the store could not be read.
func (s *Store) Damaged() <-chan struct{} { return s.damaged }

// Damage is what is wrong with the store; nil as long as nothing is.
func (s *Store) Damage() error {
	if err := s.damage.Load(); err != nil {
		return *err
	}
	return nil
}
