package storage

import (
	"fmt"
	"os"

	"guongsang/storage/disk"
)

// MediaPath is where a file with that content hash lies below the store's
// folder.
func (s *Store) MediaPath(hash string) string {
	return disk.MediaPath(s.dir, hash)
}

// HasMedia reports whether a file is in the house.
func (tx *Snapshot) HasMedia(hash string) bool {
	if !disk.IsHash(hash) {
		return false
	}
	_, err := os.Stat(tx.s.MediaPath(hash))
	return err == nil
}

// MediaSize is how many bytes the file has that the messenger knows under a unique
// id; 0 while it is not in the house.
func (tx *Snapshot) MediaSize(unique string) int64 {
	hash := tx.MediaHash(unique)
	if !disk.IsHash(hash) {
		return 0
	}
	info, err := os.Stat(tx.s.MediaPath(hash))
	if err != nil {
		return 0
	}
	return info.Size()
}

// HasCopy reports whether of a photo a copy was made that may leave the house.
func (tx *Snapshot) HasCopy(hash string) bool {
	if !disk.IsHash(hash) {
		return false
	}
	_, err := os.Stat(tx.s.CopyPath(hash))
	return err == nil
}

// ReadCopy reads the copy of a photo that may leave the house, if one was made.
func (tx *Snapshot) ReadCopy(hash string) (jpeg []byte, ok bool) {
	if !disk.IsHash(hash) {
		return nil, false
	}
	jpeg, err := os.ReadFile(tx.s.CopyPath(hash))
	return jpeg, err == nil
}

// ReadMedia reads a file that is in the house.
func (s *Store) ReadMedia(hash string) ([]byte, error) {
	if !disk.IsHash(hash) {
		return nil, fmt.Errorf("media %q: %w", hash, ErrNotFound)
	}
	b, err := os.ReadFile(s.MediaPath(hash))
	if os.IsNotExist(err) {
		return nil, fmt.Errorf("media %s: %w", hash, ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("reading media %s: %w", hash, err)
	}
	return b, nil
}
