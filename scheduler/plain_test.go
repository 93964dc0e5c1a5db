package scheduler

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"guongsang/internal/report"
	"guongsang/storage/records"
)

// The property: over a random period with random people, reports and
// downtime, the ticks together say exactly what a slow plain computation
// says, which knows nothing of states, logs and looks that build on each other.
func TestDueAgainstPlainComputation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawWorld(t)
		looks := drawLooks(t, w)
		got, want := w.live(looks), w.plain(looks)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("deadline %s\n got %v\nwant %v", w.rules.Schedule(w.periods[0]).Deadline, got, want)
		}
	})
}

func drawWorld(t *rapid.T) *world {
	w := newWorld(report.Period{Duty: report.Month, Year: rapid.IntRange(2026, 2027).Draw(t, "year"), Number: rapid.IntRange(1, 12).Draw(t, "month")})
	w.rules.Month.DeadlineDay = rapid.IntRange(17, 28).Draw(t, "deadline day")
	w.rules.Month.OnDayOff = rapid.SampledFrom([]report.OnDayOff{report.Next, report.Previous, report.Stay}).Draw(t, "on day off")
	w.ladder.Before = rapid.SliceOfNDistinct(rapid.IntRange(0, 7), 0, 4, rapid.ID).Draw(t, "before")
	w.ladder.After = rapid.SliceOfNDistinct(rapid.IntRange(1, 4), 0, 3, rapid.ID).Draw(t, "after")
	w.ladder.At = time.Duration(rapid.IntRange(15, 34).Draw(t, "at")) * 30 * time.Minute
	w.ladder.Escalate = nil
	for i, to := range []Audience{Deputy, Head, BlockHead, Agency} {
		if rapid.Bool().Draw(t, string(to)) {
			w.ladder.Escalate = append(w.ladder.Escalate, Escalation{to, 5 + i/2})
		}
	}
	s := w.rules.Schedule(w.periods[0])
	moment := func(name string) time.Time {
		day := s.Deadline.AddDays(rapid.IntRange(-16, 12).Draw(t, name))
		return day.Start(vietnam).Add(time.Duration(rapid.IntRange(0, 143).Draw(t, name+" at"))*10*time.Minute + 5*time.Minute)
	}
	for i := range w.members {
		m := &w.members[i]
		if rapid.IntRange(0, 3).Draw(t, "reach") == 0 {
			m.Unreachable = s.From.Start(vietnam)
		}
		if rapid.IntRange(0, 3).Draw(t, "new") == 0 {
			m.Posts[0].Since = moment("since")
		}
	}
	if rapid.Bool().Draw(t, "serves both") {
		w.members[0].Posts = append(w.members[0].Posts, report.Post{Role: report.Focal, Unit: "PT2", Deputy: true})
	}
	for _, u := range w.units {
		if rapid.Bool().Draw(t, "sends") {
			w.report(u.Code, moment("sent"), w.periods[0])
		}
	}
	return w
}

// drawLooks has one tick every half hour, except while the program is down.
func drawLooks(t *rapid.T, w *world) []time.Time {
	s := w.rules.Schedule(w.periods[0])
	start := s.Deadline.AddDays(-16).Start(vietnam)
	end := s.Deadline.AddDays(24).Start(vietnam)
	type span struct{ from, to time.Time }
	var down []span
	for range rapid.IntRange(0, 3).Draw(t, "times down") {
		from := s.Deadline.AddDays(rapid.IntRange(-12, 12).Draw(t, "down")).Start(vietnam).Add(time.Duration(rapid.IntRange(0, 23).Draw(t, "hour")) * time.Hour)
		down = append(down, span{from, from.Add(time.Duration(rapid.IntRange(1, 120).Draw(t, "hours")) * time.Hour)})
	}
	var looks []time.Time
	for at := start; at.Before(end); at = at.Add(30 * time.Minute) {
		if !slices.ContainsFunc(down, func(d span) bool { return !at.Before(d.from) && at.Before(d.to) }) {
			looks = append(looks, at)
		}
	}
	return looks
}

// live runs the real thing, look by look.
func (w *world) live(looks []time.Time) (said []string) {
	for _, now := range looks {
		if !w.ladder.Allows(w.rules, now) {
			continue // Due says nothing then, as another test shows
		}
		plan := Due(w.ladder, w.rules, w.state(now), now)
		for _, n := range plan.Notices {
			for i, item := range n.Items {
				said = append(said, line(n.Stages[i].Unit, item.Step, n.To.ID, now))
			}
			for _, k := range n.Stages {
				w.log[k] = true
			}
		}
		for _, s := range plan.Skipped {
			w.log[s.StageKey] = true
		}
	}
	w.log = map[records.StageKey]bool{}
	return said
}

func line(unit, step string, to int64, at time.Time) string {
	return fmt.Sprintf("%s %s %s to %d", at.Format("02/01 15:04"), unit, step, to)
}

