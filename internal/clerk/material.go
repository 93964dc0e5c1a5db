package clerk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"guongsang/internal/assess"
	"guongsang/internal/assess/ground"
	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/publicity"
	"guongsang/internal/publisher"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// columns are the periods that a board or workbook looks back on.
const columns = 12

// material is everything that a document is made from, read in one look.
type material struct {
	rules     report.Rules
	sum       report.Summary
	balance   report.Balance
	findings  []assess.Finding    // of a report
	kept      *assess.Kept        // what officers made of them; nil: nothing
	naming    []assess.Paragraph  // of these the ones that are left out, as they name somebody
	cumulated *report.Cumulation  // of a Half or Year
	lastYear  *report.Figures     // of the year before that
	year      []report.MonthCount // what was introduced since the beginning of the year, up to the end of the period
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
	source    texts.PublicitySource
	forms     publicity.Forms // of a package, as officers reworded them; nil: nothing may be published
}

// audienceOf says for whom a kind of document is made. The workbook stays at the
// agency's desk; a unit's own letter says to the agency what the unit wrote. The
// Council's lists are for internal readers, and are so only because somebody who may
// asked for that very one.
func audienceOf(kind string) privacy.Audience {
	switch kind {
	case Workbook, Letter:
		return privacy.Desk
	case Annex, Nominees:
		return privacy.Internal
	}
	return privacy.Public
}

// read takes one consistent look at the store, and makes Views of the examples
// after it: that takes longer than a look should. It ends with ctx.
func (p Papers) read(ctx context.Context, store *storage.Store, now time.Time, o Order) (r material, err error) {
	r = material{rules: store.Rules(), hashes: map[string]string{}, audience: audienceOf(o.Kind), day: report.DateOf(now.In(p.Office.Zone))}
	var examples []report.Example
	err = store.View(now, func(tx *storage.Snapshot) (err error) {
		r.units = tx.Directory()
		switch o.Kind {
		case Card, Square:
			examples, err = r.readExample(tx, o.Ref)
		case Package:
			if examples, err = r.readExample(tx, o.Ref); err == nil {
				err = errors.Join(r.readSource(tx, examples[0]), r.readForms(tx, o.Ref))
			}
		case Letter:
			examples, err = r.readUnit(tx, o)
		default:
			examples, err = r.readPeriod(ctx, tx, o)
		}
		r.findPhotos(tx, examples)
		return err
	})
	if err == nil {
		err = r.show(ctx, o.Kind, examples)
	}
	if err != nil {
		return r, fmt.Errorf("reading for %s of %s%s: %w", o.Kind, o.Period, o.Ref, err)
	}
	return r, nil
}

// readExample reads the one example of a card.
func (r *material) readExample(tx *storage.Snapshot, number string) ([]report.Example, error) {
	e, err := tx.Example(number)
	return []report.Example{e}, err
}

// readSource reads who took an example up, and when. Who is gone has no name.
func (r *material) readSource(tx *storage.Snapshot, e report.Example) error {
	r.source.At = e.RuleAt
	if e.Ruled == 0 {
		return nil
	}
	m, err := tx.Member(e.Ruled)
	if err != nil && !errors.Is(err, storage.ErrNotFound) {
		return err
	}
	r.source.Accepted = m.Name
	return nil
}

// readForms reads in which words an example is published.
func (r *material) readForms(tx *storage.Snapshot, number string) error {
	pub, err := tx.Publication(number)
	if err := records.IgnoreNotFound(err); err != nil {
		return err
	}
	pub.Number = number
	text, err := publisher.TextOf(tx, pub)
	r.forms = text.Forms
	return err
}

// findPhotos notes where the photos of examples lie that came after these were
// sent.
func (r *material) findPhotos(tx *storage.Snapshot, examples []report.Example) {
	for _, e := range examples {
		for _, m := range e.Content.Media {
			if m.Hash == "" {
				r.hashes[m.Unique] = tx.MediaHash(m.Unique)
			}
		}
	}
}

// show keeps of some examples what the document may show.
func (r *material) show(ctx context.Context, kind string, examples []report.Example) error {
	for _, e := range examples {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		r.examples = append(r.examples, privacy.Views([]report.Example{e}, r.units, r.audience, r.day)...)
	}
	if (kind == Card || kind == Square || kind == Package) && len(r.examples) == 0 {
		return ErrNothing // it was taken back
	}
	return nil
}

