package report

import (
	"fmt"
	"slices"
)

// A Problem is a rule that is invalid. Key names the setting as the
// configuration writes it below the duties or the calendar, so that whoever
// reads the configuration can show the line.
type Problem struct {
	Duty   Duty   // empty: not of one duty
	Key    string // scheme, deadline_day, on_day_off, lock_after, quota, zone, makeup_workdays
	Reason Reason
	Period Period // an example, for BeforeClose
	Date   Date   // an example, for Conflict; the deadline, for BeforeClose
}

// A Reason says what is wrong with a rule.
type Reason string

// The reasons.
const (
	Unset       Reason = "unset"       // has to be given
	UnknownWord Reason = "unknown"     // not one of the choices
	OutOfRange  Reason = "range"       // a number that cannot be
	BeforeClose Reason = "beforeClose" // the deadline comes before the data can be closed
	Conflict    Reason = "conflict"    // a day is both off and made up
)

// Error describes the problem for a log.
func (p Problem) Error() string {
	switch p.Reason {
	case BeforeClose:
		return fmt.Sprintf("%s of duty %s: the deadline of %s is %s, before the data are closed", p.Key, p.Duty, p.Period, p.Date)
	case Conflict:
		return fmt.Sprintf("%s: %s is also a day off", p.Key, p.Date)
	}
	return fmt.Sprintf("%s of duty %s: %s", p.Key, p.Duty, p.Reason)
}

// Problems lists all that is invalid; the rules are usable when it is empty.
func (r Rules) Problems() []Problem {
	var problems []Problem
	if r.Zone == nil {
		problems = append(problems, Problem{Key: "zone", Reason: Unset})
	}
	for _, d := range r.Calendar.conflicts {
		problems = append(problems, Problem{Key: "makeup_workdays", Reason: Conflict, Date: d})
	}
	for _, duty := range Duties {
		problems = append(problems, r.problemsOf(duty)...)
	}
	return problems
}

func (r Rules) problemsOf(duty Duty) []Problem {
	rule := r.For(duty)
	var problems []Problem
	check := func(ok bool, key string, reason Reason) {
		if !ok {
			problems = append(problems, Problem{Duty: duty, Key: key, Reason: reason})
		}
	}
	check(rule.Scheme == ND09 || rule.Scheme == WholeMonths, "scheme", UnknownWord)
	check(slices.Contains([]OnDayOff{Next, Previous, Stay}, rule.OnDayOff), "on_day_off", UnknownWord)
	check(rule.DeadlineDay >= 0 && rule.DeadlineDay <= 31, "deadline_day", OutOfRange)
	check(rule.LockAfter >= 0 && rule.LockAfter <= 250, "lock_after", OutOfRange)
	check(rule.Quota >= 0, "quota", OutOfRange)
	if len(problems) > 0 {
		return problems
	}
	return r.tooEarly(duty)
}

// tooEarly finds the first period of the table's years whose deadline comes
// too early.
func (r Rules) tooEarly(duty Duty) []Problem {
	for p := (Period{duty, years[0].number, 1}); p.Year <= years[len(years)-1].number; p = p.Add(1) {
		s := r.Schedule(p)
		if s.Deadline.Before(r.earliestDeadline(s)) {
			return []Problem{{Duty: duty, Key: "deadline_day", Reason: BeforeClose, Period: p, Date: s.Deadline}}
		}
	}
	return nil
}

// earliestDeadline is the first day on which a deadline makes sense: between
// close and deadline lies at least one working day (Decree 09/2019/NĐ-CP, art.
// 8.5), so with nd09 it is the working day after the close. Whole months are
// the house's own scheme; there the deadline may be the day of the close.
func (r Rules) earliestDeadline(s Schedule) Date {
	if r.For(s.Period.Duty).Scheme == ND09 {
		return r.Calendar.NextWorkday(s.Close.AddDays(1))
	}
	return s.Close
}
