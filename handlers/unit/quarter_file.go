package unit

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbQuarterDone turn.Verb = "q.done"
	verbQuarterNew  turn.Verb = "q.new"
)

// chooseQuarter files what is marked for the quarter.
func chooseQuarter(t *turn.Turn, q owed) error {
	var chosen []report.Example
	for _, number := range ticked(&t.Reading, q) {
		e, err := t.Tx.Example(number)
		if err != nil {
			return err
		}
		if e.Unit != q.unit || !e.Counts() || slices.Contains(e.Periods, q.period) {
			continue
		}
		e = e.For(q.period, t.At)
		if err := t.Tx.PutExample(e); err != nil {
			return err
		}
		if err := t.Tx.Audit(t.Member.ID, "example chosen for "+q.period.String(), number); err != nil {
			return err
		}
		chosen = append(chosen, e)
	}
	if len(chosen) == 0 {
		return nothingChosen(t, q)
	}
	t.CloseQuestion()
	return quarterReceipt(t, q, chosen)
}

// nothingChosen answers a second press, or one after the marks are gone.
func nothingChosen(t *turn.Turn, q owed) error {
	filings, err := t.Tx.Filings(q.period, q.unit)
	if err != nil {
		return err
	}
	if len(filings) == 0 {
		return t.Stale()
	}
	return t.Say(chat.Message{Text: t.Office.NilAlready(t.UnitName(q.unit), q.period, filings)})
}

// quarterReceipt gives the receipt for a choice.
func quarterReceipt(t *turn.Turn, q owed, list []report.Example) error {
	u, err := t.Tx.Unit(q.unit)
	if err != nil {
		return err
	}
	s, err := t.Tx.Schedule(u, q.period)
	if err != nil {
		return err
	}
	st, err := t.Tx.Standing(q.unit, q.period)
	if err != nil {
		return err
	}
	credit := texts.Credit{Schedule: s, Standing: st, Timing: s.Timing(t.At, t.Rules.Zone)}
	t.Below()
	if err := t.Show(chat.Message{Text: t.Office.QuarterChosen(u.Label(), credit, list, t.At)}); err != nil {
		return err
	}
	return closeReminders(t, q.unit, q.period)
}

// newForQuarter introduces somebody new for the quarter.
func newForQuarter(t *turn.Turn, q owed) error {
	return OpenDraft(t, report.Draft{Unit: q.unit, Period: q.period})
}
