package clerk

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"guongsang/internal/files"
)

// An ExistError names files that are there already and were not to be
// replaced.
type ExistError struct{ Paths []string }

func (e ExistError) Error() string {
	return "not replacing " + strings.Join(e.Paths, ", ")
}

// Save writes documents into a folder, which it makes, or none of them if one
// is there already and may not be replaced: then the error is an ExistError.
// They hold personal data: only the account that made them can read them.
func Save(dir string, documents []File, replace bool) (paths []string, err error) {
	var there []string
	for _, d := range documents {
		path := filepath.Join(dir, d.Name)
		paths = append(paths, path)
		if _, err := os.Lstat(path); err == nil {
			there = append(there, path)
		}
	}
	if len(there) > 0 && !replace {
		return nil, ExistError{there}
	}
	if err := files.MkdirAll(dir); err != nil {
		return nil, fmt.Errorf("saving documents: %w", err)
	}
	for i, d := range documents {
		if err := files.Write(paths[i], d.Data); err != nil {
			return nil, fmt.Errorf("saving a document: %w", err)
		}
	}
	return paths, nil
}
