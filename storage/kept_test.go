package storage

import (
	"errors"
	"fmt"
	"sync"
	"testing"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// What is kept of the members is never older than what was committed, whether
// a View, a change or a change of the same transaction asks.
func TestMembersAreThoseOfNow(t *testing.T) {
	s := mustOpen(t)
	seed(t, s)
	count := func(tx *Snapshot, want int) {
		t.Helper()
		if all, err := tx.Members(); err != nil || len(all) != want {
			t.Errorf("%d members, %v, want %d", len(all), err, want)
		}
	}
	look := func(want int) {
		t.Helper()
		for range 2 { // the second time from what was kept
			mustView(t, s, at(2, 8), func(tx *Snapshot) error { count(tx, want); return nil })
		}
	}
	look(1)
	mustUpdate(t, s, at(2, 9), func(tx *Tx) error {
		count(&tx.Snapshot, 1)
		err := tx.PutMember(report.Member{ID: 8, Name: "Vàng A Páo"})
		count(&tx.Snapshot, 2)
		return err
	})
	look(2)
	if err := s.Update(at(2, 10), func(tx *Tx) error {
		if err := tx.DeleteMember(8); err != nil {
			return err
		}
		count(&tx.Snapshot, 1)
		return errors.New("undo")
	}); err == nil {
		t.Error("undone, and no error")
	}
	look(2)
	mustUpdate(t, s, at(2, 11), func(tx *Tx) error { return tx.DeleteMember(7) })
	mustUpdate(t, s, at(2, 12), func(tx *Tx) error { count(&tx.Snapshot, 1); return nil })
	look(1)
}

// Whoever looks while members come and go finds those that are there.
func TestMembersAreThoseOfTheLook(t *testing.T) {
	s := mustOpen(t)
	s.file.NoSync = true
	var looking sync.WaitGroup
	done := make(chan struct{})
	for range 2 {
		looking.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				err := s.View(at(2, 8), func(tx *Snapshot) error {
					all, err := tx.Members()
					if there := kv.Count(tx, layout.BucketMembers); err == nil && len(all) != there {
						err = fmt.Errorf("%d members of %d", len(all), there)
					}
					return err
				})
				if err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for i := range 500 {
		mustUpdate(t, s, at(2, 9), func(tx *Tx) error {
			if i%3 == 2 {
				return tx.DeleteMember(int64(i))
			}
			return tx.PutMember(report.Member{ID: int64(i + 1)})
		})
	}
	close(done)
	looking.Wait()
}

// The same holds of the examples that were returned, whichever way they come
// and go.
func TestReturnedAreThoseOfNow(t *testing.T) {
	s := mustOpen(t)
	seed(t, s)
	look := func(want int) {
		t.Helper()
		for range 2 {
			mustView(t, s, at(2, 8), func(tx *Snapshot) error {
				if all, err := tx.Returned(); err != nil || len(all) != want {
					t.Errorf("%d returned, %v, want %d", len(all), err, want)
				}
				return nil
			})
		}
	}
	var number string
	set := func(review report.Review) {
		t.Helper()
		mustUpdate(t, s, at(2, 9), func(tx *Tx) error {
			e, err := tx.Example(number)
			if err != nil {
				return err
			}
			e.Review = review
			return tx.PutExample(e)
		})
	}
	mustUpdate(t, s, at(2, 8), func(tx *Tx) error {
		e, err := tx.NewExample(report.Example{Unit: "PT1", Periods: []report.Period{november}, Sent: tx.Now, Received: tx.Now, Review: report.Received})
		number = e.Number
		return err
	})
	look(0)
	set(report.Returned)
	look(1)
	mustUpdate(t, s, at(2, 10), func(tx *Tx) error { // completed
		e, err := tx.Example(number)
		if err != nil {
			return err
		}
		e.Review, e.Content.Name = report.Received, "Vàng A Páo"
		if _, err := tx.NewVersion(e); err != nil {
			return err
		}
		if all, err := tx.Returned(); err != nil || len(all) != 0 {
			t.Errorf("the change itself finds %d, %v", len(all), err)
		}
		return nil
	})
	look(0)
	set(report.Returned)
	set(report.Withdrawn)
	look(0)
}
