package ground

import (
	"context"

	"guongsang/internal/assess"
	"guongsang/internal/report"
	"guongsang/storage/records"
)

// run is how many periods on end make a habit.
const run = 3

// Figures are what the findings on a period rest on, which is summed up and measured
// already.
func Figures(ctx context.Context, tx *records.Snapshot, sum report.Summary, b report.Balance) (f assess.Figures, err error) {
	p := sum.Schedule.Period
	f = figures(sum, b)
	f.Open = !sum.Schedule.Deadline.Before(tx.Today())
	if f.Silent, f.Nils, err = habits(ctx, tx, p); err != nil {
		return f, err
	}
	if f.IdleGroups, err = idleGroups(tx, sum); err != nil {
		return f, err
	}
	filings, err := tx.FilingsIn(p.LastYear())
	if err != nil || len(filings) == 0 {
		return f, err
	}
	lastYear, err := tx.Summary(p.LastYear())
	f.LastYear = &lastYear.Total
	return f, err
}

// FiguresOf is Figures of a Half or Year.
func FiguresOf(c report.Cumulation, b report.Balance, lastYear *report.Figures) assess.Figures {
	f := figures(c.Summary, b)
	f.LastYear, f.Unfinished = lastYear, c.Unfinished
	f.Run, f.Silent, f.Nils = len(c.Parts), len(c.Gaps), c.Nils
	f.IdleGroups = assess.Idle(c.ByGroup)
	return f
}

func figures(sum report.Summary, b report.Balance) assess.Figures {
	return assess.Figures{
		Period: sum.Schedule.Period, Total: sum.Total, Before: sum.Before, Blocks: sum.Blocks,
		ByReview: sum.ByReview, ByPlace: sum.ByPlace, Balance: b, Run: run,
	}
}

// habits counts the units that in this period and those before it sent nothing at all,
// or only that there was nothing.
func habits(ctx context.Context, tx *records.Snapshot, p report.Period) (silent, nils int, err error) {
	missing, none := map[string]int{}, map[string]int{}
	for back := range run {
		if ctx.Err() != nil {
			return 0, 0, ctx.Err()
		}
		standings, err := tx.Standings(p.Add(-back))
		if err != nil {
			return 0, 0, err
		}
		met := false
		for _, st := range standings {
			met = met || st.State.Met()
			switch st.State {
			case report.Pending:
				missing[st.Unit]++
			case report.NilFiled:
				none[st.Unit]++
			}
		}
		if !met && back > 0 {
			return 0, 0, nil // it was before this program
		}
	}
	return always(missing), always(none), nil
}

func always(times map[string]int) (n int) {
	for _, t := range times {
		if t == run {
			n++
		}
	}
	return n
}

// idleGroups are the groups of the letter's point 6 of which nobody was introduced in
// the last three months.
func idleGroups(tx *records.Snapshot, sum report.Summary) ([]report.Group, error) {
	count := map[report.Group]int{}
	for g, n := range sum.ByGroup {
		count[g] = n
	}
	for _, month := range lastMonths(sum.Schedule.Period) {
		filings, err := tx.FilingsIn(month)
		if err != nil {
			return nil, err
		}
		for _, f := range filings {
			for _, g := range f.Facets.Groups {
				count[g]++
			}
		}
	}
	return assess.Idle(count), nil
}
