package duty

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/report"
)

// How far back a period that was not met can be made up.
var madeUpSince = map[report.Duty]int{report.Month: 3, report.Quarter: 1}

// OpenFor lists the periods that a unit can send for, extensions counted.
func OpenFor(t *turn.Reading, u report.Unit) (open []report.OpenPeriod, err error) {
	for _, duty := range report.Duties {
		of, err := openFor(t, u, duty)
		if err != nil {
			return nil, err
		}
		open = append(open, of...)
	}
	return open, nil
}

// openFor lists those of one duty.
func openFor(t *turn.Reading, u report.Unit, duty report.Duty) (open []report.OpenPeriod, err error) {
	extensions, err := extensions(t, duty)
	if err != nil {
		return nil, err
	}
	for _, s := range t.Rules.OpenFor(u, duty, t.SaidOn(), extensions) {
		st, err := t.Tx.Standing(u.Code, s.Period)
		if err != nil {
			return nil, err
		}
		if st.State != report.NotDue {
			open = append(open, report.OpenPeriod{Schedule: s, Standing: st})
		}
	}
	return open, nil
}

// extensions lists those of the periods that can still matter.
func extensions(t *turn.Reading, duty report.Duty) (list []report.Extension, err error) {
	p := t.Rules.Current(duty, t.SaidOn())
	for range 12 / len(p.Months()) {
		of, err := t.Tx.Extensions(p)
		if err != nil {
			return nil, err
		}
		list, p = append(list, of...), p.Add(-1)
	}
	return list, nil
}

// LockedFor lists the recent periods that are locked and not met: what is
// sent for them is made up.
func LockedFor(t *turn.Reading, u report.Unit, open []report.OpenPeriod) (locked []report.OpenPeriod, err error) {
	for _, duty := range report.Duties {
		p := t.Rules.Current(duty, t.SaidOn())
		for n := 0; n < madeUpSince[duty]; p = p.Add(-1) {
			if slices.ContainsFunc(open, func(o report.OpenPeriod) bool { return o.Schedule.Period == p }) {
				continue
			}
			n++
			s, err := t.Tx.Schedule(u, p)
			if err != nil {
				return nil, err
			}
			st, err := t.Tx.Standing(u.Code, p)
			if err != nil {
				return nil, err
			}
			if st.State == report.Pending && s.Lock.Before(t.SaidOn()) {
				locked = append(locked, report.OpenPeriod{Schedule: s, Standing: st})
			}
		}
	}
	return locked, nil
}

// PeriodsOf lists what the unit can send for, in the order in which it is
// offered: what it owes, then the others, then what can be made up.
func PeriodsOf(t *turn.Reading, unit string) ([]report.OpenPeriod, error) {
	u, err := t.Tx.Unit(unit)
	if err != nil {
		return nil, err
	}
	open, err := OpenFor(t, u)
	if err != nil {
		return nil, err
	}
	ordered := inOrder(t, open)
	locked, err := LockedFor(t, u, open)
	ordered = append(ordered, locked...)
	if len(ordered) == 0 { // owes nothing: the month that today lies in
		s, serr := t.Tx.Schedule(u, t.Rules.Current(report.Month, t.SaidOn()))
		ordered, err = append(ordered, report.OpenPeriod{Schedule: s}), serr
	}
	return ordered, err
}

// inOrder are open periods in the order in which they are offered.
func inOrder(t *turn.Reading, open []report.OpenPeriod) (ordered []report.OpenPeriod) {
	for _, p := range report.Choices(open, t.SaidOn()) {
		i := slices.IndexFunc(open, func(o report.OpenPeriod) bool { return o.Schedule.Period == p })
		ordered = append(ordered, open[i])
	}
	return ordered
}

// NilFor is the statement that there was nothing, if the unit filed one: what
// was met by it stays met at that time when an introduction takes its place.
func NilFor(t *turn.Reading, unit string, p report.Period) (report.Filing, bool, error) {
	filings, err := t.Tx.Filings(p, unit)
	for _, f := range filings {
		if f.Nil() {
			return f, true, nil
		}
	}
	return report.Filing{}, false, err
}

// Offers reports whether the unit can send for a period just now.
func Offers(t *turn.Reading, unit string, p report.Period) (bool, error) {
	list, err := PeriodsOf(t, unit)
	return slices.ContainsFunc(list, func(o report.OpenPeriod) bool { return o.Schedule.Period == p }), err
}
