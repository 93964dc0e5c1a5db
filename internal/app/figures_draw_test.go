package app

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"pgregory.net/rapid"

	"guongsang/internal/report"
	"guongsang/storage"
)

// A fate is how a unit stands in the end, decided before there are records.
type fate string

const (
	freeOfIt fate = "owes nothing"
	pausedIt fate = "exempt"
	inTime   fate = "on time"
	late     fate = "late"
	madeUp   fate = "made up"
	nothing  fate = "nil"
	noneLate fate = "nil, late"
	silent   fate = "missing"
)

// A drawnUnit is a unit with its fate, and what else is known of it.
type drawnUnit struct {
	report.Unit
	fate
	contact   report.Contact
	leaves    bool // of those that are unreachable: the focal point left, rather than blocked the bot
	need      int
	examples  int // that count for the period
	withdrawn int
	paused    bool // although it has sent
	before    bool // had nothing in the period before, and said so
}

// A drawnPeriod is a period with everything that happens in it.
type drawnPeriod struct {
	report.Period
	rules      report.Rules
	units      []drawnUnit
	extensions []report.Extension
	reviews    []report.Review // of the examples, in turn
	others     [12]int         // examples of the months of the year beside those of the period, by a unit that owes nothing
	now        time.Time
	early      bool // the deadline is to come
}

// drawPeriod draws a month or a quarter of 2026: units in blocks and in none,
// closed, closing before or after the deadline and of other rosters, exempt, with a longer deadline, that send in time,
// late, after the lock, nothing, a part, or withdraw what they sent; some of
// which nobody ever connected, some of which nobody can be reached.
func drawPeriod(rules report.Rules, t *rapid.T) drawnPeriod {
	d := drawnPeriod{rules: rules, Period: report.Period{Duty: report.Month, Year: 2026, Number: rapid.IntRange(3, 12).Draw(t, "month")}}
	if rapid.Bool().Draw(t, "quarter") {
		d.Period = report.Period{Duty: report.Quarter, Year: 2026, Number: rapid.IntRange(1, 4).Draw(t, "quarter of the year")}
	}
	d.early = rapid.IntRange(0, 3).Draw(t, "before the deadline") == 0
	fates := []fate{freeOfIt, pausedIt, inTime, inTime, nothing, silent, silent, silent, late, madeUp, noneLate}
	if d.early {
		fates = fates[:8]
	}
	for i := range rapid.IntRange(0, 14).Draw(t, "units") {
		d.units = append(d.units, drawUnit(t, i, rules.Schedule(d.Period), rapid.SampledFrom(fates).Draw(t, "fate")))
	}
	for i := range d.units { // merged into another, or split among two
		if u := &d.units[i]; !u.ActiveTo.IsZero() && i > 0 && rapid.Bool().Draw(t, "goes on") {
			u.Successor = d.units[0].Code
			if i > 1 && rapid.Bool().Draw(t, "in two") {
				u.Others = []string{d.units[1].Code}
			}
		}
	}
	schedule := rules.Schedule(d.Period)
	for range rapid.IntRange(0, 2).Draw(t, "extensions") {
		e := report.Extension{Period: d.Period, Deadline: schedule.Deadline.AddDays(rapid.IntRange(1, 4).Draw(t, "days more"))}
		switch scope := rapid.IntRange(0, 2).Draw(t, "scope"); {
		case scope == 1 && len(d.units) > 0:
			e.Scope.Unit = d.units[0].Code
		case scope == 2:
			e.Scope.Block = "Khối 1"
		}
		if !slices.ContainsFunc(d.extensions, func(o report.Extension) bool { return o.Scope == e.Scope }) {
			d.extensions = append(d.extensions, e)
		}
	}
	d.reviews = rapid.SliceOfN(rapid.SampledFrom([]report.Review{
		report.Received, report.Returned, report.Accepted, report.Selected, report.Published, report.Retracted,
	}), 1, 7).Draw(t, "reviews")
	for month := range d.others {
		if d.Duty != report.Month || month+1 != d.Number {
			d.others[month] = rapid.SampledFrom([]int{0, 1, 1, 3}).Draw(t, "of another month")
		}
	}
	d.now = schedule.Deadline.AddDays(-1).Start(rules.Zone).Add(12 * time.Hour)
	if !d.early {
		d.now = schedule.Lock.AddDays(1).Start(rules.Zone).Add(12 * time.Hour)
		for _, u := range d.units {
			if locked := rules.ScheduleOf(u.Unit, d.Period, d.extensions).Lock.AddDays(1).Start(rules.Zone).Add(12 * time.Hour); locked.After(d.now) {
				d.now = locked
			}
		}
	}
	return d
}

