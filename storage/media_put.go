package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"

	"guongsang/internal/files"
	"guongsang/storage/disk"
)

// PutMedia puts a file that the program made beside those that people sent, and
// returns its content hash. What is there already is written anew:
// a sweep that was about to delete it sees that.
func (s *Store) PutMedia(data []byte) (hash string, err error) {
	sum := sha256.Sum256(data)
	hash = hex.EncodeToString(sum[:])
	if err := s.keepPlace(hash); err != nil {
		return hash, err
	}
	s.placing.Lock()
	defer s.placing.Unlock()
	return hash, disk.PutMedia(data, s.MediaPath(hash))
}

// CopyPath is where the copy of a photo lies that may leave the house.
func (s *Store) CopyPath(hash string) string { return disk.CopyPath(s.dir, hash) }

// PutCopy keeps such a copy beside its original.
func (s *Store) PutCopy(hash string, jpeg []byte) error { return disk.PutMedia(jpeg, s.CopyPath(hash)) }

// MoveMedia gives a finished file of that content hash its place. It must lie
// on the same file system.
func (s *Store) MoveMedia(part *files.Pending, hash string) error {
	place := s.MediaPath(hash)
	if err := s.keepPlace(hash); err != nil {
		return fmt.Errorf("keeping media: %w", err)
	}
	s.placing.Lock()
	defer s.placing.Unlock()
	if err := files.MkdirAll(filepath.Dir(place)); err != nil {
		return fmt.Errorf("keeping media: %w", err)
	}
	if err := part.CommitTo(place); err != nil {
		return fmt.Errorf("keeping media: %w", err)
	}
	return nil
}
