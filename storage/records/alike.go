package records

import (
	"fmt"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/likeness"
	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// AlikeMonths is how far back examples are held against a new one: what was sent
// for the same quarter of last year is still among them, even if it came late.
const AlikeMonths = 15

// An Alike is an example that is like another, and how.
type Alike struct {
	Example report.Example
	Verdict likeness.Verdict
}

// LookAlike finds what a new example with these traits may repeat among those of the
// last AlikeMonths that were not withdrawn, as they are known; the surest stand first.
// It goes through all of them, so it is done once a turn.
func (tx *Snapshot) LookAlike(traits likeness.Traits) ([]likeness.Found, error) {
	search := likeness.NewSearch(traits)
	since := layout.Key(tx.Now.AddDate(0, -AlikeMonths, 0))
	err := kv.EachFrom(tx, layout.BucketTraits, since, nil, func(k, v []byte) error {
		search.Look(k, v)
		return nil
	})
	return search.Found(), err
}

// Alike reads the first of what was found that are wanted, at most limit, and counts
// all of them, but for the example with the number given.
func (tx *Snapshot) Alike(found []likeness.Found, but string, limit int, want func(likeness.Verdict) bool) (list []Alike, all int, err error) {
	for _, f := range found {
		t := layout.Tuple(f.Key)
		t.Int()
		number := numberOf(t)
		if number == but || !want(f.Verdict) {
			continue
		}
		if all++; all > limit {
			continue
		}
		e, err := tx.Example(number)
		if err != nil {
			return nil, 0, err
		}
		list = append(list, Alike{e, f.Verdict})
	}
	return list, all, nil
}

func traitsKey(sent time.Time, example []byte) []byte {
	return append(layout.Key(sent), example...)
}

// keepTraits lets the traits of an example follow what it says, in place of those
// of its last version.
func (tx *Tx) keepTraits(old, e report.Example, k []byte) error {
	key := traitsKey(e.Sent, k)
	switch {
	case !e.Counts(), tx.tries(e):
		return kv.Delete(tx, layout.BucketTraits, key)
	case old.Counts() && old.Version == e.Version:
		return nil
	}
	return kv.PutRaw(tx, layout.BucketTraits, key, likeness.Of(e.Content, ""))
}

// AddTraits makes the traits of the examples of the newest year and the three before:
// older ones are never asked for. They are written in the order in which they lie, because bbolt
// takes long over what comes before what it has in one transaction.
func AddTraits(tx *bolt.Tx) error {
	traits, err := tx.CreateBucketIfNotExists(layout.BucketTraits)
	if err != nil {
		return fmt.Errorf("making bucket %s: %w", layout.BucketTraits, err)
	}
	traits.FillPercent = 0.9
	c := tx.Bucket(layout.BucketExamples).Cursor()
	last, _ := c.Last()
	newest := layout.Tuple(last)
	for k, v := c.Seek(layout.Key(newest.Int() - 3)); k != nil; k, v = c.Next() {
		var e report.Example
		if err := Decode(k, v, &e); err != nil {
			return fmt.Errorf("making traits of examples%s: %w", layout.Format(k), err)
		}
		if !e.Counts() {
			continue
		}
		if err := traits.Put(traitsKey(e.Sent, k), likeness.Of(e.Content, "")); err != nil {
			return fmt.Errorf("writing traits of examples%s: %w", layout.Format(k), err)
		}
	}
	return nil
}
