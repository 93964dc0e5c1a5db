package ground

import (
	"context"
	"slices"

	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// Balance measures a period's examples, and which fields had none in the last three
// months, or in a Half or Year in all of it: of the former, examples are read until each
// field was met.
func Balance(ctx context.Context, tx *records.Snapshot, p report.Period, introduced []report.Example) (report.Balance, error) {
	b := report.BalanceOf(introduced, nil, texts.Traits())
	if !p.Duty.Owed() {
		return b, ctx.Err()
	}
	idle := slices.Clone(b.Idle)
	var recent []report.Example
	for _, month := range lastMonths(p) {
		filings, err := tx.FilingsIn(month)
		if err != nil {
			return b, err
		}
		for _, f := range filings {
			if len(idle) == 0 || ctx.Err() != nil {
				break
			}
			if f.Nil() {
				continue
			}
			e, err := tx.Example(f.Example)
			if err != nil {
				return b, err
			}
			if i := slices.Index(idle, e.Content.Field); i >= 0 && e.Counts() {
				recent, idle = append(recent, e), slices.Delete(idle, i, i+1)
			}
		}
	}
	return report.BalanceOf(introduced, recent, texts.Traits()), ctx.Err()
}

// lastMonths are the three months up to the end of a period, but for the period
// itself.
func lastMonths(p report.Period) (months []report.Period) {
	last := p.Months()[len(p.Months())-1]
	for back := range 3 {
		if month := last.Add(-back); month != p {
			months = append(months, month)
		}
	}
	return months
}
