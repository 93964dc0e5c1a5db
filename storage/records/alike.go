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

// Alike finds the examples that a new one with these traits may repeat, as they are known:
// those of the last AlikeMonths that were not withdrawn, but for the one with the number given. The
// surest stand first; at most limit of them are read, and all are counted.
func (tx *Snapshot) Alike(traits likeness.Traits, but string, limit int) (list []Alike, all int, err error) {
	search := likeness.NewSearch(traits)
	since := layout.Key(tx.Now.AddDate(0, -AlikeMonths, 0))
	err = kv.EachFrom(tx, layout.BucketTraits, since, nil, func(k, v []byte) error {
		search.Look(k, v)
		return nil
	})
	for _, f := range search.Found() {
		t := layout.Tuple(f.Key)
		t.Int()
		number := numberOf(t)
		if err != nil || number == but {
			continue
		}
		if all++; all > limit {
			continue
		}
		var e report.Example
		if e, err = tx.Example(number); err == nil {
			list = append(list, Alike{e, f.Verdict})
		}
	}
	return list, all, err
}

func traitsKey(sent time.Time, example []byte) []byte {
	return append(layout.Key(sent), example...)
}

// keepTraits lets the traits of an example follow what it says, in place of those
// of its last version.
func (tx *Tx) keepTraits(old, e report.Example, k []byte) error {
	key := traitsKey(e.Sent, k)
	switch {
	case !e.Counts():
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
