package clerk

import (
	"context"
	"errors"
	"fmt"
	"os"

	"guongsang/internal/photo"
	"guongsang/internal/privacy"
	"guongsang/storage"
)

// errNotHere means that a photo has not been fetched, or could not be.
var errNotHere = errors.New("not in the house")

// copyOf is the copy of a photo that may leave the house: no metadata, at most
// 1280 pixels a side. It is made once, as a rule when the photo comes, and kept
// beside the original.
func (p Papers) copyOf(ctx context.Context, store *storage.Store, hashes map[string]string, shown privacy.Photo) ([]byte, error) {
	hash := shown.Hash
	if hash == "" {
		hash = hashes[shown.Unique]
	}
	if hash == "" {
		return nil, fmt.Errorf("photo %s: %w", shown.Unique, errNotHere)
	}
	if kept, err := os.ReadFile(store.CopyPath(hash)); err == nil {
		return kept, nil
	}
	made, err := photo.Prepare(ctx, store.MediaPath(hash))
	if err != nil {
		return nil, fmt.Errorf("photo %s: %w", hash, err)
	}
	if made.Verdict != photo.Ready {
		return nil, fmt.Errorf("photo %s is %s: %w", hash, made.Verdict, made.Cause)
	}
	if err := store.PutCopy(hash, made.JPEG); err != nil {
		p.Log.Warn("copy of a photo not kept", "err", err) // it is made again next time
	}
	return made.JPEG, nil
}
