package ground

import (
	"context"

	"guongsang/internal/report"
	"guongsang/storage"
)

// Cumulation adds up a Half or Year as of the transaction's now, with the one before
// and, for a Half, the same a year before for comparison. Filed are the examples of all
// of it, each once, in the order of their numbers. No example is read.
func Cumulation(ctx context.Context, tx *storage.Snapshot, p report.Period) (c report.Cumulation, filed []report.Filing, lastYear *report.Figures, err error) {
	if c, filed, err = cumulate(ctx, tx, p); err != nil {
		return c, nil, nil, err
	}
	if c.Before, err = totalOf(ctx, tx, p.Add(-1)); err != nil {
		return c, nil, nil, err
	}
	lastYear, err = totalOf(ctx, tx, p.LastYear())
	return c, filed, lastYear, err
}

// totalOf is the total of a Half or Year for comparison; nil if nobody filed anything
// in all of it.
func totalOf(ctx context.Context, tx *storage.Snapshot, p report.Period) (*report.Figures, error) {
	for _, part := range p.Parts() {
		filings, err := tx.FilingsIn(part)
		if err != nil {
			return nil, err
		}
		if len(filings) > 0 {
			c, _, err := cumulate(ctx, tx, p)
			return &c.Total, err
		}
	}
	return nil, nil
}

func cumulate(ctx context.Context, tx *storage.Snapshot, p report.Period) (c report.Cumulation, filed []report.Filing, err error) {
	units := tx.Directory()
	schedule, err := tx.Schedule(report.Unit{}, p)
	if err != nil {
		return c, nil, err
	}
	contacts, err := tx.Contacts(units)
	if err != nil {
		return c, nil, err
	}
	today := tx.Today()
	var parts []report.PartOf
	for _, period := range p.Parts() {
		if ctx.Err() != nil {
			return c, nil, ctx.Err()
		}
		part, err := partOf(tx, period)
		if err != nil {
			return c, nil, err
		}
		if s := part.Summary.Schedule; !s.Off && !s.From.After(today) {
			parts = append(parts, part)
		}
	}
	parts = fromTheFirst(parts)
	c = report.Cumulate(units.As(schedule.Owed), schedule, parts, contacts, today)
	filed = onceEach(parts)
	c.ByPlace, err = tx.PublishedAt(filed, units)
	return c, filed, err
}

// fromTheFirst leaves out the months and quarters before the first for which anybody
// filed: they were before this program.
func fromTheFirst(parts []report.PartOf) (from []report.PartOf) {
	filed := map[report.Duty]bool{}
	for i, part := range parts {
		duty := part.Summary.Schedule.Period.Duty
		last := i+1 == len(parts) || parts[i+1].Summary.Schedule.Period.Duty != duty
		filed[duty] = filed[duty] || last || len(part.Filings) > 0 || part.Summary.Total.Met() > 0
		if filed[duty] {
			from = append(from, part)
		}
	}
	return from
}

func partOf(tx *storage.Snapshot, p report.Period) (part report.PartOf, err error) {
	if part.Summary, err = tx.Summary(p); err != nil {
		return part, err
	}
	if part.Standings, err = tx.Standings(p); err != nil {
		return part, err
	}
	part.Filings, err = tx.FiledExamples(p, tx.Directory())
	return part, err
}

// onceEach lists the filings of examples, each example once.
func onceEach(parts []report.PartOf) (filed []report.Filing) {
	known := map[string]bool{}
	for _, part := range parts {
		for _, f := range part.Filings {
			if !known[f.Example] {
				known[f.Example] = true
				filed = append(filed, f)
			}
		}
	}
	return filed
}
