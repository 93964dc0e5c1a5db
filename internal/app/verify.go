package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"filippo.io/age"

	"guongsang/internal/files"
	"guongsang/storage/disk"
)

// verifying begins the names of the folders in which backups are tried.
const verifying = "guongsang-verify-"

// VerifyBackup restores a backup into a temporary folder, reads all of it there, and
// removes the folder. An encrypted one without an identity is only compared with its
// manifest: opened is false then. What a kill left of an earlier try goes first.
func VerifyBackup(from string, now time.Time, verify func(path string) error, identities []age.Identity) (m disk.Manifest, opened bool, err error) {
	if err := SweepTries(); err != nil {
		return m, false, err
	}
	m, err = disk.CompareBackup(from)
	if err != nil || len(m.Recipients) > 0 && len(identities) == 0 {
		return m, false, err
	}
	if err := roomToTry(m, files.Free); err != nil {
		return m, false, err
	}
	dir, err := os.MkdirTemp("", verifying)
	if err != nil {
		return m, false, fmt.Errorf("making room to verify the backup: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	hold, err := disk.Take(dir)
	if err != nil {
		return m, false, fmt.Errorf("making room to verify the backup: %w", err)
	}
	defer hold.Release()
	_, err = disk.Restore(from, filepath.Join(dir, "data"), now, verify, identities...)
	return m, err == nil, err
}

// A NoRoomError means that a backup does not fit where it is to be tried.
type NoRoomError struct {
	Folder       string
	Free, Needed int64
}

func (e NoRoomError) Error() string {
	return fmt.Sprintf("trying a backup in %s needs %d bytes, and %d are free", e.Folder, e.Needed, e.Free)
}

// roomToTry refuses at once what would fill the disk for temporary files, which others
// need too: all that is in the backup, and something over.
func roomToTry(m disk.Manifest, free func(dir string) (uint64, error)) error {
	needed := m.Store.Size + 16<<20
	for _, f := range m.Media {
		needed += f.Size
	}
	n, err := free(os.TempDir())
	if err != nil {
		return fmt.Errorf("making room to verify the backup: %w", err)
	}
	if left := int64(min(n, 1<<62)); left < needed {
		return NoRoomError{os.TempDir(), left, needed}
	}
	return nil
}

// SweepTries removes the folders of tries that were killed: what was decrypted
// must not lie there. A try that is under way holds its folder.
func SweepTries() error {
	old, err := filepath.Glob(filepath.Join(os.TempDir(), verifying+"*"))
	if err != nil {
		return fmt.Errorf("looking for old verifications: %w", err)
	}
	for _, dir := range old {
		if info, err := os.Lstat(dir); err != nil || !info.IsDir() {
			continue // somebody's link would lead elsewhere
		}
		hold, err := disk.Take(dir)
		if err != nil {
			continue // it is held, or belongs to another account
		}
		hold.Release()
		if err := os.RemoveAll(dir); err != nil {
			return fmt.Errorf("removing an old verification: %w", err)
		}
	}
	return nil
}
