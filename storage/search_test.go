package storage

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/internal/search"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// searched are the numbers of the examples that have all words of a text.
func searched(tx *Snapshot, by search.Reader, text string) ([]string, error) {
	return tx.Search(search.New(search.Query{Words: search.Words(text)}, by, tx.Directory(), 1000))
}

// servedUnits are so many that all examples are gone through for them.
var servedUnits = append(make([]string, 20), "PT001", "PT002")

// What an example is found by follows what it says now, and where its review stands.
func TestSearchFollowsTheExample(t *testing.T) {
	s := mustOpen(t)
	seed(t, s)
	agency, leader := search.Reader{Agency: true}, search.Reader{Audience: "internal"}
	e := send(t, s, at(2, 8), "PT001", "Tẩn A Páo")
	newer := send(t, s, at(3, 8), "PT002", "Vàng A Páo")
	is := func(by search.Reader, text string, want ...string) {
		t.Helper()
		mustView(t, s, at(9, 9), func(tx *Snapshot) error {
			got, err := searched(tx, by, text)
			if !slices.Equal(got, want) {
				t.Errorf("%q by %+v: %v, want %v", text, by, got, want)
			}
			return err
		})
	}
	put := func(change func(tx *Tx) error) {
		t.Helper()
		mustUpdate(t, s, at(4, 8), change)
	}
	is(agency, "a pao", newer.Number, e.Number)
	is(search.Reader{Units: []string{"PT001"}}, "pao", e.Number)
	is(search.Reader{Units: []string{"PT002", "PT001"}}, "pao", newer.Number, e.Number)
	is(search.Reader{Units: servedUnits}, "pao", newer.Number, e.Number)
	is(agency, "văn phòng páo", e.Number) // the name of its unit
	is(leader, "pao")
	put(func(tx *Tx) error {
		e.Review = report.Accepted
		return tx.PutExample(e)
	})
	is(leader, "pao", e.Number)
	put(func(tx *Tx) error { // what was damaged is made anew
		if err := kv.PutRaw(tx, layout.BucketSearch, layout.Key(2026, 1), []byte("?")); err != nil {
			return err
		}
		return tx.PutExample(e)
	})
	is(leader, "pao", e.Number)
	put(func(tx *Tx) (err error) {
		e.Content.Name, e.Content.Title = "Tẩn A Pao Lớn", "Hiến đất"
		e, err = tx.NewVersion(e)
		return err
	})
	is(agency, "tẩn hiến", e.Number)
	put(func(tx *Tx) error {
		e.Review = report.Withdrawn
		return tx.PutExample(e)
	})
	is(agency, "tan")
	put(func(tx *Tx) error { // a unit that is called otherwise is found so at once
		return tx.PutUnits([]report.Unit{{Code: "PT002", Name: "Hội Phụ nữ", Block: "K2", Month: true}})
	})
	is(agency, "phụ nữ", newer.Number)
	is(agency, "nông dân")
}

// A store from before is made findable in portions, each in a transaction of its own,
// and goes on where it was killed.
func TestEntriesOfAnOlderStore(t *testing.T) {
	dir := t.TempDir()
	s := mustOpenAt(t, dir)
	seed(t, s)
	const n = records.EntriesAtOnce + 7
	mustUpdate(t, s, at(2, 8), func(tx *Tx) error {
		for i := range n {
			if _, err := tx.NewExample(report.Example{Unit: "PT001", By: 7, Content: report.Content{Name: fmt.Sprintf("Lò Văn %d", i)}, Review: report.Received, Sent: at(2, 8)}); err != nil {
				return err
			}
		}
		return nil
	})
	want := entries(t, s)
	backTo(t, s, 16)
	err := s.file.Update(func(tx *bolt.Tx) error { // the first three were made, then it was killed
		b, k := tx.Bucket(layout.BucketSearch), layout.Key(2026, 4)
		c := b.Cursor()
		for at, _ := c.Seek(k); at != nil; at, _ = c.Seek(k) {
			if err := b.Delete(at); err != nil {
				return err
			}
		}
		_, err := tx.CreateBucket([]byte("named"))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = mustOpenAt(t, dir)
	if got := entries(t, s); !bytes.Equal(got, want) {
		t.Errorf("%d bytes of entries, want %d", len(got), len(want))
	}
	err = s.file.View(func(tx *bolt.Tx) error {
		if tx.Bucket([]byte("named")) != nil {
			t.Error("the index of names is still there")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func entries(t *testing.T, s *Store) (all []byte) {
	t.Helper()
	mustView(t, s, at(9, 9), func(tx *Snapshot) error {
		return kv.Each(tx, layout.BucketSearch, nil, func(k, v []byte) error {
			all = append(append(all, k...), v...)
			return nil
		})
	})
	return all
}
