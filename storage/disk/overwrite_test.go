package disk

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"
)

// What was deleted, and what was replaced, lies nowhere in the file after it was
// overwritten; what is there still is.
func TestOverwrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	db, err := bolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	change := func(fn func(*bolt.Bucket) error) {
		t.Helper()
		err := db.Update(func(tx *bolt.Tx) error {
			b, err := tx.CreateBucketIfNotExists([]byte("records"))
			if err != nil {
				return err
			}
			return fn(b)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	secret := func(n int) []byte { return bytes.Repeat(fmt.Appendf(nil, "secret %05d;", n), 3+n%40) }
	for round := range 6 {
		change(func(b *bolt.Bucket) error {
			for n := range 300 {
				if err := b.Put(fmt.Appendf(nil, "%d/%d", n%7, round*300+n), secret(n)); err != nil {
					return err
				}
			}
			return nil
		})
	}
	change(func(b *bolt.Bucket) error {
		for n := range 300 {
			for round := range 6 {
				k := fmt.Appendf(nil, "%d/%d", n%7, round*300+n)
				if round%2 == 0 {
					if err := b.Put(k, []byte("kept")); err != nil {
						return err
					}
				} else if err := b.Delete(k); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if raw, _ := os.ReadFile(path); !bytes.Contains(raw, []byte("secret")) {
		t.Fatal("nothing lies in the free pages: the test proves nothing")
	}
	before, _ := os.Stat(path)
	if err := Overwrite(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if at := bytes.Index(raw, []byte("secret")); at >= 0 {
		t.Errorf("there is still %q", raw[at:at+20])
	}
	if grown := int64(len(raw)) - before.Size(); grown > 1<<20 {
		t.Errorf("the file grew by %d bytes", grown)
	}
	err = db.View(func(tx *bolt.Tx) error {
		if n := tx.Bucket([]byte("records")).Stats().KeyN; n != 900 || tx.Bucket(bucketFilling) != nil {
			t.Errorf("%d records are left", n)
		}
		for err := range tx.Check() {
			t.Error(err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
