package app

import (
	"fmt"
	"io"
	"slices"
	"time"

	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// ahead is how many deadlines of each duty are shown.
const ahead = 3

// ShowRules prints what follows from a configuration: how documents are headed, when
// the next reports are due, which years of the calendar are settled.
func ShowRules(out io.Writer, cfg Config, today report.Date) {
	showLetterhead(out, cfg, today)
	for _, duty := range report.Duties {
		showDuty(out, cfg, duty, today)
	}
	for _, year := range []int{today.Year, today.Year + 1} {
		fmt.Fprintln(out, texts.CalendarConfirmed(year, cfg.Rules().Calendar.Confirmed(year)))
	}
}

// showLetterhead prints what stands at the top of the office's documents, and which
// legal bases those of today do not quote.
func showLetterhead(out io.Writer, cfg Config, today report.Date) {
	l, o := cfg.letterhead(), cfg.Office()
	head := l.Head(o)
	fmt.Fprintln(out, texts.CheckLetterhead(o.IssuedBy(), head.Superior,
		texts.DocumentNumber(head.Form, "BC", l.Symbols.Report), texts.DocumentNumber(head.Form, "", l.Symbols.Letter), texts.KeptBy(head.Form, l.Symbols.Kept)))
	if cfg.Organization.DocumentSymbol != "" {
		fmt.Fprintln(out, texts.OldSymbol())
	}
	for _, b := range l.Bases {
		switch {
		case b.Ended(today):
			fmt.Fprintln(out, texts.BasisEnded(b))
		case b.Pending(today):
			fmt.Fprintln(out, texts.BasisPending(b))
		}
	}
}

// showDuty prints the next deadlines of a duty and every reminder before and
// after them.
func showDuty(out io.Writer, cfg Config, duty report.Duty, today report.Date) {
	rules := cfg.Rules()
	if rules.For(duty).Off {
		fmt.Fprintln(out, "\n"+texts.DutyOff(duty))
		return
	}
	for _, s := range upcoming(rules, duty, today) {
		fmt.Fprintln(out, "\n"+texts.CheckSchedule(s))
		last := s.Lock
		first := s.Deadline
		for _, step := range cfg.Ladder().Steps(rules, s) {
			at := step.At.In(rules.Zone)
			day := report.DateOf(at)
			fmt.Fprintln(out, texts.CheckStep(step.Name, string(step.To), day, at.Format("15:04")))
			if day.Before(first) {
				first = day
			}
			if day.After(last) {
				last = day
			}
		}
		for _, d := range daysOff(rules.Calendar, first, last) {
			fmt.Fprintln(out, texts.CheckDayOff(d))
		}
	}
}

// upcoming lists the schedules of the next deadlines, today's included.
func upcoming(rules report.Rules, duty report.Duty, today report.Date) (list []report.Schedule) {
	for p := rules.Current(duty, today).Add(-1); len(list) < ahead; p = p.Add(1) {
		if s := rules.Schedule(p); !s.Deadline.Before(today) {
			list = append(list, s)
		}
	}
	return list
}

// daysOff lists the holidays and make-up days from one day to another.
func daysOff(calendar report.Calendar, from, to report.Date) (days []report.Day) {
	for d := from; !d.After(to); d = d.AddDays(1) {
		if name, ok := calendar.Holiday(d); ok {
			days = append(days, report.Day{Date: d, Note: texts.HolidayName(name)})
		}
		if note, ok := calendar.Makeup(d); ok {
			days = append(days, report.Day{Date: d, Note: texts.MakeupName(note)})
		}
	}
	return days
}

// ShowFirst prints what those units owe first that came in of late, or, where there
// are none at all yet, would come in today.
func ShowFirst(out io.Writer, rules report.Rules, units []report.Unit, now time.Time) {
	today := report.DateOf(now.In(rules.Zone))
	late := slices.DeleteFunc(slices.Clone(units), func(u report.Unit) bool { return !u.OwesFrom.After(today) })
	if len(units) == 0 {
		late = rules.Begin([]report.Unit{{Month: true, Quarter: true}}, report.Directory{}, today)
	}
	if len(late) > 0 {
		fmt.Fprintln(out, "  "+texts.FirstDuties(rules.First(late, today)))
	}
}

// counts are how many units and people a store has.
type counts struct{ units, unconnected, officers, admins int }

// ShowPeople prints how many units and people there are.
func ShowPeople(out io.Writer, store *storage.Store, now time.Time) (missing []string, err error) {
	var n counts
	err = store.View(now, func(tx *storage.Snapshot) error {
		n, err = count(tx, report.DateOf(tx.Now.In(store.Rules().Zone)))
		return err
	})
	fmt.Fprintln(out, texts.StorePeople(n.units, n.unconnected, n.officers, n.admins))
	ShowFirst(out, store.Rules(), store.Directory().Units(), now)
	if n.units == 0 {
		missing = append(missing, texts.NoUnitsYet())
	}
	if n.admins == 0 {
		missing = append(missing, texts.NoAdminYet())
	}
	if n.unconnected > 0 {
		missing = append(missing, texts.UnconnectedUnits(n.unconnected))
	}
	return missing, err
}

func count(tx *storage.Snapshot, today report.Date) (n counts, err error) {
	members, err := tx.Members()
	served := map[string]bool{}
	for _, m := range members {
		for _, code := range m.Units() {
			served[code] = true
		}
		if m.Holds(report.Admin) {
			n.admins++
		}
		if m.Holds(report.Officer) {
			n.officers++
		}
	}
	for _, u := range tx.Directory().Units() {
		if !u.ActiveOn(today) {
			continue
		}
		n.units++
		if !served[u.Code] {
			n.unconnected++
		}
	}
	return n, err
}
