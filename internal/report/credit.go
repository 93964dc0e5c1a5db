package report

import (
	"cmp"
	"slices"
)

// An Open is an open period of a unit and how the unit stands in it.
type Open struct {
	Schedule Schedule
	Standing Standing
}

// Credit is the period for which what a unit sends today counts: the earliest
// open period whose duty is not yet met, else the one whose data window today
// lies in. Earliest is by deadline; a month comes before the quarter that is
// due with it. It is false when nothing is open.
func Credit(open []Open, today Date) (Period, bool) {
	choices := Choices(open, today)
	if len(choices) == 0 {
		return Period{}, false
	}
	return choices[0], true
}

// Choices lists the open periods that the unit can send for: first those whose
// duty is not yet met, then the one whose window today lies in, then the
// others, each group in the order of the deadlines.
func Choices(open []Open, today Date) []Period {
	sorted := slices.Clone(open)
	slices.SortStableFunc(sorted, func(a, b Open) int {
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

func (o Open) rank(today Date) int {
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
