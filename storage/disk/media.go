package disk

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"guongsang/internal/files"
)

// mediaFolder is below the store's folder, and below a backup's.
const mediaFolder = "media"

// mediaName is where a file lies below the data folder, and below a backup's.
func mediaName(hash string) string { return filepath.Join(mediaFolder, hash[:2], hash) }

// MediaPath is where a file with that content hash lies below a data folder.
func MediaPath(dir, hash string) string { return filepath.Join(dir, mediaName(hash)) }

// CopyPath is where the copy of a photo lies that may leave the house.
func CopyPath(dir, hash string) string { return MediaPath(dir, hash) + ".jpg" }

// IsHash reports whether a text can be the content hash of a file.
func IsHash(s string) bool {
	b, err := hex.DecodeString(s)
	return err == nil && len(b) == 32
}

// PutMedia writes a file to its place.
func PutMedia(data []byte, place string) error {
	if err := files.MkdirAll(filepath.Dir(place)); err != nil {
		return fmt.Errorf("keeping media: %w", err)
	}
	if err := files.Write(place, data); err != nil {
		return fmt.Errorf("keeping media: %w", err)
	}
	return nil
}

// WalkMedia calls fn for every file and every copy of a photo (ext ".jpg").
func WalkMedia(dir string, fn func(hash, ext string, info fs.FileInfo)) error {
	root := filepath.Join(dir, mediaFolder)
	return filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		ext := filepath.Ext(path)
		hash := strings.TrimSuffix(entry.Name(), ext)
		if !IsHash(hash) || path != filepath.Join(dir, mediaName(hash))+ext {
			return nil
		}
		info, err := entry.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err == nil {
			fn(hash, ext, info)
		}
		return err
	})
}
