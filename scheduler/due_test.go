package scheduler

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	_ "time/tzdata"

	"guongsang/internal/report"
	"guongsang/storage/records"
)

var vietnam = mustZone("Asia/Ho_Chi_Minh")

func mustZone(name string) *time.Location {
	loc, err := time.LoadLocation(name)
	if err != nil {
		panic(err)
	}
	return loc
}

func standardRules() report.Rules {
	duty := report.DutyRule{Scheme: report.ND09, DeadlineDay: 20, OnDayOff: report.Next, LockAfter: 10, Quota: 1}
	return report.Rules{Zone: vietnam, Calendar: report.NewCalendar(nil, nil), Month: duty, Quarter: duty}
}

// standardLadder has every stage and escalates to everybody.
func standardLadder() Ladder {
	return Ladder{
		Before:  []int{5, 2, 0},
		After:   []int{1, 3},
		At:      8 * time.Hour,
		Quiet:   Quiet{From: 17*time.Hour + 30*time.Minute, To: 7*time.Hour + 30*time.Minute},
		CatchUp: 24 * time.Hour,
		Escalate: []Escalation{
			{Deputy, 4}, {Head, 5}, {BlockHead, 6}, {Agency, 7},
		},
		Returned: []int{0, 1, 3},
	}
}

// at reads "2026-11-20 08:00" in Viet Nam.
func at(t *testing.T, s string) time.Time {
	t.Helper()
	got, err := time.ParseInLocation("2006-01-02 15:04", s, vietnam)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// A world is a state that a test changes as it goes on.
type world struct {
	rules      report.Rules
	ladder     Ladder
	units      []report.Unit
	members    []report.Member
	filings    []report.Filing
	extensions []report.Extension
	periods    []report.Period
	returned   []report.Example
	snoozes    map[int64]time.Time
	chases     []records.Chase
	lately     map[string]bool // units that were reminded a short while before
	log        map[records.StageKey]bool

	unconnected map[string]bool // units that never had a focal point
}

// newWorld has two units of one block: PT1 with a chính (1), a dự phòng (2)
// and a head (3), PT2 with a chính (4); a block head (5) and an officer (6).
func newWorld(periods ...report.Period) *world {
	post := func(role report.Role, unit string) report.Post { return report.Post{Role: role, Unit: unit} }
	w := &world{
		rules: standardRules(), ladder: standardLadder(), periods: periods,
		log: map[records.StageKey]bool{}, snoozes: map[int64]time.Time{},
		units: []report.Unit{
			{Code: "PT1", Block: "K1", Month: true, Quarter: true},
			{Code: "PT2", Block: "K1", Month: true, Quarter: true},
		},
	}
	for i, p := range []report.Post{
		post(report.Focal, "PT1"), {Role: report.Focal, Unit: "PT1", Deputy: true}, post(report.Head, "PT1"),
		post(report.Focal, "PT2"), {Role: report.BlockHead, Block: "K1"}, post(report.Officer, ""),
	} {
		w.members = append(w.members, report.Member{ID: int64(i + 1), Posts: []report.Post{p}})
	}
	return w
}

func (w *world) state(now time.Time) State {
	s := State{
		People: PeopleOf(w.members), Returned: w.returned, Snoozes: w.snoozes,
		Decided: func(k records.StageKey) bool { return w.log[k] }, Enrolled: func(unit string) bool { return !w.unconnected[unit] },
	}
	for _, c := range w.chases {
		s.Chases = append(s.Chases, Chase{c, w.lately})
	}
	var filed []report.Filing
	for _, f := range w.filings {
		if !f.At.After(now) {
			filed = append(filed, f)
		}
	}
	for _, p := range w.periods {
		for _, u := range report.NewDirectory(w.units).Units() {
			schedule := w.rules.ScheduleOf(u, p, w.extensions)
			s.Owed = append(s.Owed, Owed{u, schedule, report.Stand(u, schedule, 1, filed, false, now, w.rules.Zone)})
		}
	}
	return s
}

// look derives and keeps what was decided. It returns the notices in short:
// kind, recipient, and unit and stage of each item.
func (w *world) look(now time.Time) string {
	plan := Due(w.ladder, w.rules, w.state(now), now)
	var said []string
	for _, n := range plan.Notices {
		var items []string
		for _, i := range n.Items {
			items = append(items, i.Unit.Code+" "+i.Schedule.Period.String()+" "+i.Step)
		}
		if n.Kind == Completion {
			items = append(items, n.Example.Number)
		}
		said = append(said, fmt.Sprintf("%s %d: %s", n.Kind, n.To.ID, strings.Join(items, ", ")))
		for _, k := range n.Stages {
			w.log[k] = true
		}
	}
	for _, s := range plan.Skipped {
		w.log[s.StageKey] = true
		said = append(said, fmt.Sprintf("%s %d: %s %s", s.Note, s.Member, s.Unit, s.Stage))
	}
	for _, id := range plan.Spent {
		delete(w.snoozes, id)
	}
	return strings.Join(said, "; ")
}

func (w *world) member(id int64) *report.Member {
	i := slices.IndexFunc(w.members, func(m report.Member) bool { return m.ID == id })
	return &w.members[i]
}

func (w *world) report(unit string, at time.Time, periods ...report.Period) {
	for _, p := range periods {
		w.filings = append(w.filings, report.Filing{Period: p, Unit: unit, Example: "G-1", At: at})
	}
}

func (w *world) gone(t *testing.T, ids ...int64) {
	for _, id := range ids {
		w.member(id).Unreachable = at(t, "2026-10-01 08:00")
	}
}

var (
	november = report.Period{Duty: report.Month, Year: 2026, Number: 11}  // due Fri 20/11
	december = report.Period{Duty: report.Month, Year: 2026, Number: 12}  // due Mon 21/12
	quarter4 = report.Period{Duty: report.Quarter, Year: 2026, Number: 4} // due Mon 21/12
)

// The whole ladder of November 2026: the 24th is a holiday.
func TestSteps(t *testing.T) {
	l, r := standardLadder(), standardRules()
	var got []string
	for _, s := range l.Steps(r, r.Schedule(november)) {
		got = append(got, s.Name+" "+s.At.Format("Mon 02/01 15:04"))
	}
	want := "[-5 Fri 13/11 08:00 -2 Wed 18/11 08:00 0 Fri 20/11 08:00 +1 Mon 23/11 08:00 +3 Thu 26/11 08:00 " +
		"escalate/deputy Fri 27/11 08:00 escalate/head Mon 30/11 08:00 escalate/blockhead Tue 01/12 08:00 escalate/agency Wed 02/12 08:00]"
	if fmt.Sprint(got) != want {
		t.Errorf("got  %v\nwant %s", got, want)
	}
}

// A deadline that stays on a Sunday is reminded of on the Friday before.
func TestStepsOnDayOff(t *testing.T) {
	l, r := standardLadder(), standardRules()
	r.Month.OnDayOff = report.Stay
	l.Before, l.Escalate = []int{0, 1}, nil
	var got []string
	for _, s := range l.Steps(r, r.Schedule(december)) { // Sunday 20/12
		got = append(got, s.Name+" "+s.At.Format("Mon 02/01"))
	}
	if fmt.Sprint(got) != "[-1 Fri 18/12 0 Fri 18/12 +1 Mon 21/12 +3 Wed 23/12]" {
		t.Errorf("got %v", got)
	}
}

func TestAllows(t *testing.T) {
	l, r := standardLadder(), standardRules()
	tests := map[string]bool{
		"2026-11-20 07:29": false, "2026-11-20 07:30": true, "2026-11-20 17:29": true, "2026-11-20 17:30": false,
		"2026-11-21 09:00": false, "2026-11-24 09:00": false, "2026-08-22 09:00": true,
	}
	for when, want := range tests {
		if got := l.Allows(r, at(t, when)); got != want {
			t.Errorf("%s: %t", when, got)
		}
	}
	if got := l.opens(r, at(t, "2026-11-20 17:30")); !got.Equal(at(t, "2026-11-23 07:30")) {
		t.Errorf("opens after Friday evening: %s", got)
	}
	if got := l.closes(r, at(t, "2026-11-20 08:00")); !got.Equal(at(t, "2026-11-20 17:30")) {
		t.Errorf("closes on Friday: %s", got)
	}
	l.Quiet = Quiet{}
	if got := l.closes(r, at(t, "2026-11-20 08:00")); !got.Equal(at(t, "2026-11-21 00:00")) {
		t.Errorf("closes without quiet hours: %s", got)
	}
}

// Each row is a story: what changes, the ticks, what is said at the last one.
func TestDue(t *testing.T) {
	type story struct {
		name  string
		setup func(*testing.T, *world)
		looks []string
		want  string
	}
	tests := []story{
		{"before the first stage", nil, []string{"2026-11-13 07:59"}, ""},
		{"first stage", nil, []string{"2026-11-13 08:00"}, "remind 1: PT1 2026-11 -5; remind 4: PT2 2026-11 -5"},
		{"once only", nil, []string{"2026-11-13 08:00", "2026-11-13 08:01"}, ""},
		{"clock set back", nil, []string{"2026-11-18 08:00", "2026-11-18 07:31"}, ""},
		{"not in quiet hours", nil, []string{"2026-11-13 19:00"}, ""},
		{"not on a day off", nil, []string{"2026-11-14 08:00"}, ""},
		{"late within the window", nil, []string{"2026-11-19 07:59"}, "remind 1: PT1 2026-11 -2; remind 4: PT2 2026-11 -2; missed 1: PT1 -5; missed 4: PT2 -5"},
		{"missed", nil, []string{"2026-11-19 08:01"}, "missed 1: PT1 -5; missed 1: PT1 -2; missed 4: PT2 -5; missed 4: PT2 -2"},
		{"missed, then the next in time", nil, []string{"2026-11-19 09:00", "2026-11-20 08:00"}, "remind 1: PT1 2026-11 0; remind 4: PT2 2026-11 0"},
		{"due on Friday is not sent on Monday", nil, []string{"2026-11-20 07:59", "2026-11-23 07:45"}, "missed 1: PT1 0; missed 4: PT2 0"},
		{"down a week", nil, []string{"2026-11-13 08:00", "2026-11-23 08:05"}, "remind 1: PT1 2026-11 +1; remind 4: PT2 2026-11 +1; missed 1: PT1 -2; missed 1: PT1 0; missed 4: PT2 -2; missed 4: PT2 0"},
		{"a unit that sent hears nothing", func(t *testing.T, w *world) { w.report("PT1", at(t, "2026-11-12 09:00"), november) },
			[]string{"2026-11-13 08:00"}, "remind 4: PT2 2026-11 -5"},
		{"nor after a nil", func(t *testing.T, w *world) {
			w.filings = []report.Filing{{Period: november, Unit: "PT1", At: at(t, "2026-11-12 09:00")}}
		}, []string{"2026-11-13 08:00"}, "remind 4: PT2 2026-11 -5"},
		{"the dự phòng if the chính cannot be reached", func(t *testing.T, w *world) { w.gone(t, 1) },
			[]string{"2026-11-13 08:00"}, "remind 2: PT1 2026-11 -5; remind 4: PT2 2026-11 -5"},
		{"nobody can be reached: the agency's list", func(t *testing.T, w *world) { w.gone(t, 4) },
			[]string{"2026-11-13 08:00"}, "remind 1: PT1 2026-11 -5; lost 6: PT2 2026-11 lost"},
		{"no officer: the admin stands in", func(t *testing.T, w *world) {
			w.gone(t, 4)
			w.member(6).Posts[0].Role = report.Admin
		}, []string{"2026-11-13 08:00"}, "remind 1: PT1 2026-11 -5; lost 6: PT2 2026-11 lost"},
		{"on the list once", func(t *testing.T, w *world) { w.gone(t, 4) },
			[]string{"2026-11-13 08:00", "2026-11-18 08:00"}, "remind 1: PT1 2026-11 -2"},
		{"lost units are not blamed", func(t *testing.T, w *world) {
			w.gone(t, 4)
			w.report("PT1", at(t, "2026-11-12 09:00"), november)
		}, []string{"2026-11-13 08:00", "2026-12-01 08:00", "2026-12-02 08:00"}, ""},
		{"who came after the stage", func(t *testing.T, w *world) { w.member(4).Posts[0].Since = at(t, "2026-11-13 08:01") },
			[]string{"2026-11-13 08:30"}, "remind 1: PT1 2026-11 -5"},
		{"month and quarter in one message", func(t *testing.T, w *world) { w.periods = []report.Period{december, quarter4} },
			[]string{"2026-12-21 08:00"}, "remind 1: PT1 2026-12 0, PT1 2026-Q4 0; remind 4: PT2 2026-12 0, PT2 2026-Q4 0; " +
				"missed 1: PT1 -5; missed 1: PT1 -2; missed 4: PT2 -5; missed 4: PT2 -2; missed 1: PT1 -5; missed 1: PT1 -2; missed 4: PT2 -5; missed 4: PT2 -2"},
		{"several units in one message", func(t *testing.T, w *world) {
			w.member(1).Posts = append(w.member(1).Posts, report.Post{Role: report.Focal, Unit: "PT2"})
		}, []string{"2026-11-13 08:00"}, "remind 1: PT1 2026-11 -5, PT2 2026-11 -5; remind 4: PT2 2026-11 -5"},
		{"extension makes fresh stages", func(t *testing.T, w *world) {
			w.extensions = []report.Extension{{Period: november, Scope: report.Scope{Unit: "PT1"}, Deadline: report.NewDate(2026, 11, 30)}}
		}, []string{"2026-11-13 08:00", "2026-11-20 08:00", "2026-11-23 08:00", "2026-11-26 08:00"},
			"remind 1: PT1 2026-11 -2; remind 4: PT2 2026-11 +3"},
		{"deputy", nil, []string{"2026-11-26 08:00", "2026-11-27 08:00"}, "escalated 2: PT1 2026-11 escalate/deputy"},
		{"head", nil, []string{"2026-11-26 08:00", "2026-11-30 08:00"}, "escalated 3: PT1 2026-11 escalate/head; missed 2: PT1 escalate/deputy"},
		{"block head: one message", nil, []string{"2026-11-30 08:00", "2026-12-01 08:00"}, "block 5: PT1 2026-11 escalate/blockhead, PT2 2026-11 escalate/blockhead"},
		{"agency: one list", nil, []string{"2026-12-01 08:00", "2026-12-02 08:00"}, "agency 6: PT1 2026-11 escalate/agency, PT2 2026-11 escalate/agency"},
		{"without escalation", func(t *testing.T, w *world) { w.ladder.Escalate = nil }, []string{"2026-11-26 08:00", "2026-12-02 08:00"}, ""},
		{"several stages of one person: the latest", func(t *testing.T, w *world) {
			w.ladder.CatchUp = 100 * time.Hour
			w.report("PT2", at(t, "2026-11-12 09:00"), november)
		}, []string{"2026-11-20 09:00"}, "remind 1: PT1 2026-11 0; missed 1: PT1 -5; merged 1: PT1 -2"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := newWorld(november)
			if tt.setup != nil {
				tt.setup(t, w)
			}
			got := ""
			for _, when := range tt.looks {
				got = w.look(at(t, when))
			}
			if got != tt.want {
				t.Errorf("at %s\n got %s\nwant %s", tt.looks[len(tt.looks)-1], got, tt.want)
			}
		})
	}
}

