package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"guongsang/internal/files"

	bolt "go.etcd.io/bbolt"
)

// A Backup is a finished copy of the store and the files that it names.
type Backup struct {
	Path string // its folder
	Manifest
}

// Backup copies the store as it is at this moment, with the files that it
// names, into a new folder below dir, while work goes on. The folder gets its
// name once everything in it is on disk and was read back. Files that the
// newest earlier backup has are shared with it where the disk can do that: a
// folder is whole in itself all the same.
func (s *Store) Backup(dir string, now time.Time) (Backup, error) {
	final := filepath.Join(dir, backupPrefix+now.In(s.rules.Zone).Format(backupStamp))
	part := final + ".part"
	b, err := s.backup(part, now, newest(dir))
	if err != nil {
		os.RemoveAll(part)
		return Backup{}, fmt.Errorf("making the backup %s: %w", final, err)
	}
	if err := files.Move(part, final); err != nil {
		os.RemoveAll(part)
		return Backup{}, fmt.Errorf("making the backup: %w", err)
	}
	b.Path = final
	return b, nil
}

func (s *Store) backup(part string, now time.Time, earlier string) (b Backup, err error) {
	if err := os.RemoveAll(part); err != nil {
		return b, err
	}
	if err := files.MkdirAll(part); err != nil {
		return b, err
	}
	b.Made, b.Version = now, Version()
	hashes, err := s.copyStore(part, &b.Manifest)
	if err != nil {
		return b, err
	}
	if err := s.copyMedia(part, earlier, hashes, &b.Manifest); err != nil {
		return b, err
	}
	if err := writeManifest(part, b.Manifest); err != nil {
		return b, err
	}
	if err := b.Store.check(part); err != nil {
		return b, err
	}
	return b, VerifyFile(filepath.Join(part, b.Store.Name))
}

// copyStore writes the hot copy, and lists the files that this very state of
// the store names.
func (s *Store) copyStore(part string, m *Manifest) (hashes []string, err error) {
	m.Store.Name = FileName
	err = s.db.View(func(tx *bolt.Tx) error {
		hashes = namedMedia(tx)
		m.Store.SHA256, m.Store.Size, err = writeWhole(filepath.Join(part, FileName), func(w io.Writer) error {
			_, err := tx.WriteTo(w)
			return err
		})
		return err
	})
	return hashes, err
}

// namedMedia lists the content hashes of all files that the store knows.
func namedMedia(tx *bolt.Tx) (hashes []string) {
	c := tx.Bucket(bucketUniques).Cursor()
	for k, v := c.First(); k != nil; k, v = c.Next() {
		t := tuple(v)
		if hash := t.string(); len(hash) == 64 {
			hashes = append(hashes, hash)
		}
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

func (s *Store) copyMedia(part, earlier string, hashes []string, m *Manifest) error {
	for _, hash := range hashes {
		name := mediaName(hash)
		from, to := s.MediaPath(hash), filepath.Join(part, name)
		info, err := os.Stat(from)
		if errors.Is(err, os.ErrNotExist) {
			m.Missing = append(m.Missing, hash)
			continue
		}
		if err != nil {
			return fmt.Errorf("copying media %s: %w", hash, err)
		}
		if err := files.MkdirAll(filepath.Dir(to)); err != nil {
			return fmt.Errorf("copying media %s: %w", hash, err)
		}
		size := info.Size()
		if !share(filepath.Join(earlier, name), to, hash) {
			var sum string
			if sum, size, err = copyWhole(from, to); err != nil {
				return fmt.Errorf("copying media %s: %w", hash, err)
			}
			if sum != hash { // the disk lost it
				m.Missing = append(m.Missing, hash)
				os.Remove(to)
				continue
			}
		}
		m.Media = append(m.Media, CopiedFile{filepath.ToSlash(name), size, hash})
	}
	return syncTree(part)
}

// syncTree puts the names of all files below a folder on disk.
func syncTree(dir string) error {
	return filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		return files.SyncFolder(path)
	})
}

// mediaName is where a file lies below the data folder, and below a backup's.
func mediaName(hash string) string { return filepath.Join(mediaFolder, hash[:2], hash) }

// share gives a file of an earlier backup a second name in this one, if it is
// still what it was.
func share(earlier, to, hash string) bool {
	sum, _, err := sumFile(earlier)
	return err == nil && sum == hash && os.Link(earlier, to) == nil
}

func writeManifest(part string, m Manifest) error {
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return fmt.Errorf("writing the manifest: %w", err)
	}
	_, _, err = writeWhole(filepath.Join(part, manifestName), func(w io.Writer) error {
		_, err := w.Write(append(text, '\n'))
		return err
	})
	if err != nil {
		return err
	}
	return files.SyncFolder(part)
}

// Backups lists the finished backups below dir, oldest first.
func Backups(dir string) []string {
	var list []string
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if stamp, ok := strings.CutPrefix(e.Name(), backupPrefix); ok && e.IsDir() {
			if _, err := time.Parse(backupStamp, stamp); err == nil {
				list = append(list, filepath.Join(dir, e.Name()))
			}
		}
	}
	slices.Sort(list)
	return list
}

func newest(dir string) string {
	if all := Backups(dir); len(all) > 0 {
		return all[len(all)-1]
	}
	return ""
}

// PruneBackups removes all but the newest backups, and what was left half
// made. It touches nothing that does not have a backup's name.
func PruneBackups(dir string, keep int) error {
	halves, _ := filepath.Glob(filepath.Join(dir, backupPrefix+"*.part"))
	all := Backups(dir)
	for _, old := range append(halves, all[:max(0, len(all)-max(1, keep))]...) {
		if err := os.RemoveAll(old); err != nil {
			return fmt.Errorf("removing the old backup %s: %w", old, err)
		}
	}
	return nil
}
