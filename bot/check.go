package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"path/filepath"
	"slices"

	"guongsang/internal/app"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/disk"
)

func checkCommand() command {
	return command{
		name: "check", about: texts.AboutCheck(), config: true,
		flags: func(*flag.FlagSet) action { return checkAll },
	}
}

// ahead is how many deadlines of each duty are shown.
const ahead = 3

// checkAll prints what the configuration means and what is missing.
func checkAll(ctx context.Context, c *console, call call) error {
	cfg, err := app.Load(call.config)
	if err != nil {
		return err
	}
	say := func(text string) { fmt.Fprintln(c.out, text) }
	office := cfg.Office()
	say(texts.CheckHead(call.config, office, cfg.Organization.Parent))
	if cfg.Telegram.OwnServer() {
		say(texts.OwnServer(cfg.Telegram.APIURL))
	}
	today := report.DateOf(c.now().In(cfg.Timezone.Location))
	for _, duty := range report.Duties {
		c.showDuty(cfg, duty, today)
	}
	say(texts.CalendarConfirmed(today.Year, cfg.Rules().Calendar.Confirmed(today.Year)))
	say(texts.CalendarConfirmed(today.Year+1, cfg.Rules().Calendar.Confirmed(today.Year+1)))
	if err := c.showTemplates(cfg); err != nil {
		return err
	}
	missing, err := c.showStore(ctx, cfg)
	if err != nil {
		return err
	}
	if stored(filepath.Join(cfg.Storage.Path, disk.FileName)) {
		short, err := c.showSpace(cfg)
		if err != nil {
			return err
		}
		missing = append(missing, short...)
	}
	missing = append(app.MissingSecrets(cfg.Telegram, c.env), missing...)
	if cfg.Organization.Sample() {
		missing = append([]string{texts.SampleOffice(call.config)}, missing...)
	}
	say(texts.CheckMissing(missing))
	return nil
}

// showTemplates prints which templates documents are made from. What is wrong
// with one was said when the configuration was loaded.
func (c *console) showTemplates(cfg app.Config) error {
	own := cfg.Templates.Own()
	if len(own) == 0 {
		fmt.Fprintln(c.out, texts.TemplatesBuiltIn())
		return nil
	}
	fmt.Fprintln(c.out, texts.TemplatesOwn())
	for _, t := range own {
		file, err := t.Read()
		if err != nil {
			return fmt.Errorf("reading the template of %s: %w", t.Key, err)
		}
		_, unused, err := digest.CheckTemplate(t.Name, file)
		if err != nil {
			return fmt.Errorf("reading the template of %s: %w", t.Key, err)
		}
		fmt.Fprintln(c.out, texts.TemplateGood(t.Key, t.Path, unused))
	}
	return nil
}

// showDuty prints the next deadlines of a duty and every reminder before and
// after them.
func (c *console) showDuty(cfg app.Config, duty report.Duty, today report.Date) {
	rules := cfg.Rules()
	if rules.For(duty).Off {
		fmt.Fprintln(c.out, "\n"+texts.DutyOff(duty))
		return
	}
	for _, s := range upcoming(rules, duty, today) {
		fmt.Fprintln(c.out, "\n"+texts.CheckSchedule(s))
		last := s.Lock
		first := s.Deadline
		for _, step := range cfg.Ladder().Steps(rules, s) {
			at := step.At.In(rules.Zone)
			day := report.DateOf(at)
			fmt.Fprintln(c.out, texts.CheckStep(step.Name, string(step.To), day, at.Format("15:04")))
			if day.Before(first) {
				first = day
			}
			if day.After(last) {
				last = day
			}
		}
		for _, d := range daysOff(rules.Calendar, first, last) {
			fmt.Fprintln(c.out, texts.CheckDayOff(d))
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

// showStore prints what the store holds, and says what it lacks. It neither
// makes a store nor changes one.
func (c *console) showStore(ctx context.Context, cfg app.Config) (missing []string, err error) {
	path := filepath.Join(cfg.Storage.Path, disk.FileName)
	if !stored(path) {
		fmt.Fprintln(c.out, "\n"+texts.NoStoreYet(cfg.Storage.Path))
		c.showFirst(cfg.Rules(), nil)
		return []string{texts.NoUnitsYet(), texts.NoAdminYet()}, nil
	}
	err = c.verifyStore(ctx, path)
	if errors.Is(err, disk.ErrBusy) {
		fmt.Fprintln(c.out, "\n"+texts.StoreInUse(path))
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	version, err := disk.FileVersion(path)
	if err != nil {
		return nil, err
	}
	fmt.Fprintln(c.out, "\n"+texts.StoreVersion(path, version, disk.Version))
	if version != disk.Version {
		return nil, nil
	}
	store, err := storage.Open(cfg.Storage.Path, cfg.Rules())
	if err != nil {
		return nil, err
	}
	defer store.Close()
	return c.showPeople(store)
}

// showFirst prints what those units owe first that came in of late, or, where there
// are none at all yet, would come in today.
func (c *console) showFirst(rules report.Rules, units []report.Unit) {
	today := report.DateOf(c.now().In(rules.Zone))
	late := slices.DeleteFunc(slices.Clone(units), func(u report.Unit) bool { return !u.OwesFrom.After(today) })
	if len(units) == 0 {
		late = rules.Begin([]report.Unit{{Month: true, Quarter: true}}, report.Directory{}, today)
	}
	if len(late) > 0 {
		fmt.Fprintln(c.out, "  "+texts.FirstDuties(rules.First(late, today)))
	}
}

// counts are how many units and people a store has.
type counts struct{ units, unconnected, officers, admins int }

// showPeople prints how many units and people there are.
func (c *console) showPeople(store *storage.Store) (missing []string, err error) {
	var n counts
	err = store.View(c.now(), func(tx *storage.Snapshot) error {
		n, err = count(tx, report.DateOf(tx.Now.In(store.Rules().Zone)))
		return err
	})
	fmt.Fprintln(c.out, texts.StorePeople(n.units, n.unconnected, n.officers, n.admins))
	c.showFirst(store.Rules(), store.Directory().Units())
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
