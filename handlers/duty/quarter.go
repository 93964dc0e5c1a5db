package duty

import (
	"guongsang/handlers/turn"
	"guongsang/internal/report"
)

// QuarterDue is the quarter whose duty the unit can meet just now by choosing
// among what it sent month by month: it owes the quarter and the quarter's
// last month has begun.
func QuarterDue(t *turn.Reading, unit string) (report.Period, bool, error) {
	list, err := PeriodsOf(t, unit)
	if err != nil {
		return report.Period{}, false, err
	}
	for _, o := range list {
		p := o.Schedule.Period
		locked := o.Schedule.Lock.Before(t.SaidOn())
		if p.Duty == report.Quarter && o.Standing.State == report.Pending && InLastMonth(t, p) && !locked {
			return p, true, nil
		}
	}
	return report.Period{}, false, nil
}

// InLastMonth reports whether the data window of the quarter's last month has
// begun.
func InLastMonth(t *turn.Reading, p report.Period) bool {
	months := p.Months()
	return !t.SaidOn().Before(t.Rules.Schedule(months[len(months)-1]).From)
}
