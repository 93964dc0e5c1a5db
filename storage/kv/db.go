package kv

import (
	"fmt"
	"sync"
	"sync/atomic"

	bolt "go.etcd.io/bbolt"

	"guongsang/storage/disk"
)

// A DB is the open file of a store.
type DB struct {
	options Options
	bolt    *bolt.DB
	path    string

	damage  atomic.Pointer[error] // see Damage
	damaged chan struct{}

	mu      sync.Mutex // guards the two below
	waiting []*change
	leading bool

	committing sync.Mutex // held from the beginning of a commit until those concerned were told
}

// Options are what a DB is told by who knows what is in it.
type Options struct {
	Codec Codec
	// Shared makes what the functions of one commit have in common, Committed is
	// told of it once it is on disk.
	Shared    func() any
	Committed func(shared any)
}

// A Codec is how values are written and read.
type Codec struct {
	Encode func(v any) ([]byte, error)
	Decode func(k, v []byte, into any) error
}

// New is the DB of an open file.
func New(file *bolt.DB, o Options) *DB {
	return &DB{options: o, bolt: file, path: file.Path(), damaged: make(chan struct{})}
}

// Close waits for the running transactions and closes the file.
func (db *DB) Close() error {
	if err := disk.Reading(db.path, db.bolt.Close); err != nil {
		return fmt.Errorf("closing %s: %w", db.path, err)
	}
	return nil
}

// Unsynced runs fn with commits that do not wait for the disk, and waits for it
// once in the end. A power cut meanwhile loses the store: it is for stores that
// are being made.
func (db *DB) Unsynced(fn func() error) error {
	db.bolt.NoSync = true
	defer func() { db.bolt.NoSync = false }()
	if err := fn(); err != nil {
		return err
	}
	if err := db.bolt.Sync(); err != nil {
		return fmt.Errorf("syncing the store: %w", err)
	}
	return nil
}

// A ReadTx is a transaction that reads, and a WriteTx one that writes as well. Both
// are handed on by those who own them (Reader, Writer), and mean nothing outside
// the rooms of the store.
type ReadTx struct {
	tx *bolt.Tx
	db *DB
}

// A WriteTx is a ReadTx that can write.
type WriteTx struct{ ReadTx }

// A Reader is whatever has a transaction.
type Reader interface{ Reading() ReadTx }

// A Writer is whatever has one that writes.
type Writer interface {
	Reader
	Writing() WriteTx
}

// View runs fn on a consistent look at the file.
func (db *DB) View(fn func(ReadTx) error) error {
	return db.Reading(func() error {
		return db.bolt.View(func(tx *bolt.Tx) error { return fn(ReadTx{tx, db}) })
	})
}

// ID numbers the transactions that write; a ReadTx has the number of the last that
// it sees.
func (l ReadTx) ID() int { return l.tx.ID() }

// CanWrite reports whether it is the transaction of a Write.
func (l ReadTx) CanWrite() bool { return l.tx.Writable() }

// Reading makes a ReadTx a Reader.
func (l ReadTx) Reading() ReadTx { return l }

// Writing makes a WriteTx a Writer.
func (w WriteTx) Writing() WriteTx { return w }

// Atomically runs fn while nothing is being committed, or those concerned told of
// it.
func (db *DB) Atomically(fn func() error) error {
	db.committing.Lock()
	defer db.committing.Unlock()
	return fn()
}
