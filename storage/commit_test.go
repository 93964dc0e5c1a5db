package storage

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
)

// commits is how many transactions the store has committed.
func commits(tb testing.TB, s *Store) (n int) {
	tb.Helper()
	err := s.db.View(func(tx *bolt.Tx) error {
		n = tx.ID()
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

// held makes the next Update wait in its function until release, so that others
// line up behind it.
func held(s *Store) (release func()) {
	entered, leave, done := make(chan struct{}), make(chan struct{}), make(chan error)
	go func() {
		var once sync.Once
		done <- s.Update(at(1, 8), func(*Tx) error {
			once.Do(func() {
				close(entered)
				<-leave
			})
			return nil
		})
	}()
	<-entered
	return func() {
		close(leave)
		<-done
	}
}

// lineUp waits until n changes stand in line.
func lineUp(s *Store, n int) {
	for {
		s.mu.Lock()
		waiting := len(s.waiting)
		s.mu.Unlock()
		if waiting == n {
			return
		}
		runtime.Gosched()
	}
}

// together runs the functions as changes that share a commit, if they succeed.
func together(s *Store, fns ...func(*Tx) error) []error {
	release := held(s)
	errs := make([]error, len(fns))
	var wg sync.WaitGroup
	for i, fn := range fns {
		wg.Go(func() { errs[i] = s.Update(at(1, 9), fn) })
		lineUp(s, i+1)
	}
	release()
	wg.Wait()
	return errs
}

func putMarkNamed(name string) func(*Tx) error {
	return func(tx *Tx) error { return tx.PutMark(name, tx.Now) }
}

func marked(t *testing.T, s *Store, name string) (ok bool) {
	t.Helper()
	mustView(t, s, at(1, 9), func(tx *Tx) error {
		ok = !tx.Mark(name).IsZero()
		return nil
	})
	return ok
}

// Whoever comes before a commit is written joins it.
func TestThoseWhoComeInTimeShareACommit(t *testing.T) {
	s := mustOpen(t)
	before := commits(t, s)
	var fns []func(*Tx) error
	for i := range 50 {
		fns = append(fns, putMarkNamed(fmt.Sprint(i)))
	}
	for _, err := range together(s, fns...) {
		if err != nil {
			t.Error(err)
		}
	}
	if n := commits(t, s) - before; n != 1 {
		t.Errorf("%d commits, want 1 for all", n)
	}
	for i := range 50 {
		if !marked(t, s, fmt.Sprint(i)) {
			t.Errorf("change %d is lost", i)
		}
	}
}

func TestAGroupIsBounded(t *testing.T) {
	s := mustOpen(t)
	before := commits(t, s)
	fns := make([]func(*Tx) error, 2*maxGroup+1)
	for i := range fns {
		fns[i] = putMarkNamed(fmt.Sprint(i))
	}
	together(s, fns...)
	if n := commits(t, s) - before; n != 3 {
		t.Errorf("%d commits, want 3", n)
	}
}

// Whoever comes too late for a commit shares the next one.
func TestThoseWhoComeLateShareTheNextCommit(t *testing.T) {
	s := mustOpen(t)
	before := commits(t, s)
	var late sync.WaitGroup
	err := s.Update(at(1, 8), func(tx *Tx) error {
		tx.g.after = append(tx.g.after, func() {
			for i := range 50 {
				late.Go(func() {
					if err := s.Update(at(1, 9), putMarkNamed(fmt.Sprint(i))); err != nil {
						t.Error(err)
					}
				})
			}
			lineUp(s, 50)
		})
		return nil
	})
	late.Wait()
	if n := commits(t, s) - before; err != nil || n != 2 {
		t.Errorf("%d commits, %v", n, err)
	}
}

// A function that fails or panics is undone alone, with all it did before.
func TestFailuresInAGroupAreUndoneAlone(t *testing.T) {
	s := mustOpen(t)
	odd := errors.New("odd")
	var told []Ref
	if _, err := s.Watch(func(refs []Ref) { told = append(told, refs...) }); err != nil {
		t.Fatal(err)
	}
	runs := 0
	row := func(chat int64, then func() error) func(*Tx) error {
		return func(tx *Tx) error {
			if _, err := tx.Put(Row{Chat: chat, Key: fmt.Sprint("k", chat)}); err != nil {
				return err
			}
			return then()
		}
	}
	errs := together(s,
		row(1, func() error { runs++; return nil }),
		row(2, func() error { return odd }),
		row(3, func() error { panic("boom") }),
		row(4, func() error { var none []int; return fmt.Errorf("%d", none[len(told)]) }),
		row(5, func() error { return nil }),
	)
	if errs[0] != nil || errs[4] != nil {
		t.Errorf("the good ones got %v and %v", errs[0], errs[4])
	}
	if !errors.Is(errs[1], odd) {
		t.Errorf("the failing one got %v", errs[1])
	}
	for _, err := range errs[2:4] {
		var p *PanicError
		if !errors.As(err, &p) || len(p.Stack) == 0 {
			t.Errorf("a panicking one got %v", err)
		}
	}
	if runs != 4 {
		t.Errorf("the first ran %d times: once more for each that failed", runs)
	}
	if len(told) != 2 || told[0].Chat != 1 || told[1].Chat != 5 {
		t.Errorf("watchers were told of %+v", told)
	}
	mustView(t, s, at(1, 9), func(tx *Tx) error {
		for chat := range 5 {
			_, ok, err := tx.Delivery(fmt.Sprint("k", chat+1))
			if err != nil {
				return err
			}
			if want := chat == 0 || chat == 4; ok != want {
				t.Errorf("row of chat %d is there: %v", chat+1, ok)
			}
		}
		return nil
	})
}

func TestAlonePanicLeavesTheStoreUsable(t *testing.T) {
	s := mustOpen(t)
	for range 3 {
		var p *PanicError
		if err := s.Update(at(1, 8), func(*Tx) error { panic("boom") }); !errors.As(err, &p) {
			t.Fatalf("got %v", err)
		}
	}
	mustUpdate(t, s, at(1, 8), putMarkNamed("after"))
	if !marked(t, s, "after") {
		t.Error("nothing written after a panic")
	}
}

// What the disk refuses is told to all of the group as such.
func TestCommitErrorReachesAll(t *testing.T) {
	s := mustOpen(t)
	if err := s.db.Close(); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			var commit *CommitError
			if err := s.Update(at(1, 8), putMarkNamed("x")); !errors.As(err, &commit) {
				t.Errorf("got %v", err)
			}
		})
	}
	wg.Wait()
}

// Each caller sees its own change as soon as Update returns, and later changes
// see those before.
func TestCountingTogether(t *testing.T) {
	s := mustOpen(t)
	const callers, rounds = 20, 20
	var wg sync.WaitGroup
	for range callers {
		wg.Go(func() {
			for range rounds {
				err := s.Update(at(1, 8), func(tx *Tx) error { return tx.PutMark("n", tx.Mark("n").Add(time.Second)) })
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	mustView(t, s, at(1, 9), func(tx *Tx) error {
		if n := tx.Mark("n").Sub(time.Time{}) / time.Second; n != callers*rounds {
			t.Errorf("counted %d of %d", n, callers*rounds)
		}
		return nil
	})
}