func drawUnit(t *rapid.T, i int, s report.Schedule, f fate) drawnUnit {
	u := drawnUnit{fate: f, need: rapid.SampledFrom([]int{1, 1, 2}).Draw(t, "quota")}
	u.Code, u.Name = fmt.Sprintf("DV%02d", i+1), fmt.Sprintf("Trường Ví Dụ số %d", i+1)
	u.Block = rapid.SampledFrom([]string{"Khối 1", "Khối 2", "Khối 10", ""}).Draw(t, "block")
	u.Month, u.Quarter, u.QuotaMonth, u.QuotaQuarter = true, true, u.need, u.need
	u.contact = rapid.SampledFrom(report.Contacts[:]).Draw(t, "contact")
	u.leaves = rapid.Bool().Draw(t, "leaves")
	u.before = f != freeOfIt && rapid.Bool().Draw(t, "before")
	u.withdrawn = rapid.SampledFrom([]int{0, 0, 1}).Draw(t, "withdrawn")
	switch f {
	case inTime, late, madeUp:
		u.examples = u.need + rapid.SampledFrom([]int{0, 0, 1}).Draw(t, "more than asked")
		u.paused = rapid.IntRange(0, 4).Draw(t, "paused") == 0
	case freeOfIt:
		u.examples = rapid.SampledFrom([]int{0, 0, 1}).Draw(t, "although it owes nothing")
		switch rapid.IntRange(0, 3).Draw(t, "why") {
		case 0:
			u.Month, u.Quarter = false, false
		case 1:
			u.ActiveTo = s.Deadline.AddDays(-rapid.IntRange(1, 9).Draw(t, "closed before the deadline"))
		case 2:
			u.ActiveFrom = report.NewDate(2027, 6, 1)
		case 3:
			u.Roster = report.Roster{Months: []int{s.Period.Number%12 + 1}, Quarters: []int{s.Period.Number%4 + 1}}
		}
	case silent, pausedIt:
		u.examples = rapid.IntRange(0, u.need-1).Draw(t, "a part")
	}
	if f != freeOfIt && rapid.IntRange(0, 3).Draw(t, "closes") == 0 { // an extension may go past it
		u.ActiveTo = s.Deadline.AddDays(rapid.IntRange(0, 4).Draw(t, "closes after the deadline"))
	}
	return u
}

// want are the numbers that follow, by what they count and, for a block, its
// name.
func (d drawnPeriod) want() map[string]int {
	n := map[string]int{}
	for _, what := range []string{"owed", "met", "on time", "late", "made up", "nil", "missing", "unconnected", "unreachable", "exempt", "examples", "retracted", "published", "waiting", "met before"} {
		n[what] = 0
	}
	i := 0
	for _, u := range d.units {
		count := func(what string, by int) { n[what], n[what+" of "+u.Block] = n[what]+by, n[what+" of "+u.Block]+by }
		switch u.fate {
		case pausedIt:
			count("exempt", 1)
		case inTime, late, madeUp, nothing, noneLate:
			count("owed", 1)
			count("met", 1)
			count(map[fate]string{inTime: "on time", late: "late", madeUp: "made up", nothing: "nil", noneLate: "nil"}[u.fate], 1)
		case silent:
			count("owed", 1)
			count("missing", 1)
			if u.contact != report.Reachable {
				count(string(u.contact), 1)
			}
		}
		count("examples", u.examples)
		if u.before {
			n["met before"]++
		}
		waits := 0
		for range u.examples {
			switch d.reviews[i%len(d.reviews)] {
			case report.Retracted:
				n["retracted"]++
			case report.Published:
				n["published"]++
			case report.Returned:
				waits = 1
			}
			i++
		}
		if u.fate == inTime || u.fate == late || u.fate == madeUp {
			n["waiting"] += waits
		}
	}
	maps.Copy(n, d.sinceJanuary())
	return n
}

// sinceJanuary are what the months of the quarter and of the year up to the period's
// last introduced.
func (d drawnPeriod) sinceJanuary() (n map[string]int) {
	n = map[string]int{}
	for month := range d.LastMonth() {
		count := d.others[month]
		if d.Duty == report.Month && int(month)+1 == d.Number {
			for _, u := range d.units {
				count += u.examples
			}
		}
		n["since January"] += count
		if d.Duty == report.Quarter && (int(month)+3)/3 == d.Number {
			n["of the months"] += count
			n[fmt.Sprintf("of month %d", month+1)] = count
		}
	}
	return n
}

