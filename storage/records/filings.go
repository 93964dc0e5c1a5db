package records

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"

	"guongsang/internal/report"
	"guongsang/storage/kv"
	"guongsang/storage/layout"
)

// A filing is packed, with the facets of its example: "who has not reported" and
// the figures read all of a period's filings and not one example, and must stay
// quick for ten thousand units.

func (tx *Tx) putFiling(f report.Filing) error {
	return kv.PutRaw(tx, layout.BucketFilings, layout.Key(f.Period, f.Unit, f.Example), packFiling(f))
}

func packFiling(f report.Filing) []byte {
	groups := make([]string, len(f.Facets.Groups))
	for i, g := range f.Facets.Groups {
		groups[i] = string(g)
	}
	return layout.Pack(f.At, f.Returned, f.By, f.Reason,
		string(f.Facets.Category), string(f.Facets.Object), strings.Join(groups, ","), string(f.Facets.Review))
}

func (tx *Tx) deleteFiling(p report.Period, unit, example string) error {
	return kv.Delete(tx, layout.BucketFilings, layout.Key(p, unit, example))
}

func readFiling(p report.Period, k, v []byte) (report.Filing, error) {
	if !layout.IsPacked(v) {
		return report.Filing{}, fmt.Errorf("reading filings%s: %w", layout.Format(k), layout.ErrMalformed)
	}
	kt, u := layout.Tuple(k), layout.Unpack(v)
	kt.Text()
	f := report.Filing{Period: p, Unit: kt.Text(), Example: kt.Text(), At: u.Time(), Returned: u.Bool(), By: u.Int(), Reason: u.Text()}
	f.Facets = report.Facets{Category: report.Category(u.Word()), Object: report.Object(u.Word())}
	if groups := u.Word(); groups != "" {
		for g := range strings.SplitSeq(groups, ",") {
			f.Facets.Groups = append(f.Facets.Groups, report.Group(g))
		}
	}
	f.Facets.Review = report.Review(u.Word())
	if err := u.Done(); err != nil {
		return f, fmt.Errorf("reading filings%s: %w", layout.Format(k), err)
	}
	return f, nil
}

// PutNil files that a unit has nothing to introduce in a period.
func (tx *Tx) PutNil(f report.Filing) error {
	f.Example = ""
	return tx.putFiling(f)
}

// DeleteNil takes such a statement back, because an introduction replaces it.
func (tx *Tx) DeleteNil(p report.Period, unit string) error { return tx.deleteFiling(p, unit, "") }

// Filings lists what a unit filed for a period.
func (tx *Snapshot) Filings(p report.Period, unit string) ([]report.Filing, error) {
	return tx.filings(p, layout.Key(p, unit), 0)
}

// NilOf is the statement of a unit that it has nothing to introduce in a period, if it
// filed one. Nothing else that it filed is read.
func (tx *Snapshot) NilOf(p report.Period, unit string) (f report.Filing, ok bool, err error) {
	list, err := tx.filings(p, layout.Key(p, unit, ""), 0)
	if len(list) > 0 {
		f = list[0]
	}
	return f, len(list) > 0, err
}

// FilingsIn lists what all units filed for a period, by unit, but for what those in
// training try.
func (tx *Snapshot) FilingsIn(p report.Period) ([]report.Filing, error) {
	all, err := tx.filings(p, layout.Key(p), tx.Directory().Len()*9/8)
	return tx.inEarnest(all), err
}

// inEarnest drops what units in training hand in.
func (tx *Snapshot) inEarnest(list []report.Filing) []report.Filing {
	d := tx.Directory()
	if !d.Trains() {
		return list
	}
	return slices.DeleteFunc(list, func(f report.Filing) bool {
		u, _ := d.Unit(f.Unit)
		return u.Trains(report.DateOf(f.At.In(tx.rules.Zone)))
	})
}

// FilingsOf lists what some units filed for a period, by unit. Those of a few
// are looked up one by one.
func (tx *Snapshot) FilingsOf(p report.Period, units report.Directory) ([]report.Filing, error) {
	if units.Len()*few < tx.Directory().Len() {
		var list []report.Filing
		for u := range units.All() {
			own, err := tx.Filings(p, u.Code)
			if err != nil {
				return nil, err
			}
			list = append(list, own...)
		}
		return tx.inEarnest(list), nil
	}
	all, err := tx.FilingsIn(p)
	if units.Len() == tx.Directory().Len() {
		return all, err
	}
	return slices.DeleteFunc(all, func(f report.Filing) bool { _, ok := units.Unit(f.Unit); return !ok }), err
}

// few is by how much a part of the units is smaller than all, so that looking
// up each costs less than walking over all.
const few = 4

