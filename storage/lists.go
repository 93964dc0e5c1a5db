package storage

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// A UnitList is a list of units that somebody sent, waiting to be read: that
// takes longer than a turn of the conversation may, and is not to be lost by a
// restart. What waits without Seen is to be shown, with it to be put in force.
type UnitList struct {
	Seq      uint64 `json:"-"`
	Hash     string // of the file
	For      int64  // who sent it
	Seen     string `json:",omitempty"` // which directory it was compared with when it was shown
	Answers  string `json:",omitempty"` // of the sender to what the list leaves open
	Message  int64  `json:",omitempty"` // that tells how it goes; 0: none
	Made     time.Time
	Readings int `json:",omitempty"` // how often the program ended, or may have, while it was read
	Units    int `json:",omitempty"` // that it changes, once they are being written
}

// PutUnitList asks for a list to be read.
func (tx *Tx) PutUnitList(l UnitList) error {
	seq, err := kv.Next(tx, layout.BucketLists)
	if err != nil {
		return err
	}
	l.Made = tx.Now
	tx.g.after = append(tx.g.after, func() { wake(tx.s.lists) })
	return kv.Put(tx, layout.BucketLists, layout.Key(seq), l)
}

// ListsWoken delivers a token when a list is to be read.
func (s *Store) ListsWoken() <-chan struct{} { return s.lists }

// UnitLists are the lists that wait, oldest first.
func (tx *Snapshot) UnitLists() (all []UnitList, err error) {
	err = kv.Each(tx, layout.BucketLists, nil, func(k, v []byte) error {
		var l UnitList
		if err := json.Unmarshal(v, &l); err != nil {
			return fmt.Errorf("reading lists%s: %w", layout.Format(k), err)
		}
		t := layout.Tuple(k)
		l.Seq = uint64(t.Int())
		all = append(all, l)
		return nil
	})
	return all, err
}

// UpdateUnitList writes how far a list is.
func (tx *Tx) UpdateUnitList(l UnitList) error {
	return kv.Put(tx, layout.BucketLists, layout.Key(l.Seq), l)
}

// DeleteUnitList ends a list.
func (tx *Tx) DeleteUnitList(l UnitList) error {
	return kv.Delete(tx, layout.BucketLists, layout.Key(l.Seq))
}

// importChunk is how many units are written in one commit.
const importChunk = 250

// ImportUnits writes units in the name of somebody, however many, and keeps nobody waiting for long: in
// commits of a few hundred, of which nobody sees anything until the last. In that
// one the directory is what it was with all of them, and done runs. If ctx or the
// program ends in between, what was written is in the directory from the next
// start on; importing the same again then brings the rest.
func (s *Store) ImportUnits(ctx context.Context, now time.Time, by int64, units []report.Unit, done func(*Tx) error) error {
	for chunk := range slices.Chunk(units, importChunk) {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("writing %d units: %w", len(units), err)
		}
		err := s.Update(now, func(tx *Tx) error { return errors.Join(tx.AuditUnits(by, chunk), tx.WriteUnits(chunk)) })
		if err != nil {
			return err
		}
	}
	before := s.kept.Directory()
	after := report.NewDirectory(append(before.Units(), units...))
	return s.Update(now, func(tx *Tx) error {
		if err := tx.PutDirectory(before, after); err != nil {
			return err
		}
		return done(tx)
	})
}
