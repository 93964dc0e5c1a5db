package clerk

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// columns are the periods that a board or workbook looks back on.
const columns = 12

// records are everything that a document is made from, read in one look.
type records struct {
	sum       report.Summary
	balance   report.Balance
	units     report.Directory
	periods   []report.Period // the last twelve, oldest first
	standings []report.Standing
	counts    []int                     // examples in each of periods
	contacts  map[string]report.Contact // of units that cannot be asked
	reminders []digest.Reminder
	audience  privacy.Audience  // for whom the document is made
	day       report.Date       // on which it is made
	examples  []privacy.View    // as the audience may see them; nothing else of examples is kept
	hashes    map[string]string // content of photos that came after their example was sent
}

// audienceOf says for whom a kind of document is made. The workbook stays at the
// agency's desk; a unit's own letter says to the agency what the unit wrote.
func audienceOf(kind string) privacy.Audience {
	if kind == Workbook || kind == Letter {
		return privacy.Desk
	}
	return privacy.Public
}

// read takes one consistent look at the store.
func (p Papers) read(store *storage.Store, now time.Time, o Order) (r records, err error) {
	err = store.View(now, func(tx *storage.Tx) error {
		r = records{units: tx.Directory(), hashes: map[string]string{}, audience: audienceOf(o.Kind), day: report.DateOf(now.In(p.Office.Zone))}
		switch o.Kind {
		case Card:
			return r.readExample(tx, o.Ref)
		case Letter:
			return r.readUnit(tx, o)
		}
		return r.readPeriod(tx, o)
	})
	if err != nil {
		return r, fmt.Errorf("reading for %s of %s%s: %w", o.Kind, o.Period, o.Ref, err)
	}
	return r, nil
}

func (r *records) readExample(tx *storage.Tx, number string) error {
	e, err := tx.Example(number)
	if err != nil {
		return err
	}
	r.show(tx, []report.Example{e})
	if len(r.examples) == 0 {
		return ErrNothing // it was taken back
	}
	return nil
}

// show keeps of some examples what the document may show, and where their photos
// lie.
func (r *records) show(tx *storage.Tx, examples []report.Example) {
	r.examples = privacy.Views(examples, r.units, r.audience, r.day)
	for _, v := range r.examples {
		for _, photo := range v.Photos {
			if photo.Hash == "" {
				r.hashes[photo.Unique] = tx.MediaHash(photo.Unique)
			}
		}
	}
}

// readUnit reads what one unit introduced for a period.
func (r *records) readUnit(tx *storage.Tx, o Order) error {
	u, err := tx.Unit(o.Ref)
	if err != nil {
		return err
	}
	own := report.NewDirectory([]report.Unit{u})
	if r.sum, err = tx.SummaryOf(o.Period, own); err != nil {
		return err
	}
	examples, err := tx.Introduced(o.Period, own)
	r.show(tx, examples)
	return err
}

func (r *records) readPeriod(tx *storage.Tx, o Order) (err error) {
	if r.sum, err = tx.Summary(o.Period); err != nil {
		return err
	}
	examples, err := tx.Introduced(o.Period, r.units)
	if err != nil {
		return err
	}
	r.show(tx, examples)
	if err := r.readBalance(tx, o.Period, examples); err != nil {
		return err
	}
	if o.Kind == Report || o.Kind == Urge {
		return nil
	}
	if err := r.readYear(tx, o.Period); err != nil {
		return err
	}
	if o.Kind == Workbook {
		return r.readReminders(tx, o.Period)
	}
	return nil
}

// readBalance measures the period's examples, and which fields had none in the
// last three months.
func (r *records) readBalance(tx *storage.Tx, p report.Period, introduced []report.Example) error {
	last := p.Months()[len(p.Months())-1]
	var recent []report.Example
	for back := range 3 {
		examples, err := tx.ExamplesIn(last.Add(-back))
		if err != nil {
			return err
		}
		recent = append(recent, examples...)
	}
	r.balance = report.BalanceOf(introduced, recent, texts.Traits())
	return nil
}

// readYear reads the standings of the last twelve periods; those before the
// first in which anybody had the duty are left out.
func (r *records) readYear(tx *storage.Tx, p report.Period) (err error) {
	for back := columns - 1; back >= 0; back-- {
		period := p.Add(-back)
		standings, err := tx.Standings(period)
		if err != nil {
			return err
		}
		examples, err := tx.ExamplesIn(period)
		if err != nil {
			return err
		}
		if len(r.periods) == 0 && back > 0 && len(examples) == 0 && !slices.ContainsFunc(standings, due) {
			continue
		}
		r.periods = append(r.periods, period)
		r.standings = append(r.standings, standings...)
		r.counts = append(r.counts, len(examples))
	}
	r.contacts, err = tx.Contacts(r.units)
	return err
}

// due reports whether a unit has the duty in the period of a standing.
func due(s report.Standing) bool { return s.State != "" && s.State != report.NotDue }

// readReminders reads the log of reminders with what became of each.
func (r *records) readReminders(tx *storage.Tx, p report.Period) error {
	stages, err := tx.Stages(p)
	if err != nil {
		return err
	}
	for _, s := range stages {
		name, err := memberName(tx, s.Member)
		if err != nil {
			return err
		}
		result, err := outcome(tx, s)
		if err != nil {
			return err
		}
		r.reminders = append(r.reminders, digest.Reminder{
			At: s.At, Unit: s.Unit, Deadline: s.Deadline, Stage: s.Stage, To: name, Result: result,
		})
	}
	slices.SortStableFunc(r.reminders, func(a, b digest.Reminder) int {
		if c := a.At.Compare(b.At); c != 0 {
			return c
		}
		return strings.Compare(a.Unit, b.Unit)
	})
	return nil
}

// memberName is what somebody is called; the number of one who is gone.
func memberName(tx *storage.Tx, id int64) (string, error) {
	if id == 0 {
		return "", nil
	}
	m, err := tx.Member(id)
	if errors.Is(err, storage.ErrNotFound) {
		return fmt.Sprint(id), nil
	}
	return m.Name, err
}

// outcome is what became of a stage.
func outcome(tx *storage.Tx, s storage.Stage) (digest.ReminderResult, error) {
	if s.Row == "" {
		return digest.ReminderResult(s.Note), nil
	}
	d, ok, err := tx.Delivery(s.Row)
	switch {
	case err != nil:
		return "", err
	case !ok, d.Fate == storage.Dropped:
		return digest.ReminderDropped, nil
	case d.Fate == "":
		return digest.ReminderWaiting, nil
	case d.Fate == storage.Refused:
		return digest.ReminderRefused, nil
	case d.Fate == storage.Unsure:
		return digest.ReminderUnknown, nil
	}
	return digest.ReminderSent, nil
}
