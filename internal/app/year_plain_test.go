package app

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// What people should get in a year, computed plainly: from the list of what
// happened, minute by minute, unit by unit, person by person, with a calendar
// that was written down by hand. It shares no rule with the program; only the
// words come from internal/texts.

// holidays2026 are the days of 2026, outside week-ends, on which nobody works.
var holidays2026 = strings.Fields(`2026-01-01 2026-01-02
	2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20
	2026-04-27 2026-04-30 2026-05-01
	2026-08-31 2026-09-01 2026-09-02
	2026-10-16 2026-11-24
	2027-01-01`)

// saturdays2026 are those on which everybody works. That of October is the
// commune's own and comes from the configuration, as does 16/10.
var saturdays2026 = strings.Fields(`2026-01-10 2026-08-22 2026-10-17`)

func works(d report.Date) bool {
	switch {
	case slices.Contains(holidays2026, d.String()):
		return false
	case slices.Contains(saturdays2026, d.String()):
		return true
	}
	return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
}

// workday counts n working days from d; 0 is d itself.
func workday(d report.Date, n int) report.Date {
	for ; n > 0; n-- {
		for d = d.AddDays(1); !works(d); d = d.AddDays(1) {
		}
	}
	for ; n < 0; n++ {
		for d = d.AddDays(-1); !works(d); d = d.AddDays(-1) {
		}
	}
	return d
}

// workdaysTo counts how many working days lie between today and a day.
func workdaysTo(today, day report.Date) (n int) {
	for d := today; d.Before(day); {
		if d = d.AddDays(1); works(d) {
			n++
		}
	}
	for d := day; d.Before(today); {
		if works(d) {
			n--
		}
		d = d.AddDays(1)
	}
	if n == 0 && day.Before(today) {
		return -1 // a deadline on the day off before
	}
	return n
}

// A ledger is what happened.
type ledger struct {
	loc      *time.Location
	units    []report.Unit // in the order of the directory
	posts    []*held
	gone     []*away
	filed    []*filed // in the order of time
	moved    []report.Extension
	freed    []report.Pause
	put      []snoozed
	returned []*comeback
}

// held is a post and from when to when somebody had it.
type held struct {
	who     int64
	post    report.Post // Since is when it was taken
	stepped time.Time   // when a chính became dự phòng
	until   time.Time   // zero: still
}

// away is when somebody could not be reached. A silent one is noticed only
// when the bot is refused.
type away struct {
	who      int64
	from, to time.Time
	silent   bool
}

type filed struct {
	unit    string
	period  report.Period
	at      time.Time
	number  string // empty: nil
	by      int64
	title   string
	name    string
	pulled  time.Time // withdrawn, or taken back
	version int
}

type snoozed struct {
	who           int64
	asked, remind time.Time
}

type comeback struct {
	of      *filed
	at      time.Time
	due     report.Date
	reason  string
	settled time.Time // completed or withdrawn
}

// said is one message that somebody should get, or got.
type said struct {
	to   int64
	at   string // the minute
	text string
}

func (s said) String() string {
	return fmt.Sprintf("%s to %d: %s", s.at, s.to, strings.ReplaceAll(s.text, "\n", " | "))
}

// months and quarters of the year, and the ones that reach into it.
func periodsOf2026() (all []report.Period) {
	for n := 1; n <= 12; n++ {
		all = append(all, report.Period{Duty: report.Month, Year: 2026, Number: n})
	}
	all = append(all, report.Period{Duty: report.Month, Year: 2027, Number: 1})
	for n := 1; n <= 4; n++ {
		all = append(all, report.Period{Duty: report.Quarter, Year: 2026, Number: n})
	}
	return append(all, report.Period{Duty: report.Quarter, Year: 2027, Number: 1})
}

func monthDay(p report.Period, months, day int) report.Date {
	last := int(p.LastMonth())
	return report.NewDate(p.Year, time.Month(last+months), day)
}

// begins is the first day of a period's window, closes its last one.
func begins(p report.Period) report.Date {
	if p.Duty == report.Quarter {
		return monthDay(p, -3, 15)
	}
	return monthDay(p, -1, 15)
}

func closes(p report.Period) report.Date { return monthDay(p, 0, 14) }

