package storage

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"guongsang/storage/disk"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// claimed lets the only waiting row have its turn.
func claimed(t *testing.T, s *Store, now time.Time) Row {
	t.Helper()
	row, ok, err := s.Claim(now, waitingRef(s))
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	return row
}

// A try that is known to have failed is over: whatever often the process starts
// before the next, the row is no orphan.
func TestAFailedTryIsNoOrphan(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 1, Key: "k", Class: Bulk})
	row := claimed(t, s, at(1, 9))
	must(t, s.FinishAll(at(1, 9), []Row{row}, []Result{{Fate: Retry, NotBefore: at(1, 10)}}, true, nil))
	for range 3 {
		must(t, s.Rescue(at(1, 9)))
	}
	if row := claimed(t, s, at(1, 10)); row.Doubts != 0 || row.Tries != 2 {
		t.Errorf("%d tries, %d of them in doubt", row.Tries, row.Doubts)
	}
}

// Of a reminder that was twice cut short nobody knows whether it arrived, and the
// agency reads why.
func TestWhyARescuedRowIsUnsure(t *testing.T) {
	s := mustOpen(t)
	mustPut(t, s, Row{Chat: 1, Key: "k", Class: Bulk})
	for hour := range 2 {
		claimed(t, s, at(1, 9+hour))
		must(t, s.Rescue(at(1, 9+hour)))
	}
	if d, ok := delivery(t, s, "k"); !ok || d.Fate != Unsure || d.Tries != 2 || !strings.Contains(d.Why, "process ended") {
		t.Errorf("%+v", d)
	}
	if refs := outbox(t, s); len(refs) != 0 {
		t.Errorf("waiting: %+v", refs)
	}
}

// An entry without a byte, as a damaged disk leaves it, does not keep an older
// store from being brought up to date, nor anything else from being there.
func TestUnwrapInboxWithAnEmptyEntry(t *testing.T) {
	dir := t.TempDir()
	s := mustOpenAt(t, dir)
	mustUpdate(t, s, at(1, 9), func(tx *Tx) error {
		older, err := json.Marshal(Item{ID: 6, Raw: []byte(`{"a":1}`), At: at(1, 7)})
		return errors.Join(err,
			kv.PutRaw(tx, layout.BucketInbox, layout.Key(0), nil),
			kv.PutRaw(tx, layout.BucketInbox, layout.Key(1), older),
			kv.PutRaw(tx, layout.BucketMeta, layout.Key("version"), layout.Key(2)))
	})
	must(t, s.Close())
	s = mustOpenAt(t, dir)
	items, _, err := s.turns(10)
	if err != nil || len(items) != 2 || len(items[0].Raw) != 0 || items[1].ID != 6 || string(items[1].Raw) != `{"a":1}` {
		t.Errorf("%+v, %v", items, err)
	}
}

// A file of a backup that changes between the check and the copy is not brought
// back, and the store stays what it was.
func TestRestoreOfWhatChangesMeanwhile(t *testing.T) {
	_, b, names := restorable(t)
	to := t.TempDir()
	put(t, to, disk.FileName, "the store before")
	change := func(path string) error {
		if err := disk.VerifyFile(path); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(b.Path, filepath.FromSlash(b.Media[0].Name)), []byte("another"), 0o600)
	}
	if _, err := disk.Restore(b.Path, to, at(21, 9), change); !errors.Is(err, disk.ErrBackup) {
		t.Fatalf("got %v", err)
	}
	if before, err := os.ReadFile(filepath.Join(to, disk.FileName)); err != nil || string(before) != "the store before" {
		t.Errorf("the store is %q, %v", before, err)
	}
	for _, name := range names {
		if content, err := os.ReadFile(filepath.Join(to, name)); err == nil && string(content) == "another" {
			t.Errorf("%s was brought back changed", name)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(to, disk.FileName+"*")); len(left) != 1 {
		t.Errorf("left behind: %q", left)
	}
}
