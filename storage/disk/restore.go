package disk

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"filippo.io/age"

	"guongsang/internal/files"
)

// A Restoration is what Restore did.
type Restoration struct {
	Manifest
	Store string // the store that is now in place
	Aside string // where the replaced one was put; empty if there was none
	Media int    // files that were brought back
}

// Restore puts a backup in the place of the store in dir: from is a backup's
// folder, its manifest, or a store file; the last brings back what there is,
// also where some of the other files are damaged. Everything is checked before
// anything is changed: verify is storage.VerifyFile, which knows the records, in a
// process of its own, since damage can end a process. It refuses while another process holds the store,
// and destroys nothing: the replaced store keeps a dated name. An encrypted backup is
// opened by one of the identities.
func Restore(from, dir string, now time.Time, verify func(path string) error, identities ...age.Identity) (r Restoration, err error) {
	folder, m, err := findBackup(from)
	if err != nil {
		return r, err
	}
	r = Restoration{Manifest: m, Store: filepath.Join(dir, FileName)}
	if err := checkBackup(folder, m, identities); err != nil {
		return r, err
	}
	h, err := Take(dir)
	if err != nil {
		return r, err
	}
	defer h.Release()
	release, err := holdFile(r.Store)
	if err != nil {
		return r, err
	}
	defer release()
	part, err := m.Store.copyTo(folder, r.Store, identities)
	if err != nil {
		return r, err
	}
	defer part.Discard()
	if err := verify(part.Name()); err != nil {
		return r, fmt.Errorf("verifying the backup's store: %w", err)
	}
	if r.Media, err = restoreMedia(folder, dir, m.Media, identities); err != nil {
		return r, err
	}
	if r.Aside, err = putAside(r.Store, now); err != nil {
		return r, err
	}
	if err := part.Commit(); err != nil {
		return r, fmt.Errorf("putting the backup in place: %w", err)
	}
	return r, nil
}

// findBackup finds the folder and the manifest that a person pointed at. Of a
// store file without a manifest no sum is known; with one, whatever of the
// other files is not whole is left out.
func findBackup(from string) (folder string, m Manifest, err error) {
	info, err := os.Stat(from)
	if err != nil {
		return "", m, fmt.Errorf("finding the backup: %w", err)
	}
	folder = from
	if !info.IsDir() {
		folder = filepath.Dir(from)
	}
	if whole := info.IsDir() || filepath.Base(from) == manifestName; whole || exists(filepath.Join(folder, manifestName)) {
		if m, err = readManifest(folder); !whole {
			m.leaveOut(folder)
		}
		return folder, m, err
	}
	m.Store.Name, m.Made = filepath.Base(from), info.ModTime()
	if err := plain(folder, m.Store.Name); err != nil {
		return "", m, err
	}
	m.Store.SHA256, m.Store.Size, err = sumFile(from)
	return folder, m, err
}

// leaveOut takes the media that are not whole out of the list.
func (m *Manifest) leaveOut(folder string) {
	m.Media = slices.DeleteFunc(m.Media, func(f CopiedFile) bool {
		damaged := f.check(folder) != nil
		if damaged {
			m.Missing = append(m.Missing, f.SHA256)
		}
		return damaged
	})
}

// checkBackup compares every file with the manifest, and reads the store's
// meta pages, before anybody opens it.
func checkBackup(folder string, m Manifest, identities []age.Identity) error {
	for _, f := range append([]CopiedFile{m.Store}, m.Media...) {
		if err := f.check(folder); err != nil {
			return err
		}
		if err := f.checkOpened(folder, identities); err != nil {
			return err
		}
	}
	if m.Store.Size == 0 {
		return fmt.Errorf("checking %s: it is empty: %w", m.Store.Name, ErrDamaged)
	}
	if m.Store.Sealed != nil {
		return nil // whoever verifies what was in it reads its meta pages first
	}
	return CheckFile(filepath.Join(folder, m.Store.Name))
}

