package report

import (
	"slices"
	"time"
)

// A year holds what of the Vietnamese public holidays is not the same day
// every year (Labour Code 2019, art. 112).
type year struct {
	number    int
	tet       Date  // first of the five days off of the lunar new year
	hung      Date  // the 10th of the third lunar month: Hùng kings
	national  Date  // the day off beside 2 September
	swaps     []Day // days off that a make-up day pays for
	makeup    []Day // make-up working Saturdays
	published bool  // the schedule was decided, not assumed
}

// The table. Lunar dates are computed (UTC+7). What is not published follows
// the usual choice for the same weekdays; configuration corrects it.
var years = []year{
	{
		number: 2026, published: true,
		tet: Date{2026, 2, 16}, hung: Date{2026, 4, 26}, national: Date{2026, 9, 1},
		swaps:  []Day{{Date{2026, 1, 2}, "swap"}, {Date{2026, 8, 31}, "swap"}},
		makeup: []Day{{Date{2026, 1, 10}, "swap"}, {Date{2026, 8, 22}, "swap"}},
	},
	{number: 2027, tet: Date{2027, 2, 4}, hung: Date{2027, 4, 16}, national: Date{2027, 9, 3}},
	{number: 2028, tet: Date{2028, 1, 24}, hung: Date{2028, 4, 4}, national: Date{2028, 9, 1}},
	{number: 2029, tet: Date{2029, 2, 12}, hung: Date{2029, 4, 23}, national: Date{2029, 9, 3}},
	{number: 2030, tet: Date{2030, 1, 31}, hung: Date{2030, 4, 12}, national: Date{2030, 9, 3}},
}

// vietnam is the calendar of the table alone.
func vietnam() Calendar {
	c := Calendar{off: map[Date]string{}, makeup: map[Date]string{}, confirmed: map[int]bool{}}
	for _, y := range years {
		y.into(c)
	}
	return c
}

// into enters the year's days. A holiday on a weekly rest day gives a day in
// lieu, the next working day that is still free (art. 111.3).
func (y year) into(c Calendar) {
	c.confirmed[y.number] = y.published
	for _, d := range y.makeup {
		c.makeup[d.Date] = d.Note
	}
	holidays := y.holidays()
	for _, h := range slices.Concat(holidays, y.swaps) {
		c.off[h.Date] = h.Note
	}
	for _, h := range holidays {
		if weekend(h.Date) {
			c.off[c.NextWorkday(h.Date)] = "lieu"
		}
	}
}

// holidays lists the public holidays of the year in the order of the days.
func (y year) holidays() []Day {
	days := []Day{{Date{y.number, time.January, 1}, "newyear"}}
	for i := range 5 {
		days = append(days, Day{y.tet.AddDays(i), "tet"})
	}
	days = append(days,
		Day{y.hung, "hung"},
		Day{Date{y.number, time.April, 30}, "liberation"},
		Day{Date{y.number, time.May, 1}, "labour"},
		Day{Date{y.number, time.September, 2}, "national"},
		Day{y.national, "national"},
		// Vietnamese Culture Day, Resolution 28/2026/QH16, from 2026 on.
		Day{Date{y.number, time.November, 24}, "culture"},
	)
	slices.SortFunc(days, func(a, b Day) int { return a.Date.Compare(b.Date) })
	return days
}
