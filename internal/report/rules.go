package report

import (
	"slices"
	"sync"
	"time"
)

// A Scheme says which days a period gathers.
type Scheme string

// The schemes.
const (
	ND09        Scheme = "nd09"     // from the 15th before to the 14th (Decree 09/2019/NĐ-CP, art. 12)
	WholeMonths Scheme = "calendar" // from the first day of the period to its last
)

// OnDayOff says where a deadline goes that falls on a day off.
type OnDayOff string

// The choices.
const (
	Next     OnDayOff = "next"     // the next working day (Civil Code, art. 148.5)
	Previous OnDayOff = "previous" // the working day before
	Stay     OnDayOff = "none"     // it stays
)

// A DutyRule is what the configuration says of one duty.
type DutyRule struct {
	Off               bool // nobody owes it
	Scheme            Scheme
	DeadlineDay       int  // of the last month of the period; 0 means the month's last day, as does a day too many
	DeadlineNextMonth bool // the day is of the month after
	OnDayOff          OnDayOff
	LockAfter         int // working days from the deadline to the lock
	Quota             int // examples that meet the duty, unless the unit has its own
}

// Rules are the configured rules of both duties.
type Rules struct {
	Zone     *time.Location
	Calendar Calendar
	Month    DutyRule
	Quarter  DutyRule
	// Publication is how what was chosen is published.
	Publication PublicationRule
	// Rights are the clocks of the law on personal data, each from its day on; none are
	// DefaultRightsClocks.
	Rights []RightsClock

	known *sync.Map // Schedule by Period; nil: worked out each time
}

// Remembering is r with schedules worked out once: they are asked for several
// times in every conversation. The rules must not be changed after.
func (r Rules) Remembering() Rules {
	r.known = &sync.Map{}
	return r
}

// A Schedule is when one period happens. A day belongs to it until 24:00.
type Schedule struct {
	Period   Period
	From     Date // first day of the data window, when units may begin to send
	Close    Date // last day of the data window (chốt số liệu)
	Owed     Date // the deadline before any extension: the unit that is there on this day has the duty
	Deadline Date // last day on which a filing is on time (hạn)
	Lock     Date // last day on which it is late and not made up (khoá sổ)
	Extended bool // the deadline was moved by an extension
	Off      bool // the duty is switched off: nobody owes the period
}

// DataTo is the last day whose data a day can know.
func (s Schedule) DataTo(today Date) Date {
	if today.Before(s.Close) {
		return today
	}
	return s.Close
}

// For gives the rule of a duty. Half a year and a year close as months do, or as
// quarters where nobody owes months.
func (r Rules) For(duty Duty) DutyRule {
	if duty == Quarter || !duty.Owed() && r.Month.Off {
		return r.Quarter
	}
	return r.Month
}

// Schedule says when the period happens, before any extension.
func (r Rules) Schedule(p Period) Schedule {
	if r.known == nil {
		return r.schedule(p)
	}
	if s, ok := r.known.Load(p); ok {
		return s.(Schedule)
	}
	s := r.schedule(p)
	r.known.Store(p, s)
	return s
}

func (r Rules) schedule(p Period) Schedule {
	rule := r.For(p.Duty)
	from, end := rule.window(p)
	s := Schedule{Period: p, From: from, Close: end, Off: rule.Off}
	s.Owed = r.onWorkday(rule.deadline(p), rule.OnDayOff)
	s.Deadline = s.Owed
	s.Lock = r.Calendar.AddWorkdays(s.Deadline, rule.LockAfter)
	return s
}

// window gives the first and the last day of the data.
func (rule DutyRule) window(p Period) (from, end Date) {
	months := p.Months()
	first, last := months[0], months[len(months)-1]
	if rule.Scheme == WholeMonths {
		return NewDate(first.Year, time.Month(first.Number), 1), lastDay(last)
	}
	return NewDate(first.Year, time.Month(first.Number)-1, 15), NewDate(last.Year, time.Month(last.Number), 14)
}

// deadline gives the day that the rule names, working day or not.
func (rule DutyRule) deadline(p Period) Date {
	month := Period{Month, p.Year, int(p.LastMonth())}
	if rule.DeadlineNextMonth {
		month = month.Add(1)
	}
	last := lastDay(month)
	if rule.DeadlineDay <= 0 || rule.DeadlineDay > last.Day {
		return last
	}
	return Date{last.Year, last.Month, rule.DeadlineDay}
}

// lastDay is the last day of a month.
func lastDay(month Period) Date {
	return NewDate(month.Year, time.Month(month.Number)+1, 0)
}

// onWorkday moves a deadline off a day off, as the rule says.
func (r Rules) onWorkday(d Date, choice OnDayOff) Date {
	switch choice {
	case Next:
		return r.Calendar.NextWorkday(d)
	case Previous:
		return r.Calendar.PrevWorkday(d)
	}
	return d
}

