package storage

import (
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
)

// MediaPath is where a file with that content hash lies below the store's
// folder.
func (s *Store) MediaPath(hash string) string {
	return filepath.Join(s.dir, "media", hash[:2], hash)
}

// ReadMedia reads a file that is in the house.
func (tx *Tx) ReadMedia(hash string) ([]byte, error) {
	if b, err := hex.DecodeString(hash); err != nil || len(b) != 32 {
		return nil, fmt.Errorf("media %q: %w", hash, ErrNotFound)
	}
	b, err := os.ReadFile(tx.s.MediaPath(hash))
	if os.IsNotExist(err) {
		return nil, fmt.Errorf("media %s: %w", hash, ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("reading media %s: %w", hash, err)
	}
	return b, nil
}
