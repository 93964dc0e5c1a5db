package storage

import (
	"testing"

	"guongsang/storage/disk"
)

func TestUsage(t *testing.T) {
	s := mustOpen(t)
	photo := mustMedia(t, s, "u1", "a photo")
	mustMedia(t, s, "u2", "a letter")
	if err := s.PutCopy(photo, []byte("copy")); err != nil {
		t.Fatal(err)
	}
	put(t, s.Dir(), disk.FileName+".replaced-20261121-090000", "the old one")
	put(t, s.Dir(), "media/notes.txt", "not ours")
	u, err := disk.UsageOf(s.Dir())
	if err != nil || u.Store == 0 || u.Photos != (disk.Usage{Files: 1, Bytes: 11}) || u.Others != (disk.Usage{Files: 1, Bytes: 8}) || u.Aside != (disk.Usage{Files: 1, Bytes: 11}) {
		t.Errorf("%+v, %v", u, err)
	}
	if none, err := disk.UsageOf(t.TempDir()); err != nil || none != (disk.DataUsage{}) {
		t.Errorf("an empty folder: %+v, %v", none, err)
	}

	dir := t.TempDir()
	one := mustBackup(t, s, dir, at(1, 2))
	alone, err := disk.BackupUsage(dir)
	if err != nil || alone.Files != 1 || alone.Bytes <= one.Store.Size {
		t.Errorf("%+v, %v", alone, err)
	}
	mustBackup(t, s, dir, at(2, 2))
	both, err := disk.BackupUsage(dir)
	if err != nil || both.Files != 2 || both.Bytes < alone.Bytes+one.Store.Size || both.Bytes > 2*alone.Bytes-15 {
		t.Errorf("shared photos count twice: %+v after %+v, %v", both, alone, err)
	}
	if none, err := disk.BackupUsage(dir + "/none"); err != nil || none != (disk.Usage{}) {
		t.Errorf("no backups: %+v, %v", none, err)
	}
}
