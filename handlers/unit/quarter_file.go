package unit

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbQuarterDone = "q.done" // unit quarter
	verbQuarterNew  = "q.new"  // unit quarter
)

// chooseQuarter files what is marked for the quarter: unit, quarter.
func chooseQuarter(t *turn.Turn, do chat.Action) error {
	q, ok, err := quarterOf(t, do)
	if err != nil || !ok {
		return err
	}
	var chosen []report.Example
	for _, number := range ticked(t, do.Arg(0), q) {
		e, err := t.Tx.Example(number)
		if err != nil {
			return err
		}
		if e.Unit != do.Arg(0) || !e.Counts() || slices.Contains(e.Periods, q) {
			continue
		}
		e.Periods = append(slices.Clone(e.Periods), q)
		if err := t.Tx.PutExample(e); err != nil {
			return err
		}
		if err := t.Tx.Audit(t.Member.ID, "example chosen for "+q.String(), number); err != nil {
			return err
		}
		chosen = append(chosen, e)
	}
	if len(chosen) == 0 {
		return nothingChosen(t, do.Arg(0), q)
	}
	t.CloseQuestion()
	return quarterReceipt(t, do.Arg(0), q, chosen)
}

// nothingChosen answers a second press, or one after the marks are gone.
func nothingChosen(t *turn.Turn, unit string, q report.Period) error {
	filings, err := t.Tx.Filings(q, unit)
	if err != nil {
		return err
	}
	if len(filings) == 0 {
		return t.Stale()
	}
	return t.Say(chat.Message{Text: t.Office.NilAlready(t.UnitName(unit), q, filings)})
}

// quarterReceipt gives the receipt for a choice.
func quarterReceipt(t *turn.Turn, unit string, q report.Period, list []report.Example) error {
	u, err := t.Tx.Unit(unit)
	if err != nil {
		return err
	}
	s, err := t.Tx.Schedule(u, q)
	if err != nil {
		return err
	}
	st, err := t.Tx.Standing(unit, q)
	if err != nil {
		return err
	}
	credit := texts.Credit{Schedule: s, Standing: st, Timing: s.Timing(t.Tx.Now, t.Rules.Zone)}
	if err := t.Show(chat.Message{Text: t.Office.QuarterChosen(u.Name, credit, list, t.Tx.Now)}); err != nil {
		return err
	}
	return closeReminders(t, unit, q)
}

// newForQuarter introduces somebody new for the quarter: unit, quarter.
func newForQuarter(t *turn.Turn, do chat.Action) error {
	q, ok, err := quarterOf(t, do)
	if err != nil || !ok {
		return err
	}
	return OpenDraft(t, report.Draft{Unit: do.Arg(0), Period: q})
}
