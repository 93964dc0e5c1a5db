package disk

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// A file that is none of this program is told from a store that was damaged.
func TestForeignFiles(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "made.db")
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	page := os.Getpagesize()
	ruined := func(from, to int) []byte {
		b := bytes.Clone(whole)
		for n := from; n < to; n++ {
			b[n] ^= 0x55
		}
		return b
	}
	for _, test := range []struct {
		name    string
		content []byte
		foreign bool
	}{
		{"nothing", nil, true},
		{"a text", []byte("telegram:\n  token_file: \"\"\n"), true},
		{"another program's", append([]byte("SQLite format 3\x00"), make([]byte, 3*page)...), true},
		{"another program's bbolt", whole, true},
		{"meta pages of zeros", append(make([]byte, 2*page), whole[2*page:]...), false},
		{"both meta pages changed behind their mark", func() []byte {
			b := ruined(pageHeader+8, pageHeader+metaSize)
			copy(b[page:], b[:page])
			return b
		}(), false},
		{"cut off", whole[:page+page/2], false},
	} {
		if err := os.WriteFile(path, test.content, 0o600); err != nil {
			t.Fatal(err)
		}
		err := VerifyFile(path)
		if !errors.Is(err, ErrDamaged) || errors.Is(err, ErrForeign) != test.foreign {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// full is a disk that takes so many bytes.
type full int

func (f *full) Write(b []byte) (int, error) {
	if *f -= full(len(b)); *f < 0 {
		return 0, &os.PathError{Op: "write", Path: "copy", Err: syscall.ENOSPC}
	}
	return len(b), nil
}

// A copy says that the disk is full, wherever in the store it was.
func TestCopyOntoAFullDisk(t *testing.T) {
	db, err := bolt.Open(filepath.Join(t.TempDir(), FileName), 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, room := range []int{0, os.Getpagesize(), 3 * os.Getpagesize()} {
		err := db.View(func(tx *bolt.Tx) error {
			w := full(room)
			return writeTo(tx, &w)
		})
		if !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("with room for %d bytes: %v", room, err)
		}
	}
}
