package storage

import (
	"slices"
	"strings"
	"time"

	"guongsang/internal/report"
)

// A filing is stored as a tuple rather than as JSON: "who has not reported"
// reads all of a period's filings, and must stay quick for ten thousand units.

func (tx *Tx) putFiling(f report.Filing) error {
	v := key(f.At.UnixNano(), f.Returned, f.By, f.Reason)
	return tx.putRaw(bucketFilings, key(f.Period, f.Unit, f.Example), v)
}

func (tx *Tx) deleteFiling(p report.Period, unit, example string) error {
	return tx.delete(bucketFilings, key(p, unit, example))
}

func readFiling(p report.Period, k, v []byte) report.Filing {
	kt, vt := tuple(k), tuple(v)
	kt.string()
	return report.Filing{
		Period: p, Unit: kt.string(), Example: kt.string(),
		At: time.Unix(0, vt.int()), Returned: vt.int() != 0, By: vt.int(), Reason: vt.string(),
	}
}

// PutNil files that a unit has nothing to introduce in a period.
func (tx *Tx) PutNil(f report.Filing) error {
	f.Example = ""
	return tx.putFiling(f)
}

// DeleteNil takes such a statement back, because an introduction replaces it.
func (tx *Tx) DeleteNil(p report.Period, unit string) error { return tx.deleteFiling(p, unit, "") }

// Filings lists what a unit filed for a period.
func (tx *Snapshot) Filings(p report.Period, unit string) (list []report.Filing, err error) {
	err = tx.each(bucketFilings, key(p, unit), func(k, v []byte) error {
		list = append(list, readFiling(p, k, v))
		return nil
	})
	return list, err
}

// FilingsIn lists what all units filed for a period, by unit.
func (tx *Snapshot) FilingsIn(p report.Period) (list []report.Filing, err error) {
	err = tx.each(bucketFilings, key(p), func(k, v []byte) error {
		list = append(list, readFiling(p, k, v))
		return nil
	})
	return list, err
}

// Schedule is when a period is open, due and locked for one unit, extensions
// included.
func (tx *Snapshot) Schedule(u report.Unit, p report.Period) (report.Schedule, error) {
	extensions, err := tx.Extensions(p)
	if err != nil {
		return report.Schedule{}, err
	}
	return tx.s.rules.ScheduleOf(u, p, extensions), nil
}

// Standing is where a unit stands in a period, as of the transaction's now.
func (tx *Snapshot) Standing(unit string, p report.Period) (report.Standing, error) {
	u, err := tx.Unit(unit)
	if err != nil {
		return report.Standing{}, err
	}
	schedule, err := tx.Schedule(u, p)
	if err != nil {
		return report.Standing{}, err
	}
	filings, err := tx.Filings(p, unit)
	if err != nil {
		return report.Standing{}, err
	}
	return tx.s.stand(u, schedule, filings, tx.Paused(p, unit), tx.Now), nil
}

func (s *Store) stand(u report.Unit, schedule report.Schedule, filings []report.Filing, paused bool, now time.Time) report.Standing {
	need := s.rules.Quota(u, schedule.Period.Duty)
	return report.Stand(u, schedule, need, filings, paused, now, s.rules.Zone)
}

// Standings is where every unit stands in a period, in the directory's order.
// It costs one walk over the units and one over the period's filings, whatever
// the years of history.
func (tx *Snapshot) Standings(p report.Period) ([]report.Standing, error) {
	filings, err := tx.FilingsIn(p)
	if err != nil {
		return nil, err
	}
	extensions, err := tx.Extensions(p)
	if err != nil {
		return nil, err
	}
	paused, err := tx.paused(p)
	if err != nil {
		return nil, err
	}
	of := make(map[string][]report.Filing, len(filings))
	for i := 0; i < len(filings); {
		j := i + 1
		for j < len(filings) && filings[j].Unit == filings[i].Unit {
			j++
		}
		of[filings[i].Unit] = filings[i:j]
		i = j
	}
	directory := tx.Directory()
	list := make([]report.Standing, 0, directory.Len())
	plain := tx.s.rules.Schedule(p)
	for u := range directory.All() {
		schedule := plain
		if len(extensions) > 0 {
			schedule = tx.s.rules.ScheduleOf(u, p, extensions)
		}
		list = append(list, tx.s.stand(u, schedule, of[u.Code], paused[u.Code], tx.Now))
	}
	return list, nil
}

// PutExtension writes an extension; a later one for the same scope replaces it.
func (tx *Tx) PutExtension(e report.Extension) error {
	e.At = tx.Now
	return tx.put(bucketExtensions, key(e.Period, e.Scope.Unit, e.Scope.Block), e)
}

// Extensions lists the extensions of a period.
func (tx *Snapshot) Extensions(p report.Period) ([]report.Extension, error) {
	return list[report.Extension](tx, bucketExtensions, key(p))
}

// PutPause frees a unit from a period.
func (tx *Tx) PutPause(p report.Pause) error {
	p.At = tx.Now
	return tx.put(bucketPauses, key(p.Period, p.Unit), p)
}

// DeletePause takes that back.
func (tx *Tx) DeletePause(p report.Period, unit string) error {
	return tx.delete(bucketPauses, key(p, unit))
}

// Paused reports whether the unit is freed from the period.
func (tx *Snapshot) Paused(p report.Period, unit string) bool {
	return tx.has(bucketPauses, key(p, unit))
}

func (tx *Snapshot) paused(p report.Period) (map[string]bool, error) {
	pauses, err := list[report.Pause](tx, bucketPauses, key(p))
	paused := make(map[string]bool, len(pauses))
	for _, pause := range pauses {
		paused[pause.Unit] = true
	}
	return paused, err
}

func sortByNumber(examples []report.Example) {
	slices.SortFunc(examples, func(a, b report.Example) int {
		if len(a.Number) != len(b.Number) {
			return len(a.Number) - len(b.Number)
		}
		return strings.Compare(a.Number, b.Number)
	})
}
