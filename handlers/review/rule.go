package review

import (
	"errors"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// acceptExample takes up an example. The first officer to rule wins.
func acceptExample(t *turn.Turn, e report.Example) error {
	e.Review, e.Reason, e.Due = report.Accepted, "", report.Date{}
	if err := rule(t, &e, report.ExampleAccepted); err != nil {
		return err
	}
	if _, err := tellSender(t, e, chat.Message{Text: t.Office.ThanksAccepted(e)}, nil); err != nil {
		return err
	}
	return t.Toast(texts.AcceptedToast(e.Number))
}

// toRule is an example that can be ruled on: in the version that the officer
// saw, and while nobody has ruled.
var toRule = turn.ExampleAt(func(t *turn.Turn, e report.Example) error {
	t.CloseQuestion() // whatever was being prepared is past
	return t.Toast(texts.NotThisVersion(e.Number))
}).If(func(_ *turn.Reading, e report.Example) turn.Refusal {
	if e.Review == report.Received {
		return nil
	}
	return func(t *turn.Turn) error {
		t.CloseQuestion()
		if e.Review == report.Withdrawn {
			return t.Toast(t.Office.WithdrawnByUnit(e.Changed))
		}
		return t.Toast(t.Office.RuledAlready(e, ruler(&t.Reading, e)))
	}
})

// ruler names who ruled last.
func ruler(t *turn.Reading, e report.Example) string {
	m, _ := t.Tx.Member(e.Ruled)
	return m.Name
}

// rule writes a ruling and shows it on the cards of all officers.
func rule(t *turn.Turn, e *report.Example, did report.Deed) error {
	e.Ruled, e.RuleAt = t.Member.ID, t.Tx.Now
	if err := t.Tx.PutExample(*e); err != nil {
		return err
	}
	if err := t.Tx.Audit(t.Member.ID, did, e.Ref().With("Review")); err != nil {
		return err
	}
	return card.Mark(t, *e, e.Version, t.Office.Verdict(*e, t.Member.Name))
}

// tellSender tells the one who sent an example, or if that one no longer
// serves the unit or cannot be reached, all focal points of the unit. It
// returns how many can be reached.
func tellSender(t *turn.Turn, e report.Example, m chat.Message, guard *storage.Guard) (told int, err error) {
	sender, err := t.Tx.Member(e.By)
	if err != nil && !errors.Is(err, storage.ErrNotFound) {
		return 0, err
	}
	to := []report.Member{sender}
	if e.OnBehalf != "" || !sender.Represents(e.Unit) || !sender.Reachable() {
		if to, err = t.Tx.Holders(report.Focal, e.Unit); err != nil {
			return 0, err
		}
	}
	for _, one := range to {
		row := storage.Row{Chat: one.ID, Message: m, Guard: &storage.Guard{Member: one.ID, Posts: []report.Post{{Role: report.Focal, Unit: e.Unit}}}}
		if guard != nil {
			row.Guard.Returned, row.Guard.Version = guard.Returned, guard.Version
		}
		if _, err := t.Tx.Put(row); err != nil {
			return 0, err
		}
		if one.Reachable() {
			told++
		}
	}
	return told, nil
}
