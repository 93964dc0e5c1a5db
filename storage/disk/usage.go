package disk

import (
	"fmt"
	"guongsang/internal/files"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A Usage is what a number of files take of the disk.
type Usage struct {
	Files int
	Bytes int64
}

func (u *Usage) add(info fs.FileInfo) {
	u.Files++
	u.Bytes += info.Size()
}

// A DataUsage is where the room of a data folder goes.
type DataUsage struct {
	Store  int64 // bytes of the store's file
	Photos Usage // with the copies that may leave the house; files are counted without these
	Others Usage // other files that people sent, and made documents
	Aside  Usage // stores that restores put aside
}

// UsageOf adds up a data folder. A photo is what has a copy that may leave the
// house: no file is opened.
func UsageOf(dir string) (u DataUsage, err error) {
	if info, err := os.Stat(filepath.Join(dir, FileName)); err == nil {
		u.Store = info.Size()
	}
	for _, path := range glob(dir, FileName+".replaced-*") {
		if info, err := os.Lstat(path); err == nil {
			u.Aside.add(info)
		}
	}
	originals, copies := map[string]int64{}, map[string]int64{}
	err = WalkMedia(dir, func(hash, ext string, info fs.FileInfo) {
		if ext == "" {
			originals[hash] = info.Size()
		} else {
			copies[hash] = info.Size()
		}
	})
	if err != nil {
		return u, fmt.Errorf("adding up %s: %w", dir, err)
	}
	for hash, size := range originals {
		of := &u.Others
		if _, photo := copies[hash]; photo {
			of = &u.Photos
		}
		of.Files++
		of.Bytes += size + copies[hash]
	}
	return u, nil
}

// BackupUsage adds up the backups below a folder; a file that several of them
// share counts once.
func BackupUsage(dir string) (u Usage, err error) {
	last := map[string]fs.FileInfo{} // by name below a backup
	for _, folder := range append(Backups(dir), halfBackups(dir)...) {
		if !strings.HasSuffix(folder, files.Unfinished) {
			u.Files++
		}
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || !entry.Type().IsRegular() {
				return err
			}
			info, err := entry.Info()
			if err != nil {
				return err
			}
			name, err := filepath.Rel(folder, path)
			if err == nil && (last[name] == nil || !os.SameFile(last[name], info)) {
				u.Bytes += info.Size()
			}
			last[name] = info
			return err
		})
		if err != nil {
			return u, fmt.Errorf("adding up the backups in %s: %w", dir, err)
		}
	}
	return u, nil
}