// One reminder for each period and unit, whatever the clocks do: ten years of
// deadlines in seven zones, with a tick every hour around each.
func TestDueInAllZones(t *testing.T) {
	for _, name := range []string{
		"Asia/Ho_Chi_Minh", "Europe/Berlin", "Asia/Beirut", "Africa/Cairo", "America/Santiago", "America/Havana", "Australia/Lord_Howe",
	} {
		zone := mustZone(name)
		for p := (report.Period{Duty: report.Month, Year: 2024, Number: 1}); p.Year < 2034; p = p.Add(1) {
			w := newWorld(p)
			w.rules.Zone = zone
			w.rules.Month.DeadlineDay, w.rules.Month.OnDayOff = 0, report.Stay // the month's last day
			w.ladder = Ladder{Before: []int{0}, At: 15 * time.Minute, CatchUp: 24 * time.Hour}
			w.units = w.units[:1]
			deadline := w.rules.Schedule(p).Deadline
			from, to := deadline.AddDays(-5).Start(zone), deadline.AddDays(2).Start(zone)
			var said []string
			for now := from; now.Before(to); now = now.Add(time.Hour) {
				if got := w.look(now); got != "" {
					said = append(said, now.In(zone).Format("02/01 15:04 ")+got)
				}
			}
			if len(said) != 1 {
				t.Fatalf("%s, %s, due %s: %v", name, p, deadline, said)
			}
		}
	}
}

