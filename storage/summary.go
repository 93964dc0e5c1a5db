package storage

import "guongsang/internal/report"

// Summary counts a period as of the transaction's now, with the period before
// for comparison.
func (tx *Tx) Summary(p report.Period) (report.Summary, error) {
	return tx.SummaryOf(p, tx.Directory())
}

// SummaryOf is the Summary of some of the units, such as those of one block.
func (tx *Tx) SummaryOf(p report.Period, units report.Directory) (report.Summary, error) {
	before, err := tx.summaryBefore(p, units)
	if err != nil {
		return report.Summary{}, err
	}
	return tx.summarize(p, units, before)
}

// summaryBefore counts the period before; nil if nobody filed anything for it,
// as before the first period under this program.
func (tx *Tx) summaryBefore(p report.Period, units report.Directory) (*report.Summary, error) {
	filings, err := tx.FilingsIn(p.Add(-1))
	if err != nil || len(filings) == 0 {
		return nil, err
	}
	sum, err := tx.summarize(p.Add(-1), units, nil)
	return &sum, err
}

func (tx *Tx) summarize(p report.Period, units report.Directory, before *report.Summary) (sum report.Summary, err error) {
	standings, err := tx.Standings(p)
	if err != nil {
		return sum, err
	}
	examples, err := tx.Introduced(p, units)
	if err != nil {
		return sum, err
	}
	contacts, err := tx.Contacts(units)
	if err != nil {
		return sum, err
	}
	extensions, err := tx.Extensions(p)
	if err != nil {
		return sum, err
	}
	// No unit and no block: only what was extended for all counts here.
	schedule := tx.s.rules.ScheduleOf(report.Unit{}, p, extensions)
	return report.Summarize(units, schedule, standings, examples, contacts, before, tx.Now), nil
}

// Introduced are the examples that some units introduced for a period, as a
// summary of these units counts them.
func (tx *Tx) Introduced(p report.Period, units report.Directory) (own []report.Example, err error) {
	all, err := tx.ExamplesIn(p)
	for _, e := range all {
		if _, ok := units.Unit(e.Unit); ok {
			own = append(own, e)
		}
	}
	return report.Introduced(own), err
}
