package storage

import (
	"testing"
	"testing/synctest"
	"time"
)

// What lazy shares the commit of somebody who waits, and gets its own when
// nobody comes.
func TestLazyUpdateSharesOrIsCommittedInTheEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := mustOpen(t)
		mark := func(name string) func(*Tx) error {
			return func(tx *Tx) error { return tx.PutMark(name, at(1, 8)) }
		}
		ride := func(name string) <-chan error {
			done := make(chan error, 1)
			go func() { done <- s.UpdateLazily(at(1, 8), mark(name)) }()
			synctest.Wait()
			return done
		}
		before, began := commits(t, s), time.Now()
		done := ride("shared")
		mustUpdate(t, s, at(1, 8), mark("waited for"))
		if err := <-done; err != nil {
			t.Fatal(err)
		}
		if n, took := commits(t, s)-before, time.Since(began); n != 1 || took != 0 {
			t.Errorf("together %d commits after %v, want 1 at once", n, took)
		}
		before, began = commits(t, s), time.Now()
		if err := <-ride("alone"); err != nil {
			t.Fatal(err)
		}
		if n, took := commits(t, s)-before, time.Since(began); n != 1 || took != lazyPatience {
			t.Errorf("alone %d commits after %v, want 1 after %v", n, took, lazyPatience)
		}
	})
}

// While a lazy change is being committed the store is busy, so that nobody
// commits beside it, and afterwards it is not.
func TestALazyUpdateLeads(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := mustOpen(t)
		busy := false
		err := s.UpdateLazily(at(1, 8), func(tx *Tx) error {
			busy = s.Busy()
			return tx.PutMark("m", at(1, 8))
		})
		if err != nil || !busy || s.Busy() {
			t.Errorf("busy during the commit %t, after it %t: %v", busy, s.Busy(), err)
		}
		// One that comes while another commit is under way is committed by whoever
		// leads, so that the store stays busy.
		release := held(s)
		done := make(chan error, 1)
		busy = false
		go func() {
			done <- s.UpdateLazily(at(1, 8), func(tx *Tx) error {
				busy = s.Busy()
				return tx.PutMark("n", at(1, 8))
			})
		}()
		time.Sleep(2 * lazyPatience)
		if !s.Busy() {
			t.Error("not busy while a commit is under way")
		}
		release()
		err = <-done
		synctest.Wait() // whoever led is told of the end after those who waited
		if err != nil || !busy || !marked(t, s, "n") || s.Busy() {
			t.Errorf("%v, busy %t and then %t", err, busy, s.Busy())
		}
	})
}

// The end of somebody else's commit gives a lazy change none of its own before
// its time.
func TestALazyUpdateIsPatient(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := mustOpen(t)
		began, done := time.Now(), make(chan error, 1)
		mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
			tx.g.after = append(tx.g.after, func() { // the commit is made
				go func() { done <- s.UpdateLazily(at(1, 8), putMarkNamed("lazy")) }()
				lineUp(s, 1)
			})
			return nil
		})
		if err := <-done; err != nil || time.Since(began) != lazyPatience {
			t.Errorf("committed after %v: %v", time.Since(began), err)
		}
	})
}
