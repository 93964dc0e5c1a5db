package handlers

import (
	"slices"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbQuarterDone = "q.done" // unit quarter
	verbQuarterNew  = "q.new"  // unit quarter
)

// chooseQuarter files what is marked for the quarter: unit, quarter.
func (t *turn) chooseQuarter(do chat.Action) error {
	q, ok, err := t.quarterOf(do)
	if err != nil || !ok {
		return err
	}
	var chosen []report.Example
	for _, number := range t.ticked(do.Arg(0), q) {
		e, err := t.tx.Example(number)
		if err != nil {
			return err
		}
		if e.Unit != do.Arg(0) || !e.Counts() || slices.Contains(e.Periods, q) {
			continue
		}
		e.Periods = append(slices.Clone(e.Periods), q)
		if err := t.tx.PutExample(e); err != nil {
			return err
		}
		if err := t.tx.Audit(t.member.ID, "example chosen for "+q.String(), number); err != nil {
			return err
		}
		chosen = append(chosen, e)
	}
	if len(chosen) == 0 {
		return t.nothingChosen(do.Arg(0), q)
	}
	t.closeQuestion()
	return t.quarterReceipt(do.Arg(0), q, chosen)
}

// nothingChosen answers a second press, or one after the marks are gone.
func (t *turn) nothingChosen(unit string, q report.Period) error {
	filings, err := t.tx.Filings(q, unit)
	if err != nil {
		return err
	}
	if len(filings) == 0 {
		return t.stale()
	}
	return t.say(chat.Message{Text: t.Office.NilAlready(t.unitName(unit), q, filings)})
}

// quarterReceipt gives the receipt for a choice.
func (t *turn) quarterReceipt(unit string, q report.Period, list []report.Example) error {
	u, err := t.tx.Unit(unit)
	if err != nil {
		return err
	}
	s, err := t.tx.Schedule(u, q)
	if err != nil {
		return err
	}
	st, err := t.tx.Standing(unit, q)
	if err != nil {
		return err
	}
	credit := texts.Credit{Schedule: s, Standing: st, Timing: s.Timing(t.tx.Now, t.Rules.Zone)}
	if err := t.show(chat.Message{Text: t.Office.QuarterChosen(u.Name, credit, list, t.tx.Now)}); err != nil {
		return err
	}
	return t.closeReminders(unit, q)
}

// newForQuarter introduces somebody new for the quarter: unit, quarter.
func (t *turn) newForQuarter(do chat.Action) error {
	q, ok, err := t.quarterOf(do)
	if err != nil || !ok {
		return err
	}
	return t.openDraft(report.Draft{Unit: do.Arg(0), Period: q})
}
