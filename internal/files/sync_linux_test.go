package files

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/unix"
)

// What was committed is on disk before its name is, and so is what is moved there: of no
// page of it does the kernel say that it waits to be written.
func TestCommittedIsOnDisk(t *testing.T) {
	dir := t.TempDir()
	content := make([]byte, 1<<20)
	for i := range content {
		content[i] = byte(i >> 3)
	}
	control := filepath.Join(dir, "control")
	if err := os.WriteFile(control, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if waits, err := unwritten(control); err != nil || waits == 0 {
		t.Skipf("it cannot be told here what is on disk: %d pages wait, %v", waits, err)
	}
	path := filepath.Join(dir, "a")
	defer Watch(dir, func(s Step) {
		if s.Kind != Named {
			return
		}
		if waits, err := unwritten(s.Path); err != nil || waits > 0 {
			t.Errorf("%s has its name while %d pages of it are not on disk, %v", s.Path, waits, err)
		}
	})()
	if err := Write(path, content); err != nil {
		t.Fatal(err)
	}
}

// unwritten is how many pages of a file are not on disk.
func unwritten(path string) (pages uint64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	var all unix.CachestatRange
	var s unix.Cachestat_t
	if err := unix.Cachestat(uint(f.Fd()), &all, &s, 0); err != nil {
		return 0, fmt.Errorf("asking the kernel: %w", err)
	}
	return s.Dirty + s.Writeback, nil
}
