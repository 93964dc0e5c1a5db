package disk

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
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
	// Writer is the program that made it. Empty in backups from before it was kept.
	Writer Build `json:",omitzero"`
	// Recipients are whom the files are encrypted to; none: they are not.
	Recipients []string `json:",omitempty"`
	// Figures are what the store held. None in backups from before they were kept.
	Figures *Figures `json:",omitempty"`
}

// A CopiedFile is one file of a backup.
type CopiedFile struct {
	Name   string // below the folder, with slashes
	Size   int64
	SHA256 string
	// Modified is when a media file was written, so that the next backup sees
	// that nobody touched it since. None in backups from before it was kept.
	Modified time.Time `json:",omitzero"`
	// Sealed is the file as it lies in the folder, if it is encrypted; size and
	// sum above are those of what is in it.
	Sealed *Sealed `json:",omitempty"`
}

// ErrBackup means that a backup is not whole, or not a backup.
var ErrBackup = errors.New("backup is not whole")

// ErrNoManifest means that a folder is no backup, or has lost the list of what is in it.
var ErrNoManifest = fmt.Errorf("there is no manifest: %w", ErrBackup)

// readManifest reads the manifest of the backup in folder. One that a later
// program wrote, or that names what no backup holds, is refused.
func readManifest(folder string) (m Manifest, err error) {
	if err := plain(folder, manifestName); errors.Is(err, os.ErrNotExist) {
		return m, fmt.Errorf("reading the manifest in %s: %w", folder, ErrNoManifest)
	} else if err != nil {
		return m, fmt.Errorf("reading the manifest: %w", err)
	}
	b, err := os.ReadFile(filepath.Join(folder, manifestName))
	if err != nil {
		return m, fmt.Errorf("reading the manifest: %w: %w", ErrBackup, err)
	}
	if err := json.Unmarshal(b, &m); err != nil || m.Version < 1 {
		return m, fmt.Errorf("reading the manifest in %s: %w", folder, ErrBackup)
	}
	if m.Version > Version {
		return m, fmt.Errorf("reading the manifest in %s: %w", folder, NewerError{Store: m.Version, Program: Version, Writer: m.Writer})
	}
	return m, m.checkNames()
}

// checkNames refuses a manifest that names anything but the store and files
// under their sums: with such a name a file could be put in any place.
func (m Manifest) checkNames() error {
	if m.Store.Name != FileName {
		return fmt.Errorf("checking the manifest: %q is no store: %w", m.Store.Name, ErrBackup)
	}
	for _, f := range append([]CopiedFile{m.Store}, m.Media...) {
		if (f.Sealed != nil) != (len(m.Recipients) > 0) {
			return fmt.Errorf("checking the manifest: %s is encrypted, and others are not: %w", f.Name, ErrBackup)
		}
	}
	for _, f := range m.Media {
		if !IsHash(f.SHA256) || f.Name != filepath.ToSlash(mediaName(f.SHA256)) {
			return fmt.Errorf("checking the manifest: %q is no media file: %w", f.Name, ErrBackup)
		}
	}
	return nil
}

// plain refuses what is no plain file, or does not lie in plain folders: a
// symbolic link would be followed out of the backup.
func plain(folder, name string) error {
	path := folder
	parts := strings.Split(name, "/")
	for i, part := range parts {
		path = filepath.Join(path, part)
		info, err := os.Lstat(path)
		switch {
		case err != nil:
			return fmt.Errorf("checking %s: %w: %w", name, ErrBackup, err)
		case i < len(parts)-1 && !info.IsDir(), i == len(parts)-1 && !info.Mode().IsRegular():
			return fmt.Errorf("checking %s: %s is no plain file or folder: %w", name, path, ErrBackup)
		}
	}
	return nil
}

// check compares a file of the backup with its entry.
func (c CopiedFile) check(folder string) error {
	stored := c.stored()
	if err := plain(folder, stored.Name); err != nil {
		return err
	}
	return stored.matches(folder)
}

// matches compares a file below a folder with its entry.
func (c CopiedFile) matches(folder string) error {
	sum, size, err := sumFile(filepath.Join(folder, filepath.FromSlash(c.Name)))
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
func (s Source) copyWhole(from, part, name string) (c CopiedFile, err error) {
	f, err := os.Open(from)
	if err != nil {
		return c, fmt.Errorf("copying: %w", err)
	}
	defer f.Close()
	return s.write(part, name, func(w io.Writer) error {
		_, err := io.Copy(w, f)
		return err
	})
}
