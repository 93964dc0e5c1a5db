package review

import (
	"errors"
	"fmt"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// acceptExample takes up an example. The first officer to rule wins.
func acceptExample(t *turn.Turn, e report.Example) error {
	if err := accept(t, &e); err != nil {
		return err
	}
	if err := t.Toast(texts.AcceptedToast(e.Number)); err != nil {
		return err
	}
	return showRuled(t, e)
}

func accept(t *turn.Turn, e *report.Example) error {
	e.Review, e.Reason, e.Due = report.Accepted, "", report.Date{}
	_, err := rule(t, e, report.ExampleAccepted, chat.Message{Text: t.Office.ThanksAccepted(*e)})
	return err
}

// notThisVersion tells an officer that the unit sent another version.
func notThisVersion(t *turn.Turn, e report.Example) error {
	t.CloseQuestion() // whatever was being prepared is past
	return t.Toast(texts.NotThisVersion(e.Number))
}

// unruled refuses an example that somebody ruled on.
func unruled(_ *turn.Reading, e report.Example) turn.Refusal {
	if e.Review == report.Received {
		return nil
	}
	return func(t *turn.Turn) error {
		t.CloseQuestion()
		if e.Review == report.Withdrawn {
			return t.Toast(t.Office.WithdrawnByUnit(e.Changed))
		}
		return t.Toast(t.Office.RuledAlready(e, card.NameOf(&t.Reading, e.Ruled)))
	}
}

// rule writes a ruling, shows it on the cards of all officers, and tells the unit if
// there is something to tell. It returns how many of the unit can be reached.
func rule(t *turn.Turn, e *report.Example, did report.Deed, tell chat.Message) (told int, err error) {
	return ruleAnd(t, e, did, tell, card.Refresh)
}

// ruleAnd is rule, with the cards shown in a way of the caller's.
func ruleAnd(t *turn.Turn, e *report.Example, did report.Deed, tell chat.Message, refresh func(*turn.Turn, report.Example) error) (told int, err error) {
	before, err := t.Tx.Example(e.Number)
	if err != nil {
		return 0, err
	}
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return 0, err
	}
	waited, err := card.Waits(&t.Reading, e.Number)
	if err != nil {
		return 0, err
	}
	var to []report.Member
	if tell.Text != "" {
		if to, err = whoHears(&t.Reading, *e); err != nil {
			return 0, err
		}
	}
	e.Ruled, e.RuleAt = t.Member.ID, t.Tx.Now
	h.Rulings++
	h.Taken, h.Undo = report.Mark{}, undoTo(before, to)
	h.Undo.Ruling, h.Undo.RuledAt = h.Rulings, e.RuleAt
	if err := errors.Join(t.Tx.PutExample(*e), t.Tx.PutHandling(h), note(t, did, *e, "Review"), refresh(t, *e), card.TellEnded(t, *e, waited)); err != nil {
		return 0, err
	}
	return tellRuling(t, *e, h.Rulings, tell, to)
}

// undoTo is what undoes a ruling of which these were told.
func undoTo(before report.Example, told []report.Member) report.Undo {
	u := report.Undo{Review: before.Review, Reason: before.Reason, Due: before.Due, Ruled: before.Ruled, RuleAt: before.RuleAt}
	for _, m := range told {
		u.Told = append(u.Told, m.ID)
	}
	return u
}

// note writes into the audit log what was done with an example, and which fields that
// changed.
func note(t *turn.Turn, did report.Deed, e report.Example, fields ...string) error {
	return t.Tx.Audit(t.Member.ID, did, e.Ref().With(fields...))
}

// showRuled shows the ruling where the button was pressed, if that is not the card
// that shows it already.
func showRuled(t *turn.Turn, e report.Example) error {
	if on, err := card.IsOn(&t.Reading, e); err != nil || on {
		return err
	}
	of, err := card.Of(&t.Reading, e, card.Verdict(&t.Reading, e))
	if err != nil {
		return err
	}
	return t.Show(of)
}

// tellRuling tells the unit of a ruling, each person under a key, so that it can be
// corrected. What was undone before it left is not told; nor is a return, once the
// unit completed what was returned.
func tellRuling(t *turn.Turn, e report.Example, ruling int, m chat.Message, to []report.Member) (told int, err error) {
	for _, one := range to {
		guard := t.AsHearer(one, e.Unit)
		guard.Ruled, guard.Ruling = e.Number, ruling
		if e.Review == report.Returned {
			guard.Returned, guard.Version = e.Number, e.Version
		}
		if _, err := t.Tx.Put(storage.Row{Chat: one.ID, Key: toldKey(e.Number, ruling, one.ID), Message: m, Guard: guard}); err != nil {
			return told, err
		}
		if one.Reachable() {
			told++
		}
	}
	return told, nil
}

// toldKey names what was told to a member of a ruling.
func toldKey(number string, ruling int, member int64) string {
	return fmt.Sprintf("ruled/%s/%d/%d", number, ruling, member)
}

// whoHears is who hears of what becomes of an example: the one who sent it, or if
// that one no longer speaks for the unit or cannot be reached, all others who do.
func whoHears(t *turn.Reading, e report.Example) ([]report.Member, error) {
	sender, err := t.Tx.Member(e.By)
	if err != nil && !errors.Is(err, storage.ErrNotFound) {
		return nil, err
	}
	if e.OnBehalf != "" || !t.SpeaksFor(sender, e.Unit) || !sender.Reachable() {
		return t.Hearers(e.Unit)
	}
	return []report.Member{sender}, nil
}
