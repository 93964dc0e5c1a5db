package kv

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/storage/disk"
	"guongsang/storage/layout"
)

// commits is how many transactions the store has committed.
func commits(tb testing.TB, db *DB) (n int) {
	tb.Helper()
	err := db.View(func(l ReadTx) error {
		n = l.ID()
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

// held makes the next Update wait in its function until release, so that others
// line up behind it.
func held(db *DB) (release func()) {
	entered, leave, done := make(chan struct{}), make(chan struct{}), make(chan error)
	go func() {
		var once sync.Once
		done <- db.Update(func(w WriteTx, shared any) error {
			once.Do(func() {
				close(entered)
				<-leave
			})
			shared.(*asides).marks = append(shared.(*asides).marks, "held")
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
func lineUp(db *DB, n int) {
	for {
		db.mu.Lock()
		waiting := len(db.waiting)
		db.mu.Unlock()
		if waiting == n {
			return
		}
		runtime.Gosched()
	}
}

// together runs the functions as changes that share a commit, if they succeed.
func together(db *DB, fns ...func(WriteTx, any) error) []error {
	release := held(db)
	errs := make([]error, len(fns))
	var wg sync.WaitGroup
	for i, fn := range fns {
		wg.Go(func() { errs[i] = db.Update(fn) })
		lineUp(db, i+1)
	}
	release()
	wg.Wait()
	return errs
}

// Whoever comes before a commit is written joins it.
func TestThoseWhoComeInTimeShareACommit(t *testing.T) {
	db := mustOpen(t)
	before := commits(t, db)
	var fns []func(WriteTx, any) error
	for i := range 50 {
		fns = append(fns, put(fmt.Sprint(i)))
	}
	for _, err := range together(db, fns...) {
		if err != nil {
			t.Error(err)
		}
	}
	if n := commits(t, db) - before; n != 1 {
		t.Errorf("%d commits, want 1 for all", n)
	}
	for i := range 50 {
		if !marked(t, db, fmt.Sprint(i)) {
			t.Errorf("change %d is lost", i)
		}
	}
}

func TestAGroupIsBounded(t *testing.T) {
	db := mustOpen(t)
	before := commits(t, db)
	fns := make([]func(WriteTx, any) error, 2*maxGroup+1)
	for i := range fns {
		fns[i] = put(fmt.Sprint(i))
	}
	together(db, fns...)
	if n := commits(t, db) - before; n != 3 {
		t.Errorf("%d commits, want 3", n)
	}
}

// Whoever comes too late for a commit shares the next one.
func TestThoseWhoComeLateShareTheNextCommit(t *testing.T) {
	db := mustOpen(t)
	before := commits(t, db)
	var late sync.WaitGroup
	err := db.Update(func(w WriteTx, shared any) error {
		shared.(*asides).after = append(shared.(*asides).after, func() {
			for i := range 50 {
				late.Go(func() {
					if err := db.Update(put(fmt.Sprint(i))); err != nil {
						t.Error(err)
					}
				})
			}
			lineUp(db, 50)
		})
		return nil
	})
	late.Wait()
	if n := commits(t, db) - before; err != nil || n != 2 {
		t.Errorf("%d commits, %v", n, err)
	}
}

// A function that fails or panics is undone alone, with all it did before.
func TestFailuresInAGroupAreUndoneAlone(t *testing.T) {
	var told []string
	db := mustOpen(t)
	db.options.Committed = func(shared any) { told = append(told, shared.(*asides).marks...) }
	odd := errors.New("odd")
	runs := 0
	mark := func(name string, then func() error) func(WriteTx, any) error {
		return func(w WriteTx, shared any) error {
			if err := put(name)(w, shared); err != nil {
				return err
			}
			return then()
		}
	}
	errs := together(db,
		mark("1", func() error { runs++; return nil }),
		mark("2", func() error { return odd }),
		mark("3", func() error { panic("boom") }),
		mark("4", func() error { var none []int; return fmt.Errorf("%d", none[len(told)]) }),
		mark("5", func() error { return nil }),
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
	if fmt.Sprint(told) != "[held 1 5]" {
		t.Errorf("those concerned were told of %q", told)
	}
	for _, name := range []string{"1", "2", "3", "4", "5"} {
		if want := name == "1" || name == "5"; marked(t, db, name) != want {
			t.Errorf("mark %s is there: %t", name, !want)
		}
	}
}

func TestAlonePanicLeavesTheStoreUsable(t *testing.T) {
	db := mustOpen(t)
	for range 3 {
		var p *PanicError
		if err := db.Update(func(WriteTx, any) error { panic("boom") }); !errors.As(err, &p) {
			t.Fatalf("got %v", err)
		}
	}
	mustUpdate(t, db, put("after"))
	if !marked(t, db, "after") {
		t.Error("nothing written after a panic")
	}
}

// A page that makes no sense ends the change that came upon it, as such.
func TestAPageThatCannotBeReadEndsItsChange(t *testing.T) {
	db := mustOpen(t)
	err := db.Update(func(WriteTx, any) error {
		var none *bolt.Bucket
		none.Get([]byte("x")) // bbolt itself panics, as at a page of nonsense
		return nil
	})
	if !errors.Is(err, disk.ErrDamaged) {
		t.Errorf("got %v", err)
	}
}

// What the disk refuses is told to all of the group as such.
func TestCommitErrorReachesAll(t *testing.T) {
	db := mustOpen(t)
	if err := db.bolt.Close(); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			var commit *CommitError
			if err := db.Update(put("x")); !errors.As(err, &commit) {
				t.Errorf("got %v", err)
			}
		})
	}
	wg.Wait()
}

// Each caller sees its own change as soon as Update returns, and later changes
// see those before.
func TestCountingTogether(t *testing.T) {
	db := mustOpen(t)
	const callers, rounds = 20, 20
	count := func(r Reader) (n int) {
		if err := Get(r, bucket, layout.Key("n"), &n); err != nil && !errors.Is(err, ErrNotFound) {
			t.Error(err)
		}
		return n
	}
	var wg sync.WaitGroup
	for range callers {
		wg.Go(func() {
			for range rounds {
				err := db.Update(func(w WriteTx, _ any) error { return Put(w, bucket, layout.Key("n"), count(w)+1) })
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	err := db.View(func(l ReadTx) error {
		if n := count(l); n != callers*rounds {
			t.Errorf("counted %d of %d", n, callers*rounds)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// A change that fails alone costs no commit.
func TestAFailingChangeCostsNoCommit(t *testing.T) {
	db := mustOpen(t)
	before := commits(t, db)
	if err := db.Update(func(WriteTx, any) error { return errUndo }); err == nil || commits(t, db) != before {
		t.Errorf("%v after %d commits", err, commits(t, db)-before)
	}
}

// What the errors of a commit say, and what they hide from errors.Is: nothing.
func TestErrorsOfACommit(t *testing.T) {
	commit := &CommitError{os.ErrPermission}
	if commit.Error() != "committing: permission denied" || !errors.Is(commit, os.ErrPermission) {
		t.Errorf("%v", commit)
	}
	if got := (&PanicError{Value: "boom"}).Error(); got != "panic: boom" {
		t.Errorf("%q", got)
	}
}
