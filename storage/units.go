package storage

import (
	"fmt"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
)

// The directory of units is small, read at every turn and changed a few times
// a year: the store keeps a decoded copy, replaced with each commit that
// touches it.

func (s *Store) loadUnits() error {
	return s.db.View(func(tx *bolt.Tx) error {
		t := &Tx{bolt: tx, s: s}
		dir, err := t.readUnits()
		s.units.Store(&dir)
		return err
	})
}

func (tx *Tx) readUnits() (report.Directory, error) {
	units, err := list[report.Unit](tx, bucketUnits, nil)
	return report.NewDirectory(units), err
}

// Directory is all units as this transaction sees them.
func (tx *Tx) Directory() report.Directory {
	if tx.g != nil && tx.g.units != nil {
		return *tx.g.units
	}
	return tx.s.Directory()
}

// PutUnits writes units, new ones and changed ones alike, in one commit: a few,
// or where nobody waits (see ImportUnits). A unit is never deleted: closing it
// (ActiveTo) keeps its history.
func (tx *Tx) PutUnits(units []report.Unit) error {
	if err := tx.writeUnits(units); err != nil {
		return err
	}
	dir, err := tx.readUnits()
	tx.g.units = &dir
	return err
}

// Unit is the unit with that code.
func (tx *Tx) Unit(code string) (report.Unit, error) {
	u, ok := tx.Directory().Unit(code)
	if !ok {
		return u, fmt.Errorf("unit %q: %w", code, ErrNotFound)
	}
	return u, nil
}
