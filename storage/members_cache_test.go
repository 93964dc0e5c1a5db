package storage

import (
	"testing"

	"guongsang/internal/report"
)

// What is kept of the members is never older than what was committed, whether
// a View, a change or a change of the same transaction asks.
func TestMembersAreThoseOfNow(t *testing.T) {
	s := mustOpen(t)
	seed(t, s)
	count := func(tx *Tx, want int) {
		t.Helper()
		if all, err := tx.Members(); err != nil || len(all) != want {
			t.Errorf("%d members, %v, want %d", len(all), err, want)
		}
	}
	look := func(want int) {
		t.Helper()
		for range 2 { // the second time from what was kept
			mustView(t, s, at(2, 8), func(tx *Tx) error { count(tx, want); return nil })
		}
	}
	look(1)
	mustUpdate(t, s, at(2, 9), func(tx *Tx) error {
		count(tx, 1)
		err := tx.PutMember(report.Member{ID: 8, Name: "Vàng A Páo"})
		count(tx, 2)
		return err
	})
	look(2)
	if err := s.Update(at(2, 10), func(tx *Tx) error {
		if err := tx.DeleteMember(8); err != nil {
			return err
		}
		count(tx, 1)
		return errUndo
	}); err == nil {
		t.Error("undone, and no error")
	}
	look(2)
	mustUpdate(t, s, at(2, 11), func(tx *Tx) error {
		tx.bolt.OnCommit(func() { look(1) }) // the earliest look that can see it
		return tx.DeleteMember(7)
	})
	mustUpdate(t, s, at(2, 12), func(tx *Tx) error { count(tx, 1); return nil })
	look(1)
}
