package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"guongsang/internal/files"
	"guongsang/internal/report"
)

// FileName is the store inside its folder.
const FileName = "guongsang.db"

// ErrBusy means that another process holds the store.
var ErrBusy = errors.New("store is held by another process")

// ErrNotFound means that there is no such record.
var ErrNotFound = errors.New("no such record")

// A Store is the open store of one process.
type Store struct {
	db    *bolt.DB
	dir   string
	rules report.Rules
	units atomic.Pointer[report.Directory]

	members        atomic.Pointer[membersAsOf]
	membersChanged atomic.Int64 // the transaction that last changed a member

	mu      sync.Mutex // guards the three below
	waiting []*change
	leading bool
	watch   []func([]Ref)

	committing sync.Mutex // held from the beginning of a commit until its rows were told of

	inbox chan struct{} // woken when an update was put
	fetch chan struct{} // woken when a file is to be fetched
	jobs  chan struct{} // woken when a document is to be made
	lists chan struct{} // woken when a list of units is to be read
}

// Open opens the store in dir for work under the given rules, making it on first use, and brings it up to
// the version of this program. It waits at most a second for another process
// to let go, then answers ErrBusy.
func Open(dir string, rules report.Rules) (*Store, error) {
	if err := files.MkdirAll(dir); err != nil {
		return nil, fmt.Errorf("making the data folder: %w", err)
	}
	path := filepath.Join(dir, FileName)
	if err := makeFirst(path); err != nil {
		return nil, err
	}
	if err := CheckFile(path); err != nil {
		return nil, err
	}
	db, err := open(path)
	if err != nil {
		return nil, err
	}
	s := &Store{
		db: db, dir: dir, rules: rules,
		inbox: make(chan struct{}, 1), fetch: make(chan struct{}, 1), jobs: make(chan struct{}, 1), lists: make(chan struct{}, 1),
	}
	if err := s.migrate(); err != nil {
		db.Close()
		return nil, err
	}
	if err := s.loadUnits(); err != nil {
		db.Close()
		return nil, err
	}
	return s, nil
}

func open(path string) (*bolt.DB, error) {
	db, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: time.Second, FreelistType: bolt.FreelistMapType})
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, fmt.Errorf("opening %s: %w", path, ErrBusy)
	}
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	return db, nil
}

// makeFirst makes the store under a temporary name and renames it, so that a
// power cut in the very first moments leaves either no store or a whole one.
// An empty file, which such a cut may have left, is replaced.
func makeFirst(path string) error {
	if info, err := os.Stat(path); err == nil && info.Size() > 0 {
		return nil
	}
	part := path + ".new"
	os.Remove(part)
	db, err := open(part)
	if err != nil {
		return err
	}
	err = db.Update(makeBuckets)
	if closeErr := db.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return fmt.Errorf("making the store %s: %w", path, err)
	}
	// The lock of a running first process lies on the empty file, if any: it
	// was never opened by us, so replacing it is safe.
	if err := files.Move(part, path); err != nil {
		return fmt.Errorf("making the store: %w", err)
	}
	return nil
}

// Close waits for the running transactions and closes the file.
func (s *Store) Close() error { return s.db.Close() }

// Dir is the data folder.
func (s *Store) Dir() string { return s.dir }

// Rules are the rules under which the store was opened.
func (s *Store) Rules() report.Rules { return s.rules }

// Directory is all units as last committed.
func (s *Store) Directory() report.Directory { return *s.units.Load() }

// A Tx is one consistent view of the store, or one change of it. Its methods are the
// nouns of the store. It must not be kept after the function it was given to.
type Tx struct {
	bolt *bolt.Tx
	s    *Store
	g    *group
	Now  time.Time // the one now of this operation
}

// View runs fn on a consistent look at the store as of now.
func (s *Store) View(now time.Time, fn func(*Tx) error) error {
	return s.db.View(func(tx *bolt.Tx) error { return fn(&Tx{bolt: tx, s: s, Now: now}) })
}

// look is a View that needs no now.
func (s *Store) look(fn func(*Tx) error) error { return s.View(time.Time{}, fn) }

func (tx *Tx) get(bucket, k []byte, v any) error {
	b := tx.bolt.Bucket(bucket).Get(k)
	if b == nil {
		return ErrNotFound
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("reading %s%s: %w", bucket, formatKey(k), err)
	}
	return nil
}

func (tx *Tx) put(bucket, k []byte, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("writing %s%s: %w", bucket, formatKey(k), err)
	}
	return tx.putRaw(bucket, k, b)
}

func (tx *Tx) putRaw(bucket, k, v []byte) error {
	if err := tx.bolt.Bucket(bucket).Put(k, v); err != nil {
		return fmt.Errorf("writing %s%s: %w", bucket, formatKey(k), err)
	}
	return nil
}

func (tx *Tx) delete(bucket, k []byte) error {
	if err := tx.bolt.Bucket(bucket).Delete(k); err != nil {
		return fmt.Errorf("deleting %s%s: %w", bucket, formatKey(k), err)
	}
	return nil
}

func (tx *Tx) has(bucket, k []byte) bool { return tx.bolt.Bucket(bucket).Get(k) != nil }

// each calls fn for every entry whose key begins with prefix, in order.
func (tx *Tx) each(bucket, prefix []byte, fn func(k, v []byte) error) error {
	c := tx.bolt.Bucket(bucket).Cursor()
	for k, v := c.Seek(prefix); k != nil && hasPrefix(k, prefix); k, v = c.Next() {
		if err := fn(k, v); err != nil {
			return err
		}
	}
	return nil
}

// next is the next number of a bucket's own sequence.
func (tx *Tx) next(bucket []byte) (uint64, error) {
	n, err := tx.bolt.Bucket(bucket).NextSequence()
	if err != nil {
		return 0, fmt.Errorf("numbering in %s: %w", bucket, err)
	}
	return n, nil
}

func hasPrefix(k, prefix []byte) bool {
	return len(k) >= len(prefix) && string(k[:len(prefix)]) == string(prefix)
}

// list decodes every entry whose key begins with prefix, in order.
func list[T any](tx *Tx, bucket, prefix []byte) (all []T, err error) {
	err = tx.each(bucket, prefix, func(k, v []byte) error {
		var one T
		if err := json.Unmarshal(v, &one); err != nil {
			return fmt.Errorf("reading %s%s: %w", bucket, formatKey(k), err)
		}
		all = append(all, one)
		return nil
	})
	return all, err
}

func ignoreNotFound(err error) error {
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	return err
}