// readUnit reads what one unit introduced for a period.
func (r *material) readUnit(tx *storage.Snapshot, o Order) ([]report.Example, error) {
	u, err := tx.Unit(o.Ref)
	if err != nil {
		return nil, err
	}
	own := report.NewDirectory([]report.Unit{u})
	if r.sum, err = tx.SummaryOf(o.Period, own); err != nil {
		return nil, err
	}
	return tx.Introduced(o.Period, own)
}

// readPeriod reads of a period what its document shows, and no more: at a
// thousand units an example that nobody needs is a thousand.
func (r *material) readPeriod(ctx context.Context, tx *storage.Snapshot, o Order) (shown []report.Example, err error) {
	if !o.Period.Duty.Owed() {
		return r.readCumulation(ctx, tx, o)
	}
	if r.sum, err = tx.Summary(o.Period); err != nil {
		return nil, err
	}
	r.units = r.units.As(r.sum.Schedule.Owed) // in the blocks of then
	switch o.Kind {
	case Urge, Summary:
		return nil, nil
	case Annex, Nominees, Press:
		return r.accepted(ctx, tx, o.Period)
	case Board:
		if shown, err = r.notable(tx, o.Period); err != nil {
			return nil, err
		}
		return shown, r.readYear(ctx, tx, o)
	}
	read := tx.ExamplesFiled
	if o.Kind == Chart {
		read = tx.MeasuredIn // it counts them
	}
	if shown, err = r.introduced(ctx, tx, o.Period, read); err != nil {
		return nil, err
	}
	if r.balance, err = ground.Balance(ctx, &tx.Snapshot, o.Period, shown); err != nil {
		return nil, err
	}
	if o.Kind != Chart {
		if err := r.readSinceJanuary(ctx, tx, o.Period); err != nil {
			return nil, err
		}
	}
	if o.Kind == Report {
		stages, err := r.gapStages(tx)
		if err != nil {
			return nil, err
		}
		return shown, errors.Join(r.readReminders(ctx, tx, stages), r.readAssessment(ctx, tx))
	}
	if err := r.readYear(ctx, tx, o); err != nil {
		return nil, err
	}
	if o.Kind == Chart {
		return nil, nil
	}
	stages, err := tx.Stages(o.Period)
	if err != nil {
		return nil, err
	}
	return shown, r.readReminders(ctx, tx, stages)
}

// notable reads the few examples of a period that a board names.
func (r *material) notable(tx *storage.Snapshot, p report.Period) ([]report.Example, error) {
	filings, err := tx.FiledExamples(p, r.units)
	if err != nil {
		return nil, err
	}
	filings = slices.DeleteFunc(filings, func(f report.Filing) bool { return !privacy.Shown(f.Facets.Review, r.audience) })
	return tx.ExamplesFiled(digest.NotableFilings(filings))
}

// accepted reads the examples of a period that the agency took up.
func (r *material) accepted(ctx context.Context, tx *storage.Snapshot, p report.Period) ([]report.Example, error) {
	filings, err := tx.FiledExamples(p, r.units)
	if err != nil {
		return nil, err
	}
	filings = slices.DeleteFunc(filings, func(f report.Filing) bool { return !privacy.Accepted(f.Facets.Review) })
	return examplesOf(ctx, filings, tx.ExamplesFiled)
}

// introduced reads all examples of a period, by read.
func (r *material) introduced(
	ctx context.Context, tx *storage.Snapshot, p report.Period, read func([]report.Filing) ([]report.Example, error),
) ([]report.Example, error) {
	filings, err := tx.FiledExamples(p, r.units)
	if err != nil {
		return nil, err
	}
	return examplesOf(ctx, filings, read)
}

// examplesOf reads the examples of filings, by read.
func examplesOf(
	ctx context.Context, filings []report.Filing, read func([]report.Filing) ([]report.Example, error),
) (all []report.Example, err error) {
	for some := range slices.Chunk(filings, 100) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		examples, err := read(some)
		if err != nil {
			return nil, err
		}
		all = append(all, examples...)
	}
	return all, nil
}

// readSinceJanuary counts what was introduced in each month of the year, up to the
// last of the period: of a quarter that is more than what was chosen for it. Where
// nobody owes months, it counts quarters. No example is read.
func (r *material) readSinceJanuary(ctx context.Context, tx *storage.Snapshot, p report.Period) error {
	last := p.Months()[len(p.Months())-1]
	if r.rules.Month.Off {
		last = last.Quarter()
	}
	for n := 1; n <= last.Number; n++ {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		of := report.Period{Duty: last.Duty, Year: last.Year, Number: n}
		if r.rules.Schedule(of).From.After(tx.Today()) {
			break // of what has not begun nothing is said
		}
		introduced, err := tx.FiledIn(of)
		if err != nil {
			return err
		}
		r.year = append(r.year, report.MonthCount{Period: of, Examples: introduced})
	}
	return nil
}