// plain decides for every unit, stage and person alone.
func (w *world) plain(looks []time.Time) (said []string) {
	steps := w.plainSteps()
	for _, u := range w.units {
		lost := len(w.plainAudience(u.Code, Focal)) == 0
		for i, step := range steps {
			for _, m := range w.plainAudience(u.Code, step.To) {
				if lost && (step.To == BlockHead || step.To == Agency) || step.At.Before(m.Posts[0].Since) && m.Posts[0].Unit == postUnit(m, u.Code, step.To) {
					continue
				}
				sent, ok := w.plainLook(looks, step.At)
				if !ok || sent.Sub(step.At) > w.ladder.CatchUp || w.sent(u.Code, sent) {
					continue
				}
				if !w.overtaken(steps[i+1:], u.Code, m.ID, sent) {
					said = append(said, line(u.Code, step.Name, m.ID, sent))
				}
			}
		}
		if lost && len(steps) > 0 {
			sent, ok := w.plainLook(looks, steps[0].At)
			if ok && !w.sent(u.Code, sent) && sent.Sub(steps[len(steps)-1].At) <= w.ladder.CatchUp {
				for _, m := range w.plainAudience(u.Code, Agency) {
					said = append(said, line(u.Code, "lost", m.ID, sent))
				}
			}
		}
	}
	return said
}

// postUnit is the unit of a member's first post if it is the one in question.
func postUnit(m report.Member, unit string, to Audience) string {
	if (to == Focal || to == Deputy) && m.Posts[0].Unit != unit {
		return "other"
	}
	return m.Posts[0].Unit
}

// overtaken reports whether a later stage for the same person is due as well.
func (w *world) overtaken(later []Step, unit string, id int64, at time.Time) bool {
	return slices.ContainsFunc(later, func(s Step) bool {
		hears := slices.ContainsFunc(w.plainAudience(unit, s.To), func(m report.Member) bool { return m.ID == id })
		return hears && !s.At.After(at)
	})
}

// plainLook is the first tick at or after a time that may disturb people.
func (w *world) plainLook(looks []time.Time, from time.Time) (time.Time, bool) {
	for _, l := range looks {
		clock := l.Hour()*60 + l.Minute()
		if !l.Before(from) && w.rules.Calendar.Working(report.DateOf(l)) && clock >= 7*60+30 && clock < 17*60+30 {
			return l, true
		}
	}
	return time.Time{}, false
}

func (w *world) sent(unit string, by time.Time) bool {
	return slices.ContainsFunc(w.filings, func(f report.Filing) bool { return f.Unit == unit && !f.At.After(by) })
}

func (w *world) plainAudience(unit string, to Audience) []report.Member {
	pick := func(match func(report.Post) bool) (found []report.Member) {
		for _, m := range w.members {
			if m.Unreachable.IsZero() && slices.ContainsFunc(m.Posts, match) {
				found = append(found, m)
			}
		}
		return found
	}
	first := pick(func(p report.Post) bool { return p.Role == report.Focal && p.Unit == unit && !p.Deputy })
	second := pick(func(p report.Post) bool { return p.Role == report.Focal && p.Unit == unit && p.Deputy })
	switch {
	case to == Focal && len(first) > 0:
		return first
	case to == Focal || to == Deputy:
		return second
	case to == Head:
		return pick(func(p report.Post) bool { return p.Role == report.Head && p.Unit == unit })
	case to == BlockHead:
		return pick(func(p report.Post) bool { return p.Role == report.BlockHead })
	}
	return pick(func(p report.Post) bool { return p.Role == report.Officer })
}

// plainSteps counts the days one by one.
func (w *world) plainSteps() []Step {
	deadline := w.rules.Schedule(w.periods[0]).Deadline
	works := w.rules.Calendar.Working
	walk := func(days, way int) report.Date {
		d := deadline
		for days > 0 {
			d = d.AddDays(way)
			if works(d) {
				days--
			}
		}
		for !works(d) {
			d = d.AddDays(way)
		}
		return d
	}
	at := func(d report.Date) time.Time { return d.Start(vietnam).Add(w.ladder.At) }
	var steps []Step
	for n := 60; n >= 0; n-- {
		if slices.Contains(w.ladder.Before, n) {
			steps = append(steps, Step{fmt.Sprint(-n), at(walk(n, -1)), Focal})
		}
	}
	for n := 1; n <= 60; n++ {
		if slices.Contains(w.ladder.After, n) {
			steps = append(steps, Step{fmt.Sprintf("+%d", n), at(walk(n, 1)), Focal})
		}
		for _, e := range w.ladder.Escalate {
			if e.After == n {
				steps = append(steps, Step{"escalate/" + string(e.To), at(walk(n, 1)), e.To})
			}
		}
	}
	return steps
}

// The escalation goes the way up: to the agency last, whatever the order in
// the configuration.
func TestStepsOfOneMoment(t *testing.T) {
	l, r := standardLadder(), standardRules()
	l.Before, l.After = nil, nil
	l.Escalate = []Escalation{{Agency, 1}, {Head, 1}, {Deputy, 1}}
	var got []Audience
	for _, s := range l.Steps(r, r.Schedule(november)) {
		got = append(got, s.To)
	}
	if fmt.Sprint(got) != "[deputy head agency]" {
		t.Errorf("order %v", got)
	}
}
