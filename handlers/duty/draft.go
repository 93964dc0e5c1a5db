package duty

import (
	"guongsang/handlers/turn"
	"guongsang/internal/report"
)

// CreditedDraft is the period that a draft counts for, and how.
func CreditedDraft(t *turn.Reading, d report.Draft) (report.Period, report.State, error) {
	p := d.Period
	if p == (report.Period{}) {
		var err error
		if p, err = FirstOf(t, d.Unit); err != nil {
			return p, "", err
		}
	}
	timing, err := TimingOf(t, d, p)
	return p, timing, err
}

// TimingOf is how a draft would count for a period if it were sent now.
func TimingOf(t *turn.Reading, d report.Draft, p report.Period) (report.State, error) {
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
	if f, ok, err := NilFor(t, d.Unit, p); err != nil {
		return "", err
	} else if ok && f.At.Before(at) {
		at = f.At
	}
	return s.Timing(at, t.Rules.Zone), nil
}
