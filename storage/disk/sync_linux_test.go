package disk

import (
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"
	"golang.org/x/sys/unix"
)

// What a commit wrote is on disk when it returns, at the first start as later: of no page of
// the store does the kernel say that it waits to be written.
func TestACommitIsOnDisk(t *testing.T) {
	dir := t.TempDir()
	control := filepath.Join(dir, "control")
	if err := os.WriteFile(control, make([]byte, 1<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	if waits, err := unwritten(control); err != nil || waits == 0 {
		t.Skipf("it cannot be told here what is on disk: %d pages wait, %v", waits, err)
	}
	h, err := Take(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer h.Release()
	db, err := h.Open(func(tx *bolt.Tx) error {
		_, err := tx.CreateBucket([]byte("first"))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for n := range byte(3) {
		if waits, err := unwritten(h.Path()); err != nil || waits > 0 {
			t.Errorf("after %d commits %d pages are not on disk, %v", n, waits, err)
		}
		err := db.Update(func(tx *bolt.Tx) error {
			return tx.Bucket([]byte("first")).Put([]byte{n}, make([]byte, 1<<18))
		})
		if err != nil {
			t.Fatal(err)
		}
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
	err = unix.Cachestat(uint(f.Fd()), &all, &s, 0)
	return s.Dirty + s.Writeback, err
}
