package handlers

import (
	"slices"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbPeriods = "d.periods" // draft version
	verbPeriod  = "d.period"  // draft version period
)

// How far back a period that was not met can be made up.
var madeUpSince = map[report.Duty]int{report.Month: 3, report.Quarter: 1}

// openFor lists the periods that a unit can send for, extensions counted.
func (t *turn) openFor(u report.Unit) ([]report.Open, error) {
	var open []report.Open
	for _, duty := range report.Duties {
		extensions, err := t.extensions(duty)
		if err != nil {
			return nil, err
		}
		for _, s := range t.Rules.OpenFor(u, duty, t.today(), extensions) {
			st, err := t.tx.Standing(u.Code, s.Period)
			if err != nil {
				return nil, err
			}
			if st.State != report.NotDue {
				open = append(open, report.Open{Schedule: s, Standing: st})
			}
		}
	}
	return open, nil
}

// extensions lists those of the periods that can still matter.
func (t *turn) extensions(duty report.Duty) (list []report.Extension, err error) {
	p := t.Rules.Current(duty, t.today())
	for range 12 / len(p.Months()) {
		of, err := t.tx.Extensions(p)
		if err != nil {
			return nil, err
		}
		list, p = append(list, of...), p.Add(-1)
	}
	return list, nil
}

// lockedFor lists the recent periods that are locked and not met: what is
// sent for them is made up.
func (t *turn) lockedFor(u report.Unit, open []report.Open) (locked []report.Open, err error) {
	for _, duty := range report.Duties {
		p := t.Rules.Current(duty, t.today())
		for n := 0; n < madeUpSince[duty]; p = p.Add(-1) {
			if slices.ContainsFunc(open, func(o report.Open) bool { return o.Schedule.Period == p }) {
				continue
			}
			n++
			s, err := t.tx.Schedule(u, p)
			if err != nil {
				return nil, err
			}
			st, err := t.tx.Standing(u.Code, p)
			if err != nil {
				return nil, err
			}
			if st.State == report.Pending && s.Lock.Before(t.today()) {
				locked = append(locked, report.Open{Schedule: s, Standing: st})
			}
		}
	}
	return locked, nil
}

// periodsOf lists what the unit can send for, in the order in which it is
// offered: what it owes, then the others, then what can be made up.
func (t *turn) periodsOf(unit string) ([]report.Open, error) {
	u, err := t.tx.Unit(unit)
	if err != nil {
		return nil, err
	}
	open, err := t.openFor(u)
	if err != nil {
		return nil, err
	}
	var ordered []report.Open
	for _, p := range report.Choices(open, t.today()) {
		i := slices.IndexFunc(open, func(o report.Open) bool { return o.Schedule.Period == p })
		ordered = append(ordered, open[i])
	}
	locked, err := t.lockedFor(u, open)
	ordered = append(ordered, locked...)
	if len(ordered) == 0 { // owes nothing: the month that today lies in
		s, serr := t.tx.Schedule(u, t.Rules.Current(report.Month, t.today()))
		ordered, err = append(ordered, report.Open{Schedule: s}), serr
	}
	return ordered, err
}

// credited is the period that a draft counts for, and how.
func (t *turn) credited(d report.Draft) (report.Period, report.State, error) {
	p := d.Period
	if p == (report.Period{}) {
		list, err := t.periodsOf(d.Unit)
		if err != nil {
			return p, "", err
		}
		p = list[0].Schedule.Period
	}
	timing, err := t.timing(d, p)
	return p, timing, err
}

// timing is how a draft would count for a period if it were sent now.
func (t *turn) timing(d report.Draft, p report.Period) (report.State, error) {
	u, err := t.tx.Unit(d.Unit)
	if err != nil {
		return "", err
	}
	s, err := t.tx.Schedule(u, p)
	if err != nil {
		return "", err
	}
	at := t.tx.Now
	if !d.Received.IsZero() {
		at = d.Received
	}
	if d.Amends != "" { // a new version counts as the first one did
		e, err := t.tx.Example(d.Amends)
		if err != nil {
			return "", err
		}
		at = e.ReceivedFor(p)
	}
	if f, ok, err := t.nilFor(d.Unit, p); err != nil {
		return "", err
	} else if ok && f.At.Before(at) {
		at = f.At
	}
	return s.Timing(at, t.Rules.Zone), nil
}

// nilFor is the statement that there was nothing, if the unit filed one: what
// was met by it stays met at that time when an introduction takes its place.
func (t *turn) nilFor(unit string, p report.Period) (report.Filing, bool, error) {
	filings, err := t.tx.Filings(p, unit)
	for _, f := range filings {
		if f.Nil() {
			return f, true, nil
		}
	}
	return report.Filing{}, false, err
}

// listPeriods offers other periods: draft, version.
func (t *turn) listPeriods(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	list, err := t.periodsOf(d.Unit)
	if err != nil {
		return err
	}
	var buttons []chat.Button
	for _, o := range list {
		p := o.Schedule.Period
		timing, err := t.timing(d, p)
		if err != nil {
			return err
		}
		buttons = append(buttons, button(texts.PeriodLabel(p, timing, o.Standing.State.Met()), verbPeriod, d.ID, d.Version, p))
	}
	buttons = append(buttons, button(texts.ToBack, verbReview, d.ID, d.Version))
	return t.show(chat.Message{Text: texts.PeriodHead(t.unitName(d.Unit)), Buttons: column(buttons...)})
}

// setPeriod lets a draft count for another period: draft, version, period.
func (t *turn) setPeriod(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	p, ok, err := t.offers(d.Unit, do.Arg(2))
	if err != nil {
		return err
	}
	if !ok {
		return t.stale()
	}
	d.Period = p
	return t.goOn(d, "")
}

// offers reads a period that the unit can send for just now.
func (t *turn) offers(unit, text string) (report.Period, bool, error) {
	p, err := report.ParsePeriod(text)
	if err != nil {
		return p, false, nil
	}
	list, err := t.periodsOf(unit)
	ok := slices.ContainsFunc(list, func(o report.Open) bool { return o.Schedule.Period == p })
	return p, ok, err
}
