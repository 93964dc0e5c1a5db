package storage

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"guongsang/storage/disk"
)

// restorable is a store with three files, backed up, and where each file lies
// below a data folder.
func restorable(t *testing.T) (s *Store, b disk.Backup, names []string) {
	t.Helper()
	s = mustOpen(t)
	putUnits(t, s, 3)
	for _, content := range []string{"one", "two", "three"} {
		names = append(names, placeOf(mustMedia(t, s, content, content)))
	}
	slices.Sort(names)
	return s, mustBackup(t, s, t.TempDir(), at(20, 9)), names
}

// put writes a file below a folder.
func put(t *testing.T, dir, name, content string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(content), 0o600)); err != nil {
		t.Fatal(err)
	}
}

// What is already there and whole is left alone; what is missing or damaged is
// brought back, wherever it stands in the list.
func TestRestoreBringsBackOnlyWhatIsNotWhole(t *testing.T) {
	s, b, names := restorable(t)
	for whole := range names {
		to := t.TempDir()
		content, err := os.ReadFile(filepath.Join(s.Dir(), names[whole]))
		if err != nil {
			t.Fatal(err)
		}
		put(t, to, names[whole], string(content))
		before, err := os.Stat(filepath.Join(to, names[whole]))
		if err != nil {
			t.Fatal(err)
		}
		put(t, to, names[(whole+1)%3], "damaged")
		r, err := disk.Restore(b.Path, to, at(21, 9), disk.VerifyFile)
		if err != nil || r.Media != 2 || r.Aside != "" || r.Store != filepath.Join(to, disk.FileName) {
			t.Errorf("%d: %+v, %v", whole, r, err)
		}
		for _, f := range b.Media {
			if !holds(t, filepath.Join(to, f.Name), f.SHA256) {
				t.Errorf("%d: %s is not what it was", whole, f.Name)
			}
		}
		if after, err := os.Stat(filepath.Join(to, names[whole])); err != nil || !os.SameFile(before, after) {
			t.Errorf("%d: what was whole was written again: %v", whole, err)
		}
	}
}

// Three restores over one store keep three replaced ones, each under a name of
// its own, and no half file.
func TestRestoresOfOneSecond(t *testing.T) {
	_, b, _ := restorable(t)
	to := t.TempDir()
	var asides []string
	for range 4 {
		r, err := disk.Restore(b.Path, to, at(21, 9), disk.VerifyFile)
		if err != nil {
			t.Fatal(err)
		}
		if r.Aside != "" {
			asides = append(asides, filepath.Base(r.Aside))
		}
	}
	const base = disk.FileName + ".replaced-20261121-090000"
	if want := []string{base, base + "-2", base + "-3"}; !slices.Equal(asides, want) {
		t.Errorf("kept %q, want %q", asides, want)
	}
	var left []string
	entries, err := os.ReadDir(to)
	for _, e := range entries {
		left = append(left, e.Name())
	}
	if want := []string{disk.FileName, base, base + "-2", base + "-3", "guongsang.lock", "media"}; !slices.Equal(left, want) || err != nil {
		t.Errorf("left %q, %v", left, err)
	}
}

// Whatever stands in the way of a restore is said, and the store in place
// stays what it was.
func TestWhatStandsInTheWayOfARestore(t *testing.T) {
	_, b, names := restorable(t)
	odd := errors.New("odd")
	fine := func(string) error { return nil }
	for name, test := range map[string]struct {
		prepare func(to string)
		verify  func(string) error
	}{
		"the store does not verify":           {func(string) {}, func(string) error { return odd }},
		"a file where the media go":           {func(to string) { put(t, to, "media", "x") }, fine},
		"a file where a folder of media goes": {func(to string) { put(t, to, filepath.Dir(names[1]), "x") }, fine},
		"a folder where a file goes":          {func(to string) { put(t, to, filepath.Join(names[1], "x"), "x") }, fine},
	} {
		to := t.TempDir()
		put(t, to, disk.FileName, "what was there")
		test.prepare(to)
		if r, err := disk.Restore(b.Path, to, at(21, 9), test.verify); err == nil || name == "the store does not verify" && !errors.Is(err, odd) {
			t.Errorf("%s: %+v, %v", name, r, err)
		}
		if kept, err := os.ReadFile(filepath.Join(to, disk.FileName)); string(kept) != "what was there" || err != nil {
			t.Errorf("%s: the store holds %q, %v", name, kept, err)
		}
	}
	if _, err := disk.Restore(b.Path, filepath.Join(b.Path, "manifest.json", "x"), at(21, 9), fine); err == nil {
		t.Error("a data folder below a file")
	}
}

// The process that verifies is given the copy, not the backup, before the
// store in place is touched.
func TestTheCopyIsVerified(t *testing.T) {
	_, b, _ := restorable(t)
	to := t.TempDir()
	verified := ""
	_, err := disk.Restore(b.Path, to, at(21, 9), func(path string) error {
		verified = path
		if there(filepath.Join(to, disk.FileName)) {
			t.Error("the store is in place before it was verified")
		}
		return disk.VerifyFile(path)
	})
	if err != nil || verified == "" || filepath.Dir(verified) != to {
		t.Errorf("verified %q, %v", verified, err)
	}
	if there(verified) {
		t.Errorf("left: %s", verified)
	}
}

// A folder where the store goes is nobody's store, and is not destroyed.
func TestAFolderWhereTheStoreGoes(t *testing.T) {
	_, b, _ := restorable(t)
	to := t.TempDir()
	put(t, to, filepath.Join(disk.FileName, "x"), "x")
	if r, err := disk.Restore(b.Path, to, at(21, 9), disk.VerifyFile); err == nil {
		t.Errorf("%+v", r)
	}
	if kept, err := os.ReadFile(filepath.Join(to, disk.FileName, "x")); string(kept) != "x" || err != nil {
		t.Errorf("it holds %q, %v", kept, err)
	}
}

// An empty store file is called empty, and one that is only short is not.
func TestAnEmptyBackupIsCalledEmpty(t *testing.T) {
	for content, empty := range map[string]bool{"": true, "x": false} {
		dir := t.TempDir()
		put(t, dir, "old.db", content)
		_, err := disk.Restore(filepath.Join(dir, "old.db"), t.TempDir(), at(21, 9), disk.VerifyFile)
		if !errors.Is(err, disk.ErrDamaged) || strings.Contains(err.Error(), "it is empty") != empty {
			t.Errorf("%q: %v", content, err)
		}
	}
}

// Who points at a backup's folder or its manifest wants all of it; who points
// at its store takes what is whole.
func TestWhatIsPointedAt(t *testing.T) {
	_, b, names := restorable(t)
	put(t, b.Path, names[1], "damaged")
	for from, refused := range map[string]bool{b.Path: true, filepath.Join(b.Path, "manifest.json"): true, filepath.Join(b.Path, disk.FileName): false} {
		r, err := disk.Restore(from, t.TempDir(), at(21, 9), disk.VerifyFile)
		if refused != errors.Is(err, disk.ErrBackup) || !refused && (err != nil || r.Media != 2 || len(r.Missing) != 1) {
			t.Errorf("%s: %+v, %v", filepath.Base(from), r, err)
		}
	}
}

// placeOf is where a file lies below a data folder.
func placeOf(hash string) string { return disk.MediaPath("", hash) }

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
