package unit

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbPeriods turn.Verb = "d.periods"
	verbPeriod  turn.Verb = "d.period"
)

// How far back a period that was not met can be made up.
var madeUpSince = map[report.Duty]int{report.Month: 3, report.Quarter: 1}

// OpenFor lists the periods that a unit can send for, extensions counted.
func OpenFor(t *turn.Reading, u report.Unit) ([]report.OpenPeriod, error) {
	var open []report.OpenPeriod
	for _, duty := range report.Duties {
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

// periodsOf lists what the unit can send for, in the order in which it is
// offered: what it owes, then the others, then what can be made up.
func periodsOf(t *turn.Reading, unit string) ([]report.OpenPeriod, error) {
	u, err := t.Tx.Unit(unit)
	if err != nil {
		return nil, err
	}
	open, err := OpenFor(t, u)
	if err != nil {
		return nil, err
	}
	var ordered []report.OpenPeriod
	for _, p := range report.Choices(open, t.SaidOn()) {
		i := slices.IndexFunc(open, func(o report.OpenPeriod) bool { return o.Schedule.Period == p })
		ordered = append(ordered, open[i])
	}
	locked, err := LockedFor(t, u, open)
	ordered = append(ordered, locked...)
	if len(ordered) == 0 { // owes nothing: the month that today lies in
		s, serr := t.Tx.Schedule(u, t.Rules.Current(report.Month, t.SaidOn()))
		ordered, err = append(ordered, report.OpenPeriod{Schedule: s}), serr
	}
	return ordered, err
}

// credited is the period that a draft counts for, and how.
func credited(t *turn.Turn, d report.Draft) (report.Period, report.State, error) {
	p := d.Period
	if p == (report.Period{}) {
		list, err := periodsOf(&t.Reading, d.Unit)
		if err != nil {
			return p, "", err
		}
		p = list[0].Schedule.Period
	}
	timing, err := timing(&t.Reading, d, p)
	return p, timing, err
}

// timing is how a draft would count for a period if it were sent now.
func timing(t *turn.Reading, d report.Draft, p report.Period) (report.State, error) {
	u, err := t.Tx.Unit(d.Unit)
	if err != nil {
		return "", err
	}
	s, err := t.Tx.Schedule(u, p)
	if err != nil {
		return "", err
	}
	at := t.Tx.Now
	if !d.Received.IsZero() {
		at = d.Received
	}
	if d.Amends != "" { // a new version counts as the first one did
		e, err := t.Tx.Example(d.Amends)
		if err != nil {
			return "", err
		}
		at = e.ReceivedFor(p)
	}
	if f, ok, err := nilFor(t, d.Unit, p); err != nil {
		return "", err
	} else if ok && f.At.Before(at) {
		at = f.At
	}
	return s.Timing(at, t.Rules.Zone), nil
}

// nilFor is the statement that there was nothing, if the unit filed one: what
// was met by it stays met at that time when an introduction takes its place.
func nilFor(t *turn.Reading, unit string, p report.Period) (report.Filing, bool, error) {
	filings, err := t.Tx.Filings(p, unit)
	for _, f := range filings {
		if f.Nil() {
			return f, true, nil
		}
	}
	return report.Filing{}, false, err
}

// listPeriods offers other periods.
func listPeriods(t *turn.Reading, d report.Draft) error {
	list, err := periodsOf(t, d.Unit)
	if err != nil {
		return err
	}
	var buttons []chat.Button
	for _, o := range list {
		p := o.Schedule.Period
		timing, err := timing(t, d, p)
		if err != nil {
			return err
		}
		buttons = append(buttons, turn.Button(texts.PeriodLabel(p, timing, o.Standing.State.Met()), verbPeriod, d.ID, d.Version, p))
	}
	buttons = append(buttons, turn.Button(texts.ToBack, verbReview, d.ID, d.Version))
	return t.Show(chat.Message{Text: texts.PeriodHead(t.UnitName(d.Unit)), Buttons: turn.Column(buttons...)})
}

// setPeriod lets a draft count for another period.
func setPeriod(t *turn.Turn, d report.Draft, p report.Period) error {
	ok, err := offers(&t.Reading, d.Unit, p)
	if err != nil {
		return err
	}
	if !ok {
		return t.Stale()
	}
	d.Period = p
	return goOn(t, d, "")
}

// offers reports whether the unit can send for a period just now.
func offers(t *turn.Reading, unit string, p report.Period) (bool, error) {
	list, err := periodsOf(t, unit)
	return slices.ContainsFunc(list, func(o report.OpenPeriod) bool { return o.Schedule.Period == p }), err
}
