package report

import (
	"slices"
	"time"
)

// A Day is one exception of a Calendar, with a note for people.
type Day struct {
	Date Date
	Note string
}

// A Calendar says which days are working days: Monday to Friday, without the
// days off, with the Saturdays that make up for swapped ones. The zero
// Calendar knows no holidays.
type Calendar struct {
	off       map[Date]string
	makeup    map[Date]string
	confirmed map[int]bool
	conflicts []Date
}

// NewCalendar lays the days off and the make-up working days of the
// configuration over the embedded table of Vietnamese holidays (holidays.go).
// A day that is given takes the place of what the table says of it.
func NewCalendar(off, makeup []Day) Calendar {
	c := vietnam()
	for _, d := range off {
		delete(c.makeup, d.Date)
		c.off[d.Date] = d.Note
		c.confirmed[d.Date.Year] = true
	}
	for _, d := range makeup {
		if slices.ContainsFunc(off, func(o Day) bool { return o.Date == d.Date }) {
			c.conflicts = append(c.conflicts, d.Date)
		}
		delete(c.off, d.Date)
		c.makeup[d.Date] = d.Note
		c.confirmed[d.Date.Year] = true
	}
	return c
}

// Working reports whether people are at work on d.
func (c Calendar) Working(d Date) bool {
	if _, ok := c.makeup[d]; ok {
		return true
	}
	if _, ok := c.off[d]; ok {
		return false
	}
	return !weekend(d)
}

func weekend(d Date) bool {
	return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
}

// Holiday names the day off that d is: a key of the embedded table (newyear,
// tet, hung, liberation, labour, national, culture, lieu, swap) or the note of
// the configuration. Plain week-ends are not holidays.
func (c Calendar) Holiday(d Date) (name string, ok bool) {
	name, ok = c.off[d]
	return name, ok
}

// Makeup gives the note of a make-up working day.
func (c Calendar) Makeup(d Date) (note string, ok bool) {
	note, ok = c.makeup[d]
	return note, ok
}

// Confirmed reports whether the year's schedule of days off is known: the
// table has the one that was published, or the configuration names days of
// that year. Else the days follow the Labour Code's rule only.
func (c Calendar) Confirmed(year int) bool { return c.confirmed[year] }

// NextWorkday is d if people work then, else the first working day after it.
func (c Calendar) NextWorkday(d Date) Date { return c.seek(d, 1) }

// PrevWorkday is d if people work then, else the last working day before it.
func (c Calendar) PrevWorkday(d Date) Date { return c.seek(d, -1) }

func (c Calendar) seek(d Date, step int) Date {
	for !c.Working(d) {
		d = d.AddDays(step)
	}
	return d
}

// AddWorkdays returns the n-th working day after d, or before it for n < 0;
// d itself, working or not, for n = 0.
func (c Calendar) AddWorkdays(d Date, n int) Date {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for ; n > 0; n-- {
		d = c.seek(d.AddDays(step), step)
	}
	return d
}

// WorkdaysBetween counts the working days after from, up to and with to; it is
// negative when to is the earlier day. AddWorkdays(from, n) is n away.
func (c Calendar) WorkdaysBetween(from, to Date) int {
	if to.Before(from) {
		// Counted from the other end, so that d, AddWorkdays(d, -n) gives -n.
		n := 0
		for d := to; d.Before(from); d = d.AddDays(1) {
			if c.Working(d) {
				n--
			}
		}
		return n
	}
	n := 0
	for d := from; d.Before(to); {
		if d = d.AddDays(1); c.Working(d) {
			n++
		}
	}
	return n
}
