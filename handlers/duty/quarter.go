package duty

import (
	"guongsang/handlers/turn"
	"guongsang/internal/report"
)

// QuarterDue is the quarter whose duty the unit can meet just now by choosing
// among what it sent month by month: it owes the quarter and the quarter's
// last month has begun.
func QuarterDue(t *turn.Reading, unit string) (report.Period, bool, error) {
	u, err := t.Tx.Unit(unit)
	if err != nil {
		return report.Period{}, false, err
	}
	open, err := openFor(t, u, report.Quarter)
	for _, o := range inOrder(t, open) {
		p := o.Schedule.Period
		locked := o.Schedule.Lock.Before(t.SaidOn())
		if o.Standing.State == report.Pending && InLastMonth(t, p) && !locked {
			return p, true, err
		}
	}
	return report.Period{}, false, err
}

// InLastMonth reports whether the data window of the quarter's last month has
// begun.
func InLastMonth(t *turn.Reading, p report.Period) bool {
	months := p.Months()
	return !t.SaidOn().Before(t.Rules.Schedule(months[len(months)-1]).From)
}
