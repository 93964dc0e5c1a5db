package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

// The names in a backup's folder.
const (
	backupPrefix = "guongsang-"
	backupStamp  = "20060102-150405"
	manifestName = "manifest.json"
)

// A Manifest lists what a backup holds. Fields can be added; their names must
// not change.
type Manifest struct {
	Made    time.Time
	Version int          // of the store's format
	Store   CopiedFile   // the hot copy
	Media   []CopiedFile // the files that it names
	Missing []string     // files that it names and that were not there, or not whole
}

// A CopiedFile is one file of a backup.
type CopiedFile struct {
	Name   string // below the folder, with slashes
	Size   int64
	SHA256 string
}

// ErrBackup means that a backup is not whole, or not a backup.
var ErrBackup = errors.New("backup is not whole")

// readManifest reads the manifest of the backup in folder.
func readManifest(folder string) (m Manifest, err error) {
	b, err := os.ReadFile(filepath.Join(folder, manifestName))
	if err != nil {
		return m, fmt.Errorf("reading the manifest: %w: %w", ErrBackup, err)
	}
	if err := json.Unmarshal(b, &m); err != nil || m.Store.Name == "" {
		return m, fmt.Errorf("reading the manifest in %s: %w", folder, ErrBackup)
	}
	return m, nil
}

// check compares a file of the backup with its entry.
func (c CopiedFile) check(folder string) error {
	if !filepath.IsLocal(filepath.FromSlash(c.Name)) {
		return fmt.Errorf("checking %q: name leads out of the backup: %w", c.Name, ErrBackup)
	}
	path := filepath.Join(folder, filepath.FromSlash(c.Name))
	sum, size, err := sumFile(path)
	if err != nil {
		return fmt.Errorf("checking %s: %w: %w", c.Name, ErrBackup, err)
	}
	if sum != c.SHA256 || size != c.Size {
		return fmt.Errorf("checking %s: it is not what was saved (%d bytes of %d): %w", c.Name, size, c.Size, ErrBackup)
	}
	return nil
}

func sumFile(path string) (sum string, size int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return "", 0, err
	}
	defer f.Close()
	h := sha256.New()
	if size, err = io.Copy(h, f); err != nil {
		return "", 0, fmt.Errorf("reading %s: %w", path, err)
	}
	return hex.EncodeToString(h.Sum(nil)), size, nil
}

// writeWhole writes a file of a backup, which is on disk when it returns, and
// gives its sum. The folder has no name yet, so nothing is replaced.
func writeWhole(path string, write func(io.Writer) error) (sum string, size int64, err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return "", 0, fmt.Errorf("writing %s: %w", path, err)
	}
	h := sha256.New()
	count := &counter{}
	err = write(io.MultiWriter(f, h, count))
	if err == nil {
		err = f.Sync()
	}
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return "", 0, fmt.Errorf("writing %s: %w", path, err)
	}
	return hex.EncodeToString(h.Sum(nil)), count.n, nil
}

type counter struct{ n int64 }

func (c *counter) Write(b []byte) (int, error) {
	c.n += int64(len(b))
	return len(b), nil
}

// copyWhole copies a file into a backup; it is on disk when it returns.
func copyWhole(from, to string) (sum string, size int64, err error) {
	f, err := os.Open(from)
	if err != nil {
		return "", 0, fmt.Errorf("copying: %w", err)
	}
	defer f.Close()
	return writeWhole(to, func(w io.Writer) error {
		_, err := io.Copy(w, f)
		return err
	})
}
