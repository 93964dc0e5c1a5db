package report

import (
	"fmt"
	"testing"
	"time"
)

// A unit owes from the first deadline on that lies at least five working days
// after it came in, unless the list says otherwise.
func TestFirstDuty(t *testing.T) {
	r := standard(t) // the month is due on 20/11, the quarter on 21/12, the next month on 20/1
	both := Unit{Code: "PT1", Month: true, Quarter: true}
	since := func(year int, month int, day int) Unit {
		u := both
		u.ActiveFrom = Date{year, time.Month(month), day}
		return u
	}
	known := NewDirectory([]Unit{{Code: "OLD", Month: true}, {Code: "LATE", Month: true, OwesFrom: Date{2026, 11, 25}}})
	for _, test := range []struct {
		name string
		unit Unit
		day  Date
		want string // what it owes first
	}{
		{"in good time", both, Date{2026, 11, 2}, "[2026-11 2026-Q4]"},
		{"on the last day", both, Date{2026, 11, 13}, "[2026-11 2026-Q4]"},
		{"on the day off after it", both, Date{2026, 11, 15}, "[2026-11 2026-Q4]"},
		{"too late for the month", both, Date{2026, 11, 16}, "[2026-12 2026-Q4]"},
		{"on the deadline", both, Date{2026, 11, 20}, "[2026-12 2026-Q4]"},
		{"after it, before the lock", both, Date{2026, 11, 26}, "[2026-12 2026-Q4]"},
		{"too late for the quarter", both, Date{2026, 12, 16}, "[2027-01 2027-Q1]"},
		{"with a month only", Unit{Code: "PT1", Month: true}, Date{2026, 11, 18}, "[2026-12]"},
		{"in some months only", Unit{Code: "PT1", Month: true, Roster: Roster{Months: []int{3, 11}}}, Date{2026, 11, 18}, "[2027-03]"},
		{"in the quarter just past only", Unit{Code: "PT1", Quarter: true, Roster: Roster{Quarters: []int{3}}}, Date{2026, 11, 18}, "[2027-Q3]"},
		{"too late for the only one of the year", Unit{Code: "PT1", Quarter: true, Roster: Roster{Quarters: []int{4}}}, Date{2026, 12, 18}, "[2027-Q4]"},
		{"with nothing", Unit{Code: "PT1"}, Date{2026, 11, 18}, "[]"},
		{"the list says: from a day of this month on", since(2026, 11, 10), Date{2026, 11, 18}, "[2026-11 2026-Q4]"},
		{"the list says: from a day to come on", since(2026, 12, 20), Date{2026, 11, 18}, "[2027-01 2027-Q1]"},
		{"the list says when it was founded", since(2008, 9, 5), Date{2026, 11, 18}, "[2026-12 2026-Q4]"},
		{"it was known", Unit{Code: "OLD", Month: true}, Date{2026, 11, 18}, "[2026-11]"},
		{"it was known, and new", Unit{Code: "LATE", Month: true, OwesFrom: Date{2026, 11, 25}}, Date{2026, 11, 20}, "[2026-12]"},
		{"it was known, and the list now says", Unit{Code: "LATE", Month: true, OwesFrom: Date{2026, 11, 25}, ActiveFrom: Date{2026, 11, 1}}, Date{2026, 11, 20}, "[2026-11]"},
	} {
		var got []string
		for _, s := range r.First(r.Begin([]Unit{test.unit}, known, test.day), test.day) {
			got = append(got, s.Period.String())
		}
		if fmt.Sprint(got) != test.want {
			t.Errorf("%s: a unit that comes in on %s owes %v first, want %s", test.name, test.day, got, test.want)
		}
	}
}

// An extension changes nobody's duty: who came in too late for the deadline of the
// rule does not owe the later one.
func TestFirstDutyAfterAnExtension(t *testing.T) {
	r := standard(t)
	u := r.Begin([]Unit{{Code: "PT1", Month: true}}, Directory{}, Date{2026, 11, 18})[0]
	if u.Owes(r.Extend(r.Schedule(Period{Month, 2026, 11}), Date{2026, 11, 30})) {
		t.Error("a unit of 18 November owes what was due on the 20th")
	}
}
