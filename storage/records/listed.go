package records

import (
	"bytes"
	"fmt"
	"math"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// Publications are listed by an index that is written with them and with their
// examples: those with which somebody still has something to do lie apart from those
// that came to their end, so that a page costs what it shows, whatever the years.

// Shown reports whether a publication belongs to its example as that is by now. What
// was dropped or erased before anything of it was public does not.
func (p Publication) Shown(e report.Example) bool {
	return e.ForPublicity() && e.Erased.IsZero() || p.Progress == TakenBack || !p.Settled()
}

// ended reports whether nobody has anything to do with it any more.
func (p Publication) ended(e report.Example) bool {
	switch p.Progress {
	case TakenBack, Posted:
		return !p.pending()
	case Chosen: // published by hand, elsewhere
		return e.Review == report.Published && p.Open() > 0 && !p.pending()
	}
	return false
}

// listPublication keeps the index.
func (tx *Tx) listPublication(p Publication, e report.Example) error {
	k, err := exampleKey(p.Number)
	if err != nil {
		return err
	}
	for _, ended := range []bool{false, true} {
		at := append(layout.Key(ended), k...)
		if p.Shown(e) && p.ended(e) == ended {
			err = kv.PutRaw(tx, layout.BucketListed, at, layout.Key(p.Progress == Submitted))
		} else {
			err = kv.Delete(tx, layout.BucketListed, at)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// ListedPublications gives the numbers of the examples that were chosen for
// publication, the newest first: those that came to no end yet before the others, and
// how many these are. Nothing else is read.
func (tx *Snapshot) ListedPublications() (numbers []string, open int) {
	numbers = tx.listed(false, false)
	return append(numbers, tx.listed(true, false)...), len(numbers)
}

// SubmittedPublications gives the numbers of those that wait for a leader, the newest
// first.
func (tx *Snapshot) SubmittedPublications() []string { return tx.listed(false, true) }

func (tx *Snapshot) listed(ended, submitted bool) (numbers []string) {
	prefix := layout.Key(ended)
	c := kv.CursorOf(tx, layout.BucketListed)
	for k, v := c.Floor(layout.Key(ended, int64(math.MaxInt64))); k != nil && bytes.HasPrefix(k, prefix); k, v = c.Prev() {
		t := layout.Tuple(v)
		if !submitted || t.Int() == 1 {
			numbers = append(numbers, numberOf(layout.Tuple(k[len(prefix):])))
		}
	}
	return numbers
}

// ListPublications makes the index in a store that has none yet.
func ListPublications(tx *bolt.Tx) error {
	listed, err := tx.CreateBucketIfNotExists(layout.BucketListed)
	if err != nil {
		return fmt.Errorf("making bucket %s: %w", layout.BucketListed, err)
	}
	examples := tx.Bucket(layout.BucketExamples)
	return tx.Bucket(layout.BucketPublications).ForEach(func(k, v []byte) error {
		var p Publication
		if err := Decode(k, v, &p); err != nil {
			return fmt.Errorf("listing publication %s: %w", layout.Format(k), err)
		}
		var e report.Example
		if found := examples.Get(k); found != nil {
			if err := Decode(k, found, &e); err != nil {
				return fmt.Errorf("listing publication %s: %w", layout.Format(k), err)
			}
		}
		if !p.Shown(e) {
			return nil
		}
		return listed.Put(append(layout.Key(p.ended(e)), k...), layout.Key(p.Progress == Submitted))
	})
}
