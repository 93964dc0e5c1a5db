package clerk

import (
	"context"
	"errors"
	"time"

	"guongsang/internal/report"
	"guongsang/storage"
)

// PeriodKinds are the documents of a whole period, in the order in which they
// are made.
var PeriodKinds = []string{Report, Workbook, Summary, Board, Chart, Urge}

// MakePeriod makes documents of a period; empty are the kinds for which there
// is nothing to write.
func (p Papers) MakePeriod(ctx context.Context, store *storage.Store, now time.Time, period report.Period, kinds []string) (files []File, empty []string, err error) {
	for _, kind := range kinds {
		if !period.Duty.Owed() && kind != Report {
			continue // of half a year and a year there is only a report
		}
		made, err := p.Make(ctx, store, now, Order{Kind: kind, Period: period})
		if errors.Is(err, ErrNothing) {
			empty = append(empty, kind)
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		files = append(files, made...)
	}
	return files, empty, nil
}
