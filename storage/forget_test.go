package storage

import (
	"fmt"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

func mustForget(tb testing.TB, s *Store, now time.Time) {
	tb.Helper()
	if err := s.Forget(now); err != nil {
		tb.Fatal(err)
	}
}

// What is forgotten leaves in portions, each a commit of its own, and what is
// to be remembered stays; nothing to forget costs no commit.
func TestForgettingIsDoneInPortions(t *testing.T) {
	s := mustOpen(t)
	const old = 2*portion + 300
	if portion > 500 {
		t.Errorf("whoever saves something waits for %d entries", portion)
	}
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		for id := range int64(old) {
			if err := kv.PutRaw(tx, layout.BucketSeen, layout.Key(id*7), layout.Key(tx.Now)); err != nil {
				return err
			}
		}
		return nil
	})
	putUpdates(t, s, at(3, 7), 1, 3, 5) // three runs
	before := commits(t, s)
	mustForget(t, s, at(3, 9))
	if n := commits(t, s) - before; n != 3 {
		t.Errorf("%d commits for %d ids", n, old)
	}
	mustView(t, s, at(3, 9), func(tx *Snapshot) error {
		if n := kv.Count(tx, layout.BucketSeen); n != 3 {
			t.Errorf("%d ids are known, want 3", n)
		}
		return nil
	})
	before = commits(t, s)
	mustForget(t, s, at(3, 9))
	if n := commits(t, s) - before; n != 0 {
		t.Errorf("%d commits for nothing", n)
	}
}

// The index of open invites forgets those that expired; the invites stay.
func TestExpiredInvitesLeaveTheIndex(t *testing.T) {
	s := mustOpen(t)
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		for n, days := range []int{1, 5} {
			i := report.Invite{Hash: fmt.Sprint("h", n), Post: report.Post{Role: report.Leader}, Made: tx.Now, Expires: tx.Now.AddDate(0, 0, days)}
			if err := tx.PutInvite(i); err != nil {
				return err
			}
		}
		return nil
	})
	mustForget(t, s, at(2, 8))
	mustView(t, s, at(1, 9), func(tx *Snapshot) error {
		open, err := tx.OpenInvites()
		all, allErr := tx.Invites()
		if err != nil || allErr != nil || len(open) != 1 || open[0].Hash != "h1" || len(all) != 2 {
			t.Errorf("open %+v of %d, %v %v", open, len(all), err, allErr)
		}
		return nil
	})
}