// CompareBackup compares every file of a backup's folder with its manifest. It opens
// none, so it needs no key.
func CompareBackup(from string) (m Manifest, err error) {
	folder, m, err := findBackup(from)
	if err != nil {
		return m, err
	}
	for _, f := range append([]CopiedFile{m.Store}, m.Media...) {
		if err := f.check(folder); err != nil {
			return m, err
		}
	}
	return m, nil
}

// holdFile keeps from opening the store, until release is called, whoever asks
// for the file alone: an older program knows no lock beside it. A store that is
// too damaged to be opened is held by nobody.
func holdFile(path string) (release func(), err error) {
	db, err := openReadOnly(path)
	switch {
	case errors.Is(err, ErrBusy):
		return nil, err
	case err != nil:
		return func() {}, nil
	}
	return func() { db.Close() }, nil
}

// restoreMedia brings back the files that are not there, and only those: a
// file's name is its content's sum.
func restoreMedia(folder, dir string, media []CopiedFile, identities []age.Identity) (n int, err error) {
	for _, f := range media {
		to := filepath.Join(dir, filepath.FromSlash(f.Name))
		if f.matches(dir) == nil {
			continue
		}
		if err := files.MkdirAll(filepath.Dir(to)); err != nil {
			return n, fmt.Errorf("bringing back %s: %w", f.Name, err)
		}
		part, err := f.copyTo(folder, to, identities)
		if err != nil {
			return n, err
		}
		if err := part.Commit(); err != nil {
			part.Discard()
			return n, fmt.Errorf("bringing back %s: %w", f.Name, err)
		}
		n++
	}
	return n, nil
}

// putAside gives the store that is about to be replaced a second, dated name.
// The first one stays until the new store takes it, so that there is no moment
// without a store.
func putAside(path string, now time.Time) (aside string, err error) {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	base := path + ".replaced-" + now.Format(backupStamp)
	aside = base
	for n := 2; exists(aside); n++ {
		aside = fmt.Sprintf("%s-%d", base, n)
	}
	if os.Link(path, aside) == nil {
		return aside, nil
	}
	if err := replaceBy(path, aside); err != nil {
		return "", fmt.Errorf("keeping the replaced store: %w", err)
	}
	return aside, nil
}

// replaceBy gives the place to a copy of a file.
func replaceBy(from, to string) error {
	f, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("copying: %w", err)
	}
	defer f.Close()
	part, err := copyOf(f, to, io.Discard)
	if err != nil {
		return err
	}
	defer part.Discard()
	return part.Commit()
}

// copyTo begins a copy of a file of the backup, which is whole and waits to be
// committed. What is copied is compared with the manifest once more: it is
// another reading than the one by which the backup was checked.
func (c CopiedFile) copyTo(folder, to string, identities []age.Identity) (*files.Pending, error) {
	r, file, err := c.open(folder, identities)
	if err != nil {
		return nil, fmt.Errorf("bringing back %s: %w", c.Name, err)
	}
	defer file.Close()
	sum := sha256.New()
	part, err := copyOf(r, to, sum)
	if err != nil {
		return nil, fmt.Errorf("bringing back %s: %w", c.Name, err)
	}
	if hex.EncodeToString(sum.Sum(nil)) != c.SHA256 {
		part.Discard()
		return nil, fmt.Errorf("bringing back %s: it changed while it was read: %w", c.Name, ErrBackup)
	}
	return part, nil
}

// copyOf begins a copy of what is read; a second writer sees all of it.
func copyOf(from io.Reader, to string, second io.Writer) (*files.Pending, error) {
	part, err := files.Create(to)
	if err != nil {
		return nil, err
	}
	if _, err := io.Copy(io.MultiWriter(part, second), from); err != nil {
		part.Discard()
		return nil, fmt.Errorf("copying to %s: %w", to, err)
	}
	return part, nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
