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

// toUndo is an example of which this officer may still undo the last ruling: the
// one for which the button was made.
var toUndo = turn.Join(turn.ExampleAt(notThisVersion).If(settled), turn.Number("ruling", 1, 9999), func(t *turn.Reading, e report.Example, ruling int) (report.Example, turn.Refusal) {
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return e, turn.Failed(err)
	}
	if h.Undo.Ruling != ruling || !h.MayUndo(e, t.Member.ID, t.Tx.Now) {
		return e, func(t *turn.Turn) error { return t.Toast(t.Office.UndoPast()) }
	}
	return e, nil
})

// undoRuling brings an example back to what it was before its last ruling.
func undoRuling(t *turn.Turn, e report.Example) error {
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return err
	}
	waited, err := card.Waits(&t.Reading, e.Number)
	if err != nil {
		return err
	}
	undone, u := e, h.Undo
	e.Review, e.Reason, e.Due, e.Ruled, e.RuleAt = u.Review, u.Reason, u.Due, u.Ruled, u.RuleAt
	h.Undo, h.Undone = report.Undo{}, append(h.Undone, u.Ruling)
	if n := len(h.Corrections); n > 0 && h.Corrections[n-1].Answered.At.Equal(u.RuledAt) {
		h.Corrections[n-1].Agreed, h.Corrections[n-1].Answered = false, report.Mark{}
	}
	if err := errors.Join(t.Tx.PutExample(e), t.Tx.PutHandling(h), note(t, report.RulingUndone, e, "Review"), card.TellEnded(t, e, waited)); err != nil {
		return err
	}
	told, err := tellUndone(t, undone, e, u)
	if err != nil {
		return err
	}
	if err := card.Refresh(t, e); err != nil {
		return err
	}
	if on, err := card.IsOn(&t.Reading, e); err != nil || on {
		return errors.Join(err, t.Say(chat.Message{Text: texts.RulingUndone(e.Number, undone.Review, e.Review, told)}))
	}
	return t.Show(chat.Message{Text: texts.RulingUndone(e.Number, undone.Review, e.Review, told)})
}

// tellUndone corrects what was told of a ruling. Those to whom it went out are told
// that it was undone; what did not leave yet is kept back by its guard, and its
// correction with it.
func tellUndone(t *turn.Turn, undone, now report.Example, u report.Undo) (heard int, err error) {
	for _, id := range u.Told {
		key := toldKey(now.Number, u.Ruling, id)
		d, ok, err := t.Tx.Delivery(key)
		if err != nil {
			return heard, err
		}
		if !ok {
			continue
		}
		to, err := t.Tx.Member(id)
		if err != nil {
			if errors.Is(err, storage.ErrNotFound) {
				continue
			}
			return heard, err
		}
		guard := t.AsHearer(to, now.Unit)
		if _, err := t.Tx.Put(storage.Row{Chat: id, Way: storage.Edit, TargetKey: key, Message: chat.Message{Text: texts.WasUndone(now)}, Guard: guard}); err != nil {
			return heard, err
		}
		if d.Fate != storage.Sent && d.Fate != storage.Unsure {
			continue
		}
		heard++
		if _, err := t.Tx.Put(storage.Row{Chat: id, Message: chat.Message{Text: t.Office.UndoneForUnit(now, undone.Review)}, Guard: guard}); err != nil {
			return heard, err
		}
	}
	return heard, nil
}
