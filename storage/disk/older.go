package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/files"
)

// olderMark is between the name of a store file and the version of a copy of it.
const olderMark = ".version-"

// KeepOlder copies a store file before it is brought from a version to the next ones,
// beside it: with the copy in its place an older program goes on where it was. A copy
// that is there already is of that version and stays. It takes as much room again.
func KeepOlder(db *bolt.DB, version int) error {
	path := db.Path() + olderMark + strconv.Itoa(version)
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	copied, err := files.Create(path)
	if err != nil {
		return err
	}
	defer copied.Discard()
	err = db.View(func(tx *bolt.Tx) error {
		return writeTo(tx, copied)
	})
	if err == nil {
		err = copied.Commit()
	}
	if err != nil {
		return fmt.Errorf("keeping a copy of version %d, which takes as much room as the store: %w", version, err)
	}
	return nil
}

// Older lists the copies of older versions that are kept beside a store file.
func Older(folder string) (paths []string) {
	paths, _ = filepath.Glob(filepath.Join(folder, FileName+olderMark+"*"))
	var kept []string
	for _, path := range paths {
		if !strings.HasSuffix(path, files.Unfinished) {
			kept = append(kept, path)
		}
	}
	return kept
}

// newestKnown is the copy in a folder of the latest version that this program knows.
func newestKnown(folder string) (newest string) {
	best := 0
	for _, path := range Older(folder) {
		_, mark, _ := strings.Cut(filepath.Base(path), olderMark)
		if version, err := strconv.Atoi(mark); err == nil && version > best && version <= Version {
			best, newest = version, path
		}
	}
	return newest
}

// DropOlder removes these copies, once a backup holds the store as it is by now.
func DropOlder(folder string) error {
	for _, path := range Older(folder) {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing the copy of an older version: %w", err)
		}
	}
	return nil
}