func TestSnooze(t *testing.T) {
	w := newWorld(november)
	looks := func(when, want string) {
		t.Helper()
		if got := w.look(at(t, when)); got != want {
			t.Errorf("at %s: %q, want %q", when, got, want)
		}
	}
	w.report("PT2", at(t, "2026-11-12 09:00"), november)
	looks("2026-11-13 08:00", "remind 1: PT1 2026-11 -5")
	w.snoozes[1] = at(t, "2026-11-13 15:00")
	stage := fmt.Sprintf("snooze/%d", w.snoozes[1].Unix())
	looks("2026-11-13 14:59", "")
	looks("2026-11-13 15:00", "remind 1: PT1 2026-11 "+stage)
	looks("2026-11-13 15:01", "")
	// A message that was dropped unsent is derived again.
	delete(w.log, records.StageKey{Period: november, Unit: "PT1", Deadline: report.NewDate(2026, 11, 20), Stage: stage, Member: 1})
	looks("2026-11-13 15:02", "remind 1: PT1 2026-11 "+stage)
	looks("2026-11-18 08:00", "remind 1: PT1 2026-11 -2")
	if len(w.snoozes) != 0 {
		t.Error("the wish is not forgotten")
	}
	w.snoozes[1] = at(t, "2026-11-18 15:00")
	w.report("PT1", at(t, "2026-11-18 14:00"), november)
	looks("2026-11-18 15:00", "")
}