func (tx *Snapshot) filings(p report.Period, prefix []byte, about int) (list []report.Filing, err error) {
	if about > 0 && kv.HasAny(tx, layout.BucketFilings, prefix) {
		list = make([]report.Filing, 0, about)
	}
	err = kv.Each(tx, layout.BucketFilings, prefix, func(k, v []byte) error {
		f, err := readFiling(p, k, v)
		list = append(list, f)
		return err
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
	return tx.rules.ScheduleOf(u.As(tx.rules.Schedule(p).Owed), p, extensions), nil
}

// Standing is where a unit stands in a period, as of the transaction's now; one in
// training as if it were in earnest, for itself.
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
	return tx.stand(u, schedule, filings, tx.Paused(p, unit), tx.Now), nil
}

func (tx *Snapshot) stand(u report.Unit, schedule report.Schedule, filings []report.Filing, paused bool, now time.Time) report.Standing {
	need := tx.rules.Quota(u.As(schedule.Owed), schedule.Period.Duty)
	return report.Stand(u, schedule, need, filings, paused, now, tx.rules.Zone)
}

// Standings is where every unit stands in a period, in the directory's order.
// It costs one walk over the units and one over the period's filings, whatever
// the years of history. Units in training owe nothing here.
func (tx *Snapshot) Standings(p report.Period) ([]report.Standing, error) {
	filings, err := tx.FilingsIn(p)
	if err != nil {
		return nil, err
	}
	return tx.standings(p, tx.Directory(), filings)
}

// StandingsOf is the Standings of some of the units, such as those of one block; of
// the others nothing is read.
func (tx *Snapshot) StandingsOf(p report.Period, units report.Directory) ([]report.Standing, error) {
	filings, err := tx.FilingsOf(p, units)
	if err != nil {
		return nil, err
	}
	return tx.standings(p, units, filings)
}

// standings is where some units stand, whose filings are given by unit.
func (tx *Snapshot) standings(p report.Period, units report.Directory, filings []report.Filing) ([]report.Standing, error) {
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
	list := make([]report.Standing, 0, units.Len())
	plain := tx.rules.Schedule(p)
	for u := range units.All() {
		schedule := plain
		if len(extensions) > 0 {
			schedule = tx.rules.ScheduleOf(u.As(plain.Owed), p, extensions)
		}
		st := tx.stand(u, schedule, of[u.Code], paused[u.Code], tx.Now)
		if u.Trains(schedule.Owed) {
			st.State = report.NotDue
		}
		list = append(list, st)
	}
	return list, nil
}

// PutExtension writes an extension; a later one for the same scope replaces it.
func (tx *Tx) PutExtension(e report.Extension) error {
	e.At = tx.Now
	tx.own.extensions = true
	tx.kept.extensions.change(tx)
	return kv.Put(tx, layout.BucketExtensions, layout.Key(e.Period, e.Scope.Unit, e.Scope.Block), e)
}

// Extensions lists the extensions of a period. There are a few a year, and what a
// unit can send for is asked of a year's periods at each preview.
func (tx *Snapshot) Extensions(p report.Period) (of []report.Extension, err error) {
	all, err := tx.kept.extensions.read(tx, tx.own.extensions, func() ([]report.Extension, error) {
		return kv.List[report.Extension](tx, layout.BucketExtensions, nil)
	})
	for _, e := range all {
		if e.Period == p {
			of = append(of, e)
		}
	}
	return of, err
}

// PutPause frees a unit from a period.
func (tx *Tx) PutPause(p report.Pause) error {
	p.At = tx.Now
	return kv.Put(tx, layout.BucketPauses, layout.Key(p.Period, p.Unit), p)
}

// DeletePause takes that back.
func (tx *Tx) DeletePause(p report.Period, unit string) error {
	return kv.Delete(tx, layout.BucketPauses, layout.Key(p, unit))
}

// Paused reports whether the unit is freed from the period.
func (tx *Snapshot) Paused(p report.Period, unit string) bool {
	return kv.Has(tx, layout.BucketPauses, layout.Key(p, unit))
}

// PauseOf is the pause of a unit for a period, if there is one.
func (tx *Snapshot) PauseOf(p report.Period, unit string) (pause report.Pause, ok bool, err error) {
	err = kv.Get(tx, layout.BucketPauses, layout.Key(p, unit), &pause)
	return pause, err == nil, IgnoreNotFound(err)
}

// pausesIn lists the pauses of a period, by unit.
func (tx *Snapshot) pausesIn(p report.Period) ([]report.Pause, error) {
	return kv.List[report.Pause](tx, layout.BucketPauses, layout.Key(p))
}

func (tx *Snapshot) paused(p report.Period) (map[string]bool, error) {
	pauses, err := tx.pausesIn(p)
	paused := make(map[string]bool, len(pauses))
	for _, pause := range pauses {
		paused[pause.Unit] = true
	}
	return paused, err
}

// AddFacets packs the filings that were tuples, with the facets of their
// examples.
func AddFacets(tx *bolt.Tx) error {
	filings := tx.Bucket(layout.BucketFilings)
	var keys, packed [][]byte
	err := filings.ForEach(func(k, v []byte) error {
		if layout.IsPacked(v) {
			return nil
		}
		kt, vt := layout.Tuple(k), layout.Tuple(v)
		kt.Text()
		kt.Text()
		f := report.Filing{Example: kt.Text(), At: time.Unix(0, vt.Int()), Returned: vt.Int() != 0, By: vt.Int(), Reason: vt.Text()}
		if !f.Nil() {
			var e report.Example
			k, err := exampleKey(f.Example)
			if err == nil {
				err = Decode(k, tx.Bucket(layout.BucketExamples).Get(k), &e)
			}
			if err != nil {
				return fmt.Errorf("looking up filings%s: %w", layout.Format(k), err)
			}
			f.Facets = report.Filed(e, report.Period{}).Facets
		}
		keys, packed = append(keys, bytes.Clone(k)), append(packed, packFiling(f))
		return nil
	})
	for i, k := range keys {
		if err == nil {
			err = filings.Put(k, packed[i])
		}
	}
	return err
}
