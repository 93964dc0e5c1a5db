package storage

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/storage/disk"
	"guongsang/storage/layout"
	"guongsang/storage/transfer"
)

// exported is a store with a record of many kinds and a file that it names, as lines.
func exported(t *testing.T) (from, folder string) {
	t.Helper()
	from, folder = t.TempDir(), filepath.Join(t.TempDir(), "ra")
	s := mustOpenAt(t, from)
	seed(t, s)
	putUpdates(t, s, at(1, 8), 7)
	hash, err := s.PutMedia([]byte("một ảnh"))
	if err != nil {
		t.Fatal(err)
	}
	mustUpdate(t, s, at(1, 9), func(tx *Tx) error {
		return errors.Join(tx.PutMedia("u1", hash), tx.PutMedia("u2", strings.Repeat("ab", 32)))
	})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := transfer.Export(t.Context(), from, folder, true, at(2, 8))
	if err != nil || r.Media != 1 || len(r.Missing) != 1 || r.Version != disk.Version || r.Records == 0 {
		t.Fatalf("%+v, %v", r, err)
	}
	return from, folder
}

// content is all that a store file holds.
func content(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := disk.View(filepath.Join(dir, disk.FileName), func(tx *bolt.Tx) error {
		return tx.ForEach(func(name []byte, bucket *bolt.Bucket) error {
			fmt.Fprintf(&b, "%s %d\n", name, bucket.Sequence())
			return bucket.ForEach(func(k, v []byte) error {
				fmt.Fprintf(&b, "  %x %x\n", k, v)
				return nil
			})
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// What was exported comes back byte for byte, with its files; into a store that is
// there it does not come, nor over lines that are.
func TestTransfer(t *testing.T) {
	from, folder := exported(t)
	to := filepath.Join(t.TempDir(), "data")
	r, err := transfer.Import(t.Context(), folder, to, VerifyFile)
	if err != nil || r.Media != 1 || len(r.Missing) != 0 || r.Version != disk.Version {
		t.Fatalf("%+v, %v", r, err)
	}
	if got, want := content(t, to), content(t, from); got != want {
		t.Errorf("another store:\n%s\nwant\n%s", got, want)
	}
	s := mustOpenAt(t, to)
	if s.Directory().Len() != 2 {
		t.Errorf("%d units", s.Directory().Len())
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := transfer.Import(t.Context(), folder, to, VerifyFile); !errors.Is(err, transfer.ErrNotEmpty) {
		t.Errorf("a second import: %v", err)
	}
	if _, err := transfer.Export(t.Context(), from, folder, false, at(2, 9)); !errors.Is(err, os.ErrExist) {
		t.Errorf("a second export: %v", err)
	}
	if err := os.Remove(filepath.Join(folder, transfer.FileName)); err != nil {
		t.Fatal(err)
	}
	if r, err := transfer.Export(t.Context(), from, folder, false, at(2, 9)); err != nil || r.Media != 0 {
		t.Errorf("without media: %+v, %v", r, err)
	}
}

// The store of an earlier version goes over as it is, and is brought up to date when it
// is opened.
func TestTransferOfAnOlderStore(t *testing.T) {
	from, folder, to := t.TempDir(), t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(from, disk.FileName), version3(t), 0o600); err != nil {
		t.Fatal(err)
	}
	if r, err := transfer.Export(t.Context(), from, folder, false, at(2, 8)); err != nil || r.Version != 3 {
		t.Fatalf("%+v, %v", r, err)
	}
	if r, err := transfer.Import(t.Context(), folder, to, VerifyFile); err != nil || r.Version != 3 {
		t.Fatalf("%+v, %v", r, err)
	}
	if got, want := content(t, to), content(t, from); got != want {
		t.Errorf("another store of %d bytes, want %d", len(got), len(want))
	}
	if s := mustOpenAt(t, to); s.Directory().Len() == 0 {
		t.Error("no units")
	}
	if err := VerifyFile(filepath.Join(from, disk.FileName)); err != nil {
		t.Error(err)
	}
}

// Lines that are not as they were written are refused with the first that is not, and
// nothing is left in the place of the store.
func TestTransferRefusesWhatWasChanged(t *testing.T) {
	_, folder := exported(t)
	whole, err := os.ReadFile(filepath.Join(folder, transfer.FileName))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(strings.TrimSuffix(string(whole), "\n"), "\n")
	last := len(lines)
	unit := 1
	for !strings.Contains(lines[unit-1], "Văn phòng") {
		unit++
	}
	edit := func(change func(l []string) []string) string {
		return strings.Join(change(append([]string(nil), lines...)), "")
	}
	for name, c := range map[string]struct {
		text  string
		line  int
		fault transfer.Fault
	}{
		"a name changed":       {strings.Replace(string(whole), "Văn phòng", "Văn Phòng", 1), unit, transfer.Changed},
		"a line lost":          {edit(func(l []string) []string { return append(l[:unit-1], l[unit:]...) }), unit, transfer.Changed},
		"a line twice":         {edit(func(l []string) []string { l[unit-1] += l[unit-1]; return l }), unit + 1, transfer.Changed},
		"two lines swapped":    {edit(func(l []string) []string { l[1], l[2] = l[2], l[1]; return l }), 2, transfer.Changed},
		"an empty line":        {edit(func(l []string) []string { l[3] = "\n" + l[3]; return l }), 4, transfer.Changed},
		"cut between lines":    {strings.Join(lines[:last-1], ""), last - 1, transfer.CutOff},
		"cut inside a line":    {strings.Join(lines[:4], "") + lines[4][:10], 5, transfer.CutOff},
		"something behind":     {string(whole) + lines[1], last + 1, transfer.Trailing},
		"another file":         {"Họ tên: Lò Thị An\n", 1, transfer.NoExport},
		"nothing":              {"", 1, transfer.NoExport},
		"a line without words": {edit(func(l []string) []string { l[5] = "{}\n"; return l }), 6, transfer.Changed},
	} {
		from, to := filepath.Join(t.TempDir(), "x.jsonl"), t.TempDir()
		if err := os.WriteFile(from, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := transfer.Import(t.Context(), from, to, VerifyFile)
		var wrong *transfer.LineError
		if !errors.As(err, &wrong) || wrong.Line != c.line || wrong.Fault != c.fault {
			t.Errorf("%s: %v, want line %d: %s", name, err, c.line, c.fault)
		}
		entries, err := os.ReadDir(to)
		if err != nil || len(entries) > 1 {
			t.Errorf("%s left %v, %v", name, entries, err)
		}
	}
	// Editors change the ends of lines and put a mark in front: that changes nothing.
	from := filepath.Join(t.TempDir(), "x.jsonl")
	if err := os.WriteFile(from, append([]byte("\xef\xbb\xbf"), bytes.ReplaceAll(whole, []byte("\n"), []byte("\r\n"))...), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := transfer.Import(t.Context(), from, t.TempDir(), VerifyFile); err != nil {
		t.Error(err)
	}
}

// Lines of a newer program are refused as its store is.
func TestTransferFromANewerProgram(t *testing.T) {
	from, folder := t.TempDir(), t.TempDir()
	if err := mustOpenAt(t, from).Close(); err != nil {
		t.Fatal(err)
	}
	db, err := bolt.Open(filepath.Join(from, disk.FileName), 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bolt.Tx) error {
		return tx.Bucket(layout.BucketMeta).Put(layout.Key("version"), layout.Key(disk.Version+1))
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := transfer.Export(t.Context(), from, folder, false, at(2, 8)); err != nil {
		t.Fatal(err)
	}
	_, err = transfer.Import(t.Context(), folder, t.TempDir(), VerifyFile)
	if newer := (disk.NewerError{}); !errors.As(err, &newer) || newer.Store != disk.Version+1 {
		t.Errorf("%v", err)
	}
}
