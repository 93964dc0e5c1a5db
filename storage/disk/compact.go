package disk

import (
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/files"
)

// A store file never gets smaller by itself: what was deleted leaves free pages,
// which are used again. Where much was deleted at once, a copy without them is
// worth its while.

// A Compaction is what compacting did: the file's length before and after.
type Compaction struct{ Before, After int64 }

// Compact copies the store in dir without its free pages and puts the copy in
// its place, once it was verified. Verify is VerifyFile in a process of its own,
// as for Restore. It refuses while another process holds the store.
func Compact(dir string, verify func(path string) error) (c Compaction, err error) {
	h, err := Take(dir)
	if err != nil {
		return c, err
	}
	defer h.Release()
	if err := verify(h.Path()); err != nil {
		return c, err
	}
	if c, err = h.Compact(verify); err == nil {
		h.Note()
	}
	return c, err
}

// Compact does it to a file that is held and closed.
func (h *Hold) Compact(verify func(path string) error) (c Compaction, err error) {
	part, err := files.Create(h.Path())
	if err != nil {
		return c, err
	}
	defer part.Discard()
	if err := copyLive(h.Path(), part.Name()); err != nil {
		return c, fmt.Errorf("compacting %s: %w", h.Path(), err)
	}
	if err := verify(part.Name()); err != nil {
		return c, fmt.Errorf("compacting %s: %w", h.Path(), err)
	}
	before, err := asItIs(h.Path())
	if err != nil {
		return c, fmt.Errorf("compacting %s: %w", h.Path(), err)
	}
	after, err := asItIs(part.Name())
	if err != nil {
		return c, fmt.Errorf("compacting %s: %w", h.Path(), err)
	}
	return Compaction{before.Size, after.Size}, part.Commit()
}

// oneCopy is how many bytes are copied in one transaction.
const oneCopy = 4 << 20

// copyLive copies what a store file holds into an empty file, and counts it
// there.
func copyLive(from, to string) error {
	return Reading(from, func() error {
		src, err := openReadOnly(from)
		if err != nil {
			return err
		}
		defer src.Close()
		// Nothing has to be on disk before all of it is: who commits the copy syncs it.
		dst, err := bolt.Open(to, 0o600, &bolt.Options{Timeout: time.Second, NoSync: true, NoFreelistSync: true})
		if err != nil {
			return err
		}
		defer dst.Close()
		if err := bolt.Compact(dst, src, oneCopy); err != nil {
			return err
		}
		return sameCounts(src, dst)
	})
}

// sameCounts compares how many entries each bucket has.
func sameCounts(a, b *bolt.DB) error {
	return a.View(func(one *bolt.Tx) error {
		return b.View(func(other *bolt.Tx) error {
			return one.ForEach(func(name []byte, bucket *bolt.Bucket) error {
				copied := other.Bucket(name)
				if copied == nil || copied.Stats().KeyN != bucket.Stats().KeyN || copied.Sequence() != bucket.Sequence() {
					return fmt.Errorf("bucket %s was not copied whole", name)
				}
				return nil
			})
		})
	})
}

// Pages are how many bytes of a store file hold something, and how many are free.
type Pages struct{ Live, Free int64 }

// FilePages looks at a store file that nobody holds.
func FilePages(path string) (p Pages, err error) {
	err = Reading(path, func() error {
		db, err := bolt.Open(path, 0o600, &bolt.Options{ReadOnly: true, Timeout: time.Second, PreLoadFreelist: true})
		if err != nil {
			return openingError(path, err)
		}
		defer db.Close()
		p, err = PagesOf(db)
		return err
	})
	return p, err
}

// PagesOf counts the pages that the last commit left free, and what the file is
// longer than its last page.
func PagesOf(db *bolt.DB) (p Pages, err error) {
	now, err := asItIs(db.Path())
	if err != nil {
		return p, err
	}
	stats := db.Stats()
	m, _, err := readMetas(db.Path())
	p.Free = int64(stats.FreePageN+stats.PendingPageN)*int64(db.Info().PageSize) + max(0, now.Size-m.end)
	p.Live = now.Size - p.Free
	return p, err
}

// Worth reports whether compacting gives back at least half of a file that is
// not small.
func (p Pages) Worth() bool { return p.Free > p.Live && p.Live+p.Free > 64<<20 }

// Quick reports whether it takes no more than a second or two.
func (p Pages) Quick() bool { return p.Live <= 64<<20 }
