package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Shelve puts a file that the program made beside those that people sent, and
// returns its content hash. What is there already is left as it is.
func (s *Store) Shelve(data []byte) (hash string, err error) {
	sum := sha256.Sum256(data)
	hash = hex.EncodeToString(sum[:])
	place := s.MediaPath(hash)
	if _, err := os.Stat(place); err == nil || !errors.Is(err, os.ErrNotExist) {
		return hash, err
	}
	return hash, shelve(data, place)
}

// CopyPath is where the copy of a photo lies that may leave the house.
func (s *Store) CopyPath(hash string) string { return s.MediaPath(hash) + ".jpg" }

// ShelveCopy keeps such a copy beside its original.
func (s *Store) ShelveCopy(hash string, jpeg []byte) error { return shelve(jpeg, s.CopyPath(hash)) }

// Adopt gives a finished file of that content hash its place. The file must be
// on disk (synced), on the same file system.
func (s *Store) Adopt(part, hash string) error {
	place := s.MediaPath(hash)
	if err := os.MkdirAll(filepath.Dir(place), 0o700); err != nil {
		return fmt.Errorf("shelving a file: %w", err)
	}
	if err := os.Rename(part, place); err != nil {
		return fmt.Errorf("shelving a file: %w", err)
	}
	for _, dir := range []string{filepath.Dir(place), filepath.Dir(part)} {
		if err := syncFolder(dir); err != nil {
			return err
		}
	}
	return nil
}

// shelve writes a file so that after a power cut it is there whole or not at
// all.
func shelve(data []byte, place string) error {
	if err := os.MkdirAll(filepath.Dir(place), 0o700); err != nil {
		return fmt.Errorf("shelving a file: %w", err)
	}
	part, err := os.CreateTemp(filepath.Dir(place), "*.part") // 0600
	if err != nil {
		return fmt.Errorf("shelving a file: %w", err)
	}
	defer os.Remove(part.Name())
	_, err = part.Write(data)
	err = errors.Join(err, part.Sync(), part.Close())
	if err == nil {
		err = os.Rename(part.Name(), place)
	}
	if err != nil {
		return fmt.Errorf("shelving a file: %w", err)
	}
	return syncFolder(filepath.Dir(place))
}
