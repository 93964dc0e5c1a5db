package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbWithdraw  = "s.pull"   // number version
	verbWithdrawn = "s.pulled" // number version
)

// withdrawSent asks once before an example is withdrawn: number, version.
func (t *turn) withdrawSent(do chat.Action) error {
	e, ok, err := t.withdrawable(do)
	if err != nil || !ok {
		return err
	}
	return t.show(chat.Message{Text: t.Office.AskWithdraw(e), Buttons: [][]chat.Button{{
		button(texts.ToWithdrawYes, verbWithdrawn, e.Number, e.Version), button(texts.ToDropNot, verbSee, e.Number),
	}}})
}

// withdrawable is the example of a button if it can still be withdrawn.
func (t *turn) withdrawable(do chat.Action) (e report.Example, ok bool, err error) {
	e, ok, err = t.ownExample(do.Arg(0), do.Arg(1))
	if err != nil {
		return e, false, err
	}
	if !ok {
		return e, false, t.stale()
	}
	if !e.Open() {
		return e, false, t.showExample(e, t.Office.TakenUp(e))
	}
	return e, true, nil
}

// withdrawnSent withdraws an example: number, version. All versions are kept.
func (t *turn) withdrawnSent(do chat.Action) error {
	e, ok, err := t.withdrawable(do)
	if err != nil || !ok {
		return err
	}
	e.Review = report.Withdrawn
	if err := t.tx.PutExample(e); err != nil {
		return err
	}
	if err := t.tx.Audit(t.member.ID, "example withdrawn", e.Number); err != nil {
		return err
	}
	credits, err := t.credits(e)
	if err != nil {
		return err
	}
	var owes []report.Period
	for _, c := range credits {
		if c.Standing.State == report.Pending {
			owes = append(owes, c.Schedule.Period)
		}
	}
	if err := t.show(chat.Message{Text: texts.WithdrawnNow(e, owes)}); err != nil {
		return err
	}
	return t.announce(e)
}
