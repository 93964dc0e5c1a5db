package unit

import (
	"guongsang/handlers/card"
	"guongsang/handlers/draft"
	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbWithdraw  turn.Verb = "s.pull"
	verbWithdrawn turn.Verb = "s.pulled"
)

// toWithdraw is an example that can still be withdrawn.
var toWithdraw = turn.ExampleAt(nil).If(stillOpen)

// withdrawSent asks once before an example is withdrawn.
func withdrawSent(t *turn.Reading, e report.Example) error {
	return t.Show(chat.Message{Text: t.Office.AskWithdraw(e), Buttons: [][]chat.Button{{
		turn.Button(texts.ToWithdrawYes, verbWithdrawn, e.Number, e.Version), turn.Button(texts.ToDropNot, draft.VerbSee, e.Number),
	}}})
}

// withdrawnSent withdraws an example. All versions are kept.
func withdrawnSent(t *turn.Turn, e report.Example) error {
	e.Review = report.Withdrawn
	if err := t.Tx.PutExample(e); err != nil {
		return err
	}
	if err := t.Tx.Audit(t.Member.ID, report.ExampleWithdrawn, e.Ref().With("Review")); err != nil {
		return err
	}
	credits, err := duty.Credits(&t.Reading, e)
	if err != nil {
		return err
	}
	var owes []report.Period
	for _, c := range credits {
		if c.Standing.State == report.Pending {
			owes = append(owes, c.Schedule.Period)
		}
	}
	if err := t.Show(chat.Message{Text: texts.WithdrawnNow(e, owes), Buttons: turn.Column(sendingAnew(e)...)}); err != nil {
		return err
	}
	return card.Announce(t, e)
}

// sendingAnew is the button for whoever regrets that an example was withdrawn, as long
// as it still tells anything.
func sendingAnew(e report.Example) []chat.Button {
	if e.Review != report.Withdrawn || e.Content.Name == "" {
		return nil
	}
	return []chat.Button{turn.Button(texts.ToSendAnew, verbAnew, e.Number, e.Version)}
}

const verbAnew turn.Verb = "s.anew"

// toSendAnew is an example that was withdrawn.
var toSendAnew = turn.ExampleAt(nil).If(func(_ *turn.Reading, e report.Example) turn.Refusal {
	if len(sendingAnew(e)) == 0 {
		return turn.Stale
	}
	return nil
})
