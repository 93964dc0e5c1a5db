package app

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"filippo.io/age"

	"guongsang/storage/disk"
)

// verifying begins the names of the folders in which backups are tried.
const verifying = "guongsang-verify-"

// VerifyBackup restores a backup into a temporary folder, reads all of it there, and
// removes the folder. An encrypted one without an identity is only compared with its
// manifest: opened is false then. What a kill left of an earlier try goes after a day.
func VerifyBackup(from string, now time.Time, verify func(path string) error, identities []age.Identity) (m disk.Manifest, opened bool, err error) {
	m, err = disk.CompareBackup(from)
	if err != nil || len(m.Recipients) > 0 && len(identities) == 0 {
		return m, false, err
	}
	if err := sweepTries(now); err != nil {
		return m, false, err
	}
	dir, err := os.MkdirTemp("", verifying)
	if err != nil {
		return m, false, fmt.Errorf("making room to verify the backup: %w", err)
	}
	_, err = disk.Restore(from, dir, now, verify, identities...)
	return m, err == nil, errors.Join(err, os.RemoveAll(dir))
}

// sweepTries removes the folders of tries that were killed.
func sweepTries(now time.Time) error {
	old, err := filepath.Glob(filepath.Join(os.TempDir(), verifying+"*"))
	if err != nil {
		return fmt.Errorf("looking for old verifications: %w", err)
	}
	for _, dir := range old {
		info, err := os.Lstat(dir)
		if err != nil || now.Sub(info.ModTime()) < 24*time.Hour {
			continue
		}
		if err := os.RemoveAll(dir); err != nil {
			return fmt.Errorf("removing an old verification: %w", err)
		}
	}
	return nil
}
