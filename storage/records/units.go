package records

import (
	"fmt"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// The directory of units is small, read at every turn and changed a few times
// a year: the store keeps a decoded copy, replaced with each commit that
// touches it.

func (tx *Snapshot) readUnits() (report.Directory, error) {
	units, err := kv.List[report.Unit](tx, layout.BucketUnits, nil)
	return report.NewDirectory(units), err
}

// Directory is all units as this transaction sees them.
func (tx *Snapshot) Directory() report.Directory {
	if tx.own.units != nil {
		return *tx.own.units
	}
	return *tx.kept.Directory()
}

// PutUnits writes a few units, new ones and changed ones alike; the others are not
// read. A unit is never deleted: closing it (ActiveTo) keeps its history.
func (tx *Tx) PutUnits(units []report.Unit) error {
	if err := tx.WriteUnits(units); err != nil {
		return err
	}
	dir := tx.Directory().With(units...)
	tx.own.units = &dir
	return nil
}

// WriteUnits writes units that are in the directory only once it is put in force
// (PutDirectory), or from the next start on.
func (tx *Tx) WriteUnits(units []report.Unit) error {
	for _, u := range units {
		if err := kv.Put(tx, layout.BucketUnits, layout.Key(u.Code), u); err != nil {
			return err
		}
	}
	return nil
}

// PutDirectory puts a directory in force that was worked out from an earlier
// one; if it has changed since, it is read anew.
func (tx *Tx) PutDirectory(before *report.Directory, after report.Directory) error {
	if tx.own.units == nil && tx.kept.Directory() == before {
		tx.own.units = &after
		return nil
	}
	dir, err := tx.readUnits()
	tx.own.units = &dir
	return err
}

// Unit is the unit with that code.
func (tx *Snapshot) Unit(code string) (report.Unit, error) {
	u, ok := tx.Directory().Unit(code)
	if !ok {
		return u, fmt.Errorf("unit %q: %w", code, kv.ErrNotFound)
	}
	return u, nil
}
