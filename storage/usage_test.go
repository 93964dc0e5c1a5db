package storage

import "testing"

func TestUsage(t *testing.T) {
	s := mustOpen(t)
	photo := mustMedia(t, s, "u1", "a photo")
	mustMedia(t, s, "u2", "a letter")
	if err := s.PutCopy(photo, []byte("copy")); err != nil {
		t.Fatal(err)
	}
	put(t, s.Dir(), FileName+".replaced-20261121-090000", "the old one")
	put(t, s.Dir(), "media/notes.txt", "not ours")
	u, err := UsageOf(s.Dir())
	if err != nil || u.Store == 0 || u.Photos != (Usage{1, 11}) || u.Others != (Usage{1, 8}) || u.Aside != (Usage{1, 11}) {
		t.Errorf("%+v, %v", u, err)
	}
	if none, err := UsageOf(t.TempDir()); err != nil || none != (DataUsage{}) {
		t.Errorf("an empty folder: %+v, %v", none, err)
	}

	dir := t.TempDir()
	one := mustBackup(t, s, dir, at(1, 2))
	alone, err := BackupUsage(dir)
	if err != nil || alone.Files != 1 || alone.Bytes <= one.Store.Size {
		t.Errorf("%+v, %v", alone, err)
	}
	mustBackup(t, s, dir, at(2, 2))
	both, err := BackupUsage(dir)
	if err != nil || both.Files != 2 || both.Bytes < alone.Bytes+one.Store.Size || both.Bytes > 2*alone.Bytes-15 {
		t.Errorf("shared photos count twice: %+v after %+v, %v", both, alone, err)
	}
	if none, err := BackupUsage(dir + "/none"); err != nil || none != (Usage{}) {
		t.Errorf("no backups: %+v, %v", none, err)
	}
}