// unmoved is the deadline by the rule: the 20th or the working day after it.
func unmoved(p report.Period) report.Date {
	d := monthDay(p, 0, 20)
	for !works(d) {
		d = d.AddDays(1)
	}
	return d
}

// deadline is the day by the rule, unless it was moved.
func (l *ledger) deadline(u report.Unit, p report.Period, now time.Time) report.Date {
	d := unmoved(p)
	for _, e := range l.moved {
		covers := e.Scope.Unit == u.Code || e.Scope.Unit == "" && (e.Scope.Block == "" || e.Scope.Block == u.Block)
		if e.Period == p && covers && !e.At.After(now) && d.Before(e.Deadline) {
			d = e.Deadline
		}
	}
	return d
}

// owes reports whether the unit has the duty in the period at all.
func (l *ledger) owes(u report.Unit, p report.Period, now time.Time) bool {
	duty, roster := u.Month, u.Roster.Months
	if p.Duty == report.Quarter {
		duty, roster = u.Quarter, u.Roster.Quarters
	}
	if !duty || len(roster) > 0 && !slices.Contains(roster, p.Number) {
		return false
	}
	there := u.ActiveFrom.IsZero() || !u.ActiveFrom.After(closes(p))
	still := u.ActiveTo.IsZero() || !u.ActiveTo.Before(unmoved(p))
	return there && still && !now.Before(begins(p).Start(l.loc))
}

func (l *ledger) paused(unit string, p report.Period, now time.Time) bool {
	return slices.ContainsFunc(l.freed, func(f report.Pause) bool { return f.Unit == unit && f.Period == p && !f.At.After(now) })
}

func quota(u report.Unit, p report.Period) int {
	if p.Duty == report.Quarter {
		return max(1, u.QuotaQuarter)
	}
	return max(1, u.QuotaMonth)
}

// stands says how many examples a unit has in a period, whether it said nil,
// and when its duty was met; the zero time if it is not.
func (l *ledger) stands(u report.Unit, p report.Period, now time.Time) (have int, none bool, met time.Time) {
	for _, f := range l.filed { // in the order of time
		if f.unit != u.Code || f.period != p || f.at.After(now) || !f.pulled.IsZero() && !f.pulled.After(now) {
			continue
		}
		if f.number == "" {
			none = true
		} else {
			have++
		}
		if met.IsZero() && (f.number == "" || have == quota(u, p)) {
			met = f.at
		}
	}
	return have, none, met
}

func (l *ledger) pending(u report.Unit, p report.Period, now time.Time) bool {
	_, _, met := l.stands(u, p, now)
	return l.owes(u, p, now) && met.IsZero() && !l.paused(u.Code, p, now)
}

// reachable reports whether the bot, as far as it knows, can write to somebody.
func (l *ledger) reachable(who int64, now time.Time) bool {
	return !slices.ContainsFunc(l.gone, func(a *away) bool {
		return a.who == who && !a.silent && !a.from.After(now) && (a.to.IsZero() || a.to.After(now))
	})
}

// seats lists who holds a kind of post at a moment and can be reached.
func (l *ledger) seats(now time.Time, fits func(report.Post) bool) (list []held) {
	for _, h := range l.posts {
		post := h.post
		post.Deputy = post.Deputy || !h.stepped.IsZero() && !h.stepped.After(now)
		if !post.Since.After(now) && (h.until.IsZero() || h.until.After(now)) && fits(post) && l.reachable(h.who, now) {
			list = append(list, held{who: h.who, post: post})
		}
	}
	return list
}

func (l *ledger) chinh(unit string, now time.Time) []held {
	return l.seats(now, func(p report.Post) bool { return p.Role == report.Focal && p.Unit == unit && !p.Deputy })
}

func (l *ledger) duPhong(unit string, now time.Time) []held {
	return l.seats(now, func(p report.Post) bool { return p.Role == report.Focal && p.Unit == unit && p.Deputy })
}

// focals are the chính ones who can be reached, else the dự phòng ones.
func (l *ledger) focals(unit string, now time.Time) []held {
	if list := l.chinh(unit, now); len(list) > 0 {
		return list
	}
	return l.duPhong(unit, now)
}

