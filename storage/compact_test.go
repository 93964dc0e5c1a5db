package storage

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/report"
	"guongsang/storage/disk"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
	"guongsang/storage/records"
)

// emptied makes a store of which most was deleted again.
func emptied(t *testing.T, s *Store, megabytes int) {
	t.Helper()
	text := strings.Repeat("x", 1<<20)
	mustUpdate(t, s, at(1, 8), func(tx *Tx) (err error) {
		for range megabytes {
			err = errors.Join(err, tx.Audit(1, "wrote", report.Ref{How: text}))
		}
		return err
	})
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		var keys [][]byte
		err := kv.Each(tx, layout.BucketAudit, nil, func(k, _ []byte) error {
			keys = append(keys, append([]byte(nil), k...))
			return nil
		})
		for _, k := range keys[1:] {
			err = errors.Join(err, kv.Delete(tx, layout.BucketAudit, k))
		}
		return err
	})
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error { return tx.Audit(1, "wrote", report.Ref{How: "last"}) })
}

func TestCompact(t *testing.T) {
	dir := t.TempDir()
	s := mustOpenAt(t, dir)
	putUnits(t, s, 85)
	emptied(t, s, 6)
	if _, err := disk.Compact(dir, disk.VerifyFile); !errors.Is(err, disk.ErrBusy) {
		t.Errorf("of an open store: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, disk.FileName)
	pages, err := disk.FilePages(path)
	if err != nil || pages.Free < 4<<20 || pages.Worth() {
		t.Errorf("before: %+v, %v", pages, err)
	}
	c, err := disk.Compact(dir, disk.VerifyFile)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || c.After != info.Size() || c.Before < 6<<20 || c.After > 3<<20 || info.Mode().Perm() != 0o600 {
		t.Errorf("%+v, file %v, %v", c, info, err)
	}
	if !disk.ClosedInOrder(dir) {
		t.Error("what was just verified is to be verified again")
	}
	s = mustOpenAt(t, dir)
	mustView(t, s, at(1, 9), func(tx *Snapshot) error {
		page, err := tx.AuditLog(records.AuditQuery{}, 0)
		lines := page.Lines
		if len(lines) != 2 || lines[0].Ref.How != "last" || tx.Directory().Len() != 85 {
			t.Errorf("%d lines, %d units", len(lines), tx.Directory().Len())
		}
		return err
	})
	mustUpdate(t, s, at(1, 9), func(tx *Tx) error { // sequences go on
		seq, err := kv.Next(tx, layout.BucketAudit)
		if seq != 8 {
			t.Errorf("audit goes on with %d", seq)
		}
		return err
	})
}

// Whatever goes wrong, the store in place stays.
func TestCompactNothingLost(t *testing.T) {
	dir := t.TempDir()
	s := mustOpenAt(t, dir)
	putUnits(t, s, 85)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, disk.FileName)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	odd := errors.New("odd")
	for n := range 2 {
		calls := 0
		_, err := disk.Compact(dir, func(string) error {
			if calls++; calls > n {
				return odd
			}
			return nil
		})
		if !errors.Is(err, odd) {
			t.Errorf("verification %d: %v", n, err)
		}
		after, err := os.ReadFile(path)
		if err != nil || string(after) != string(before) {
			t.Errorf("verification %d: the store was touched, %v", n, err)
		}
		if entries, _ := os.ReadDir(dir); len(entries) != 2 {
			t.Errorf("verification %d: left %v", n, entries)
		}
	}
	if _, err := disk.Compact(t.TempDir(), disk.VerifyFile); err == nil {
		t.Error("compacted nothing")
	}
}

// At a clean stop a file is compacted that is mostly free and not small.
func TestCloseCompacted(t *testing.T) {
	for megabytes, want := range map[int]bool{4: false, 70: true} {
		dir := t.TempDir()
		s := mustOpenAt(t, dir)
		putUnits(t, s, 3)
		emptied(t, s, megabytes)
		c, err := s.CloseCompacted()
		if err != nil || (c.After > 0) != want || want && c.After > c.Before/8 {
			t.Errorf("%d MB: %+v, %v", megabytes, c, err)
		}
		if !disk.ClosedInOrder(dir) {
			t.Errorf("%d MB: not in order", megabytes)
		}
		if s = mustOpenAt(t, dir); s.Directory().Len() != 3 {
			t.Errorf("%d MB: %d units", megabytes, s.Directory().Len())
		}
	}
}
