package report

import (
	"cmp"
	"fmt"
	"time"
)

// A Date is a day of the calendar, without a time or a zone. Dates are
// comparable and can be map keys; the zero Date means "none". Of a birth the day may
// be unknown: it is 0 then, and the Date a month.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// isoDay is the layout of a date in text, isoMonth that of a month.
const (
	isoDay   = "2006-01-02"
	isoMonth = "2006-01"
)

// NewDate makes a date, carrying over what does not fit: 31 February is 3 March.
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 12, 0, 0, 0, time.UTC))
}

// DateOf is the day that t shows in its own zone.
func DateOf(t time.Time) Date {
	year, month, day := t.Date()
	return Date{year, month, day}
}

// ParseDate reads "2006-01-02" and refuses days that do not exist.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(isoDay, s)
	if err != nil {
		return Date{}, fmt.Errorf("date %q: want a day that exists, as 2026-11-20", s)
	}
	return DateOf(t), nil
}

// String gives "2006-01-02", "2006-01" for a month, and "" for the zero Date.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// IsZero reports whether d is no day at all.
func (d Date) IsZero() bool { return d == Date{} }

// noon is a time on the day that no change of clock can move to another day.
func (d Date) noon() time.Time {
	return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC)
}

// AddDays returns the day n days later, or earlier for n < 0.
func (d Date) AddDays(n int) Date { return NewDate(d.Year, d.Month, d.Day+n) }

// Sub is the number of days from e to d.
func (d Date) Sub(e Date) int { return int(d.noon().Sub(e.noon()) / (24 * time.Hour)) }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.noon().Weekday() }

// Compare is negative if d is before e, positive if it is after, else 0.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d is a later day than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// Start is the first instant of the day in loc: 00:00, or the end of the gap
// where the clocks skip midnight.
func (d Date) Start(loc *time.Location) time.Time {
	midnight := time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
	_, before := midnight.Add(-26 * time.Hour).In(loc).Zone()
	_, after := midnight.Add(26 * time.Hour).In(loc).Zone()
	first := midnight.Add(-time.Duration(max(before, after)) * time.Second).In(loc)
	second := midnight.Add(-time.Duration(min(before, after)) * time.Second).In(loc)
	for _, t := range []time.Time{first, second} {
		if DateOf(t) == d {
			return t
		}
	}
	_, change := first.ZoneBounds()
	return change
}

// End is the first instant after the day in loc: its 24:00.
func (d Date) End(loc *time.Location) time.Time { return d.AddDays(1).Start(loc) }

// At is the instant of the day when the clock in loc shows the time of day
// given since midnight. A time that the clocks skip is moved past the gap; of
// one that comes twice it is the first.
func (d Date) At(timeOfDay time.Duration, loc *time.Location) time.Time {
	start := d.Start(loc)
	hour, minute := int(timeOfDay/time.Hour), int(timeOfDay%time.Hour/time.Minute)
	t := time.Date(d.Year, d.Month, d.Day, hour, minute, int(timeOfDay%time.Minute/time.Second), 0, loc)
	if clock(t) < timeOfDay { // in a gap, on the side before it
		if _, change := t.ZoneBounds(); !change.IsZero() {
			t = change
		}
	}
	if t.Before(start) {
		return start
	}
	if twin := t.Add(-time.Hour); !twin.Before(start) && clock(twin) == clock(t) {
		return twin
	}
	return t
}

// clock is the time of day that t shows.
func clock(t time.Time) time.Duration {
	hour, minute, second := t.Clock()
	return time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute + time.Duration(second)*time.Second
}

// MarshalText writes the String form; the zero Date is empty.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the String form; empty is the zero Date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	if t, err := time.Parse(isoMonth, string(b)); err == nil {
		*d = Date{Year: t.Year(), Month: t.Month()}
		return nil
	}
	parsed, err := ParseDate(string(b))
	*d = parsed
	return err
}
