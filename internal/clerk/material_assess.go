package clerk

import (
	"context"
	"fmt"

	"guongsang/internal/assess"
	"guongsang/internal/assess/ground"
	"guongsang/internal/report"
	"guongsang/storage"
)

// readAssessment reads what the report's figures show, and what officers made of it.
func (r *material) readAssessment(ctx context.Context, tx *storage.Snapshot) error {
	figures, err := ground.Figures(ctx, tx, r.sum, r.balance)
	if err != nil {
		return err
	}
	r.findings = assess.Of(figures)
	return r.readKept(tx)
}

func (r *material) readKept(tx *storage.Snapshot) error {
	kept, ok, err := tx.Assessment(r.sum.Schedule.Period)
	if ok {
		r.kept = &kept
	}
	return err
}

// readCumulation reads half a year or a year, of which there is a report and nothing
// else.
func (r *material) readCumulation(ctx context.Context, tx *storage.Snapshot, o Order) ([]report.Example, error) {
	if o.Kind != Report {
		return nil, fmt.Errorf("of %s there is only a report", o.Period)
	}
	c, filed, lastYear, err := ground.Cumulation(ctx, tx, o.Period)
	if err != nil {
		return nil, err
	}
	r.cumulated, r.lastYear, r.sum = &c, lastYear, c.Summary
	r.units = r.units.As(c.Schedule.Owed)
	examples, err := inPortions(ctx, filed, tx.ExamplesFiled)
	if err != nil {
		return nil, err
	}
	if r.balance, err = ground.Balance(ctx, tx, o.Period, examples); err != nil {
		return nil, err
	}
	r.findings = assess.Of(ground.FiguresOf(c, r.balance, lastYear))
	return examples, r.readKept(tx)
}

// assessment is what the report says of it: in the officers' words where there are any.
func (p Papers) assessment(r material) []assess.Paragraph {
	if r.kept != nil {
		return r.kept.Paragraphs
	}
	return p.Office.Assessment(r.findings)
}
