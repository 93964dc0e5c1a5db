package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/storage/disk"
	"guongsang/storage/layout"
)

// resealed changes the store of a backup and makes its sums right again.
func resealed(t *testing.T, b disk.Backup, change func(tx *bolt.Tx) error) {
	t.Helper()
	path := filepath.Join(b.Path, disk.FileName)
	db, err := bolt.Open(path, 0o600, &bolt.Options{NoSync: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(change), db.Close()); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(content)
	b.Manifest.Store.SHA256, b.Manifest.Store.Size = hex.EncodeToString(sum[:]), int64(len(content))
	text, err := json.Marshal(b.Manifest)
	if err == nil {
		err = os.WriteFile(filepath.Join(b.Path, "manifest.json"), text, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A backup whose sums are right and whose store cannot be opened, or not be read
// when it is, is refused before anything is replaced; and nothing is written to
// find that out. Whoever opens such a store is told, without a panic.
func TestRestoreRefusesAStoreThatCannotBeWorkedWith(t *testing.T) {
	put := func(bucket, k, v []byte) func(*bolt.Tx) error {
		return func(tx *bolt.Tx) error { return tx.Bucket(bucket).Put(k, v) }
	}
	inPlace := func(bucket, k []byte) func(*bolt.Tx) error {
		return func(tx *bolt.Tx) error {
			err := tx.Bucket(bucket).Delete(k)
			_, made := tx.Bucket(bucket).CreateBucket(k)
			return errors.Join(err, made)
		}
	}
	tests := map[string]func(*bolt.Tx) error{
		"version -3":      put(layout.BucketMeta, layout.Key("version"), layout.Key(-3)),
		"no version":      func(tx *bolt.Tx) error { return tx.Bucket(layout.BucketMeta).Delete(layout.Key("version")) },
		"version 99":      put(layout.BucketMeta, layout.Key("version"), layout.Key(99)),
		"version is text": put(layout.BucketMeta, layout.Key("version"), []byte("zz")),
		"units":           put(layout.BucketUnits, []byte("x"), []byte("{")),
		"members":         put(layout.BucketMembers, layout.Key(7), []byte(`{"ID":"x"}`)),
		"filings":         put(layout.BucketFilings, layout.Key("2026-11", "PT001", ""), []byte{1, 2}),
		"examples":        put(layout.BucketExamples, layout.Key(2026, 1), []byte("x")),
		"outbox":          put(layout.BucketOutbox, layout.Key(1, 1), []byte("{")),
		"sent":            put(layout.BucketSent, layout.Key("menu"), []byte{1}),
		"a nested bucket": inPlace(layout.BucketMeta, layout.Key("offset")),
		"an older version that lacks one": func(tx *bolt.Tx) error {
			return errors.Join(tx.Bucket(layout.BucketMeta).Put(layout.Key("version"), layout.Key(2)), tx.DeleteBucket(layout.BucketInbox))
		},
	}
	for _, name := range [][]byte{layout.BucketMeta, layout.BucketInbox, layout.BucketUniques} {
		tests["without "+string(name)] = func(tx *bolt.Tx) error { return tx.DeleteBucket(name) }
	}
	_, whole, _ := restorable(t)
	for name, change := range tests {
		b := whole
		b.Path = t.TempDir()
		if err := os.CopyFS(b.Path, os.DirFS(whole.Path)); err != nil {
			t.Fatal(err)
		}
		resealed(t, b, change)
		to := t.TempDir()
		put := filepath.Join(to, disk.FileName)
		if err := os.WriteFile(put, []byte("what was there"), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := disk.Restore(b.Path, to, at(21, 9), VerifyFile)
		var newer disk.NewerError
		if !errors.Is(err, disk.ErrDamaged) && !errors.As(err, &newer) {
			t.Errorf("%s: %v", name, err)
		}
		if left, err := os.ReadFile(put); err != nil || string(left) != "what was there" {
			t.Errorf("%s: %q, %v is in place", name, left, err)
		}
		if s, err := Open(b.Path, testRules()); err == nil { // what its records are is met where they are read
			s.Close()
		}
	}
}

// Verifying a store of an earlier version tries to bring it up to date, and leaves
// it as it was.
func TestVerifyFileWritesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "old.db")
	body := version3(t)
	if err := os.WriteFile(path, body, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := VerifyFile(path); err != nil {
		t.Error(err)
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(body) {
		t.Errorf("the file has %d bytes of %d, %v", len(after), len(body), err)
	}
	s := mustOpen(t)
	seed(t, s)
	b := mustBackup(t, s, t.TempDir(), at(20, 9))
	if err := VerifyFile(filepath.Join(b.Path, disk.FileName)); err != nil {
		t.Errorf("a store with a record of each kind: %v", err)
	}
}
