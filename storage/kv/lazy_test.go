package kv

import (
	"testing"
	"testing/synctest"
	"time"
)

// What lazy shares the commit of somebody who waits, and gets its own when
// nobody comes.
func TestLazyUpdateSharesOrIsCommittedInTheEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		db := mustOpen(t)
		ride := func(name string) <-chan error {
			done := make(chan error, 1)
			go func() { done <- db.UpdateLazily(put(name)) }()
			synctest.Wait()
			return done
		}
		before, began := commits(t, db), time.Now()
		done := ride("shared")
		mustUpdate(t, db, put("waited for"))
		if err := <-done; err != nil {
			t.Fatal(err)
		}
		if n, took := commits(t, db)-before, time.Since(began); n != 1 || took != 0 {
			t.Errorf("together %d commits after %v, want 1 at once", n, took)
		}
		before, began = commits(t, db), time.Now()
		if err := <-ride("alone"); err != nil {
			t.Fatal(err)
		}
		if n, took := commits(t, db)-before, time.Since(began); n != 1 || took != lazyPatience {
			t.Errorf("alone %d commits after %v, want 1 after %v", n, took, lazyPatience)
		}
	})
}

// While a lazy change is being committed the store is busy, so that nobody
// commits beside it, and afterwards it is not.
func TestALazyUpdateLeads(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		db := mustOpen(t)
		busy := false
		err := db.UpdateLazily(func(w WriteTx, shared any) error {
			busy = db.Busy()
			return put("m")(w, shared)
		})
		if err != nil || !busy || db.Busy() {
			t.Errorf("busy during the commit %t, after it %t: %v", busy, db.Busy(), err)
		}
		// One that comes while another commit is under way is committed by whoever
		// leads, so that the store stays busy.
		release := held(db)
		done := make(chan error, 1)
		busy = false
		go func() {
			done <- db.UpdateLazily(func(w WriteTx, shared any) error {
				busy = db.Busy()
				return put("n")(w, shared)
			})
		}()
		time.Sleep(2 * lazyPatience)
		if !db.Busy() {
			t.Error("not busy while a commit is under way")
		}
		release()
		err = <-done
		synctest.Wait() // whoever led is told of the end after those who waited
		if err != nil || !busy || !marked(t, db, "n") || db.Busy() {
			t.Errorf("%v, busy %t and then %t", err, busy, db.Busy())
		}
	})
}

// The end of somebody else's commit gives a lazy change none of its own before
// its time.
func TestALazyUpdateIsPatient(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		db := mustOpen(t)
		began, done := time.Now(), make(chan error, 1)
		mustUpdate(t, db, func(w WriteTx, shared any) error {
			shared.(*asides).after = append(shared.(*asides).after, func() { // the commit is made
				go func() { done <- db.UpdateLazily(put("lazy")) }()
				lineUp(db, 1)
			})
			return nil
		})
		if err := <-done; err != nil || time.Since(began) != lazyPatience {
			t.Errorf("committed after %v: %v", time.Since(began), err)
		}
	})
}
