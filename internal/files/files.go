// Package files replaces files so that a power cut at any moment leaves the old
// one or the new one, whole, and never a name without its content.
//
// There is one way for the whole house: write under a temporary name beside the
// place, put the content on disk, rename, put the folder on disk. Without the
// first sync the name can survive an outage and the content not; without the
// last the content can survive and the name not. Folders are made in the same
// spirit: each is on disk in its parent before anything is put into it.
//
// Everything is readable for the account of the program alone: what is written
// here holds people's names.
package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Unfinished is how the temporary names end under which files are written. One
// that is older than the process was left by a crash and can be deleted.
const Unfinished = ".part"

// Write gives the file at path that content. Its folder must exist.
func Write(path string, data []byte) error {
	p, err := Create(path)
	if err != nil {
		return err
	}
	defer p.Discard()
	if _, err := p.Write(data); err != nil {
		return err
	}
	return p.Commit()
}

// A Pending file is being written under a temporary name.
type Pending struct {
	*os.File
	path string
	done bool
}

// Create begins a file that Commit will put at path. Its folder must exist.
func Create(path string) (*Pending, error) {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*"+Unfinished) // 0600
	if err != nil {
		return nil, fmt.Errorf("beginning %s: %w", path, err)
	}
	return &Pending{File: f, path: path}, nil
}

// Commit puts the file at its place; what was there is replaced.
func (p *Pending) Commit() error { return p.CommitTo(p.path) }

// CommitTo puts the file at another place of the same file system, for names
// that are known only when the content is.
func (p *Pending) CommitTo(path string) error {
	if err := errors.Join(p.Sync(), p.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := Move(p.Name(), path); err != nil {
		return err
	}
	p.done = true
	return nil
}

// Discard deletes the temporary file unless it was committed. It is meant to
// be deferred.
func (p *Pending) Discard() {
	if !p.done {
		_ = p.Close()
		_ = os.Remove(p.Name())
	}
}

// Move renames a file or folder whose content is on disk. The new name is on
// disk when it returns; the old one is gone.
func Move(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return fmt.Errorf("moving to %s: %w", to, err)
	}
	Tell(Step{Kind: Named, Path: to, From: from})
	if err := SyncFolder(filepath.Dir(to)); err != nil {
		return err
	}
	if filepath.Dir(from) == filepath.Dir(to) {
		return nil
	}
	return SyncFolder(filepath.Dir(from))
}

// MkdirAll makes a folder with all its parents, each of them on disk in the
// folder above it. Folders that are there already are left as they are.
func MkdirAll(path string) error {
	if info, err := os.Stat(path); err == nil {
		if !info.IsDir() {
			return fmt.Errorf("making the folder %s: there is a file of that name: %w", path, syscall.ENOTDIR)
		}
		return nil
	}
	above := filepath.Dir(path)
	if above != path {
		if err := MkdirAll(above); err != nil {
			return err
		}
	}
	if err := os.Mkdir(path, 0o700); err != nil && !errors.Is(err, fs.ErrExist) { // another may have been quicker
		return fmt.Errorf("making the folder %s: %w", path, err)
	}
	return SyncFolder(above)
}

// SyncFolder puts the names in a folder on disk.
func SyncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("syncing folder %s: %w", dir, err)
	}
	defer func() { _ = d.Close() }()
	if err := d.Sync(); err != nil {
		return fmt.Errorf("syncing folder %s: %w", dir, err)
	}
	Tell(Step{Kind: FolderSynced, Path: dir})
	return nil
}
