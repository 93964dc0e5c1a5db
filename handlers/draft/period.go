package draft

import (
	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbPeriods turn.Verb = "d.periods"
	verbPeriod  turn.Verb = "d.period"
)

// credited is the period that a draft counts for, and how.
func credited(t *turn.Turn, d report.Draft) (report.Period, report.State, error) {
	p := d.Period
	if p == (report.Period{}) {
		list, err := duty.PeriodsOf(&t.Reading, d.Unit)
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
	if f, ok, err := duty.NilFor(t, d.Unit, p); err != nil {
		return "", err
	} else if ok && f.At.Before(at) {
		at = f.At
	}
	return s.Timing(at, t.Rules.Zone), nil
}

// listPeriods offers other periods.
func listPeriods(t *turn.Reading, d report.Draft) error {
	list, err := duty.PeriodsOf(t, d.Unit)
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
	ok, err := duty.Offers(&t.Reading, d.Unit, p)
	if err != nil {
		return err
	}
	if !ok {
		return t.Stale()
	}
	d.Period = p
	return goOn(t, d, "")
}