// contact says whether a unit can be asked, and if not, whether it ever could.
func (l *ledger) contact(unit string, now time.Time) report.Contact {
	switch {
	case len(l.focals(unit, now)) > 0:
		return report.Reachable
	case slices.ContainsFunc(l.posts, func(h *held) bool {
		return h.post.Role == report.Focal && h.post.Unit == unit && !h.post.Since.After(now)
	}):
		return report.Unreachable
	}
	return report.Unconnected
}

func (l *ledger) officers(now time.Time) []held {
	return l.seats(now, func(p report.Post) bool { return p.Role == report.Officer })
}

// A rung is one stage of the ladder of one deadline.
type rung struct {
	name string
	at   time.Time
	to   string
}

// rungs are the stages of the default configuration: 5, 2 and 0 working days
// before, 1 and 3 after, at 8:00; escalated after 4, 5, 6 and 7 days.
func (l *ledger) rungs(deadline report.Date) []rung {
	at := func(days int) time.Time {
		day := workday(deadline, days)
		for !works(day) { // a deadline that was moved to a day off
			day = day.AddDays(-1)
		}
		return day.Start(l.loc).Add(8 * time.Hour)
	}
	return []rung{
		{"-5", at(-5), "focal"}, {"-2", at(-2), "focal"}, {"0", at(0), "focal"}, {"+1", at(1), "focal"},
		{"+3", at(3), "focal"}, {"deputy", at(4), "deputy"}, {"head", at(5), "head"},
		{"blockhead", at(6), "blockhead"}, {"agency", at(7), "agency"},
	}
}

func (l *ledger) audience(u report.Unit, to string, now time.Time) []held {
	switch to {
	case "focal":
		return l.focals(u.Code, now)
	case "deputy":
		return l.duPhong(u.Code, now)
	case "head":
		return l.seats(now, func(p report.Post) bool { return p.Role == report.Head && p.Unit == u.Code })
	case "blockhead":
		return l.seats(now, func(p report.Post) bool { return p.Role == report.BlockHead && p.Block == u.Block })
	}
	return l.officers(now)
}

// mayDisturb reports whether the moment is on a working day between 7:30 and
// 17:30.
func (l *ledger) mayDisturb(now time.Time) bool {
	minute := now.Hour()*60 + now.Minute()
	return works(report.DateOf(now)) && minute >= 7*60+30 && minute < 17*60+30
}

// moments are the minutes at which something may come due: the fixed ones of
// each day, and the minute after each thing that happened.
func (l *ledger) moments(from, to time.Time, happened []time.Time) []time.Time {
	var all []time.Time
	for d := report.DateOf(from); d.Start(l.loc).Before(to); d = d.AddDays(1) {
		for _, m := range []int{7*60 + 30, 8 * 60, 8*60 + 1, 14*60 + 30, 14*60 + 31} {
			all = append(all, d.Start(l.loc).Add(time.Duration(m)*time.Minute))
		}
	}
	for _, h := range happened {
		all = append(all, h.Truncate(time.Minute).Add(time.Minute))
	}
	slices.SortFunc(all, time.Time.Compare)
	all = slices.CompactFunc(all, time.Time.Equal)
	return slices.DeleteFunc(all, func(t time.Time) bool { return t.Before(from) || !t.Before(to) || !l.mayDisturb(t) })
}

// A plain is one run of the computation.
type plain struct {
	*ledger
	told  map[string]bool
	apart map[heap][]item // of the minute: units that could not be asked, by the list that they would stand in
	out   []said
}

// reminders computes every message of the ladder in a span of time.
func (l *ledger) reminders(from, to time.Time, happened []time.Time) []said {
	p := &plain{ledger: l, told: map[string]bool{}}
	for _, now := range l.moments(from, to, happened) {
		p.minute(now)
	}
	return p.out
}

// An item is one line of a message.
type item struct {
	unit  report.Unit
	owing texts.Owing
}

// A heap of items goes to one person as one message.
type heap struct {
	who  int64
	kind string
}

