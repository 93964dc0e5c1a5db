package storage

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/disk"
)

// What nobody touched since the backup before is shared with it unread, but for
// the thirtieth part whose day it is: what the disk lost of that is copied anew.
func TestBackupReadsAThirtiethAgain(t *testing.T) {
	s := mustOpen(t)
	for n := range 90 {
		mustMedia(t, s, fmt.Sprint("u", n), fmt.Sprint("photo ", n))
	}
	dir := t.TempDir()
	first := mustBackup(t, s, dir, at(1, 2))
	for _, c := range first.Media { // the disk loses all of them
		path := filepath.Join(first.Path, c.Name)
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		put(t, first.Path, c.Name, "phoTO"+fmt.Sprint(make([]byte, 9))[:c.Size-5])
		if err := os.Chtimes(path, time.Time{}, info.ModTime()); err != nil {
			t.Fatal(err)
		}
	}
	now := at(2, 2)
	second := mustBackup(t, s, dir, now)
	read := 0
	for _, c := range second.Media {
		whole := holds(t, filepath.Join(second.Path, c.Name), c.SHA256)
		n, err := strconv.ParseUint(c.SHA256[:8], 16, 64)
		if itsDay := int64(n%30) == now.Unix()/(24*60*60)%30; whole != itsDay || err != nil {
			t.Errorf("%s: whole %t on its day %t, %v", c.Name, whole, itsDay, err)
		}
		if whole {
			read++
		}
	}
	if len(second.Media) != 90 || read == 0 || read > 15 {
		t.Errorf("%d of %d were read", read, len(second.Media))
	}
	if len(second.Missing) > 0 {
		t.Errorf("missing: %q", second.Missing)
	}
}

// A backup that is given up leaves nothing, and the next one is made.
func TestBackupGivenUp(t *testing.T) {
	s := mustOpen(t)
	mustMedia(t, s, "u1", "a photo")
	dir := t.TempDir()
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := s.Backup(ctx, dir, at(1, 2)); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left %v", left)
	}
	mustBackup(t, s, dir, at(1, 2))
}

// endsWhenAwaited is a context that ends as soon as somebody waits for its end.
type endsWhenAwaited struct {
	context.Context
	end context.CancelFunc
}

func (e endsWhenAwaited) Done() <-chan struct{} {
	e.end()
	return e.Context.Done()
}

// Nor does a stop wait until the copy of a large store was read back.
func TestBackupGivenUpWhileReadBack(t *testing.T) {
	s := mustOpen(t)
	text := strings.Repeat("x", 1<<10)
	mustUpdate(t, s, at(1, 8), func(tx *Tx) (err error) {
		for range 8 << 10 {
			err = errors.Join(err, tx.Audit(1, "wrote", report.Ref{How: text}))
		}
		return err
	})
	dir := t.TempDir()
	ctx, stop := context.WithCancel(t.Context())
	if _, err := s.Backup(endsWhenAwaited{ctx, stop}, dir, at(1, 2)); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left %v", left)
	}
}

// A backup that is being removed has lost its name: what a power cut leaves of
// it does not pass for a backup, and is swept.
func TestRemovedBackupPassesForNone(t *testing.T) {
	s := mustOpen(t)
	dir := t.TempDir()
	kept := mustBackup(t, s, dir, at(1, 2))
	old := mustBackup(t, s, dir, at(2, 2))
	if err := os.Rename(old.Path, old.Path+".part"); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(old.Path+".part", disk.FileName)); err != nil {
		t.Fatal(err)
	}
	if got := disk.Backups(dir); !slices.Equal(got, []string{kept.Path}) {
		t.Errorf("backups: %q", got)
	}
	if err := disk.SweepBackups(dir); err != nil {
		t.Fatal(err)
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left %v", entries)
	}
}

// holds reports whether a file has that content hash.
func holds(t *testing.T, path, hash string) bool {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:]) == hash
}
