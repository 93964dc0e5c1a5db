package storage

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"guongsang/storage/disk"
)

// Of fifty who start at once where no store is yet, one makes it; the others
// hear that somebody has it.
func TestFirstStartOfMany(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "data")
	var mu sync.Mutex
	var opened []*Store
	synctest.Test(t, func(t *testing.T) { // who waits for the lock waits in virtual time
		var all sync.WaitGroup
		for range 50 {
			all.Go(func() {
				s, err := Open(dir, testRules())
				mu.Lock()
				defer mu.Unlock()
				switch {
				case err == nil:
					opened = append(opened, s)
				case !errors.Is(err, disk.ErrBusy):
					t.Error(err)
				}
			})
		}
		all.Wait()
		if len(opened) != 1 {
			t.Fatalf("%d opened it", len(opened))
		}
		if err := opened[0].Close(); err != nil {
			t.Error(err)
		}
		s, err := Open(dir, testRules())
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
}

// A store counts as closed in order only as long as nothing touched it since.
func TestClosedInOrder(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, disk.FileName)
	if disk.ClosedInOrder(dir) {
		t.Error("nothing was ever closed here")
	}
	s := mustOpenAt(t, dir)
	putUnits(t, s, 10)
	if disk.ClosedInOrder(dir) {
		t.Error("it is open")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if !disk.ClosedInOrder(dir) {
		t.Fatal("it was closed in order")
	}
	for name, touch := range map[string]func() error{
		"another time": func() error { return os.Chtimes(path, time.Time{}, time.Now().Add(time.Minute)) },
		"another size": func() error { return os.Truncate(path, 1<<20) },
		"no note":      func() error { return os.Truncate(filepath.Join(dir, "guongsang.lock"), 0) },
		"half a note":  func() error { return os.Truncate(filepath.Join(dir, "guongsang.lock"), 20) },
		"no file":      func() error { return os.Remove(path) },
		"restored": func() error {
			s := mustOpenAt(t, dir)
			b := mustBackup(t, s, t.TempDir(), at(20, 9))
			if err := s.Close(); err != nil {
				return err
			}
			_, err := disk.Restore(b.Path, dir, at(21, 9), disk.VerifyFile)
			return err
		},
	} {
		s := mustOpenAt(t, dir)
		if err := s.Close(); err != nil || !disk.ClosedInOrder(dir) {
			t.Fatalf("before %s: %v", name, err)
		}
		if err := touch(); err != nil {
			t.Fatal(err)
		}
		if disk.ClosedInOrder(dir) {
			t.Errorf("%s: passes for closed in order", name)
		}
	}
}

// What a crash left half made is gone after the next start.
func TestLeftoversAreSwept(t *testing.T) {
	dir := t.TempDir()
	s := mustOpenAt(t, dir)
	hash := mustMedia(t, s, "u1", "a photo")
	for _, name := range []string{
		disk.FileName + ".new", disk.FileName + ".restoring", disk.FileName + ".1234.part", filepath.Join(placeOf(hash) + ".77.part"), "media/download.5.part",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	kept := []string{disk.FileName + ".replaced-20261121-090000", "notes.part"}
	for _, name := range kept {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s.hold.Release() // as the end of a process does
	if err := s.db.Close(); err != nil {
		t.Fatal(err)
	}
	mustOpenAt(t, dir)
	var left []string
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			path, _ = filepath.Rel(dir, path)
			left = append(left, path)
		}
		return err
	})
	want := append([]string{disk.FileName, "guongsang.lock", placeOf(hash)}, kept...)
	slices.Sort(left)
	slices.Sort(want)
	if !slices.Equal(left, want) || err != nil {
		t.Errorf("left %q, %v\nwant %q", left, err, want)
	}
}
