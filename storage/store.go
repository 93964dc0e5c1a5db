package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/storage/disk"
	"guongsang/storage/layout"
)

// ErrNotFound means that there is no such record.
var ErrNotFound = errors.New("no such record")

// A Store is the open store of one process.
type Store struct {
	db    *bolt.DB
	hold  *disk.Hold
	dir   string
	rules report.Rules
	units atomic.Pointer[report.Directory]

	members  kept[report.Member]
	returned kept[report.Example] // of those that wait for their unit

	damage  atomic.Pointer[error] // see Damage
	damaged chan struct{}

	mu        sync.Mutex // guards the six below
	waiting   []*change
	leading   bool
	watch     []func([]Ref)
	attendant Handler           // handles updates as they come in
	turn      int64             // the person whose turn in the inbox was last
	lookups   map[int64]*lookup // answers that are being read, by person

	questions leaving

	placing sync.Mutex // held while a file of the house gets its place, or goes

	committing sync.Mutex // held from the beginning of a commit until its rows were told of

	looking chan struct{} // holds a token for each answer that is being read
	lookers sync.WaitGroup
	looked  chan struct{} // woken when an answer was read

	inbox chan struct{} // woken when an update was put
	fetch chan struct{} // woken when a file is to be fetched
	jobs  chan struct{} // woken when a document is to be made
	lists chan struct{} // woken when a list of units is to be read
}

// Open opens the store in dir for work under the given rules, making it on first use, and brings it up to
// the version of this program. It waits at most a second for another process
// to let go, then answers disk.ErrBusy.
func Open(dir string, rules report.Rules) (*Store, error) {
	h, err := disk.Take(dir)
	if err != nil {
		return nil, err
	}
	s := &Store{
		hold: h, dir: dir, rules: rules, damaged: make(chan struct{}),
		lookups: map[int64]*lookup{}, looking: make(chan struct{}, maxLookups), looked: make(chan struct{}, 1),
		inbox: make(chan struct{}, 1), fetch: make(chan struct{}, 1), jobs: make(chan struct{}, 1), lists: make(chan struct{}, 1),
	}
	if err := s.open(); err != nil {
		h.Release()
		return nil, err
	}
	return s, nil
}

// open opens the file of the store that is held.
func (s *Store) open() (err error) {
	if s.db, err = s.hold.Open(makeBuckets); err != nil {
		return err
	}
	if err := errors.Join(s.reading(s.migrate), s.reading(s.loadUnits), s.reading(s.takeOver)); err != nil {
		s.closeFile()
		return err
	}
	return nil
}

// Close waits for the running transactions, closes the file and lets others
// have it. It notes that the store was closed in order, so that the next start
// need not read it through.
func (s *Store) Close() error {
	defer s.hold.Release()
	s.lookers.Wait()
	if s.Damage() != nil {
		return nil // what was reading may still hold its locks; the process ends
	}
	err := s.closeFile()
	if err == nil {
		s.hold.Note()
	}
	return err
}

func (s *Store) closeFile() error {
	if err := disk.Reading(s.hold.Path(), s.db.Close); err != nil {
		return fmt.Errorf("closing %s: %w", s.hold.Path(), err)
	}
	return nil
}

// CloseCompacted closes the store in order, as Close does, and compacts it if
// that is worth its while and quickly done. What takes longer is left to disk.Compact:
// whoever stops a program waits for it.
func (s *Store) CloseCompacted() (c disk.Compaction, err error) {
	if s.Damage() != nil {
		return c, s.Close()
	}
	pages, err := disk.PagesOf(s.db)
	if err != nil || !pages.Worth() || !pages.Quick() {
		return c, s.Close()
	}
	defer s.hold.Release()
	if err := s.closeFile(); err != nil {
		return c, err
	}
	c, err = s.hold.Compact(disk.VerifyFile)
	s.hold.Note()
	return c, err
}

// Unsynced runs fn with commits that do not wait for the disk, and waits for it
// once in the end. A power cut meanwhile loses the store: it is for stores that
// are being made.
func (s *Store) Unsynced(fn func() error) error {
	s.db.NoSync = true
	defer func() { s.db.NoSync = false }()
	if err := fn(); err != nil {
		return err
	}
	if err := s.db.Sync(); err != nil {
		return fmt.Errorf("syncing the store: %w", err)
	}
	return nil
}

// Dir is the data folder.
func (s *Store) Dir() string { return s.dir }

