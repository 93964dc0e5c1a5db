package disk

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"guongsang/internal/files"
)

// Open opens the store file, making it on first use: fill makes what a new one
// begins with.
func (h *Hold) Open(fill func(*bolt.Tx) error) (*bolt.DB, error) {
	if err := makeFirst(h.Path(), fill); err != nil {
		return nil, err
	}
	if err := CheckFile(h.Path()); err != nil {
		return nil, err
	}
	return open(h.Path())
}

func open(path string) (db *bolt.DB, err error) {
	err = Reading(path, func() (err error) {
		db, err = bolt.Open(path, 0o600, &bolt.Options{
			Timeout: time.Second, FreelistType: bolt.FreelistMapType, InitialMmapSize: mapped(path),
		})
		return err
	})
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, fmt.Errorf("opening %s: %w", path, ErrBusy)
	}
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	return db, nil
}

// mapped is how much address space the file is given: twice what it has. A file
// that outgrows its space is given a new one, for which the writer waits until
// everybody who reads has done, a backup of gigabytes among them. Address space
// costs no memory; only Windows makes the file as long. A small file is read in
// no time, and would grow by bbolt's whole 16 MB at once.
func mapped(path string) int {
	info, err := os.Stat(path)
	if err != nil || info.Size() < 16<<20 || runtime.GOOS == "windows" {
		return 0
	}
	return int(2 * info.Size())
}

// makeFirst makes the store under a temporary name and renames it, so that a
// power cut in the very first moments leaves either no store or a whole one.
// An empty file, which such a cut may have left, is replaced.
func makeFirst(path string, fill func(*bolt.Tx) error) error {
	if info, err := os.Stat(path); err == nil && info.Size() > 0 {
		return nil
	}
	part := path + ".new"
	db, err := open(part)
	if err != nil {
		return err
	}
	err = db.Update(fill)
	if closeErr := db.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return fmt.Errorf("making the store %s: %w", path, err)
	}
	if err := files.Move(part, path); err != nil {
		return fmt.Errorf("making the store: %w", err)
	}
	return nil
}
