package unit

import (
	"slices"

	"guongsang/handlers/draft"
	"guongsang/handlers/duty"
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
func chooseQuarter(t *turn.Turn, q duty.Owed) error {
	var chosen []report.Example
	for _, number := range ticked(&t.Reading, q) {
		e, err := t.Tx.Example(number)
		if err != nil {
			return err
		}
		if e.Unit != q.Unit || !e.Counts() || slices.Contains(e.Periods, q.Period) {
			continue
		}
		e = e.For(q.Period, t.At)
		if err := t.Tx.PutExample(e); err != nil {
			return err
		}
		of := e.Ref().With("Periods")
		of.Period = q.Period
		if err := t.Tx.Audit(t.Member.ID, report.ExampleChosen, of); err != nil {
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
func nothingChosen(t *turn.Turn, q duty.Owed) error {
	filings, err := t.Tx.Filings(q.Period, q.Unit)
	if err != nil {
		return err
	}
	if len(filings) == 0 {
		return t.Stale()
	}
	return t.Say(chat.Message{Text: t.Office.NilAlready(t.UnitName(q.Unit), q.Period, filings)})
}

// quarterReceipt gives the receipt for a choice.
func quarterReceipt(t *turn.Turn, q duty.Owed, list []report.Example) error {
	u, err := t.Tx.Unit(q.Unit)
	if err != nil {
		return err
	}
	s, err := t.Tx.Schedule(u, q.Period)
	if err != nil {
		return err
	}
	st, err := t.Tx.Standing(q.Unit, q.Period)
	if err != nil {
		return err
	}
	credit := texts.Credit{Schedule: s, Standing: st, Timing: s.Timing(t.At, t.Rules.Zone)}
	t.Below()
	if err := t.Show(chat.Message{Text: t.Office.QuarterChosen(u.Label(), credit, list, t.At)}); err != nil {
		return err
	}
	return duty.CloseReminders(t, q.Unit, q.Period)
}

// newForQuarter introduces somebody new for the quarter.
func newForQuarter(t *turn.Turn, q duty.Owed) error {
	return draft.Open(t, report.Draft{Unit: q.Unit, Period: q.Period})
}
