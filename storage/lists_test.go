package storage

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"guongsang/internal/report"
	"guongsang/storage/layout"
)

func manyUnits(n int) (units []report.Unit) {
	for i := range n {
		units = append(units, report.Unit{Code: fmt.Sprintf("X%04d", i), Name: "Xã", Month: true})
	}
	return units
}

// Units are written a few at a time, and are in the directory with the last.
func TestImportUnitsInPieces(t *testing.T) {
	dir := t.TempDir()
	s := mustOpenAt(t, dir)
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error { return tx.PutUnits([]report.Unit{{Code: "A", Name: "Trường"}}) })
	before := commits(t, s)
	seen := -1
	err := s.ImportUnits(t.Context(), at(1, 9), 7, manyUnits(2*importChunk+1), func(tx *Tx) error {
		seen = s.Directory().Len()
		return tx.Audit(1, report.UnitsImported, report.Ref{})
	})
	if err != nil || seen != 1 || s.Directory().Len() != 2*importChunk+2 {
		t.Errorf("%v; %d units seen before the end and %d after", err, seen, s.Directory().Len())
	}
	if n := commits(t, s) - before; n != 4 {
		t.Errorf("%d commits", n)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if n := mustOpenAt(t, dir).Directory().Len(); n != 2*importChunk+2 {
		t.Errorf("%d units at the next start", n)
	}
}

// A unit that somebody else writes meanwhile is not lost from the directory.
func TestImportUnitsBesideAnother(t *testing.T) {
	s := mustOpen(t)
	before := s.kept.Directory()
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error { return tx.PutUnits([]report.Unit{{Code: "A", Name: "Trường"}}) })
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		if err := tx.WriteUnits(manyUnits(3)); err != nil {
			return err
		}
		return tx.PutDirectory(before, report.NewDirectory(manyUnits(3)))
	})
	if n := s.Directory().Len(); n != 4 {
		t.Errorf("%d units", n)
	}
}

func TestImportUnitsStops(t *testing.T) {
	s := mustOpen(t)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	err := s.ImportUnits(ctx, at(1, 9), 7, manyUnits(3), func(*Tx) error { return nil })
	if !errors.Is(err, context.Canceled) || s.Directory().Len() != 0 {
		t.Errorf("%v, %d units", err, s.Directory().Len())
	}
}

// A store of before there were lists gets the bucket for them.
func TestAddLists(t *testing.T) {
	dir := t.TempDir()
	s := mustOpenAt(t, dir)
	backTo(t, s, 9, layout.BucketLists)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = mustOpenAt(t, dir)
	mustUpdate(t, s, at(1, 9), func(tx *Tx) error { return tx.PutUnitList(UnitList{Hash: "h", For: 1}) })
	mustView(t, s, at(1, 9), func(tx *Snapshot) error {
		all, err := tx.UnitLists()
		if len(all) != 1 || all[0].Seq == 0 || all[0].Hash != "h" || !all[0].Made.Equal(at(1, 9)) {
			t.Errorf("%+v", all)
		}
		return err
	})
}
