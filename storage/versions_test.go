package storage

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/storage/disk"
	"guongsang/storage/transfer"
)

// Stores of earlier versions, as the programs of those versions made them (demo with a
// unit or two and a year; 1, 2 and 4: its twenty days), are verified without being
// touched, go over as lines, open, and have this version then. A program that is older
// than its store changes nothing of it. Of four versions no program ever stood by
// itself, and no store was made: 5, 6, 8 and 13 came together with the next ones.
func TestStoresOfEarlierVersions(t *testing.T) {
	never := []int{5, 6, 8, 13}
	for version := 1; version < disk.Version; version++ {
		if slices.Contains(never, version) {
			continue
		}
		path := filepath.Join("testdata", fmt.Sprintf("version%d.db.gz", version))
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