// Extend moves the deadline of s to a later day and the lock with it. It gives
// time and nothing else: who owes the period stays the same. An earlier day or the same one leaves s as it is.
func (r Rules) Extend(s Schedule, deadline Date) Schedule {
	if !deadline.After(s.Deadline) {
		return s
	}
	s.Deadline = deadline
	s.Lock = r.Calendar.AddWorkdays(deadline, r.For(s.Period.Duty).LockAfter)
	s.Extended = true
	return s
}

// ScheduleOf says when the period happens for one unit. Of the extensions that
// speak of the unit, the last word for each scope holds, and among the scopes
// (unit, block, all) the latest deadline.
func (r Rules) ScheduleOf(u Unit, p Period, extensions []Extension) Schedule {
	s := r.Schedule(p)
	if len(extensions) == 0 {
		return s
	}
	for _, deadline := range deadlinesInForce(u, p, extensions) {
		s = r.Extend(s, deadline)
	}
	return s
}

func deadlinesInForce(u Unit, p Period, extensions []Extension) map[Scope]Date {
	deadlines, said := map[Scope]Date{}, map[Scope]time.Time{}
	for _, e := range extensions {
		if e.Period != p || !e.Scope.Covers(u) || e.At.Before(said[e.Scope]) {
			continue
		}
		deadlines[e.Scope], said[e.Scope] = e.Deadline, e.At
	}
	return deadlines
}

// Current is the period whose data window holds the day.
func (r Rules) Current(duty Duty, day Date) Period {
	p := Period{duty, day.Year, (int(day.Month)-1)/duty.months() + 1}
	for r.Schedule(p).Close.Before(day) {
		p = p.Add(1)
	}
	return p
}

// NextDue are the first periods, at most one of each duty, whose deadline has not passed
// on the day: from them on new terms of a unit hold (Unit.As).
func (r Rules) NextDue(day Date) (next []Schedule) {
	for _, duty := range Duties {
		if r.For(duty).Off {
			continue
		}
		p := r.Current(duty, day)
		for !r.Schedule(p.Add(-1)).Owed.Before(day) {
			p = p.Add(-1)
		}
		for r.Schedule(p).Owed.Before(day) {
			p = p.Add(1)
		}
		next = append(next, r.Schedule(p))
	}
	return next
}

// DueBetween are the periods that a unit owes and whose deadline, before any extension,
// lies between two days, by deadline.
func (r Rules) DueBetween(u Unit, from, to Date) (due []Schedule) {
	for _, duty := range Duties {
		p := r.Current(duty, from).Add(-2)
		for s := r.Schedule(p); !s.Owed.After(to); s = r.Schedule(p) {
			if !s.Owed.Before(from) && u.Owes(s) {
				due = append(due, s)
			}
			p = p.Add(1)
		}
	}
	slices.SortStableFunc(due, func(a, b Schedule) int { return a.Owed.Compare(b.Owed) })
	return due
}

// Nearest is the period whose deadline is nearest to the day, the earlier one
// of two: the period of which people speak when they name none.
func (r Rules) Nearest(duty Duty, day Date) Period {
	p := r.Current(duty, day)
	for r.Schedule(p).Deadline.After(day) {
		p = p.Add(-1)
	}
	past, next := r.Schedule(p).Deadline, r.Schedule(p.Add(1)).Deadline
	if next.Sub(day) < day.Sub(past) {
		return p.Add(1)
	}
	return p
}

// OpenPeriods lists the periods of a duty whose window has begun and which are
// not locked on the day, earliest first, before any extension. The current one
// is always among them: no deadline comes before the close (Problems).
func (r Rules) OpenPeriods(duty Duty, day Date) []Period {
	var open []Period
	for p := r.Current(duty, day); !r.Schedule(p).Lock.Before(day); p = p.Add(-1) {
		open = append(open, p)
	}
	slices.Reverse(open)
	return open
}

// OpenFor lists the schedules of a duty that are open for the unit on the day,
// extensions counted, earliest period first.
func (r Rules) OpenFor(u Unit, duty Duty, day Date, extensions []Extension) []Schedule {
	periods := r.OpenPeriods(duty, day)
	for _, e := range extensions {
		if e.Period.Duty == duty && !slices.Contains(periods, e.Period) {
			periods = append(periods, e.Period)
		}
	}
	var open []Schedule
	for _, p := range periods {
		s := r.ScheduleOf(u, p, extensions)
		if !s.From.After(day) && !s.Lock.Before(day) {
			open = append(open, s)
		}
	}
	slices.SortFunc(open, func(a, b Schedule) int { return a.From.Compare(b.From) })
	return open
}

// Quota is the number of examples that meet the duty for the unit, at least 1.
func (r Rules) Quota(u Unit, duty Duty) int {
	own := u.QuotaMonth
	if duty == Quarter {
		own = u.QuotaQuarter
	}
	if own > 0 {
		return own
	}
	return max(1, r.For(duty).Quota)
}
