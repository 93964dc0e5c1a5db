package storage

import (
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/storage/disk"
	"guongsang/storage/layout"
	"guongsang/storage/records"
	"guongsang/storage/transfer"
)

// Stores of earlier versions (testdata/README.md says who made each) are verified without
// being touched, go over as lines, open, and have this version then. A program that is
// older than its store changes nothing of it.
func TestStoresOfEarlierVersions(t *testing.T) {
	for version := 1; version < disk.Version; version++ {
		path := storeOf(version)
		t.Run(strconv.Itoa(version), func(t *testing.T) {
			dir, lines, moved := t.TempDir(), t.TempDir(), t.TempDir()
			unzip(t, path, filepath.Join(dir, disk.FileName))
			if err := VerifyFile(filepath.Join(dir, disk.FileName)); err != nil {
				t.Fatal(err)
			}
			if found, err := disk.FileVersion(filepath.Join(dir, disk.FileName)); err != nil || found != version {
				t.Errorf("version %d, %v", found, err)
			}
			if _, err := transfer.Export(t.Context(), dir, lines, false, at(2, 8)); err != nil {
				t.Fatal(err)
			}
			if _, err := transfer.Import(t.Context(), lines, moved, VerifyFile); err != nil {
				t.Fatal(err)
			}
			for _, dir := range []string{dir, moved} {
				s := mustOpenAt(t, dir)
				if s.Directory().Len() == 0 {
					t.Error("no units")
				}
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				if found, err := disk.FileVersion(filepath.Join(dir, disk.FileName)); err != nil || found != disk.Version {
					t.Errorf("opened, it has version %d, %v", found, err)
				}
				older := disk.Older(dir)
				if len(older) != 1 {
					t.Fatalf("kept of the older version: %q", older)
				}
				if found, err := disk.FileVersion(older[0]); err != nil || found != version || VerifyFile(older[0]) != nil {
					t.Errorf("the copy that is kept has version %d, %v", found, err)
				}
				if err := disk.DropOlder(dir); err != nil || len(disk.Older(dir)) != 0 {
					t.Errorf("after a backup it is still there, %v", err)
				}
				err := disk.View(filepath.Join(dir, disk.FileName), func(tx *bolt.Tx) error {
					if err := complete(tx); err != nil {
						return err
					}
					return eachRecord(tx)
				})
				if err != nil {
					t.Error(err)
				}
			}
			if got, want := content(t, moved), content(t, dir); got != want {
				t.Error("as lines it became another store")
			}
		})
	}
}

// unzip unpacks a store.
func unzip(t *testing.T, from, to string) {
	t.Helper()
	file, err := os.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	packed, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(packed)
	if err == nil {
		err = os.WriteFile(to, body, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func storeOf(version int) string {
	return filepath.Join("testdata", fmt.Sprintf("version%d.db.gz", version))
}

// between are the versions that no program ever had by itself: each came together with the
// next one.
var between = []int{5, 6, 8, 13}

var makeStores = flag.Bool("stores", false, "make the stores of versions that no program ever had")

// The stores of versions between are those of the versions before, brought up by one step.
func TestStoresBetween(t *testing.T) {
	for _, version := range between {
		dir, kept := t.TempDir(), t.TempDir()
		path := filepath.Join(dir, disk.FileName)
		unzip(t, storeOf(version-1), path)
		stepUp(t, path, version-1)
		if *makeStores {
			zip(t, path, storeOf(version))
		}
		unzip(t, storeOf(version), filepath.Join(kept, disk.FileName))
		if content(t, dir) != content(t, kept) {
			t.Errorf("of version %d is kept another store than the step from %d makes", version, version-1)
		}
	}
}

// stepUp brings a store from its version to the next one, as migrate does, and no further.
func stepUp(t *testing.T, path string, version int) {
	t.Helper()
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for done := false; !done; {
		err := db.Update(func(tx *bolt.Tx) error {
			switch err := migrations[version](tx); {
			case errors.Is(err, records.ErrMore):
				return nil
			case err != nil:
				return err
			}
			done = true
			return tx.Bucket(layout.BucketMeta).Put(layout.Key("version"), layout.Key(version+1))
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// zip packs a store.
func zip(t *testing.T, from, to string) {
	t.Helper()
	body, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	w, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if _, err := w.Write(body); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Close(), os.WriteFile(to, packed.Bytes(), 0o644)); err != nil {
		t.Fatal(err)
	}
}
