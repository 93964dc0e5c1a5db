package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// RemoveFolder deletes a folder with all that is in it. It loses its name first,
// so that a power cut in between leaves no folder that looks whole and is not.
func RemoveFolder(path string) error {
	unfinished := path
	if !strings.HasSuffix(path, Unfinished) {
		unfinished = path + Unfinished
		if err := os.RemoveAll(unfinished); err != nil {
			return fmt.Errorf("removing %s: %w", unfinished, err)
		}
		if err := Move(path, unfinished); err != nil {
			return err
		}
	}
	if err := os.RemoveAll(unfinished); err != nil {
		return fmt.Errorf("removing %s: %w", unfinished, err)
	}
	return nil
}

// Sweep deletes what a crash left unfinished in a folder and below it. Nobody
// may be writing there.
func Sweep(dir string) error {
	return filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return fmt.Errorf("sweeping %s: %w", dir, err)
		case !entry.Type().IsRegular() || filepath.Ext(path) != Unfinished:
			return nil
		}
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("sweeping %s: %w", dir, err)
		}
		return nil
	})
}
