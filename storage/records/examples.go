package records

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// Example is the example with that number.
func (tx *Snapshot) Example(number string) (e report.Example, err error) {
	k, err := exampleKey(number)
	if err != nil {
		return e, kv.ErrNotFound
	}
	return e, kv.Get(tx, layout.BucketExamples, k, &e)
}

// exampleKey turns G-2026-0042 into (2026, 42).
func exampleKey(number string) ([]byte, error) {
	in, ordinal, _ := strings.Cut(strings.TrimPrefix(number, "G-"), "-")
	year, err := strconv.Atoi(in)
	n, nErr := strconv.Atoi(ordinal)
	if err = errors.Join(err, nErr); err != nil {
		return nil, fmt.Errorf("example number %q: %w", number, err)
	}
	return layout.Key(year, n), nil
}

// NewExample numbers an example within the year of its sending, writes it and
// files it for its periods.
func (tx *Tx) NewExample(e report.Example) (report.Example, error) {
	year := tx.Now.In(tx.rules.Zone).Year()
	t := layout.Tuple(kv.Raw(tx, layout.BucketMeta, layout.Key("number", year)))
	n := int(t.Int()) + 1
	if err := kv.PutRaw(tx, layout.BucketMeta, layout.Key("number", year), layout.Key(n)); err != nil {
		return e, err
	}
	e.Number = exampleNumber(int64(year), int64(n))
	e.Version = 0
	if err := kv.PutRaw(tx, layout.BucketByUnit, layout.Key(e.Unit, year, n), nil); err != nil {
		return e, err
	}
	return tx.NewVersion(e)
}

// NewVersion writes an example with changed content as its next version; the
// versions before are kept, each as it was when the next one came.
func (tx *Tx) NewVersion(e report.Example) (report.Example, error) {
	k, err := exampleKey(e.Number)
	if err != nil {
		return e, err
	}
	if err := tx.KeepMedia(hashesOf(e.Content)...); err != nil {
		return e, err
	}
	if e.Version > 0 {
		last, err := tx.Example(e.Number)
		if err != nil {
			return e, err
		}
		if err := kv.Put(tx, layout.BucketVersions, append(k[:len(k):len(k)], layout.Key(last.Version)...), last); err != nil {
			return e, err
		}
	}
	e.Version++
	e.Changed = tx.Now // as PutExample will write it
	return e, tx.PutExample(e)
}

// PutExample writes an example whose content is unchanged: its review or its
// periods moved. Filings and the list of waiting ones follow. A period that
// the example is chosen for later counts from the time that it says, or from now;
// those before keep their time.
func (tx *Tx) PutExample(e report.Example) error {
	k, err := exampleKey(e.Number)
	if err != nil {
		return err
	}
	old, err := tx.Example(e.Number)
	if IgnoreNotFound(err) != nil {
		return err
	}
	for _, p := range old.Periods {
		if err := tx.deleteFiling(p, old.Unit, old.Number); err != nil {
			return err
		}
	}
	e.Later = laterOf(old, e, tx.Now)
	if e.Counts() {
		for _, p := range e.Periods {
			if err := tx.putFiling(report.Filed(e, p)); err != nil {
				return err
			}
		}
	}
	if old.Review == report.Returned || e.Review == report.Returned {
		tx.own.returned = true
		tx.kept.returned.change(tx)
	}
	if e.Open() {
		err = kv.PutRaw(tx, layout.BucketWaiting, k, layout.Key(e.Review == report.Returned))
	} else {
		err = kv.Delete(tx, layout.BucketWaiting, k)
	}
	if err != nil {
		return err
	}
	if err := tx.keepTraits(old, e, k); err != nil {
		return err
	}
	if err := tx.choose(old, e); err != nil {
		return err
	}
	if err := tx.keepEntry(old, e, k); err != nil {
		return err
	}
	e.Changed = tx.Now
	return kv.Put(tx, layout.BucketExamples, k, e)
}

// laterOf gives the times of the periods for which an example was chosen
// after it was received: now, where it is not said.
func laterOf(old, e report.Example, now time.Time) map[report.Period]time.Time {
	var later map[report.Period]time.Time
	for _, p := range e.Periods {
		at, ok := old.Later[p]
		if !ok && old.Number != "" && !slices.Contains(old.Periods, p) {
			at, ok = cmp.Or(e.Later[p], now), true
		}
		if ok {
			if later == nil {
				later = map[report.Period]time.Time{}
			}
			later[p] = at
		}
	}
	return later
}

