package review

import (
	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbTakeOver turn.Verb = "takeo"

// takeUp takes an example up for report.HeldFor, so that no two work on it.
func takeUp(t *turn.Turn, e report.Example) error {
	if err := take(t, e); err != nil {
		return err
	}
	return showRuled(t, e)
}

func take(t *turn.Turn, e report.Example) error {
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return err
	}
	h.Taken = report.Mark{By: t.Member.ID, At: t.Tx.Now}
	if err := t.Tx.PutHandling(h); err != nil {
		return err
	}
	if err := note(t, report.ExampleTaken, e); err != nil {
		return err
	}
	if err := card.Refresh(t, e); err != nil {
		return err
	}
	return t.Toast(t.Office.TakenToast(e.Number, t.Tx.Now))
}

// toTake is an example that waits, whoever looks at it.
var toTake = turn.ExampleAt(notThisVersion).If(unruled)

// toRule is an example that can be ruled on: in the version that the officer
// saw, while nobody has ruled, and while no other officer looks at it.
var toRule = toTake.If(func(t *turn.Reading, e report.Example) turn.Refusal {
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return turn.Failed(err)
	}
	by := h.HeldBy(t.Tx.Now)
	if by == 0 || by == t.Member.ID {
		return nil
	}
	return func(t *turn.Turn) error {
		return t.Say(chat.Message{
			Text: t.Office.AskTakeOver(e.Number, card.NameOf(&t.Reading, by), h.Taken.At),
			Buttons: [][]chat.Button{{
				turn.Button(texts.LabelTakeOver, verbTakeOver, e.Number, e.Version), turn.Button(texts.LabelCancel, turn.VerbCancel),
			}},
		})
	}
})

// takeOver takes an example up that another officer may be looking at: it was asked.
func takeOver(t *turn.Turn, e report.Example) error {
	if err := take(t, e); err != nil {
		return err
	}
	of, err := card.Of(&t.Reading, e, "")
	if err != nil {
		return err
	}
	return t.Show(of)
}
