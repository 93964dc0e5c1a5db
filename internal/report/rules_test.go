package report

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

// standard is the configuration that the project ships: nd09, the 20th, moved
// to the next working day, locked three working days later.
func standard(t *testing.T) Rules {
	t.Helper()
	duty := DutyRule{Scheme: ND09, DeadlineDay: 20, OnDayOff: Next, LockAfter: 3, Quota: 1}
	return Rules{Zone: mustZone(t, "Asia/Ho_Chi_Minh"), Calendar: NewCalendar(nil, nil), Month: duty, Quarter: duty}
}

func mustPeriod(t *testing.T, s string) Period {
	t.Helper()
	p, err := ParsePeriod(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestSchedule(t *testing.T) {
	whole := DutyRule{Scheme: WholeMonths, OnDayOff: Next, LockAfter: 5}
	after := DutyRule{Scheme: WholeMonths, DeadlineDay: 5, DeadlineNextMonth: true, OnDayOff: Next, LockAfter: 2}
	nd09 := DutyRule{Scheme: ND09, DeadlineDay: 20, OnDayOff: Next, LockAfter: 3}
	previous, stay, last := nd09, nd09, nd09
	previous.OnDayOff, stay.OnDayOff, last.DeadlineDay = Previous, Stay, 0
	tests := []struct {
		rule   DutyRule
		period string
		want   string // from close deadline lock
	}{
		{nd09, "2026-11", "2026-10-15 2026-11-14 2026-11-20 2026-11-26"},
		{nd09, "2026-Q4", "2026-09-15 2026-12-14 2026-12-21 2026-12-24"},
		{nd09, "2027-01", "2026-12-15 2027-01-14 2027-01-20 2027-01-25"},
		{nd09, "2027-Q1", "2026-12-15 2027-03-14 2027-03-22 2027-03-25"},
		{nd09, "2026-02", "2026-01-15 2026-02-14 2026-02-23 2026-02-26"}, // Tết
		{previous, "2026-12", "2026-11-15 2026-12-14 2026-12-18 2026-12-23"},
		{stay, "2026-12", "2026-11-15 2026-12-14 2026-12-20 2026-12-23"},
		{last, "2028-02", "2028-01-15 2028-02-14 2028-02-29 2028-03-03"},
		{whole, "2027-02", "2027-02-01 2027-02-28 2027-03-01 2027-03-08"},
		{whole, "2026-Q4", "2026-10-01 2026-12-31 2026-12-31 2027-01-08"},
		{after, "2026-12", "2026-12-01 2026-12-31 2027-01-05 2027-01-07"},
		{after, "2026-Q4", "2026-10-01 2026-12-31 2027-01-05 2027-01-07"},
	}
	for _, tt := range tests {
		r := standard(t)
		r.Month, r.Quarter = tt.rule, tt.rule
		s := r.Schedule(mustPeriod(t, tt.period))
		if got := fmt.Sprint(s.From, s.Close, s.Deadline, s.Lock); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.period, got, tt.want)
		}
	}
}

// The months of 2026-27 in which the 20th or the 25th is a day off.
func TestDeadlineOnDayOff(t *testing.T) {
	tests := map[int][]string{
		20: {"2026-02", "2026-06", "2026-09", "2026-12", "2027-02", "2027-03", "2027-06", "2027-11"},
		25: {"2026-01", "2026-04", "2026-07", "2026-10", "2027-04", "2027-07", "2027-09", "2027-12"},
	}
	for number, want := range tests {
		r := standard(t)
		r.Month.DeadlineDay = number
		var moved []string
		for p := (Period{Month, 2026, 1}); p.Year < 2028; p = p.Add(1) {
			s := r.Schedule(p)
			if s.Deadline.Day != number {
				moved = append(moved, p.String())
			}
			if !r.Calendar.Working(s.Deadline) {
				t.Errorf("deadline of %s is the day off %s", p, s.Deadline)
			}
		}
		if !slices.Equal(moved, want) {
			t.Errorf("the %dth moved in %v, want %v", number, moved, want)
		}
	}
}

// One deadline for each period in each of ten years and all zones, the windows
// of a duty follow each other without gap or overlap, and the deadline's last
// instant is on time while the next is late.
func TestTenYearsOfPeriods(t *testing.T) {
	for _, name := range zones {
		for _, scheme := range []Scheme{ND09, WholeMonths} {
			r := standard(t)
			r.Zone = mustZone(t, name)
			r.Month.Scheme, r.Quarter.Scheme = scheme, scheme
			r.Month.DeadlineNextMonth = scheme == WholeMonths
			r.Quarter.DeadlineNextMonth = scheme == WholeMonths
			for _, duty := range Duties {
				checkDecade(t, r, duty)
			}
		}
	}
}

