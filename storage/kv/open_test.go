package kv

import (
	"encoding/json"
	"path/filepath"
	"testing"

	bolt "go.etcd.io/bbolt"

	"guongsang/storage/layout"
)

var bucket = []byte("bucket")

// asides are what the functions of a commit of the tests share.
type asides struct {
	marks []string // that were put
	after []func() // to run once they are on disk
}

// mustOpen opens a file that is closed when the test ends.
func mustOpen(tb testing.TB) *DB {
	tb.Helper()
	file, err := bolt.Open(filepath.Join(tb.TempDir(), "test.db"), 0o600, nil)
	if err == nil {
		err = file.Update(func(tx *bolt.Tx) error {
			_, err := tx.CreateBucket(bucket)
			return err
		})
	}
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { file.Close() })
	return New(file, Options{
		Codec:  Codec{Encode: json.Marshal, Decode: func(_, v []byte, into any) error { return json.Unmarshal(v, into) }},
		Shared: func() any { return new(asides) },
		Committed: func(shared any) {
			for _, f := range shared.(*asides).after {
				f()
			}
		},
	})
}

func mustUpdate(tb testing.TB, db *DB, fn func(WriteTx, any) error) {
	tb.Helper()
	if err := db.Update(fn); err != nil {
		tb.Fatal(err)
	}
}

// put is a change that leaves a mark.
func put(name string) func(WriteTx, any) error {
	return func(w WriteTx, shared any) error {
		shared.(*asides).marks = append(shared.(*asides).marks, name)
		return Put(w, bucket, layout.Key(name), true)
	}
}

func marked(tb testing.TB, db *DB, name string) (ok bool) {
	tb.Helper()
	err := db.View(func(l ReadTx) error {
		ok = Has(l, bucket, layout.Key(name))
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return ok
}
