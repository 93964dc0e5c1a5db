package files

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
)

// put makes empty files and the folders that they lie in.
func put(t *testing.T, dir string, names ...string) {
	t.Helper()
	for _, name := range names {
		path := filepath.Join(dir, name)
		if err := MkdirAll(filepath.Dir(path)); err != nil {
			t.Fatal(err)
		}
		if err := Write(path, nil); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRemoveFolder(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a/one", "a/deep/two", "a.part/left", "b.part/left")
	for _, name := range []string{"a", "b.part"} {
		if err := RemoveFolder(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	only(t, dir)
	if err := RemoveFolder(filepath.Join(dir, "a")); err == nil {
		t.Error("removed what is not there")
	}
}

// A folder that cannot be emptied at once has lost its name all the same.
func TestRemovedFolderLosesItsNameFirst(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root deletes everything")
	}
	dir := t.TempDir()
	put(t, dir, "a/kept/one")
	kept := filepath.Join(dir, "a", "kept")
	if err := os.Chmod(kept, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(filepath.Join(dir, "a.part", "kept"), 0o700) })
	if err := RemoveFolder(filepath.Join(dir, "a")); err == nil {
		t.Error("no error")
	}
	only(t, dir, "a.part")
}

func TestSweep(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a.part", "ab/b.part", "ab/c")
	if err := os.Mkdir(filepath.Join(dir, "folder.part"), 0o700); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := Sweep(dir); err != nil {
			t.Fatal(err)
		}
	}
	only(t, dir, "ab", "folder.part")
	only(t, filepath.Join(dir, "ab"), "c")
	if err := Sweep(filepath.Join(dir, "none")); err != nil {
		t.Errorf("nothing to sweep: %v", err)
	}
}

// Of many who want a lock at once one has it, the others are told so.
func TestLockIsHeldByOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	var all sync.WaitGroup
	var held atomic.Pointer[Lock]
	var got atomic.Int32
	for range 50 {
		all.Go(func() {
			l, err := TakeLock(path, 0)
			switch {
			case err == nil:
				got.Add(1)
				held.Store(l)
			case !errors.Is(err, ErrLocked):
				t.Error(err)
			}
		})
	}
	all.Wait()
	if got.Load() != 1 {
		t.Fatalf("%d hold it", got.Load())
	}
	if err := held.Load().Close(); err != nil {
		t.Fatal(err)
	}
	l, err := TakeLock(path, 0)
	if err != nil {
		t.Fatalf("let go and still held: %v", err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestFree(t *testing.T) {
	free, err := Free(t.TempDir())
	if err != nil || free == 0 {
		t.Errorf("%d bytes free, %v", free, err)
	}
	if _, err := Free(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a folder that is not there has free space")
	}
}