func checkDecade(t *testing.T, r Rules, duty Duty) {
	t.Helper()
	deadlines := map[Date]Period{}
	for p := (Period{duty, 2024, 1}); p.Year < 2034; p = p.Add(1) {
		s, next := r.Schedule(p), r.Schedule(p.Add(1))
		if s.Close.AddDays(1) != next.From {
			t.Fatalf("%s closes %s, the next begins %s", p, s.Close, next.From)
		}
		if other, twice := deadlines[s.Deadline]; twice {
			t.Fatalf("%s and %s have one deadline", p, other)
		}
		deadlines[s.Deadline] = p
		if s.Timing(s.Deadline.End(r.Zone).Add(-1), r.Zone) != OnTime || s.Timing(s.Deadline.End(r.Zone), r.Zone) != Late {
			t.Fatalf("%s: the deadline %s does not end at 24:00", p, s.Deadline)
		}
		if s.Timing(s.Lock.End(r.Zone).Add(-1), r.Zone) != Late || s.Timing(s.Lock.End(r.Zone), r.Zone) != MadeUp {
			t.Fatalf("%s: the lock %s does not end at 24:00", p, s.Lock)
		}
		for _, d := range []Date{s.From, s.Close} {
			if got := r.Current(duty, d); got != p {
				t.Fatalf("current %s on %s is %s, want %s", duty, d, got, p)
			}
		}
	}
	if want := 10 * duty.perYear(); len(deadlines) != want {
		t.Fatalf("%d deadlines in ten years, want %d", len(deadlines), want)
	}
}

func TestOpenPeriods(t *testing.T) {
	r := standard(t)
	tests := []struct {
		duty Duty
		day  string
		want string
	}{
		{Month, "2026-11-14", "[2026-11]"},
		{Month, "2026-11-15", "[2026-11 2026-12]"},
		{Month, "2026-11-26", "[2026-11 2026-12]"}, // the day of the lock
		{Month, "2026-11-27", "[2026-12]"},
		{Month, "2026-12-31", "[2027-01]"},
		{Quarter, "2026-12-15", "[2026-Q4 2027-Q1]"},
		{Quarter, "2026-12-24", "[2026-Q4 2027-Q1]"},
		{Quarter, "2026-12-25", "[2027-Q1]"},
	}
	for _, tt := range tests {
		if got := fmt.Sprint(r.OpenPeriods(tt.duty, day(t, tt.day))); got != tt.want {
			t.Errorf("%s open on %s: %s, want %s", tt.duty, tt.day, got, tt.want)
		}
	}
}

func TestNearest(t *testing.T) {
	r := standard(t)
	tests := []struct {
		duty      Duty
		day, want string
	}{
		{Month, "2026-11-25", "2026-11"}, // due 20/11
		{Month, "2026-11-10", "2026-11"},
		{Month, "2026-11-04", "2026-10"}, // 15 days after 20/10, 16 before 20/11
		{Month, "2026-11-20", "2026-11"},
		{Month, "2026-12-31", "2026-12"},
		{Quarter, "2026-12-25", "2026-Q4"},
		{Quarter, "2026-11-25", "2026-Q4"},
	}
	for _, tt := range tests {
		if got := r.Nearest(tt.duty, day(t, tt.day)).String(); got != tt.want {
			t.Errorf("%s on %s: %s, want %s", tt.duty, tt.day, got, tt.want)
		}
	}
}