// Versions lists an example in all its versions, oldest first: the last as it
// is, each other as it was when the next one came.
func (tx *Snapshot) Versions(number string) ([]report.Example, error) {
	last, err := tx.Example(number)
	if err != nil {
		return nil, err
	}
	k, err := exampleKey(number)
	if err != nil {
		return nil, err
	}
	all, err := kv.List[report.Example](tx, layout.BucketVersions, k)
	// Once the last version lay there as well.
	all = slices.DeleteFunc(all, func(e report.Example) bool { return e.Version == last.Version })
	return append(all, last), err
}

// ExamplesOf lists the examples of a unit, newest first, at most limit (0: all).
func (tx *Snapshot) ExamplesOf(unit string, limit int) ([]report.Example, error) {
	list, _, err := tx.PageOf(unit, 0, limit)
	return list, err
}

// PageOf lists so many examples of a unit (0: all), newest first, after the
// newest skip, and counts all. Only those listed are read.
func (tx *Snapshot) PageOf(unit string, skip, limit int) (list []report.Example, all int, err error) {
	numbers, err := tx.NumbersOf(unit)
	if err != nil {
		return nil, 0, err
	}
	slices.Reverse(numbers)
	shown := numbers[min(skip, len(numbers)):]
	if limit > 0 {
		shown = shown[:min(limit, len(shown))]
	}
	list, err = tx.ExamplesNumbered(shown)
	return list, len(numbers), err
}

// NumbersOf lists the numbers of a unit's examples, oldest first.
func (tx *Snapshot) NumbersOf(unit string) (numbers []string, err error) {
	err = kv.Each(tx, layout.BucketByUnit, layout.Key(unit), func(k, _ []byte) error {
		t := layout.Tuple(k)
		t.Text()
		numbers = append(numbers, numberOf(t))
		return nil
	})
	return numbers, err
}

func numberOf(t layout.Tuple) string {
	year := t.Int()
	return exampleNumber(year, t.Int())
}

func exampleNumber(year, n int64) string { return fmt.Sprintf("G-%d-%04d", year, n) }

// Waiting gives the numbers of the examples that wait for the agency (received)
// and for their unit (returned), oldest first. The examples are not read.
func (tx *Snapshot) Waiting() (received, returned []string, err error) {
	err = kv.Each(tx, layout.BucketWaiting, nil, func(k, v []byte) error {
		number := numberOf(layout.Tuple(k))
		if vt := layout.Tuple(v); vt.Int() == 0 {
			received = append(received, number)
		} else {
			returned = append(returned, number)
		}
		return nil
	})
	return received, returned, err
}

// ExamplesNumbered reads the examples with these numbers.
func (tx *Snapshot) ExamplesNumbered(numbers []string) ([]report.Example, error) {
	list := make([]report.Example, 0, len(numbers))
	for _, number := range numbers {
		e, err := tx.Example(number)
		if err != nil {
			return nil, fmt.Errorf("example %s: %w", number, err)
		}
		list = append(list, e)
	}
	return list, nil
}

// Returned lists those that wait for their unit. The clock asks for them every
// minute, so it costs nothing however many wait for the agency. The list is
// shared by all who ask: who changes an example takes it by Example.
func (tx *Snapshot) Returned() ([]report.Example, error) {
	return tx.kept.returned.read(tx, tx.own.returned, func() (list []report.Example, err error) {
		err = kv.Each(tx, layout.BucketWaiting, nil, func(k, v []byte) error {
			if vt := layout.Tuple(v); vt.Int() == 0 {
				return nil
			}
			e, err := tx.Example(numberOf(layout.Tuple(k)))
			list = append(list, e)
			return err
		})
		return list, err
	})
}

// ExamplesIn lists the examples that count for a period, by number.
func (tx *Snapshot) ExamplesIn(p report.Period) ([]report.Example, error) {
	return tx.Introduced(p, tx.Directory())
}

// bucketNamed found examples by each name that they had, until AddEntries.
var bucketNamed = []byte("named") // (folded name, first sent, year, n) -> ()

// DateNames makes the index of names anew with the day of the first sending in
// its keys.
func DateNames(tx *bolt.Tx) error {
	named, err := tx.CreateBucketIfNotExists(bucketNamed)
	if err != nil {
		return fmt.Errorf("making bucket %s: %w", bucketNamed, err)
	}
	undated := []byte("byname") // (folded name, year, n) -> ()
	old := tx.Bucket(undated)
	if old == nil {
		return nil
	}
	err = old.ForEach(func(k, _ []byte) error {
		t := layout.Tuple(k)
		name := t.Text()
		var e report.Example
		if err := Decode(t, tx.Bucket(layout.BucketExamples).Get(t), &e); err != nil {
			return fmt.Errorf("dating byname%s: %w", layout.Format(k), err)
		}
		return named.Put(append(layout.Key(name, e.Sent), t...), nil)
	})
	if err != nil {
		return err
	}
	return tx.DeleteBucket(undated)
}