func (p *plain) minute(now time.Time) {
	items := map[heap][]item{}
	p.apart = map[heap][]item{}
	for _, q := range periodsOf2026() {
		for _, u := range p.units {
			if p.pending(u, q, now) {
				p.duty(u, q, now, items)
			}
		}
	}
	keys := []heap{}
	for k := range items {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b heap) int { return cmp.Or(cmp.Compare(a.who, b.who), cmp.Compare(a.kind, b.kind)) })
	for _, k := range keys {
		p.say(k.who, now, p.words(k.kind, items[k], besides(k.kind, items[k], p.apart[k])))
	}
	for _, c := range p.returned {
		p.hanging(c, now)
	}
}

// say sends a message, unless the account is gone without a word: then the bot
// notices now.
func (p *plain) say(who int64, now time.Time, text string) {
	for _, a := range p.gone {
		if a.who == who && a.silent && !a.from.After(now) {
			a.silent, a.from = false, now.Add(time.Second)
		}
	}
	if !p.reachable(who, now.Add(2*time.Second)) {
		return
	}
	p.out = append(p.out, said{who, now.Format("2006-01-02 15:04"), text})
}

// duty finds who is to be told of one duty now.
func (p *plain) duty(u report.Unit, q report.Period, now time.Time, items map[heap][]item) {
	deadline := p.deadline(u, q, now)
	rungs := p.rungs(deadline)
	if now.Before(rungs[0].at) {
		return
	}
	have, _, _ := p.stands(u, q, now)
	it := item{unit: u, owing: texts.Owing{
		Unit: u, Schedule: report.Schedule{Period: q, Deadline: deadline}, Need: quota(u, q), Have: have,
		Left: workdaysTo(report.DateOf(now), deadline), Today: report.DateOf(now) == deadline, Contact: p.contact(u.Code, now),
	}}
	lost := it.owing.Contact != report.Reachable
	for _, r := range rungs {
		if lost && (r.to == "blockhead" || r.to == "agency") && !r.at.After(now) {
			for _, h := range p.audience(u, r.to, now) {
				p.apart[heap{h.who, r.to}] = append(p.apart[heap{h.who, r.to}], it)
			}
		}
	}
	if now.After(rungs[len(rungs)-1].at.Add(24 * time.Hour)) {
		return // over: nobody speaks of it any more, not even when asked to remind again
	}
	if lost && !now.After(rungs[len(rungs)-1].at.Add(24*time.Hour)) {
		for _, o := range p.officers(now) {
			p.once(fmt.Sprint("lost", q, u.Code, o.who), heap{o.who, "lost"}, it, items)
		}
	}
	for who, way := range p.ways(u, q, rungs, lost, now) {
		newest := way[len(way)-1]
		key := fmt.Sprint(q, u.Code, deadline, newest.name, who)
		if now.After(newest.at.Add(24 * time.Hour)) {
			p.told[key] = true
			continue
		}
		kind := newest.to
		if kind == "deputy" || kind == "head" {
			kind = "escalated"
		}
		p.once(key, heap{who, kind}, it, items)
	}
}

func (p *plain) once(key string, to heap, it item, items map[heap][]item) {
	if !p.told[key] {
		p.told[key] = true
		items[to] = append(items[to], it)
	}
}

// ways lists for everybody concerned the stages that have come for them.
func (p *plain) ways(u report.Unit, q report.Period, rungs []rung, lost bool, now time.Time) map[int64][]rung {
	ways, first := map[int64][]rung{}, map[int64]time.Time{}
	for _, r := range rungs {
		if lost && (r.to == "blockhead" || r.to == "agency") {
			continue
		}
		for _, h := range p.audience(u, r.to, now) {
			if first[h.who].IsZero() {
				first[h.who] = r.at
			}
			if !r.at.After(now) && !r.at.Before(h.post.Since) {
				ways[h.who] = append(ways[h.who], r)
			}
		}
	}
	for _, h := range p.focals(u.Code, now) {
		for _, s := range p.put {
			if s.who == h.who && !s.asked.After(now) && !s.remind.After(now) && !s.remind.Before(first[h.who]) && !s.remind.Before(h.post.Since) {
				ways[h.who] = append(ways[h.who], rung{"snooze" + s.remind.String(), s.remind, "focal"})
			}
		}
		slices.SortStableFunc(ways[h.who], func(a, b rung) int { return a.at.Compare(b.at) })
	}
	for who, way := range ways {
		if len(way) == 0 {
			delete(ways, who)
		}
	}
	return ways
}

