package storage

import (
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// A librarian reads the answers to updates below 100, however long that takes,
// and handles all others.
type librarian struct {
	clerk
	before func(id int64) // the answer is read
}

func (l *librarian) Prepare(_ *Snapshot, item *Item) bool { return item.ID < 100 }

func (l *librarian) Answer(_ *Snapshot, item *Item) {
	l.before(item.ID)
	item.Prepared = fmt.Sprint("answer ", item.ID)
}

func (l *librarian) Handle(tx *Tx, item Item) error {
	if item.ID < 100 && item.Prepared != fmt.Sprint("answer ", item.ID) {
		return errors.New("handled before it was read")
	}
	return l.clerk.Handle(tx, item)
}

// roomy is a store whose file need not grow, for which it would wait until nobody
// reads.
func roomy(t *testing.T) *Store {
	s := mustOpen(t)
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		return kv.PutRaw(tx, layout.BucketMeta, layout.Key("ballast"), make([]byte, 1<<18))
	})
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error { return kv.Delete(tx, layout.BucketMeta, layout.Key("ballast")) })
	return s
}

// While somebody's answer is read, the writer is free and all others are served;
// what else that person sent waits for it.
func TestReadingHoldsNobodyUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := roomy(t)
		enough := make(chan struct{})
		l := &librarian{before: func(int64) { <-enough }}
		mustTakeIn(t, s, append(sent(7, 1, 1), sent(7, 101, 1)...))
		mustTakeIn(t, s, sent(8, 102, 1))
		if n := mustWork(t, s, 10, l); n != 1 || fmt.Sprint(l.seen) != "[102]" {
			t.Errorf("handled %d, %v", n, l.seen)
		}
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			for mustWork(t, s, 10, l) > 0 {
			}
		}()
		synctest.Wait() // it waits: all that is left is for the answer
		mustUpdate(t, s, at(1, 9), putMarkNamed("saved meanwhile"))
		mustTakeIn(t, s, sent(9, 103, 1))
		synctest.Wait()
		if fmt.Sprint(l.seen) != "[102 103]" {
			t.Errorf("handled %v", l.seen)
		}
		close(enough)
		<-ended
		if fmt.Sprint(l.seen) != "[102 103 1 101]" || depths(t, s) != (Depths{}) {
			t.Errorf("handled %v, left %+v", l.seen, depths(t, s))
		}
		s.Close()
	})
}

// An answer that is read at once costs one commit; one that takes longer is
// written later, and what comes meanwhile comes in.
func TestReadingAsItComes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := roomy(t)
		pause := time.Duration(0)
		l := &librarian{before: func(int64) { time.Sleep(pause) }}
		s.Attend(l)
		before := commits(t, s)
		mustTakeIn(t, s, sent(7, 1, 1))
		if n := commits(t, s) - before; n != 1 || fmt.Sprint(l.seen) != "[1]" || depths(t, s) != (Depths{}) {
			t.Errorf("%d commits, handled %v", n, l.seen)
		}
		pause = 2 * lookPatience
		begun := time.Now()
		mustTakeIn(t, s, append(append(sent(7, 2, 1), sent(7, 101, 1)...), sent(8, 102, 1)...))
		if took := time.Since(begun); took != lookPatience || fmt.Sprint(l.seen) != "[1 102]" {
			t.Errorf("after %v handled %v", took, l.seen)
		}
		mustTakeIn(t, s, sent(7, 103, 1)) // stands in line
		for mustWork(t, s, 10, l) > 0 {
		}
		if took := time.Since(begun); took != pause || fmt.Sprint(l.seen) != "[1 102 2 101 103]" {
			t.Errorf("after %v handled %v", took, l.seen)
		}
		s.Close()
	})
}

// However many answers of a batch are read, and however long that takes, whoever came with
// them waits the same 5 ms, once; who comes later waits for none of them.
func TestManyWhoReadHoldNobodyUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := roomy(t)
		l := &librarian{before: func(int64) { time.Sleep(time.Second) }}
		s.Attend(l)
		var batch []Incoming
		for n := range int64(50) {
			batch = append(batch, sent(1000+n, n, 1)...)
		}
		begun := time.Now()
		mustTakeIn(t, s, append(batch, sent(8, 101, 1)...))
		if took := time.Since(begun); took != lookPatience || fmt.Sprint(l.seen) != "[101]" {
			t.Errorf("after %v handled %v", took, l.seen)
		}
		mustTakeIn(t, s, sent(9, 102, 1))
		if took := time.Since(begun); took != lookPatience || fmt.Sprint(l.seen) != "[101 102]" {
			t.Errorf("after %v handled %v", took, l.seen)
		}
		working := make(chan struct{})
		go func() {
			defer close(working)
			for mustWork(t, s, 10, l) > 0 {
			}
		}()
		for n := range int64(20) { // and while the answers are read and written, in rounds
			time.Sleep(300 * time.Millisecond)
			begun := time.Now()
			mustTakeIn(t, s, sent(10, 200+n, 1))
			if took := time.Since(begun); took > lookPatience {
				t.Errorf("while others read, somebody waits %v", took)
			}
		}
		<-working
		if took := time.Since(begun); len(l.seen) != 72 || took > 50/maxLookups*time.Second+2*time.Second {
			t.Errorf("after %v handled %d", took, len(l.seen))
		}
		s.Close()
	})
}

// What panics while it is read, or cannot be read for any reason, is handled as
// what writes is, and so set aside in the end.
func TestReadingThatPanics(t *testing.T) {
	s := mustOpen(t)
	l := &librarian{before: func(int64) { panic("odd") }}
	mustTakeIn(t, s, append(sent(7, 1, 1), sent(7, 101, 1)...))
	for mustWork(t, s, 10, l) > 0 {
	}
	if fmt.Sprint(l.seen) != "[101]" || depths(t, s) != (Depths{Dead: 1}) {
		t.Errorf("handled %v, left %+v", l.seen, depths(t, s))
	}
}

// What is nobody's waits for no reading: it would stand in one line.
func TestWhatIsNobodysIsNotLookedUp(t *testing.T) {
	s := mustOpen(t)
	looked := 0
	l := &librarian{before: func(int64) { looked++ }}
	mustTakeIn(t, s, append(sent(0, 101, 1), sent(0, 102, 1)...))
	mustTakeIn(t, s, sent(0, 1, 3))
	for n := 1; n > 0; {
		n, _ = s.Work(at(1, 9), 10, l)
	}
	if looked != 0 || depths(t, s).Inbox != 0 {
		t.Errorf("looked up %d times, left %+v", looked, depths(t, s))
	}
}
