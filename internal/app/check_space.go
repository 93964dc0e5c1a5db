package app

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"guongsang/internal/files"
	"guongsang/internal/texts"
	"guongsang/storage/disk"
)

// ShowSpace prints where the room on the disk goes, also while the bot runs, and
// says where it is short.
func ShowSpace(out io.Writer, cfg Config) (missing []string, err error) {
	data, err := disk.UsageOf(cfg.Storage.Path)
	if err != nil {
		return nil, err
	}
	backups, err := disk.BackupUsage(cfg.Backup.Path)
	if err != nil {
		return nil, err
	}
	room, err := RoomFor(cfg, files.Free)
	if err != nil {
		return nil, err
	}
	space := texts.Space{
		Store: data.Store, StoreFree: -1,
		Photos: data.Photos.Bytes, PhotoCount: data.Photos.Files, Files: data.Others.Bytes, FileCount: data.Others.Files,
		Backups: backups.Bytes, Copies: backups.Files, Aside: data.Aside.Bytes, Free: room.Data, FreeBackup: room.Backups,
	}
	pages, err := disk.FilePages(filepath.Join(cfg.Storage.Path, disk.FileName))
	switch {
	case err == nil:
		space.StoreFree, space.Worth = pages.Free, pages.Worth()
	case !errors.Is(err, disk.ErrBusy):
		return nil, err
	}
	fmt.Fprintln(out, texts.SpaceUsed(space))
	if short := room.Short(); len(short) > 0 {
		missing = append(missing, texts.SpaceShort(short, min(room.Data, room.Backups), room.Needed))
	}
	return missing, nil
}

// backupsFit tells why backups can neither be put into a folder nor read there. One that is
// not there is made when the first backup is: then what is above it is looked at.
func backupsFit(folder string) error {
	if _, err := os.ReadDir(folder); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for {
		if _, err := os.Stat(folder); err == nil || !errors.Is(err, fs.ErrNotExist) || folder == filepath.Dir(folder) {
			break
		}
		folder = filepath.Dir(folder)
	}
	tried, err := os.CreateTemp(folder, "check-*"+files.Unfinished)
	if err != nil {
		return err
	}
	return errors.Join(tried.Close(), os.Remove(tried.Name()))
}
