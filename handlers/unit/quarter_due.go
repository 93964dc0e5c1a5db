package unit

import (
	"guongsang/handlers/turn"
	"guongsang/internal/report"
)

// quarterDue is the quarter whose duty the unit can meet just now by choosing
// among what it sent month by month: it owes the quarter and the quarter's
// last month has begun.
func quarterDue(t *turn.Reading, unit string) (report.Period, bool, error) {
	list, err := periodsOf(t, unit)
	if err != nil {
		return report.Period{}, false, err
	}
	for _, o := range list {
		p := o.Schedule.Period
		locked := o.Schedule.Lock.Before(t.SaidOn())
		if p.Duty == report.Quarter && o.Standing.State == report.Pending && inLastMonth(t, p) && !locked {
			return p, true, nil
		}
	}
	return report.Period{}, false, nil
}

// inLastMonth reports whether the data window of the quarter's last month has
// begun.
func inLastMonth(t *turn.Reading, p report.Period) bool {
	months := p.Months()
	return !t.SaidOn().Before(t.Rules.Schedule(months[len(months)-1]).From)
}