// besides are those of the units apart that belong to the periods of a list,
// and for the head of blocks to its blocks.
func besides(kind string, items, apart []item) (list []item) {
	for _, it := range apart {
		period := func(i item) bool { return i.owing.Schedule.Period == it.owing.Schedule.Period }
		block := func(i item) bool { return i.unit.Block == it.unit.Block }
		if slices.ContainsFunc(items, period) && (kind == "agency" || slices.ContainsFunc(items, block)) {
			list = append(list, it)
		}
	}
	return list
}

// words are those of the one message that a heap makes.
func (p *plain) words(kind string, items, besides []item) string {
	owings := func(items []item) (owed []texts.Owing) {
		for _, it := range items {
			owed = append(owed, it.owing)
		}
		return owed
	}
	owed, apart := owings(items), owings(besides)
	office := bubbleConfig().Office()
	switch kind {
	case "focal":
		return texts.ReminderTitle(owed) + "\n" + office.Reminder(owed)
	case "escalated":
		return texts.EscalationTitle() + "\n" + office.Escalation(owed)
	case "blockhead":
		return texts.BlockListTitle(owed[0].Unit.Block) + "\n" + office.BlockList(owed, apart)
	case "agency":
		return texts.AgencyListTitle() + "\n" + texts.AgencyList(owed, apart)
	}
	return texts.LostListTitle() + "\n" + texts.LostList(owed)
}

// hanging reminds of a returned example on the day it is due, and 1 and 3
// working days later.
func (p *plain) hanging(c *comeback, now time.Time) {
	if c.at.After(now) || !c.settled.IsZero() && !c.settled.After(now) {
		return
	}
	to := p.seats(now, func(post report.Post) bool { return post.Role == report.Focal && post.Unit == c.of.unit })
	to = slices.DeleteFunc(to, func(h held) bool { return h.who != c.of.by })
	if len(to) == 0 {
		to = p.focals(c.of.unit, now)
	}
	if len(to) == 0 { // nobody speaks for the unit: its head may
		to = p.seats(now, func(post report.Post) bool { return post.Role == report.Head && post.Unit == c.of.unit })
	}
	for _, h := range to {
		newest := ""
		var at time.Time
		for _, days := range []int{0, 1, 3} {
			t := workday(c.due, days).Start(p.loc).Add(8 * time.Hour)
			if !t.After(now) && !t.Before(c.at) && !t.Before(h.post.Since) {
				newest, at = fmt.Sprint("hang", c.of.number, c.of.version, days, h.who), t
			}
		}
		if newest == "" || p.told[newest] {
			continue
		}
		p.told[newest] = true
		if now.After(at.Add(24 * time.Hour)) {
			continue
		}
		e := report.Example{Number: c.of.number, Reason: c.reason, Due: c.due}
		e.Content.Name, e.Content.Title = c.of.name, c.of.title
		p.say(h.who, now, texts.HangingTitle(e)+"\n"+bubbleConfig().Office().Hanging(e, report.DateOf(now)))
	}
}

// figures counts a period at a moment.
func (l *ledger) figures(p report.Period, now time.Time) (f report.Figures) {
	for _, u := range l.units {
		if !l.owes(u, p, now) {
			continue
		}
		have, none, met := l.stands(u, p, now)
		if met.IsZero() && l.paused(u.Code, p, now) {
			f.Exempt++
			continue
		}
		f.Duties++
		deadline := l.deadline(u, p, now)
		switch {
		case met.IsZero():
			f.Missing++
			switch l.contact(u.Code, now) {
			case report.Unconnected:
				f.Unconnected++
			case report.Unreachable:
				f.Unreachable++
			}
		case none && have < quota(u, p):
			f.Nil++
		case met.Before(deadline.AddDays(1).Start(l.loc)):
			f.OnTime++
		case met.Before(workday(deadline, 5).AddDays(1).Start(l.loc)):
			f.Late++
		default:
			f.MadeUp++
		}
	}
	return f
}
