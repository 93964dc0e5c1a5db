package ground

import (
	"context"
	"slices"

	"guongsang/internal/report"
	"guongsang/storage/records"
)

// Cumulation adds up a Half or Year as of the transaction's now. For comparison it has
// the one before, if both are whole, and of the year before the months and quarters that
// are due of this one: before its end it is not set beside a whole one. Filed are the
// examples of all of it, each once. No example is read.
func Cumulation(ctx context.Context, tx *records.Snapshot, p report.Period) (c report.Cumulation, filed []report.Filing, lastYear *report.Figures, err error) {
	if c, filed, err = cumulate(ctx, tx, p, p.Parts()); err != nil {
		return c, nil, nil, err
	}
	owed, err := owedParts(tx, p)
	if err != nil {
		return c, nil, nil, err
	}
	if whole(c, owed) {
		if c.Before, err = totalOf(ctx, tx, p.Add(-1), nil); err != nil {
			return c, nil, nil, err
		}
	}
	due := slices.DeleteFunc(slices.Clone(owed), func(part report.Period) bool { return !c.IsDue(part) })
	if begun := len(c.Parts); begun == 0 || len(due) == 0 || c.Parts[0].Period != owed[0] {
		return c, filed, nil, nil
	}
	lastYear, err = totalOf(ctx, tx, p.LastYear(), due)
	return c, filed, lastYear, err
}

// totalOf is the total of a Half or Year for comparison, of the parts that others are the
// same a year later of; of all if there are none. It is nil if this program was not there
// for them.
func totalOf(ctx context.Context, tx *records.Snapshot, p report.Period, later []report.Period) (*report.Figures, error) {
	owed, err := owedParts(tx, p)
	if err != nil {
		return nil, err
	}
	if later != nil {
		owed = slices.DeleteFunc(owed, func(part report.Period) bool {
			return !slices.ContainsFunc(later, func(l report.Period) bool { return l.LastYear() == part })
		})
	}
	c, _, err := cumulate(ctx, tx, p, owed)
	if err != nil || !whole(c, owed) {
		return nil, err
	}
	return &c.Total, nil
}

// owedParts are the months and quarters of a Half or Year that units owe.
func owedParts(tx *records.Snapshot, p report.Period) (owed []report.Period, err error) {
	for _, part := range p.Parts() {
		s, err := tx.Schedule(report.Unit{}, part)
		if err != nil {
			return nil, err
		}
		if !s.Off {
			owed = append(owed, part)
		}
	}
	return owed, nil
}

// whole reports whether all that is owed is there, and due.
func whole(c report.Cumulation, owed []report.Period) bool {
	return len(c.Parts) == len(owed) && c.IsDue(owed...)
}

func cumulate(ctx context.Context, tx *records.Snapshot, p report.Period, of []report.Period) (c report.Cumulation, filed []report.Filing, err error) {
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
	for _, period := range of {
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
