package storage

import (
	"fmt"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// The directory of units is small, read at every turn and changed a few times
// a year: the store keeps a decoded copy, replaced with each commit that
// touches it.

func (s *Store) loadUnits() error {
	return s.Read(time.Time{}, func(snap *Snapshot) error {
		dir, err := snap.readUnits()
		s.units.Store(&dir)
		return err
	})
}

func (tx *Snapshot) readUnits() (report.Directory, error) {
	units, err := kv.List[report.Unit](tx, layout.BucketUnits, nil)
	return report.NewDirectory(units), err
}

// Directory is all units as this transaction sees them.
func (tx *Snapshot) Directory() report.Directory {
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
func (tx *Snapshot) Unit(code string) (report.Unit, error) {
	u, ok := tx.Directory().Unit(code)
	if !ok {
		return u, fmt.Errorf("unit %q: %w", code, ErrNotFound)
	}
	return u, nil
}
