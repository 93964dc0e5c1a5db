package storage

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// Whatever ids come, in whatever order, each is new once.
func TestEachUpdateIsSeenOnce(t *testing.T) {
	s := mustOpen(t)
	undone := errors.New("undone")
	rapid.Check(t, func(t *rapid.T) {
		base := rapid.Int64Range(-3, 1<<40).Draw(t, "base") * 100
		ids := rapid.SliceOfN(rapid.Int64Range(0, 30), 1, 60).Draw(t, "ids")
		err := s.Update(at(1, 9), func(tx *Tx) error {
			known := map[int64]bool{}
			for _, id := range ids {
				u := Incoming{ID: base + id}
				if got := tx.seen(u); got != known[id] {
					t.Errorf("of %v, id %d is seen: %t", ids, id, got)
				}
				if !known[id] {
					if err := tx.see(u); err != nil {
						return err
					}
				}
				known[id] = true
			}
			return undone
		})
		if !errors.Is(err, undone) {
			t.Fatal(err)
		}
	})
}

// Ids that follow one another are a few runs, so that each is forgotten in time,
// also where the clock was set back.
func TestRunsOfUpdates(t *testing.T) {
	s := mustOpen(t)
	id := int64(0)
	see := func(now time.Time) {
		mustUpdate(t, s, now, func(tx *Tx) error {
			id++
			return tx.see(Incoming{ID: id})
		})
	}
	runs := func() (n int) {
		mustView(t, s, at(1, 9), func(tx *Snapshot) error {
			n = kv.Count(tx, layout.BucketSeen)
			return nil
		})
		return n
	}
	for tens := range 6 * 24 { // one in ten minutes
		see(at(1, 0).Add(time.Duration(tens) * 10 * time.Minute))
	}
	if n := runs(); n != 4 {
		t.Errorf("a day is %d runs", n)
	}
	see(at(9, 0)) // by a clock that was wrong
	for hour := range 48 {
		see(at(2, hour))
	}
	if err := s.Forget(at(4, 0)); err != nil {
		t.Fatal(err)
	}
	mustView(t, s, at(4, 0), func(tx *Snapshot) error {
		for old, want := range map[int64]bool{1: false, 6 * 6: false, 6 * 24: false, 6*24 + 2: true, id: true} {
			if got := tx.seen(Incoming{ID: old}); got != want {
				t.Errorf("id %d of %d is known: %t", old, id, got)
			}
		}
		return nil
	})
}

// What was kept of each update alone is known after the migration.
func TestSeenUpdatesBecomeRuns(t *testing.T) {
	s := mustOpen(t)
	mustUpdate(t, s, at(1, 9), func(tx *Tx) error {
		for id := int64(7); id < 10; id++ {
			if err := kv.PutRaw(tx, layout.BucketSeen, layout.Key(id, 0), layout.Key(tx.Now)); err != nil {
				return err
			}
		}
		return nil
	})
	backTo(t, s, 13)
	if err := s.migrate(); err != nil {
		t.Fatal(err)
	}
	mustUpdate(t, s, at(1, 10), func(tx *Tx) error {
		for id := int64(6); id < 11; id++ {
			if got, want := tx.seen(Incoming{ID: id}), id >= 7 && id < 10; got != want {
				t.Errorf("id %d is seen: %t", id, got)
			}
		}
		return tx.see(Incoming{ID: 10})
	})
	if err := s.Forget(at(3, 10).Add(-time.Minute)); err != nil {
		t.Fatal(err)
	}
	mustView(t, s, at(3, 10), func(tx *Snapshot) error {
		if tx.seen(Incoming{ID: 8}) || !tx.seen(Incoming{ID: 10}) {
			t.Error("ids are not forgotten when they are 48 h old")
		}
		return nil
	})
}
