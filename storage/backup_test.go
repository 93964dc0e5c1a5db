package storage

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"guongsang/internal/report"
	"guongsang/storage/disk"
)

// mustMedia puts a file into the house.
func mustMedia(t *testing.T, s *Store, unique, content string) (hash string) {
	t.Helper()
	sum := sha256.Sum256([]byte(content))
	hash = hex.EncodeToString(sum[:])
	if err := os.MkdirAll(filepath.Dir(s.MediaPath(hash)), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(s.MediaPath(hash), []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error { return tx.PutMedia(unique, hash) })
	return hash
}

func mustBackup(t *testing.T, s *Store, dir string, now time.Time) disk.Backup {
	t.Helper()
	b, err := s.Backup(t.Context(), dir, now)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func putUnits(t *testing.T, s *Store, n int) {
	t.Helper()
	mustUpdate(t, s, at(1, 8), func(tx *Tx) error {
		var units []report.Unit
		for i := range n {
			units = append(units, report.Unit{Code: fmt.Sprintf("PT%03d", i), Name: strings.Repeat("Đơn vị ", 20)})
		}
		return tx.PutUnits(units)
	})
}

func TestBackupAndRestore(t *testing.T) {
	s := mustOpen(t)
	putUnits(t, s, 85)
	photo := mustMedia(t, s, "u1", "photo one")
	mustMedia(t, s, "u2", "photo two")
	lost := mustMedia(t, s, "u3", "lost")
	if err := os.Remove(s.MediaPath(lost)); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	b := mustBackup(t, s, dir, at(20, 9))
	if want := filepath.Join(dir, "guongsang-20261120-090000"); b.Path != want || len(b.Media) != 2 || len(b.Missing) != 1 {
		t.Errorf("Backup = %+v", b)
	}
	if _, err := s.Backup(t.Context(), dir, at(20, 9)); err == nil {
		t.Error("a second backup of the same second replaced the first")
	}
	info, err := os.Stat(filepath.Join(b.Path, disk.FileName))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the copy has mode %v, %v", info.Mode(), err)
	}

	to := t.TempDir()
	for _, from := range []string{b.Path, filepath.Join(b.Path, "manifest.json"), filepath.Join(b.Path, disk.FileName)} {
		r, err := disk.Restore(from, to, at(21, 9), disk.VerifyFile)
		if err != nil {
			t.Fatalf("disk.Restore(%s): %v", from, err)
		}
		if !r.Made.Equal(b.Made) {
			t.Errorf("disk.Restore(%s) = %+v", from, r)
		}
	}
	if kept, _ := filepath.Glob(filepath.Join(to, disk.FileName+".replaced-20261121-090000*")); len(kept) != 2 {
		t.Errorf("two restores over a store kept %q", kept)
	}
	again, err := Open(to, testRules())
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	content, err := os.ReadFile(again.MediaPath(photo))
	if again.Directory().Len() != 85 || err != nil || string(content) != "photo one" {
		t.Errorf("%d units, photo %q, %v", again.Directory().Len(), content, err)
	}
}

func TestBackupUnderWrites(t *testing.T) {
	s := mustOpen(t)
	putUnits(t, s, 500)
	stop := make(chan struct{})
	var writers sync.WaitGroup
	for i := range 4 {
		writers.Go(func() {
			for n := 0; ; n++ {
				select {
				case <-stop:
					return
				default:
				}
				if err := s.Update(at(1, 8), func(tx *Tx) error { return tx.Audit(int64(i), "wrote", report.Ref{Count: n}) }); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for i := range 3 {
		b := mustBackup(t, s, t.TempDir(), at(20, i))
		if err := disk.VerifyFile(filepath.Join(b.Path, disk.FileName)); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	writers.Wait()
}

func TestBackupsShareAndArePruned(t *testing.T) {
	s := mustOpen(t)
	hash := mustMedia(t, s, "u1", "a photo")
	dir := t.TempDir()
	for day := 1; day <= 5; day++ {
		mustBackup(t, s, dir, at(day, 2))
	}
	for _, name := range []string{"guongsang-20261107-020000.part", "guongsang-notes", "photos"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	all := disk.Backups(dir)
	first, err1 := os.Stat(disk.MediaPath(all[0], hash))
	last, err2 := os.Stat(disk.MediaPath(all[4], hash))
	if err1 != nil || err2 != nil || !os.SameFile(first, last) {
		t.Errorf("the same photo is stored again: %v, %v", err1, err2)
	}
	// A copy that rotted is not shared any further: this backup has its own.
	if err := os.WriteFile(disk.MediaPath(all[4], hash), []byte("a phot0"), 0o600); err != nil {
		t.Fatal(err)
	}
	mustBackup(t, s, dir, at(6, 2))
	if err := disk.PruneBackups(dir, filepath.Join(dir, "guongsang-20261106-020000"), 2); err != nil {
		t.Fatal(err)
	}
	var left []string
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		left = append(left, e.Name())
	}
	if got := strings.Join(left, " "); got != "guongsang-20261105-020000 guongsang-20261106-020000 guongsang-notes photos" {
		t.Errorf("left: %s", got)
	}
	if _, err := disk.Restore(disk.Backups(dir)[1], t.TempDir(), at(8, 8), disk.VerifyFile); err != nil {
		t.Errorf("a backup does not outlive the earlier ones: %v", err)
	}
}

// TestRestoreOfDamage: whatever is wrong with a backup, the store in place
// stays as it is.
func TestRestoreOfDamage(t *testing.T) {
	s := mustOpen(t)
	putUnits(t, s, 200)
	mustMedia(t, s, "u1", "a photo")
	b := mustBackup(t, s, t.TempDir(), at(20, 9))
	whole, err := os.ReadFile(filepath.Join(b.Path, disk.FileName))
	if err != nil {
		t.Fatal(err)
	}

	to := t.TempDir()
	target, err := Open(to, testRules())
	if err != nil {
		t.Fatal(err)
	}
	target.Close()
	before, err := os.ReadFile(filepath.Join(to, disk.FileName))
	if err != nil {
		t.Fatal(err)
	}
	refused := func(name string, want error, from string) {
		t.Helper()
		if _, err := disk.Restore(from, to, at(21, 9), disk.VerifyFile); !errors.Is(err, want) {
			t.Errorf("%s: %v", name, err)
		}
		after, err := os.ReadFile(filepath.Join(to, disk.FileName))
		if err != nil || !bytes.Equal(before, after) {
			t.Errorf("%s: the store in place was touched: %v", name, err)
		}
		if entries, _ := os.ReadDir(to); len(entries) != 2 { // with the lock
			t.Errorf("%s: left %v", name, entries)
		}
	}
	damaged := func(change func(folder string)) string {
		folder := filepath.Join(t.TempDir(), filepath.Base(b.Path))
		if err := os.CopyFS(folder, os.DirFS(b.Path)); err != nil {
			t.Fatal(err)
		}
		change(folder)
		return folder
	}
	store := func(content []byte) func(string) {
		return func(folder string) {
			if err := os.WriteFile(filepath.Join(folder, disk.FileName), content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	flipped := bytes.Clone(whole)
	flipped[len(flipped)/2] ^= 1
	refused("a flipped bit", disk.ErrBackup, damaged(store(flipped)))
	refused("an empty copy", disk.ErrBackup, damaged(store(nil)))
	refused("no copy", disk.ErrBackup, damaged(func(f string) { os.Remove(filepath.Join(f, disk.FileName)) }))
	refused("no photo", disk.ErrBackup, damaged(func(f string) { os.RemoveAll(filepath.Join(f, "media")) }))
	refused("another photo", disk.ErrBackup, damaged(func(f string) {
		os.WriteFile(filepath.Join(f, filepath.FromSlash(b.Media[0].Name)), []byte("a phota"), 0o600)
	}))
	rotten := damaged(func(f string) {
		os.WriteFile(filepath.Join(f, filepath.FromSlash(b.Media[0].Name)), []byte("a phota"), 0o600)
	})
	if r, err := disk.Restore(filepath.Join(rotten, disk.FileName), t.TempDir(), at(21, 9), disk.VerifyFile); err != nil || len(r.Missing) != 1 || r.Media != 0 {
		t.Errorf("the store alone, beside another photo: %+v, %v", r, err)
	}
	refused("no manifest", disk.ErrBackup, damaged(func(f string) { os.Remove(filepath.Join(f, "manifest.json")) }))
	refused("half a manifest", disk.ErrBackup, damaged(func(f string) { os.Truncate(filepath.Join(f, "manifest.json"), 50) }))
	refused("names that lead out", disk.ErrBackup, damaged(func(f string) {
		m := b.Manifest
		m.Media = []disk.CopiedFile{{Name: "../../etc/passwd"}}
		text, _ := json.Marshal(m)
		os.WriteFile(filepath.Join(f, "manifest.json"), text, 0o600)
	}))
	manifest := func(change func(*disk.Manifest)) string {
		return damaged(func(f string) {
			m := b.Manifest
			m.Media = slices.Clone(m.Media)
			change(&m)
			text, _ := json.Marshal(m)
			os.WriteFile(filepath.Join(f, "manifest.json"), text, 0o600)
		})
	}
	named := func(name string) string {
		from := manifest(func(m *disk.Manifest) { m.Media[0].Name = name })
		content, _ := os.ReadFile(filepath.Join(b.Path, b.Media[0].Name))
		os.MkdirAll(filepath.Dir(filepath.Join(from, name)), 0o700)
		os.WriteFile(filepath.Join(from, name), content, 0o600)
		return from
	}
	refused("a photo called like the store", disk.ErrBackup, named(disk.FileName))
	refused("a photo called like the configuration", disk.ErrBackup, named("config.yaml"))
	refused("a photo in another folder", disk.ErrBackup, named("media/zz/"+b.Media[0].SHA256))
	refused("a photo under another sum", disk.ErrBackup, named("media/ab/ab"+b.Media[0].SHA256[2:]))
	refused("a photo with a longer name", disk.ErrBackup, named(b.Media[0].Name+".jpg"))
	other := manifest(func(m *disk.Manifest) { m.Store.Name = "s.db" })
	if err := os.WriteFile(filepath.Join(other, "s.db"), whole, 0o600); err != nil {
		t.Fatal(err)
	}
	refused("a store of another name", disk.ErrBackup, other)
	refused("a sum in capitals", disk.ErrBackup, manifest(func(m *disk.Manifest) { m.Media[0].SHA256 = strings.ToUpper(m.Media[0].SHA256) }))
	refused("no version", disk.ErrBackup, manifest(func(m *disk.Manifest) { m.Version = 0 }))
	refused("a version to come", disk.NewerError{Store: 99, Program: disk.Version, Writer: disk.ThisBuild()}, manifest(func(m *disk.Manifest) { m.Version = 99 }))
	for _, name := range []string{disk.FileName, "manifest.json", b.Media[0].Name, filepath.Dir(b.Media[0].Name), "media"} {
		refused("a symbolic link "+name, disk.ErrBackup, damaged(func(f string) {
			elsewhere := filepath.Join(t.TempDir(), "moved")
			if err := os.Rename(filepath.Join(f, name), elsewhere); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(elsewhere, filepath.Join(f, name)); err != nil {
				t.Fatal(err)
			}
		}))
	}
	link := filepath.Join(t.TempDir(), "link.db")
	if err := os.Symlink(filepath.Join(b.Path, disk.FileName), link); err != nil {
		t.Fatal(err)
	}
	refused("a symbolic link to a store", disk.ErrBackup, link)
	refused("nothing there", os.ErrNotExist, filepath.Join(t.TempDir(), "none"))

	// Bare files have no sum: the meta pages and the pages themselves tell.
	page := os.Getpagesize()
	bare := func(content []byte) string {
		path := filepath.Join(t.TempDir(), "old.db")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for size := 0; size < len(whole); size += page {
		refused(fmt.Sprintf("cut at page %d", size/page), disk.ErrDamaged, bare(whole[:size]))
	}
	refused("cut in a page", disk.ErrDamaged, bare(whole[:len(whole)-100]))
	noMeta := bytes.Clone(whole)
	clear(noMeta[:2*page])
	refused("both meta pages zero", disk.ErrDamaged, bare(noMeta))
	refused("text", disk.ErrDamaged, bare([]byte(strings.Repeat("code,name\n", 1000))))

	oneMeta := bytes.Clone(whole)
	clear(oneMeta[:page])
	refused("one meta page zero", disk.ErrDamaged, bare(oneMeta))

	// A meta page that was being written when the power failed is no damage:
	// that is why there are two.
	torn := bytes.Clone(whole)
	clear(torn[page+16+40 : page+16+64])
	if _, err := disk.Restore(bare(torn), t.TempDir(), at(21, 9), disk.VerifyFile); err != nil {
		t.Errorf("a torn meta page: %v", err)
	}
}

func TestRestoreWhileHeld(t *testing.T) {
	t.Parallel() // waits for locks
	s := mustOpen(t)
	b := mustBackup(t, s, t.TempDir(), at(20, 9))
	if _, err := disk.Restore(b.Path, s.Dir(), at(20, 10), disk.VerifyFile); !errors.Is(err, disk.ErrBusy) {
		t.Errorf("disk.Restore over a held store: %v", err)
	}
	if entries, _ := os.ReadDir(s.Dir()); len(entries) != 2 { // with the lock
		t.Errorf("left: %v", entries)
	}
}

// TestRestoreOverDamage: a store that cannot be opened is kept aside too.
func TestRestoreOverDamage(t *testing.T) {
	s := mustOpen(t)
	putUnits(t, s, 3)
	b := mustBackup(t, s, t.TempDir(), at(20, 9))
	for name, content := range map[string]string{"nonsense": strings.Repeat("x", 9000), "empty": "", "short": "x"} {
		to := t.TempDir()
		if err := os.WriteFile(filepath.Join(to, disk.FileName), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		r, err := disk.Restore(b.Path, to, at(20, 10), disk.VerifyFile)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if kept, err := os.ReadFile(r.Aside); err != nil || string(kept) != content {
			t.Errorf("%s: kept %d bytes, %v", name, len(kept), err)
		}
		if again, err := Open(to, testRules()); err != nil || again.Close() != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestVerifyFile(t *testing.T) {
	t.Parallel() // waits for locks
	s := mustOpen(t)
	path := filepath.Join(s.Dir(), disk.FileName)
	if err := disk.VerifyFile(path); !errors.Is(err, disk.ErrBusy) {
		t.Errorf("disk.VerifyFile of a held store: %v", err)
	}
	if _, err := disk.FileVersion(path); !errors.Is(err, disk.ErrBusy) {
		t.Errorf("disk.FileVersion of a held store: %v", err)
	}
	s.Close()
	if v, err := disk.FileVersion(path); v != disk.Version || err != nil {
		t.Errorf("disk.FileVersion = %d, %v", v, err)
	}
	if v, err := disk.FileVersion(path + ".none"); v != 0 || err != nil {
		t.Errorf("disk.FileVersion of no file = %d, %v", v, err)
	}
	if err := disk.VerifyFile(path); err != nil {
		t.Error(err)
	}
}
