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
// manifest: opened is false then. What a kill left of an earlier try goes first.
func VerifyBackup(from string, now time.Time, verify func(path string) error, identities []age.Identity) (m disk.Manifest, opened bool, err error) {
	if err := SweepTries(); err != nil {
		return m, false, err
	}
	m, err = disk.CompareBackup(from)
	if err != nil || len(m.Recipients) > 0 && len(identities) == 0 {
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
