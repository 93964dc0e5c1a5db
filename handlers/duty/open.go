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
func PeriodsOf(t *turn.Reading, unit string) (list []report.OpenPeriod, err error) {
	err = offered(t, unit, func(part []report.OpenPeriod) (enough bool) {
		list = append(list, part...)
		return false
	})
	return list, err
}

// FirstOf is what PeriodsOf lists first. Behind it nothing is looked at.
func FirstOf(t *turn.Reading, unit string) (first report.Period, err error) {
	err = offered(t, unit, func(part []report.OpenPeriod) (enough bool) {
		first = part[0].Schedule.Period
		return true
	})
	return first, err
}

// Offers reports whether the unit can send for a period just now.
func Offers(t *turn.Reading, unit string, p report.Period) (ok bool, err error) {
	err = offered(t, unit, func(part []report.OpenPeriod) (enough bool) {
		ok = ok || slices.ContainsFunc(part, func(o report.OpenPeriod) bool { return o.Schedule.Period == p })
		return ok
	})
	return ok, err
}

// offered hands over what the unit can send for, part by part until that is enough: what is
// open, and what can be made up. Who owes nothing is offered the month that today lies in.
func offered(t *turn.Reading, unit string, take func(part []report.OpenPeriod) (enough bool)) error {
	u, err := t.Tx.Unit(unit)
	if err != nil {
		return err
	}
	open, err := OpenFor(t, u)
	if err != nil {
		return err
	}
	ordered := inOrder(t, open)
	if len(ordered) > 0 && take(ordered) {
		return nil
	}
	locked, err := LockedFor(t, u, open)
	if err != nil {
		return err
	}
	if len(ordered) == 0 && len(locked) == 0 {
		s, err := t.Tx.Schedule(u, t.Rules.Current(report.Month, t.SaidOn()))
		if err != nil {
			return err
		}
		locked = []report.OpenPeriod{{Schedule: s}}
	}
	if len(locked) > 0 {
		take(locked)
	}
	return nil
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
	return t.Tx.NilOf(p, unit)
}
