package storage

import (
	"context"
	"errors"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/storage/disk"
	"guongsang/storage/kv"
	"guongsang/storage/records"
)

// A Store is the open store of one process.
type Store struct {
	db     *kv.DB
	file   *bolt.DB // which is under it
	hold   *disk.Hold
	dir    string
	rules  report.Rules
	kept   records.Cache
	trains bool  // the whole installation is one for training; see Train
	bot    int64 // which of those that ever served the store does now; see AsBot

	mu        sync.Mutex // guards the four below
	watch     []func([]Ref)
	attendant Handler           // handles updates as they come in
	turn      int64             // the person whose turn in the inbox was last
	lookups   map[int64]*lookup // answers that are being read, by person

	questions leaving

	placing sync.Mutex // held while a file of the house gets its place, or goes

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
		hold: h, dir: dir, rules: rules,
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
	if s.file, err = s.hold.Open(makeBuckets); err != nil {
		return err
	}
	s.db = kv.New(s.file, kv.Options{
		Codec: kv.Codec{Encode: encode, Decode: decode}, Shared: func() any { return new(group) }, Committed: s.committed,
	})
	if err := errors.Join(s.db.Reading(s.migrate), s.db.Reading(s.loadCache)); err != nil {
		s.db.Close()
		return err
	}
	return nil
}

func (s *Store) loadCache() error {
	return s.View(time.Time{}, func(tx *Snapshot) error { return s.kept.Load(&tx.Snapshot) })
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
	err := s.db.Close()
	if err == nil {
		s.hold.Note()
	}
	return err
}

// CloseCompacted closes the store in order, as Close does, and compacts it if
// that is worth its while and quickly done. What takes longer is left to disk.Compact:
// whoever stops a program waits for it.
func (s *Store) CloseCompacted() (c disk.Compaction, err error) {
	if s.Damage() != nil {
		return c, s.Close()
	}
	pages, err := disk.PagesOf(s.file)
	if err != nil || !pages.Worth() || !pages.Quick() {
		return c, s.Close()
	}
	defer s.hold.Release()
	if err := s.db.Close(); err != nil {
		return c, err
	}
	c, err = s.hold.Compact(disk.VerifyFile)
	s.hold.Note()
	return c, err
}

// Unsynced runs fn with commits that do not wait for the disk, and waits for it
// once in the end. A power cut meanwhile loses the store: it is for stores that
// are being made.
func (s *Store) Unsynced(fn func() error) error { return s.db.Unsynced(fn) }

// Damaged is closed once a page of the store could not be read.
func (s *Store) Damaged() <-chan struct{} { return s.db.Damaged() }

// Damage is what is wrong with the store; nil as long as nothing is.
func (s *Store) Damage() error { return s.db.Damage() }

// Busy reports whether a commit is under way, or is done and those concerned,
// such as the sender, are still being told.
func (s *Store) Busy() bool { return s.db.Busy() }

// Dir is the data folder.
func (s *Store) Dir() string { return s.dir }

// Rules are the rules under which the store was opened.
func (s *Store) Rules() report.Rules { return s.rules }

// Directory is all units as last committed.
func (s *Store) Directory() report.Directory { return *s.kept.Directory() }

// Backup copies the store as it is at this moment, with the files that it names,
// into a new folder below dir, encrypted to the age recipients if there are any,
// while work goes on: see disk.MakeBackup.
func (s *Store) Backup(ctx context.Context, dir string, now time.Time, recipients ...string) (disk.Backup, error) {
	return disk.MakeBackup(ctx, disk.Source{Store: s.file, Folder: s.dir, Recipients: recipients}, dir, now.In(s.rules.Zone))
}
