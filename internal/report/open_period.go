package report

import (
	"cmp"
	"slices"
)

// An OpenPeriod is an open period of a unit and how the unit stands in it.
type OpenPeriod struct {
	Schedule Schedule
	Standing Standing
}

// Choices lists the open periods that the unit can send for: first those whose
// duty is not yet met, then the one whose window today lies in, then the
// others, each group in the order of the deadlines; a month comes before the
// quarter that is due with it. What is sent counts for the first unless
// somebody chooses another.
func Choices(open []OpenPeriod, today Date) []Period {
	sorted := slices.Clone(open)
	slices.SortStableFunc(sorted, func(a, b OpenPeriod) int {
		return cmp.Or(
			cmp.Compare(a.rank(today), b.rank(today)),
			a.Schedule.Deadline.Compare(b.Schedule.Deadline),
			cmp.Compare(dutyOrder(a.Schedule.Period.Duty), dutyOrder(b.Schedule.Period.Duty)),
		)
	})
	var periods []Period
	for _, o := range sorted {
		periods = append(periods, o.Schedule.Period)
	}
	return periods
}

func (o OpenPeriod) rank(today Date) int {
	holds := !today.Before(o.Schedule.From) && !today.After(o.Schedule.Close)
	switch {
	case o.Standing.State == Pending:
		return 0
	case holds:
		return 1
	}
	return 2
}

func dutyOrder(d Duty) int { return slices.Index(Duties[:], d) }
