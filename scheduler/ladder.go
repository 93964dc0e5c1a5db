package scheduler

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"guongsang/internal/report"
)

// A Ladder says when and whom to remind. Numbers of days are working days,
// times of day are since midnight in the rules' zone.
type Ladder struct {
	Before   []int         // days before the deadline; 0 is the deadline day
	After    []int         // days after the deadline
	At       time.Duration // time of day
	Quiet    Quiet
	CatchUp  time.Duration // how long after its time a stage is still worth sending
	Escalate []Escalation
	// Returned are the days after the date by which a completion was asked for
	// at which one that hangs is reminded; 0 is that date.
	Returned []int
}

// Quiet are the hours in which nobody is disturbed, from From up to and
// without To; over midnight if From is the later one, none if they are equal.
type Quiet struct{ From, To time.Duration }

// An Escalation tells somebody else, privately, After so many working days
// after the deadline.
type Escalation struct {
	To    Audience
	After int
}

// An Audience is who hears of a stage.
type Audience string

// The audiences.
const (
	Focal     Audience = "focal"     // the unit's focal points: chính, else dự phòng
	Deputy    Audience = "deputy"    // the unit's dự phòng
	Head      Audience = "head"      // the unit's head
	BlockHead Audience = "blockhead" // the head of its block, with the whole block in one message
	Agency    Audience = "agency"    // the officers, as a list
)

// A Step is one stage of the ladder for one schedule.
type Step struct {
	Name string // "-5", "0", "+3", "escalate/head"
	At   time.Time
	To   Audience
}

// Steps lists every stage for a schedule in the order of time; of two at the
// same time the more pressing one is last. A stage before the deadline that
// falls on a day off is on the working day before, one after it on the next.
func (l Ladder) Steps(r report.Rules, s report.Schedule) []Step {
	var steps []Step
	add := func(name string, day report.Date, to Audience) {
		same := func(s Step) bool { return s.Name == name }
		if !slices.ContainsFunc(steps, same) {
			steps = append(steps, Step{Name: name, At: day.At(l.At, r.Zone), To: to})
		}
	}
	for _, n := range l.Before {
		add(strconv.Itoa(-n), r.Calendar.PrevWorkday(r.Calendar.AddWorkdays(s.Deadline, -n)), Focal)
	}
	for _, n := range l.After {
		add("+"+strconv.Itoa(n), r.Calendar.AddWorkdays(s.Deadline, n), Focal)
	}
	for _, e := range l.Escalate {
		add("escalate/"+string(e.To), r.Calendar.AddWorkdays(s.Deadline, e.After), e.To)
	}
	rank := func(s Step) int { return slices.Index(pressing, s.To) }
	slices.SortFunc(steps, func(a, b Step) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(rank(a), rank(b)), cmp.Compare(days(a.Name), days(b.Name)))
	})
	return steps
}

// hangsAt is when an example that was to be completed by a day is reminded of,
// n working days after it.
func (l Ladder) hangsAt(r report.Rules, by report.Date, n int) time.Time {
	return r.Calendar.AddWorkdays(r.Calendar.PrevWorkday(by), n).At(l.At, r.Zone)
}

// pressing orders the audiences of one moment.
var pressing = []Audience{Focal, Deputy, Head, BlockHead, Agency}

// days is the number in the name of a focal stage, negative before the deadline.
func days(name string) int {
	n, _ := strconv.Atoi(name)
	return n
}

// Allows reports whether people may be disturbed at t: on a working day
// outside quiet hours.
func (l Ladder) Allows(r report.Rules, t time.Time) bool {
	t = t.In(r.Zone)
	return r.Calendar.Working(report.DateOf(t)) && !l.Quiet.holds(timeOfDay(t))
}

// holds reports whether a time of day is quiet.
func (q Quiet) holds(clock time.Duration) bool {
	if q.From <= q.To {
		return q.From <= clock && clock < q.To
	}
	return clock >= q.From || clock < q.To
}

func timeOfDay(t time.Time) time.Duration {
	hour, minute, second := t.Clock()
	return time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute + time.Duration(second)*time.Second
}

// opens is the first instant at or after t at which people may be disturbed.
func (l Ladder) opens(r report.Rules, t time.Time) time.Time {
	t = t.In(r.Zone)
	for !l.Allows(r, t) {
		t = l.edge(r, t)
	}
	return t
}

// closes is the first instant after t at which people may no longer be
// disturbed; t must be allowed.
func (l Ladder) closes(r report.Rules, t time.Time) time.Time {
	t = t.In(r.Zone)
	for l.Allows(r, t) {
		t = l.edge(r, t)
	}
	return t
}

// edge is the next instant after t at which quiet hours or a day begin or end.
func (l Ladder) edge(r report.Rules, t time.Time) time.Time {
	day := report.DateOf(t)
	next := day.End(r.Zone)
	for _, clock := range []time.Duration{l.Quiet.From, l.Quiet.To} {
		if at := day.At(clock, r.Zone); at.After(t) && at.Before(next) {
			next = at
		}
	}
	return next
}

// expired reports whether a stage of that time is no longer worth sending.
// The window runs through nights and days off, so that what was due on Friday
// morning is not sent on Monday; what falls into quiet hours, as a wish to be
// reminded again can, has its window from their end.
func (l Ladder) expired(r report.Rules, at, now time.Time) bool {
	return now.After(l.opens(r, at).Add(l.CatchUp))
}
