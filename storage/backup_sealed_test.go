package storage

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"guongsang/storage/disk"
)

func mustIdentity(t *testing.T) *age.X25519Identity {
	t.Helper()
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// filesBelow reads all files below a folder.
func filesBelow(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		all[strings.TrimPrefix(path, dir)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestSealedBackup holds that nothing of an encrypted backup lies there as it is,
// that its key opens it and no other does, and that what is damaged replaces nothing.
func TestSealedBackup(t *testing.T) {
	s, dir, to := mustOpen(t), t.TempDir(), t.TempDir()
	putUnits(t, s, 3)
	hash := mustMedia(t, s, "photo", "a photo of somebody")
	id := mustIdentity(t)
	b, err := s.Backup(t.Context(), dir, at(2, 8), id.Recipient().String())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range filesBelow(t, b.Path) {
		if strings.Contains(text, "a photo") || name != "/manifest.json" && !strings.HasPrefix(text, "age-encryption.org/v1\n") {
			t.Errorf("%s is not encrypted", name)
		}
	}
	store := filepath.Join(b.Path, disk.FileName+".age")
	whole, err := os.ReadFile(store)
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(whole)
	flipped[len(flipped)-9] ^= 1
	for name, test := range map[string]struct {
		store []byte
		keys  []age.Identity
		want  error
	}{
		"no identity":       {whole, nil, disk.ErrSealed},
		"another identity":  {whole, []age.Identity{mustIdentity(t)}, disk.ErrIdentity},
		"a flipped bit":     {flipped, []age.Identity{id}, disk.ErrBackup},
		"the end is gone":   {whole[:len(whole)/2], []age.Identity{id}, disk.ErrBackup},
		"all of it is gone": {nil, []age.Identity{id}, disk.ErrBackup},
	} {
		if err := os.WriteFile(store, test.store, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := disk.Restore(b.Path, to, at(21, 9), VerifyFile, test.keys...); !errors.Is(err, test.want) {
			t.Errorf("%s: Restore = %v, want %v", name, err, test.want)
		}
		if _, err := os.Stat(filepath.Join(to, disk.FileName)); err == nil {
			t.Fatalf("%s: a store was put in place", name)
		}
	}
	if err := os.WriteFile(store, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := disk.Restore(b.Path, to, at(21, 9), VerifyFile, mustIdentity(t), id)
	if err != nil || r.Media != 1 {
		t.Fatalf("Restore = %+v, %v", r, err)
	}
	if got, _ := os.ReadFile(disk.MediaPath(to, hash)); string(got) != "a photo of somebody" {
		t.Errorf("the photo came back as %q", got)
	}
}

// TestSealedBackupsShare holds that encrypted files are shared while whoever can
// open them stays the same, and only then; and that an old backup can go.
func TestSealedBackupsShare(t *testing.T) {
	s, dir := mustOpen(t), t.TempDir()
	hash := mustMedia(t, s, "photo", "a photo")
	one, two := mustIdentity(t), mustIdentity(t)
	for i, step := range []struct {
		to     []string
		shared bool
	}{
		{nil, false},
		{[]string{one.Recipient().String()}, false},
		{[]string{one.Recipient().String()}, true},
		{[]string{one.Recipient().String(), two.Recipient().String()}, false},
		{[]string{two.Recipient().String()}, false},
		{[]string{two.Recipient().String()}, true},
		{nil, false},
	} {
		before := disk.Backups(dir)
		b, err := s.Backup(t.Context(), dir, at(2+i, 8), step.to...)
		if err != nil {
			t.Fatal(err)
		}
		shared := false
		if len(before) > 0 {
			suffix := ""
			if step.to != nil {
				suffix = ".age"
			}
			now, _ := os.Stat(disk.MediaPath(b.Path, hash) + suffix)
			then, _ := os.Stat(disk.MediaPath(before[len(before)-1], hash) + suffix)
			shared = os.SameFile(now, then)
		}
		if shared != step.shared {
			t.Errorf("backup %d shares the photo: %v, want %v", i, shared, step.shared)
		}
	}
	all := disk.Backups(dir)
	if err := disk.PruneBackups(dir, all[len(all)-1], 2); err != nil {
		t.Fatal(err)
	}
	if _, err := disk.Restore(all[5], t.TempDir(), at(21, 9), VerifyFile, two); err != nil {
		t.Errorf("what was shared with a backup that went is gone: %v", err)
	}
}
