package storage

import (
	"fmt"
	"slices"
	"time"

	"guongsang/internal/letters"
	"guongsang/internal/report"
)

// Example is the example with that number.
func (tx *Tx) Example(number string) (e report.Example, err error) {
	k, err := exampleKey(number)
	if err != nil {
		return e, ErrNotFound
	}
	return e, tx.get(bucketExamples, k, &e)
}

// exampleKey turns G-2026-0042 into (2026, 42).
func exampleKey(number string) ([]byte, error) {
	var year, n int
	if _, err := fmt.Sscanf(number, "G-%d-%d", &year, &n); err != nil {
		return nil, fmt.Errorf("example number %q: %w", number, err)
	}
	return key(year, n), nil
}

// NewExample numbers an example within the year of its sending, writes it and
// files it for its periods.
func (tx *Tx) NewExample(e report.Example) (report.Example, error) {
	year := tx.Now.In(tx.s.rules.Zone).Year()
	t := tuple(tx.bolt.Bucket(bucketMeta).Get(key("number", year)))
	n := int(t.int()) + 1
	if err := tx.putRaw(bucketMeta, key("number", year), key(n)); err != nil {
		return e, err
	}
	e.Number = fmt.Sprintf("G-%d-%04d", year, n)
	e.Version = 0
	if err := tx.putRaw(bucketByUnit, key(e.Unit, year, n), nil); err != nil {
		return e, err
	}
	return tx.NewVersion(e)
}

// NewVersion writes an example with changed content as its next version; the
// versions before are kept.
func (tx *Tx) NewVersion(e report.Example) (report.Example, error) {
	e.Version++
	e.Changed = tx.Now // as PutExample will write it
	k, err := exampleKey(e.Number)
	if err != nil {
		return e, err
	}
	if err := tx.keepMedia(hashesOf(e.Content)...); err != nil {
		return e, err
	}
	name := letters.Fold(e.Content.Name)
	if err := tx.putRaw(bucketByName, append(key(name), k...), nil); err != nil {
		return e, err
	}
	if err := tx.put(bucketVersions, append(k[:len(k):len(k)], key(e.Version)...), e); err != nil {
		return e, err
	}
	return e, tx.PutExample(e)
}

// PutExample writes an example whose content is unchanged: its review or its
// periods moved. Filings and the list of waiting ones follow. A period that
// the example is chosen for later counts from now, those before keep their
// time.
func (tx *Tx) PutExample(e report.Example) error {
	k, err := exampleKey(e.Number)
	if err != nil {
		return err
	}
	old, err := tx.Example(e.Number)
	if ignoreNotFound(err) != nil {
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
			f := report.Filing{Period: p, Unit: e.Unit, Example: e.Number, At: e.ReceivedFor(p), By: e.By, Returned: e.Review == report.Returned}
			if err := tx.putFiling(f); err != nil {
				return err
			}
		}
	}
	if e.Open() {
		err = tx.putRaw(bucketWaiting, k, key(e.Review == report.Returned))
	} else {
		err = tx.delete(bucketWaiting, k)
	}
	if err != nil {
		return err
	}
	e.Changed = tx.Now
	return tx.put(bucketExamples, k, e)
}

// laterOf gives the times of the periods for which an example was chosen
// after it was received.
func laterOf(old, e report.Example, now time.Time) map[report.Period]time.Time {
	var later map[report.Period]time.Time
	for _, p := range e.Periods {
		at, ok := old.Later[p]
		if !ok && old.Number != "" && !slices.Contains(old.Periods, p) {
			at, ok = now, true
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

// Versions lists an example as it stood at each sending, oldest first.
func (tx *Tx) Versions(number string) ([]report.Example, error) {
	k, err := exampleKey(number)
	if err != nil {
		return nil, ErrNotFound
	}
	return list[report.Example](tx, bucketVersions, k)
}

// ExamplesOf lists the examples of a unit, newest first, at most limit (0: all).
func (tx *Tx) ExamplesOf(unit string, limit int) ([]report.Example, error) {
	var numbers []string
	err := tx.each(bucketByUnit, key(unit), func(k, _ []byte) error {
		t := tuple(k)
		t.string()
		numbers = append(numbers, numberOf(t))
		return nil
	})
	if err != nil {
		return nil, err
	}
	var list []report.Example
	for i := len(numbers) - 1; i >= 0 && (limit == 0 || len(list) < limit); i-- {
		e, err := tx.Example(numbers[i])
		if err != nil {
			return nil, fmt.Errorf("example %s of %s: %w", numbers[i], unit, err)
		}
		list = append(list, e)
	}
	return list, nil
}

func numberOf(t tuple) string {
	year := t.int()
	return fmt.Sprintf("G-%d-%04d", year, t.int())
}

// Waiting lists the examples that wait for the agency (received) or for their
// unit (returned), oldest first.
func (tx *Tx) Waiting() (list []report.Example, err error) {
	err = tx.each(bucketWaiting, nil, func(k, _ []byte) error {
		e, err := tx.Example(numberOf(tuple(k)))
		list = append(list, e)
		return err
	})
	return list, err
}

// Returned lists those that wait for their unit. The clock asks for them every
// minute, so it costs nothing however many wait for the agency.
func (tx *Tx) Returned() (list []report.Example, err error) {
	err = tx.each(bucketWaiting, nil, func(k, v []byte) error {
		if vt := tuple(v); vt.int() == 0 {
			return nil
		}
		e, err := tx.Example(numberOf(tuple(k)))
		list = append(list, e)
		return err
	})
	return list, err
}

// Namesakes lists the examples since that introduce somebody of that name,
// compared without diacritics and case.
func (tx *Tx) Namesakes(name string, since time.Time) (list []report.Example, err error) {
	seen := map[string]bool{}
	err = tx.each(bucketByName, key(letters.Fold(name)), func(k, _ []byte) error {
		t := tuple(k)
		t.string()
		number := numberOf(t)
		if seen[number] {
			return nil
		}
		seen[number] = true
		e, err := tx.Example(number)
		if err == nil && e.Counts() && !e.Sent.Before(since) {
			list = append(list, e)
		}
		return err
	})
	return list, err
}

// ExamplesIn lists the examples that count for a period, by number.
func (tx *Tx) ExamplesIn(p report.Period) (list []report.Example, err error) {
	filings, err := tx.FilingsIn(p)
	if err != nil {
		return nil, err
	}
	for _, f := range filings {
		if f.Nil() {
			continue
		}
		e, err := tx.Example(f.Example)
		if err != nil {
			return nil, fmt.Errorf("example %s of period %s: %w", f.Example, p, err)
		}
		list = append(list, e)
	}
	sortByNumber(list)
	return list, nil
}
