package storage

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/storage/disk"
	"guongsang/storage/layout"
)

// A program that is older than its store says which build had the store last, and
// which copy beside it it can read; it changes nothing, and with that copy in place
// it goes on. A store from before builds were noted is of nobody known.
func TestStoreOfANewerBuild(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, disk.FileName)
	s := mustOpenAt(t, dir)
	b, err := s.Backup(t.Context(), t.TempDir(), at(1, 8))
	if err := errors.Join(err, s.Close()); err != nil {
		t.Fatal(err)
	}
	if b.Writer != disk.ThisBuild() {
		t.Errorf("a backup was made by %+v", b.Writer)
	}
	copied := path + ".version-24"
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{copied, path + ".version-26", path + ".version-3"} {
		if err := os.WriteFile(name, whole, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		change func(*bolt.Bucket) error
		want   disk.Build
	}{
		"noted by its opening": {func(*bolt.Bucket) error { return nil }, disk.ThisBuild()},
		"noted by another": {func(meta *bolt.Bucket) error {
			return meta.Put(layout.Key("writer"), layout.Key("v9.1.0", "0123456789ab"))
		}, disk.Build{Version: "v9.1.0", Commit: "0123456789ab"}},
		"not noted":      {func(meta *bolt.Bucket) error { return meta.Delete(layout.Key("writer")) }, disk.Build{}},
		"makes no sense": {func(meta *bolt.Bucket) error { return meta.Put(layout.Key("writer"), []byte("x")) }, disk.Build{}},
	} {
		t.Run(name, func(t *testing.T) {
			if err := os.WriteFile(path, whole, 0o600); err != nil {
				t.Fatal(err)
			}
			db, err := bolt.Open(path, 0o600, nil)
			if err != nil {
				t.Fatal(err)
			}
			err = db.Update(func(tx *bolt.Tx) error {
				meta := tx.Bucket(layout.BucketMeta)
				return errors.Join(c.change(meta), meta.Put(layout.Key("version"), layout.Key(disk.Version+1)))
			})
			if err := errors.Join(err, db.Close()); err != nil {
				t.Fatal(err)
			}
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			want := disk.NewerError{Store: disk.Version + 1, Program: disk.Version, Writer: c.want, Copy: copied}
			_, opening := Open(dir, testRules())
			for _, err := range []error{opening, VerifyFile(path)} {
				if newer := (disk.NewerError{}); !errors.As(err, &newer) || newer != want {
					t.Errorf("%+v, not %+v", err, want)
				}
			}
			if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
				t.Errorf("the file was changed, %v", err)
			}
			if err := os.Rename(copied, path); err != nil {
				t.Fatal(err)
			}
			if err := mustOpenAt(t, dir).Close(); err != nil {
				t.Error(err)
			}
			if err := os.WriteFile(copied, whole, 0o600); err != nil {
				t.Fatal(err)
			}
		})
	}
}
