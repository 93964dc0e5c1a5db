package unit

import (
	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbWithdraw  = "s.pull"   // number version
	verbWithdrawn = "s.pulled" // number version
)

// withdrawSent asks once before an example is withdrawn: number, version.
func withdrawSent(t *turn.Turn, do chat.Action) error {
	e, ok, err := withdrawable(t, do)
	if err != nil || !ok {
		return err
	}
	return t.Show(chat.Message{Text: t.Office.AskWithdraw(e), Buttons: [][]chat.Button{{
		turn.Button(texts.ToWithdrawYes, verbWithdrawn, e.Number, e.Version), turn.Button(texts.ToDropNot, verbSee, e.Number),
	}}})
}

// withdrawable is the example of a button if it can still be withdrawn.
func withdrawable(t *turn.Turn, do chat.Action) (e report.Example, ok bool, err error) {
	e, ok, err = ownExample(t, do.Arg(0), do.Arg(1))
	if err != nil {
		return e, false, err
	}
	if !ok {
		return e, false, t.Stale()
	}
	if !e.Open() {
		return e, false, showExample(t, e, t.Office.TakenUp(e))
	}
	return e, true, nil
}

// withdrawnSent withdraws an example: number, version. All versions are kept.
func withdrawnSent(t *turn.Turn, do chat.Action) error {
	e, ok, err := withdrawable(t, do)
	if err != nil || !ok {
		return err
	}
	e.Review = report.Withdrawn
	if err := t.Tx.PutExample(e); err != nil {
		return err
	}
	if err := t.Tx.Audit(t.Member.ID, "example withdrawn", e.Number); err != nil {
		return err
	}
	credits, err := credits(t, e)
	if err != nil {
		return err
	}
	var owes []report.Period
	for _, c := range credits {
		if c.Standing.State == report.Pending {
			owes = append(owes, c.Schedule.Period)
		}
	}
	if err := t.Show(chat.Message{Text: texts.WithdrawnNow(e, owes)}); err != nil {
		return err
	}
	return card.Announce(t, e)
}