func TestExtensions(t *testing.T) {
	r := standard(t)
	u := Unit{Code: "PT1", Block: "Khối 1", Month: true}
	p := Period{Month, 2026, 11}
	at := func(hour int) time.Time { return time.Date(2026, 11, 18, hour, 0, 0, 0, r.Zone) }
	extend := func(scope Scope, deadline Date, hour int) Extension {
		return Extension{Period: p, Scope: scope, Deadline: deadline, At: at(hour)}
	}
	tests := []struct {
		name       string
		extensions []Extension
		deadline   Date
		lock       Date
	}{
		{"none", nil, Date{2026, 11, 20}, Date{2026, 11, 26}},
		{"all", []Extension{extend(Scope{}, Date{2026, 11, 30}, 8)}, Date{2026, 11, 30}, Date{2026, 12, 3}},
		{"other unit", []Extension{extend(Scope{Unit: "PT2"}, Date{2026, 11, 30}, 8)}, Date{2026, 11, 20}, Date{2026, 11, 26}},
		{"own block", []Extension{extend(Scope{Block: "Khối 1"}, Date{2026, 11, 25}, 8)}, Date{2026, 11, 25}, Date{2026, 11, 30}},
		{"latest of the scopes", []Extension{extend(Scope{Unit: "PT1"}, Date{2026, 11, 30}, 8), extend(Scope{}, Date{2026, 11, 25}, 9)}, Date{2026, 11, 30}, Date{2026, 12, 3}},
		{"last word in a scope", []Extension{extend(Scope{}, Date{2026, 11, 25}, 9), extend(Scope{}, Date{2026, 11, 30}, 8)}, Date{2026, 11, 25}, Date{2026, 11, 30}},
		{"taken back", []Extension{extend(Scope{}, Date{2026, 11, 30}, 8), extend(Scope{}, Date{2026, 11, 20}, 9)}, Date{2026, 11, 20}, Date{2026, 11, 26}},
	}
	for _, tt := range tests {
		s := r.ScheduleOf(u, p, tt.extensions)
		if s.Deadline != tt.deadline || s.Lock != tt.lock || s.Extended != (tt.deadline != Date{2026, 11, 20}) {
			t.Errorf("%s: %+v", tt.name, s)
		}
	}
	late := Date{2027, 3, 1}
	open := r.OpenFor(u, Month, Date{2027, 2, 27}, []Extension{extend(Scope{Unit: "PT1"}, late, 8)})
	if len(open) != 2 || open[0].Period != p || open[0].Deadline != late {
		t.Errorf("a period extended past its lock is open: %+v", open)
	}
}

func TestProblems(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Rules)
		want   string
	}{
		{"standard", func(*Rules) {}, "[]"},
		{"close of whole months is the deadline", func(r *Rules) { r.Month.Scheme, r.Month.DeadlineDay = WholeMonths, 0 }, "[]"},
		{"deadline on the close", func(r *Rules) { r.Month.DeadlineDay = 14 }, "[month deadline_day beforeClose]"},
		{"no working day after the close", func(r *Rules) { r.Month.DeadlineDay, r.Month.OnDayOff = 15, Previous }, "[month deadline_day beforeClose]"},
		{"day of the running month", func(r *Rules) { r.Quarter.Scheme = WholeMonths }, "[quarter deadline_day beforeClose]"},
		{"words", func(r *Rules) { r.Month.Scheme, r.Month.OnDayOff = "x", "y" }, "[month scheme unknown month on_day_off unknown]"},
		{"numbers", func(r *Rules) { r.Month.DeadlineDay, r.Month.LockAfter, r.Month.Quota = 32, -1, -1 }, "[month deadline_day range month lock_after range month quota range]"},
		{"zone", func(r *Rules) { r.Zone = nil }, "[ zone unset]"},
		{"calendar", func(r *Rules) {
			d := []Day{{Date: Date{2026, 11, 28}}}
			r.Calendar = NewCalendar(d, d)
		}, "[ makeup_workdays conflict]"},
	}
	for _, tt := range tests {
		r := standard(t)
		tt.change(&r)
		var got []string
		for _, p := range r.Problems() {
			got = append(got, string(p.Duty), p.Key, string(p.Reason))
			if p.Error() == "" {
				t.Errorf("%s: no description", tt.name)
			}
		}
		if fmt.Sprint(got) != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, got, tt.want)
		}
	}
}

func TestQuota(t *testing.T) {
	r := standard(t)
	r.Month.Quota, r.Quarter.Quota = 2, 0
	tests := []struct {
		unit           Unit
		month, quarter int
	}{
		{Unit{}, 2, 1},
		{Unit{QuotaMonth: 3, QuotaQuarter: 4}, 3, 4},
	}
	for _, tt := range tests {
		if m, q := r.Quota(tt.unit, Month), r.Quota(tt.unit, Quarter); m != tt.month || q != tt.quarter {
			t.Errorf("quota of %+v: %d and %d", tt.unit, m, q)
		}
	}
}

