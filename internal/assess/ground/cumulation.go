package ground

import (
	"context"
	"slices"

	"guongsang/internal/report"
	"guongsang/storage/records"
)

// Cumulation adds up a Half or Year as of the transaction's now, with the one before
// and the same a year before for comparison: of whole ones only, and with whole ones.
// Filed are the examples of all of it, each once. No example is read.
func Cumulation(ctx context.Context, tx *records.Snapshot, p report.Period) (c report.Cumulation, filed []report.Filing, lastYear *report.Figures, err error) {
	if c, filed, err = cumulate(ctx, tx, p); err != nil {
		return c, nil, nil, err
	}
	if whole, err := isWhole(tx, c); err != nil || !whole {
		return c, filed, nil, err
	}
	if c.Before, err = totalOf(ctx, tx, p.Add(-1)); err != nil {
		return c, nil, nil, err
	}
	lastYear, err = totalOf(ctx, tx, p.LastYear())
	return c, filed, lastYear, err
}

// totalOf is the total of a whole Half or Year for comparison; nil if this program was
// not there for all of it.
func totalOf(ctx context.Context, tx *records.Snapshot, p report.Period) (*report.Figures, error) {
	c, _, err := cumulate(ctx, tx, p)
	if err != nil {
		return nil, err
	}
	if whole, err := isWhole(tx, c); err != nil || !whole {
		return nil, err
	}
	return &c.Total, nil
}

// isWhole reports whether all months and quarters that units owe are there, and due.
func isWhole(tx *records.Snapshot, c report.Cumulation) (bool, error) {
	owed := 0
	for _, part := range c.Schedule.Period.Parts() {
		s, err := tx.Schedule(report.Unit{}, part)
		if err != nil {
			return false, err
		}
		if !s.Off {
			owed++
		}
	}
	return len(c.Parts) == owed && !slices.ContainsFunc(c.Parts, func(p report.Part) bool { return !p.Due }), nil
}

func cumulate(ctx context.Context, tx *records.Snapshot, p report.Period) (c report.Cumulation, filed []report.Filing, err error) {
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

// fromTheFirst leaves out the months and quarters that were over before the first for
// which anybody filed began: they were before this program. If nobody ever filed, it
// is the last one that there is something to say of.
func fromTheFirst(parts []report.PartOf) []report.PartOf {
	var first report.Date
	for _, part := range parts {
		from := part.Summary.Schedule.From
		if filed := len(part.Filings) > 0 || part.Summary.Total.Met() > 0; filed && (first.IsZero() || from.Before(first)) {
			first = from
		}
	}
	if first.IsZero() && len(parts) > 0 {
		first = parts[len(parts)-1].Summary.Schedule.From
	}
	return slices.DeleteFunc(parts, func(part report.PartOf) bool { return part.Summary.Schedule.Close.Before(first) })
}

func partOf(tx *records.Snapshot, p report.Period) (part report.PartOf, err error) {
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
