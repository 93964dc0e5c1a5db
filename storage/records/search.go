package records

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/internal/search"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// Search goes through all examples that the reader may find, and gives the numbers of
// those that the search keeps, in its order. No example is read.
func (tx *Snapshot) Search(s *search.Search) (numbers []string, err error) {
	look := func(k, v []byte) error {
		t := layout.Tuple(k)
		year := int(t.Int())
		s.Look(year, int(t.Int()), v)
		return nil
	}
	if units, only := s.Only(); only && len(units) <= fewUnits {
		err = tx.eachEntryOf(units, look)
	} else {
		err = kv.Each(tx, layout.BucketSearch, nil, look)
	}
	for _, h := range s.Hits() {
		numbers = append(numbers, exampleNumber(int64(h.Year), int64(h.N)))
	}
	return numbers, err
}

// fewUnits are few enough to be asked for their examples one by one.
const fewUnits = 10

// eachEntryOf calls look for the entries of some units, as they were numbered.
func (tx *Snapshot) eachEntryOf(units []string, look func(k, v []byte) error) error {
	var keys [][]byte
	for _, unit := range units {
		prefix := layout.Key(unit)
		err := kv.Each(tx, layout.BucketByUnit, prefix, func(k, _ []byte) error {
			keys = append(keys, k[len(prefix):])
			return nil
		})
		if err != nil {
			return err
		}
	}
	slices.SortFunc(keys, bytes.Compare)
	for _, k := range keys {
		if v := kv.Raw(tx, layout.BucketSearch, k); v != nil {
			if err := look(k, v); err != nil {
				return err
			}
		}
	}
	return nil
}

// keepEntry lets what an example is found by follow it.
func (tx *Tx) keepEntry(old, e report.Example, k []byte) error {
	last := search.Entry(kv.Raw(tx, layout.BucketSearch, k))
	if last != nil && old.Version == e.Version {
		entry, err := last.Of(e)
		switch {
		case err == nil && bytes.Equal(entry, last):
			return nil
		case err == nil:
			return kv.PutRaw(tx, layout.BucketSearch, k, entry)
		}
		// What cannot be read is made anew.
	}
	u, err := tx.Unit(e.Unit)
	if IgnoreNotFound(err) != nil {
		return err
	}
	u.Code = e.Unit // of which alone is known where the directory has lost it
	return kv.PutRaw(tx, layout.BucketSearch, k, search.EntryOf(e, u))
}

// ErrMore means that a migration is to be called again, in another transaction.
var ErrMore = errors.New("there is more to migrate")

// EntriesAtOnce is how many search entries are made in one transaction: some 3 MB.
const EntriesAtOnce = 2000

// AddEntries makes what the examples are found by, so many in a transaction, from the
// first that has none on; the index of names is not needed any more.
func AddEntries(tx *bolt.Tx) error {
	entries, err := tx.CreateBucketIfNotExists(layout.BucketSearch)
	if err != nil {
		return fmt.Errorf("making bucket %s: %w", layout.BucketSearch, err)
	}
	entries.FillPercent = 0.9
	units := tx.Bucket(layout.BucketUnits)
	done, _ := entries.Cursor().Last()
	c := tx.Bucket(layout.BucketExamples).Cursor()
	k, v := c.Seek(done)
	if done != nil && bytes.Equal(k, done) {
		k, v = c.Next()
	}
	for n := 0; k != nil; k, v = c.Next() {
		if n++; n > EntriesAtOnce {
			return ErrMore
		}
		var e report.Example
		if err := Decode(k, v, &e); err != nil {
			return fmt.Errorf("making search entry of examples%s: %w", layout.Format(k), err)
		}
		u := report.Unit{Code: e.Unit}
		if stored := units.Get(layout.Key(e.Unit)); stored != nil {
			if err := Decode(layout.Key(e.Unit), stored, &u); err != nil {
				return fmt.Errorf("reading unit %s: %w", e.Unit, err)
			}
		}
		if err := entries.Put(k, search.EntryOf(e, u)); err != nil {
			return fmt.Errorf("writing search entry of examples%s: %w", layout.Format(k), err)
		}
	}
	if tx.Bucket(bucketNamed) == nil {
		return nil
	}
	return tx.DeleteBucket(bucketNamed)
}
