package files

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestWriteReplacesWhole(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	for _, text := range []string{"first", "second, longer", ""} {
		if err := Write(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != text {
			t.Fatalf("%q, %v, want %q", got, err, text)
		}
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v: others can read it", info.Mode(), err)
	}
	only(t, dir, "a.txt")
}

// TestUnfinishedLeavesTheOld: until Commit the old file stands, and what was
// not committed leaves nothing.
func TestUnfinishedLeavesTheOld(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := Write(path, []byte("old")); err != nil {
		t.Fatal(err)
	}
	p, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.WriteString("half of the n"); err != nil {
		t.Fatal(err)
	}
	if filepath.Ext(p.Name()) != Unfinished {
		t.Errorf("%s is not known for unfinished", p.Name())
	}
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Errorf("%q stands before Commit", got)
	}
	p.Discard()
	only(t, dir, "a.txt")
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Errorf("%q stands after Discard", got)
	}
}

func TestCommitToAndMove(t *testing.T) {
	dir := t.TempDir()
	below := filepath.Join(dir, "media", "ab")
	if err := MkdirAll(below); err != nil {
		t.Fatal(err)
	}
	p, err := Create(filepath.Join(dir, "download"))
	if err != nil {
		t.Fatal(err)
	}
	defer p.Discard()
	if _, err := p.WriteString("photo"); err != nil {
		t.Fatal(err)
	}
	if err := p.CommitTo(filepath.Join(below, "abcd")); err != nil {
		t.Fatal(err)
	}
	p.Discard()
	only(t, below, "abcd")
	only(t, dir, "media")
	if err := Move(filepath.Join(below, "abcd"), filepath.Join(dir, "missing", "x")); err == nil {
		t.Error("moved into a folder that is not there")
	}
	only(t, below, "abcd")
}

func TestMkdirAll(t *testing.T) {
	dir := t.TempDir()
	deep := filepath.Join(dir, "a", "b", "c")
	for range 2 {
		if err := MkdirAll(deep); err != nil {
			t.Fatal(err)
		}
	}
	info, err := os.Stat(filepath.Join(dir, "a", "b"))
	if err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("%v, %v", info, err)
	}
	if err := Write(filepath.Join(deep, "file"), nil); err != nil {
		t.Fatal(err)
	}
	if err := MkdirAll(filepath.Join(deep, "file", "d")); err == nil {
		t.Error("made a folder below a file")
	}
}

func only(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if e.Type()&fs.ModeSymlink == 0 {
			names = append(names, e.Name())
		}
	}
	if !slices.Equal(names, want) {
		t.Errorf("%s holds %q, want %q", dir, names, want)
	}
}

// Names get onto the disk in the order that a power cut cannot turn round: the name of a
// file before Write ends, that of a folder in the one above before anything is put into it;
// of a folder that is removed, the name that makes it pass for whole goes first.
func TestStepsOntoTheDisk(t *testing.T) {
	dir := t.TempDir()
	rel := func(path string) string {
		r, err := filepath.Rel(dir, path)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	var steps []string
	left := ""
	defer Watch(dir, func(s Step) {
		switch s.Kind {
		case Named:
			steps = append(steps, "name "+rel(s.Path))
		case FolderSynced:
			steps = append(steps, "sync "+rel(s.Path))
		}
		if _, err := os.Stat(filepath.Join(dir, left)); err != nil {
			t.Errorf("%s is gone at %q", left, steps)
		}
	})()
	for _, test := range []struct {
		do   func() error
		left string
		want []string
	}{
		{func() error { return MkdirAll(filepath.Join(dir, "a", "b")) }, "", []string{"sync .", "sync a"}},
		{func() error { return Write(filepath.Join(dir, "a", "f"), []byte("x")) }, "", []string{"name a/f", "sync a"}},
		{func() error { return Move(filepath.Join(dir, "a", "f"), filepath.Join(dir, "a", "b", "g")) }, "", []string{"name a/b/g", "sync a/b", "sync a"}},
		{func() error { return RemoveFolder(filepath.Join(dir, "a")) }, "a.part/b/g", []string{"name a.part", "sync ."}},
	} {
		steps, left = nil, test.left
		if err := test.do(); err != nil || !slices.Equal(steps, test.want) {
			t.Errorf("%q, %v, want %q", steps, err, test.want)
		}
	}
}
