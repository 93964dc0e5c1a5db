package scheduler

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/storage"
	"guongsang/storage/disk"
)

// A place is one key of one bucket of the store.
type place struct{ bucket, key string }

// closed lets fn work on the store's file, which is closed meanwhile.
func (h *house) closed(fn func(*bolt.Tx) error) {
	h.t.Helper()
	dir, rules := h.Store.Dir(), h.rules()
	if err := h.Store.Close(); err != nil {
		h.t.Fatal(err)
	}
	db, err := bolt.Open(filepath.Join(dir, disk.FileName), 0o600, nil)
	if err != nil {
		h.t.Fatal(err)
	}
	if err := errors.Join(db.Update(fn), db.Close()); err != nil {
		h.t.Fatal(err)
	}
	if h.Store, err = storage.Open(dir, rules); err != nil {
		h.t.Fatal(err)
	}
	h.t.Cleanup(func() { h.Store.Close() })
	h.refs = nil
	h.watch()
}

// contents is all that the store holds.
func (h *house) contents() map[place]string {
	h.t.Helper()
	all := map[place]string{}
	h.closed(func(tx *bolt.Tx) error {
		return tx.ForEach(func(bucket []byte, b *bolt.Bucket) error {
			return b.ForEach(func(k, v []byte) error {
				all[place{string(bucket), string(k)}] = string(v)
				return nil
			})
		})
	})
	return all
}

// manifold is a house in which one tick has something of every part to do.
func manifold(t *testing.T) *house {
	t.Helper()
	h := newPaperHouse(t, "2026-11-01 08:00")
	h.Ladder = standardLadder()
	h.Picture = "board"
	h.Digests = []Digest{officerDigest("0 8 20 * *")}
	h.Digests[0].Files = []string{"report", "workbook"}
	h.Backup = Backup{When: mustSpec("0 8 20 * *"), Make: func(context.Context, time.Time) error { return nil }}
	h.update(at(t, "2026-11-02 08:00"), func(tx *storage.Tx) error {
		e, err := tx.NewExample(report.Example{Unit: "PT1", By: 1, Periods: []report.Period{november.Add(-1)}, Received: tx.Now, Sent: tx.Now})
		e.Review, e.Due, e.RuleAt = report.Returned, report.NewDate(2026, 11, 20), tx.Now
		return errors.Join(err, tx.PutExample(e), tx.PutSnooze(4, at(t, "2026-11-03 15:00")))
	})
	h.Tick(at(t, "2026-11-02 08:00")) // from when the rules of the clock count
	return h
}

// Whichever record of a tick the disk refuses, the log says so; and once it
// takes it, the next tick has done all, and nothing twice.
func TestARefusedWriteIsMadeGood(t *testing.T) {
	now := at(t, "2026-11-20 08:00")
	whole := manifold(t)
	before := whole.contents()
	whole.Tick(now)
	after := whole.contents()
	var added []place
	for p := range after {
		if _, old := before[p]; !old {
			added = append(added, p)
		}
	}
	if len(added) < 20 || len(whole.lines) > 0 {
		t.Fatalf("a tick adds %d records; the log: %s", len(added), whole.lines)
	}
	for _, p := range added {
		h := manifold(t)
		h.closed(func(tx *bolt.Tx) error {
			_, err := tx.Bucket([]byte(p.bucket)).CreateBucket([]byte(p.key))
			return err
		})
		h.Tick(now)
		if !contains(h.lines, "level=ERROR") {
			t.Errorf("%s %q is refused, and the log says %q", p.bucket, p.key, h.lines)
		}
		h.closed(func(tx *bolt.Tx) error { return tx.Bucket([]byte(p.bucket)).DeleteBucket([]byte(p.key)) })
		h.Tick(now)
		got := h.contents()
		for _, all := range []map[place]string{got, after} { // numbers are given in the order of writing
			maps.DeleteFunc(all, func(p place, _ string) bool { return slices.Contains([]string{"outbox", "jobs"}, p.bucket) })
		}
		if !maps.Equal(got, after) {
			t.Errorf("%s %q was refused once: %d records in the end, want %d", p.bucket, p.key, len(got), len(after))
		}
	}
}

// A store that is closed is said by every part, and by whoever looks ahead.
func TestAClosedStoreIsSaid(t *testing.T) {
	h := manifold(t)
	if err := h.Store.Close(); err != nil {
		t.Fatal(err)
	}
	h.Tick(at(t, "2026-11-20 08:00"))
	for _, part := range []string{"reminders", "digests", "pictures", "backup", "housekeeping"} {
		if !contains(h.lines, "part="+part+" ") {
			t.Errorf("nothing is said of the %s: %s", part, strings.Join(h.lines, ""))
		}
	}
	if _, err := h.Ahead(at(t, "2026-11-20 08:00"), at(t, "2026-11-30 08:00")); err == nil {
		t.Error("a future is foreseen")
	}
}

// In a minute in which nothing is due nothing is written.
func TestAnIdleTickWritesNothing(t *testing.T) {
	h := manifold(t)
	h.Tick(at(t, "2026-11-20 08:00"))
	file := filepath.Join(h.Store.Dir(), disk.FileName)
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, when := range []string{"2026-11-20 08:01", "2026-11-20 12:00", "2026-11-20 20:00"} {
		h.Tick(at(t, when))
		if after, err := os.ReadFile(file); err != nil || !bytes.Equal(before, after) {
			t.Errorf("the tick at %s wrote something: %v", when, err)
		}
	}
}