// Rules are the rules under which the store was opened.
func (s *Store) Rules() report.Rules { return s.rules }

// Directory is all units as last committed.
func (s *Store) Directory() report.Directory { return *s.units.Load() }

// A Snapshot is one consistent view of the store. Its methods are the nouns of the
// store as they are read; nothing can be written by it. It must not be kept after
// the function it was given to.
type Snapshot struct {
	bolt *bolt.Tx
	s    *Store
	g    *group    // of a change: it sees what it did itself
	Now  time.Time // the one now of this operation
}

// A Tx is one change of the store, or, where a View is given it, a Snapshot.
type Tx struct {
	Snapshot
	quiet bool // what comes into the inbox wakes nobody yet
}

// View runs fn on a consistent look at the store as of now.
func (s *Store) View(now time.Time, fn func(*Tx) error) error {
	return s.Read(now, func(snap *Snapshot) error { return fn(&Tx{Snapshot: *snap}) })
}

// Read is a View by which nothing can be written, by its type.
func (s *Store) Read(now time.Time, fn func(*Snapshot) error) error {
	return s.reading(func() error {
		return s.db.View(func(tx *bolt.Tx) error { return fn(&Snapshot{bolt: tx, s: s, Now: now}) })
	})
}

// look is a View that needs no now.
func (s *Store) look(fn func(*Tx) error) error { return s.View(time.Time{}, fn) }

func (tx *Snapshot) get(bucket, k []byte, v any) error {
	b := tx.bolt.Bucket(bucket).Get(k)
	if b == nil {
		return ErrNotFound
	}
	if err := decode(k, b, v); err != nil {
		return fmt.Errorf("reading %s%s: %w", bucket, layout.Format(k), err)
	}
	return nil
}

func (tx *Tx) put(bucket, k []byte, v any) error {
	b, err := encode(v)
	if err != nil {
		return fmt.Errorf("writing %s%s: %w", bucket, layout.Format(k), err)
	}
	return tx.putRaw(bucket, k, b)
}

func (tx *Tx) putRaw(bucket, k, v []byte) error {
	b := tx.bolt.Bucket(bucket)
	if layout.Growing[string(bucket)] {
		b.FillPercent = 0.9
	}
	if err := b.Put(k, v); err != nil {
		return fmt.Errorf("writing %s%s: %w", bucket, layout.Format(k), err)
	}
	return nil
}

func (tx *Tx) delete(bucket, k []byte) error {
	if err := tx.bolt.Bucket(bucket).Delete(k); err != nil {
		return fmt.Errorf("deleting %s%s: %w", bucket, layout.Format(k), err)
	}
	return nil
}

func (tx *Snapshot) has(bucket, k []byte) bool { return tx.bolt.Bucket(bucket).Get(k) != nil }

// hasAny reports whether some key begins with prefix.
func (tx *Snapshot) hasAny(bucket, prefix []byte) bool {
	k, _ := tx.bolt.Bucket(bucket).Cursor().Seek(prefix)
	return k != nil && bytes.HasPrefix(k, prefix)
}

// each calls fn for every entry whose key begins with prefix, in order.
func (tx *Snapshot) each(bucket, prefix []byte, fn func(k, v []byte) error) error {
	return tx.eachFrom(bucket, prefix, prefix, fn)
}

// eachFrom leaves out the entries before a key.
func (tx *Snapshot) eachFrom(bucket, from, prefix []byte, fn func(k, v []byte) error) error {
	c := tx.bolt.Bucket(bucket).Cursor()
	for k, v := c.Seek(from); k != nil && bytes.HasPrefix(k, prefix); k, v = c.Next() {
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

// list decodes every entry whose key begins with prefix, in order.
func list[T any](tx *Snapshot, bucket, prefix []byte) (all []T, err error) {
	err = tx.each(bucket, prefix, func(k, v []byte) error {
		var one T
		if err := decode(k, v, &one); err != nil {
			return fmt.Errorf("reading %s%s: %w", bucket, layout.Format(k), err)
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

// Backup copies the store as it is at this moment, with the files that it names,
// into a new folder below dir, while work goes on: see disk.MakeBackup.
func (s *Store) Backup(ctx context.Context, dir string, now time.Time) (disk.Backup, error) {
	return disk.MakeBackup(ctx, disk.Source{Store: s.db, Folder: s.dir}, dir, now.In(s.rules.Zone))
}