// readYear reads the standings of the last twelve periods, or for a chart how many
// examples each has; those before the first in which anybody had the duty are left
// out. No example is read to count them.
func (r *material) readYear(ctx context.Context, tx *storage.Snapshot, o Order) (err error) {
	for back := columns - 1; back >= 0; back-- {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		period := o.Period.Add(-back)
		examples, err := tx.FiledIn(period)
		if err != nil {
			return err
		}
		var standings []report.Standing
		before := len(r.periods) == 0 && back > 0 && examples == 0
		if before || o.Kind != Chart {
			if standings, err = tx.Standings(period); err != nil {
				return err
			}
		}
		if before && !slices.ContainsFunc(standings, due) {
			continue
		}
		r.periods = append(r.periods, period)
		r.counts = append(r.counts, examples)
		if o.Kind != Chart {
			r.standings = append(r.standings, standings...)
		}
	}
	if o.Kind != Chart {
		r.contacts, err = tx.Contacts(r.units)
	}
	return err
}

// due reports whether a unit has the duty in the period of a standing.
func due(s report.Standing) bool { return s.State != "" && s.State != report.NotDue }

// gapStages reads what the log of reminders has of the units that have not handed in.
func (r *material) gapStages(tx *storage.Snapshot) (all []records.Stage, err error) {
	for _, g := range r.sum.Gaps {
		stages, err := tx.StagesOf(r.sum.Schedule.Period, g.Unit.Code)
		if err != nil {
			return nil, err
		}
		all = append(all, stages...)
	}
	return all, nil
}

// readReminders notes of stages of the log of reminders what became of each.
func (r *material) readReminders(ctx context.Context, tx *storage.Snapshot, stages []records.Stage) error {
	members, err := tx.Members()
	if err != nil {
		return err
	}
	names := make(map[int64]string, len(members))
	for _, m := range members {
		names[m.ID] = m.Name
	}
	for _, s := range stages {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		name, known := names[s.Member]
		if !known && s.Member != 0 {
			name = fmt.Sprint(s.Member) // who is gone
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

// outcome is what became of a stage.
func outcome(tx *storage.Snapshot, s records.Stage) (digest.ReminderResult, error) {
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

// readAssessment reads what the report's figures show, and what officers made of it.
func (r *material) readAssessment(ctx context.Context, tx *storage.Snapshot) error {
	figures, err := ground.Figures(ctx, &tx.Snapshot, r.sum, r.balance)
	if err != nil {
		return err
	}
	r.findings = assess.Of(figures)
	return r.readKept(ctx, tx)
}

// readKept reads what officers made of the assessment. A paragraph that names somebody
// who was introduced since is left out.
func (r *material) readKept(ctx context.Context, tx *storage.Snapshot) error {
	kept, ok, err := tx.Assessment(r.sum.Schedule.Period)
	if !ok || err != nil {
		return err
	}
	r.kept = &kept
	r.kept.Paragraphs, r.naming, err = ground.Nameless(ctx, &tx.Snapshot, kept.Period, kept.Paragraphs)
	return err
}

// readCumulation reads half a year or a year, of which there is a report and nothing
// else.
func (r *material) readCumulation(ctx context.Context, tx *storage.Snapshot, o Order) ([]report.Example, error) {
	if o.Kind != Report {
		return nil, fmt.Errorf("of %s there is only a report", o.Period)
	}
	c, filed, lastYear, err := ground.Cumulation(ctx, &tx.Snapshot, o.Period)
	if err != nil {
		return nil, err
	}
	r.cumulated, r.lastYear, r.sum = &c, lastYear, c.Summary
	r.units = r.units.As(c.Schedule.Owed)
	examples, err := examplesOf(ctx, filed, tx.ExamplesFiled)
	if err != nil {
		return nil, err
	}
	if r.balance, err = ground.Balance(ctx, &tx.Snapshot, o.Period, examples); err != nil {
		return nil, err
	}
	r.findings = assess.Of(ground.FiguresOf(c, r.balance, lastYear))
	return examples, r.readKept(ctx, tx)
}

// assessment is what the report says of it: in the officers' words where there are any.
func (p Papers) assessment(r material) []assess.Paragraph {
	if r.kept != nil {
		return r.kept.Paragraphs
	}
	return p.Office.Assessment(r.findings)
}