// enterOthers puts examples into the other months of the year, and into the last
// month of the year before, which counts nowhere.
func (d drawnPeriod) enterOthers(tx *storage.Tx) error {
	const code = "DV99"
	if err := tx.PutUnits([]report.Unit{{Code: code, Name: "Trường Ví Dụ số 99", Block: "Khối 1"}}); err != nil {
		return err
	}
	of := func(p report.Period) error {
		at := d.rules.Schedule(p).From.Start(d.rules.Zone)
		e := report.Example{Unit: code, Periods: []report.Period{p}, Review: report.Accepted, Sent: at, Received: at}
		e.Content = report.Content{Category: report.GoodDeed, Object: report.Person, Name: "Lò Thị Xuân An", Title: "Cô giáo cắm bản"}
		_, err := tx.NewExample(e)
		return err
	}
	if err := of(report.Period{Duty: report.Month, Year: d.Year - 1, Number: 12}); err != nil {
		return err
	}
	for month, n := range d.others {
		for range n {
			if err := of(report.Period{Duty: report.Month, Year: d.Year, Number: month + 1}); err != nil {
				return err
			}
		}
	}
	return nil
}

// enter puts everything into a store.
func (d drawnPeriod) enter(store *storage.Store, readers []report.Member) error {
	return store.Update(d.now, func(tx *storage.Tx) error {
		var units []report.Unit
		for _, u := range d.units {
			units = append(units, u.Unit)
		}
		if err := tx.PutUnits(units); err != nil {
			return err
		}
		if err := d.enterOthers(tx); err != nil {
			return err
		}
		for _, m := range readers {
			if err := tx.PutMember(m); err != nil {
				return err
			}
		}
		for _, e := range d.extensions {
			if err := tx.PutExtension(e); err != nil {
				return err
			}
		}
		filed := 0
		for i, u := range d.units {
			if err := d.enterPeople(tx, u, int64(1000+i)); err != nil {
				return err
			}
			if err := d.enterFilings(tx, u, &filed); err != nil {
				return err
			}
		}
		return nil
	})
}

func (d drawnPeriod) enterPeople(tx *storage.Tx, u drawnUnit, id int64) error {
	if u.contact == report.Unconnected {
		return nil
	}
	m := report.Member{ID: id, Name: "Nguyễn Thị Ví Dụ", Posts: []report.Post{{Role: report.Focal, Unit: u.Code}}}
	if err := tx.PutMember(m); err != nil || u.contact == report.Reachable {
		return err
	}
	if u.leaves {
		return tx.DeleteMember(id)
	}
	return tx.MarkGone(id, "blocked the bot")
}

func (d drawnPeriod) enterFilings(tx *storage.Tx, u drawnUnit, filed *int) error {
	rules := d.rules
	s := rules.ScheduleOf(u.Unit, d.Period, d.extensions)
	at := map[fate]time.Time{
		late: s.Deadline.End(rules.Zone).Add(time.Hour), noneLate: s.Deadline.End(rules.Zone).Add(time.Hour), madeUp: s.Lock.End(rules.Zone).Add(time.Hour),
	}[u.fate]
	if at.IsZero() {
		at = s.From.Start(rules.Zone).Add(time.Hour)
	}
	if u.before {
		if err := tx.PutNil(report.Filing{Period: d.Period.Add(-1), Unit: u.Code, At: rules.Schedule(d.Period.Add(-1)).From.End(rules.Zone)}); err != nil {
			return err
		}
	}
	if u.fate == nothing || u.fate == noneLate {
		if err := tx.PutNil(report.Filing{Period: d.Period, Unit: u.Code, At: at}); err != nil {
			return err
		}
	}
	if u.fate == pausedIt || u.paused {
		if err := tx.PutPause(report.Pause{Period: d.Period, Unit: u.Code}); err != nil {
			return err
		}
	}
	reviews := slices.Repeat([]report.Review{report.Withdrawn}, u.withdrawn)
	for range u.examples {
		reviews = append(reviews, d.reviews[*filed%len(d.reviews)])
		*filed++
	}
	for n, review := range reviews {
		e := report.Example{Unit: u.Code, Periods: []report.Period{d.Period}, Review: review, Sent: at, Received: at}
		e.Content = report.Content{
			Category: report.Categories[(n+*filed)%3], Object: report.Objects[*filed%3], Name: "Lò Thị Xuân An", Title: "Cô giáo cắm bản", Summary: "Chín năm cắm bản.",
			Consent: report.NameAndPhoto, Groups: report.Groups[:*filed%3],
		}
		if _, err := tx.NewExample(e); err != nil {
			return err
		}
	}
	return nil
}
