package disk

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"guongsang/storage/layout"
)

// Version is the format version of the stores that this program writes: the
// number of migrations in storage.
const Version = 25

// VerifyFile reads a store file through and through: meta pages, pages,
// layout.Buckets and version. It writes nothing and needs nobody else to hold the
// file. A file that is damaged in the worst way can end the process here, so
// a file that came from elsewhere is verified in a process of its own.
func VerifyFile(path string) (err error) {
	if err := CheckFile(path); err != nil {
		return err
	}
	defer func() {
		if recover() != nil {
			err = Unreadable(path)
		}
	}()
	db, err := openReadOnly(path)
	if err != nil {
		return err
	}
	defer db.Close()
	return db.View(func(tx *bolt.Tx) error {
		var found error
		for problem := range tx.Check() {
			switch {
			case found != nil:
			case strings.Contains(problem.Error(), "panic"), strings.Contains(problem.Error(), "runtime error"):
				found = Unreadable(path)
			default:
				found = fmt.Errorf("verifying %s: %w: %w", path, problem, ErrDamaged)
			}
		}
		if found != nil {
			return found
		}
		return verifyVersion(path, tx)
	})
}

// verifyVersion refuses a sound file that is something else, or from later.
func verifyVersion(path string, tx *bolt.Tx) error {
	if tx.Bucket(layout.BucketMeta) == nil {
		return fmt.Errorf("verifying %s: %w", path, ErrForeign)
	}
	if err := Legible(tx); err != nil {
		return fmt.Errorf("verifying %s: %w", path, err)
	}
	return nil
}

// StoredVersion is the format version of an open store; 0 of one that is being
// made, less if what stands in its place is none.
func StoredVersion(tx *bolt.Tx) int {
	meta := tx.Bucket(layout.BucketMeta)
	if meta == nil {
		return 0
	}
	stored := meta.Get(layout.Key("version"))
	if stored == nil {
		return 0
	}
	t := layout.Tuple(stored)
	if version := int(t.Int()); version > 0 && version <= math.MaxInt32 && bytes.Equal(stored, layout.Key(version)) {
		return version
	}
	return -1
}

// Legible refuses an open store of a version that this program cannot bring up to
// its own. Of one from later it says who wrote it, and which copy this program can read.
func Legible(tx *bolt.Tx) error {
	err := Known(StoredVersion(tx))
	if newer := (NewerError{}); errors.As(err, &newer) {
		newer.Writer, newer.Copy = storedWriter(tx), newestKnown(filepath.Dir(tx.DB().Path()))
		return newer
	}
	return err
}

// Known refuses a version that this program cannot bring up to its own.
func Known(version int) error {
	switch {
	case version > Version:
		return NewerError{Store: version, Program: Version}
	case version < 0:
		return fmt.Errorf("its version makes no sense: %w", ErrDamaged)
	}
	return nil
}

// View reads a store file that nobody holds.
func View(path string, fn func(*bolt.Tx) error) error {
	db, err := openReadOnly(path)
	if err != nil {
		return err
	}
	defer db.Close()
	return db.View(fn)
}

// openReadOnly opens a store file to look at it, if nobody else holds it.
func openReadOnly(path string) (*bolt.DB, error) {
	db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true, Timeout: time.Second})
	return db, openingError(path, err)
}

// openingError says what it means that a file cannot be opened.
func openingError(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, bolterrors.ErrTimeout):
		err = ErrBusy
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum), errors.Is(err, bolterrors.ErrVersionMismatch):
		err = fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return fmt.Errorf("opening %s: %w", path, err)
}

// FileVersion is the format version of a store file, which nobody must hold;
// 0 if there is no file.
func FileVersion(path string) (version int, err error) {
	if err := CheckFile(path); err != nil {
		return 0, err
	}
	err = View(path, func(tx *bolt.Tx) error {
		version = StoredVersion(tx)
		return nil
	})
	if errors.Is(err, os.ErrNotExist) {
		return 0, nil
	}
	return version, err
}

// NewerError means that a newer program wrote the store.
type NewerError struct {
	Store, Program int
	Writer         Build  // which program had the store last, if that is known
	Copy           string // a copy beside the store, of a version that this program knows; empty: there is none
}

func (e NewerError) Error() string {
	return fmt.Sprintf("store has version %d, this program knows %d", e.Store, e.Program)
}