// What a log says of each kind of problem.
func TestProblemsInWords(t *testing.T) {
	for _, test := range []struct {
		problem Problem
		want    string
	}{
		{Problem{Duty: Month, Key: "quota", Reason: OutOfRange}, "quota of duty month: range"},
		{Problem{Key: "makeup_workdays", Reason: Conflict, Date: Date{2026, 11, 28}}, "makeup_workdays: 2026-11-28 is also a day off"},
		{Problem{Duty: Month, Key: "deadline_day", Reason: BeforeClose, Period: Period{Month, 2026, 11}, Date: Date{2026, 11, 14}},
			"deadline_day of duty month: the deadline of 2026-11 is 2026-11-14, before the data are closed"},
	} {
		if got := test.problem.Error(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

// The first and the last numbers that can be.
func TestProblemsAtTheEdges(t *testing.T) {
	for _, test := range []struct {
		change func(*DutyRule)
		key    string // "": no problem
	}{
		{func(d *DutyRule) { d.DeadlineDay = 31 }, ""}, {func(d *DutyRule) { d.DeadlineDay = 0 }, ""},
		{func(d *DutyRule) { d.DeadlineDay = 32 }, "deadline_day"}, {func(d *DutyRule) { d.DeadlineDay = -1 }, "deadline_day"},
		{func(d *DutyRule) { d.LockAfter = 250 }, ""}, {func(d *DutyRule) { d.LockAfter = 0 }, ""},
		{func(d *DutyRule) { d.LockAfter = 251 }, "lock_after"}, {func(d *DutyRule) { d.LockAfter = -1 }, "lock_after"},
		{func(d *DutyRule) { d.Quota = 0 }, ""}, {func(d *DutyRule) { d.Quota = -1 }, "quota"},
		{func(d *DutyRule) { d.DeadlineDay = 15; d.OnDayOff = Next }, ""}, // the day after the close
	} {
		r := standard(t)
		test.change(&r.Quarter)
		problems := r.Problems()
		if test.key == "" && len(problems) > 0 || test.key != "" && (len(problems) != 1 || problems[0].Key != test.key || problems[0].Duty != Quarter) {
			t.Errorf("%+v: %v, want %q", r.Quarter, problems, test.key)
		}
	}
}

// The first period of the table whose deadline comes too early is named, with
// the deadline that it has.
func TestWhichDeadlineComesTooEarly(t *testing.T) {
	for _, test := range []struct {
		day  int
		want string
	}{
		{14, "2026-01 2026-01-14"}, // the close itself, in the first month of the table
		{15, "2026-02 2026-02-13"}, // 15/2/2026 is a Sunday, moved to the Friday before
	} {
		r := standard(t)
		r.Month.DeadlineDay, r.Month.OnDayOff = test.day, Previous
		problems := r.Problems()
		if len(problems) != 1 || fmt.Sprint(problems[0].Period, " ", problems[0].Date) != test.want {
			t.Errorf("the %dth: %v, want %s", test.day, problems, test.want)
		}
	}
}

// All years of the table are looked at, through the last period of the last.
func TestADeadlineTooEarlyInTheLastYear(t *testing.T) {
	var off []Day
	for d := (Date{2030, 12, 16}); d.Day <= 20; d = d.AddDays(1) {
		off = append(off, Day{d, "off"})
	}
	r := standard(t)
	r.Quarter.OnDayOff, r.Calendar = Previous, NewCalendar(off, nil)
	problems := r.Problems()
	if len(problems) != 1 || problems[0].Period != (Period{Quarter, 2030, 4}) || problems[0].Date != (Date{2030, 12, 13}) {
		t.Errorf("%v", problems)
	}
}

// A deadline of the month after can lie beyond the next window's begin; the
// nearest one is found all the same.
func TestNearestWithDeadlinesOfTheMonthAfter(t *testing.T) {
	r := standard(t)
	r.Month = DutyRule{Scheme: WholeMonths, DeadlineDay: 20, DeadlineNextMonth: true, OnDayOff: Stay}
	late := r
	late.Month.OnDayOff, late.Calendar = Next, NewCalendar([]Day{{Date{2027, 1, 20}, "off"}, {Date{2027, 1, 21}, "off"}}, nil)
	for _, test := range []struct {
		rules Rules
		day   Date
		want  string
	}{
		{r, Date{2027, 1, 20}, "2026-12"}, {r, Date{2027, 1, 21}, "2026-12"}, {r, Date{2027, 1, 4}, "2026-11"}, {r, Date{2027, 1, 5}, "2026-12"},
		{r, Date{2027, 2, 4}, "2026-12"}, {r, Date{2027, 2, 5}, "2027-01"}, {late, Date{2027, 1, 22}, "2026-12"},
	} {
		if got := test.rules.Nearest(Month, test.day).String(); got != test.want {
			t.Errorf("on %s: %s, want %s", test.day, got, test.want)
		}
	}
}