// Whoever asks to be reminded again is not reminded of what nobody speaks of
// any more, such as a period that another unit's extension keeps in sight.
func TestSnoozeOfWhatIsOver(t *testing.T) {
	w := newWorld(november)
	w.snoozes[1] = at(t, "2026-12-08 15:00")
	if got := w.look(w.snoozes[1]); strings.Contains(got, "remind") {
		t.Errorf("said %q", got)
	}
}

func TestCompletion(t *testing.T) {
	returned := report.Example{
		Number: "G-2026-0007", Unit: "PT1", By: 2, Version: 1, Review: report.Returned, Periods: []report.Period{november},
		Due: report.NewDate(2026, 11, 19), RuleAt: at(t, "2026-11-16 10:00"),
	}
	run := func(w *world) (said []string) {
		for d := report.NewDate(2026, 11, 16); d.Before(report.NewDate(2026, 11, 28)); d = d.AddDays(1) {
			if got := w.look(d.At(9*time.Hour, vietnam)); got != "" {
				said = append(said, d.String()+" "+got)
			}
		}
		return said
	}
	start := func() *world {
		w := newWorld()
		w.returned = []report.Example{returned}
		return w
	}

	w := start()
	if got := fmt.Sprint(run(w)); got != "[2026-11-19 completion 2: G-2026-0007 2026-11-20 completion 2: G-2026-0007 2026-11-25 completion 2: G-2026-0007]" {
		t.Errorf("to the sender: %s", got)
	}
	w = start()
	w.members = slices.DeleteFunc(w.members, func(m report.Member) bool { return m.ID == 2 })
	if got := fmt.Sprint(run(w)); !strings.Contains(got, "completion 1:") || strings.Contains(got, "completion 2:") {
		t.Errorf("the sender left: %s", got)
	}
	w = start()
	for i := range w.members {
		if w.members[i].ID == 2 {
			w.members[i].Posts = []report.Post{{Role: report.Focal, Unit: "PT2"}, {Role: report.Head, Unit: "PT1"}}
		}
	}
	if got := fmt.Sprint(run(w)); !strings.Contains(got, "completion 1:") || strings.Contains(got, "completion 2:") {
		t.Errorf("the sender went to another unit, and is its head: %s", got)
	}
	w = start()
	w.members = []report.Member{{ID: 3, Posts: []report.Post{{Role: report.Head, Unit: "PT1"}}}}
	if got := fmt.Sprint(run(w)); !strings.Contains(got, "completion 3:") {
		t.Errorf("the unit has only its head: %s", got)
	}
	w = start()
	w.returned[0].RuleAt = at(t, "2026-11-19 08:30") // after that day's stage
	if got := fmt.Sprint(run(w)); strings.Contains(got, "2026-11-19") {
		t.Errorf("returned after the hour: %s", got)
	}
	w = start()
	w.returned[0].Due = report.Date{}
	if got := run(w); len(got) != 0 {
		t.Errorf("without a date: %s", got)
	}
}
