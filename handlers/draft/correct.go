package draft

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/citizen"
	"guongsang/internal/correction"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Who finds after the sending that a field is wrong, and says what is right, is
// asked by a button whether the last example is to be corrected so.

const verbCorrect turn.Verb = "s.correct"

// OfferCorrection offers to correct the example that the member sent last, if the
// text says what is right in a field of it. It reports whether it does.
func OfferCorrection(t *turn.Turn) (bool, error) {
	key, _, ok := correction.Of(t.Event.Text)
	q, known := form.Find(key)
	if !ok || !known {
		return false, nil
	}
	e, ok, err := lastSent(t)
	if err != nil || !ok {
		return false, err
	}
	d := report.Draft{Content: e.Content, Changed: t.Tx.Now.In(t.Rules.Zone)}
	if r := form.AnswerPreview(&d, t.Event.Text); r.Outcome != form.Kept || q.Shown(d) == q.Shown(report.Draft{Content: e.Content}) {
		return false, nil
	}
	t.Talk.Doubt = t.Event.Text
	correct := turn.Button(texts.ToCorrect, verbCorrect, e.Number, e.Version, turn.MarkOf(t.Event.Text))
	return true, t.Prompt(chat.Message{
		Text:    texts.OfferCorrection(e, texts.FieldName(key, e.Content), q.Shown(report.Draft{Content: e.Content}), q.Shown(d)),
		Buttons: turn.Column(correct, turn.Button(texts.LabelCancel, turn.VerbCancel)),
	})
}

// lastSent is the example that the member sent last and that can still be changed.
func lastSent(t *turn.Turn) (last report.Example, ok bool, err error) {
	for _, unit := range t.Member.Represented() {
		list, err := t.Tx.ExamplesOf(unit, turn.Listed)
		if err != nil {
			return last, false, err
		}
		for _, e := range list {
			if e.By == t.Member.ID && e.Open() && e.Changed.After(last.Changed) {
				last, ok = e, true
			}
		}
	}
	return last, ok, nil
}

// correctSent opens the example as a draft with the field corrected. It is sent
// again from there.
func correctSent(t *turn.Turn, e report.Example, mark string) error {
	return reopenedFor(t, e, mark, func(d report.Draft, text string) error {
		return goOn(t, d, form.AnswerPreview(&d, text).Note)
	})
}

// reopenedFor opens an example as a draft for the text about which a button of that mark
// asked.
func reopenedFor(t *turn.Turn, e report.Example, mark string, do func(d report.Draft, text string) error) error {
	text := t.Talk.Doubt
	if text == "" || turn.MarkOf(text) != mark || !e.Open() {
		return t.Stale()
	}
	t.Talk.Doubt = ""
	d, err := reopened(t, e)
	if err != nil {
		return err
	}
	return do(d, text)
}

const verbAddSent turn.Verb = "s.add"

// OfferAddition offers to add to the example that the member just sent what a text tells
// more of somebody whom it does not name, or the photos that it announces. It reports
// whether it does.
func OfferAddition(t *turn.Turn) (bool, error) {
	more, photos := form.Supplement(t.Event.Text)
	if more == "" || t.Talk.Draft != 0 || t.Event.Forwarded {
		return false, nil
	}
	e, ok, err := lastSent(t)
	if err != nil || !ok || t.Tx.Now.Sub(e.Changed) >= forgotten || form.NamesAnother(e.Content, more) {
		return false, err
	}
	if citizen.HoldsID(t.Event.Text) {
		return true, t.Say(chat.Message{Text: texts.CitizenID()})
	}
	t.Talk.Doubt = t.Event.Text
	mark := turn.MarkOf(t.Event.Text)
	buttons := []chat.Button{turn.Button(texts.ToAddSent, verbAddSent, e.Number, e.Version, mark)}
	if !photos {
		buttons = append(buttons, turn.Button(texts.ToTold, verbNewTold, mark))
	}
	return true, t.Prompt(chat.Message{Text: texts.OfferAddition(e, t.Event.Text), Buttons: turn.Column(append(buttons, turn.Button(texts.LabelCancel, turn.VerbCancel))...)})
}

// addSent opens the example as a draft with that added, or asks for the photos.
func addSent(t *turn.Turn, e report.Example, mark string) error {
	return reopenedFor(t, e, mark, func(d report.Draft, text string) error {
		more, photos := form.Supplement(text)
		if photos {
			q, _ := form.Find("files")
			return askStep(t, d, q, t.Office.Reopened(e), fromEdit)
		}
		return goOn(t, d, texts.Noted(t.Office.Reopened(e), addToSummary(&d, texts.Cap(more)).Note))
	})
}

// addToSummary keeps a text that tells something in the summary of a draft; none with a
// citizen's number, whichever way it came.
func addToSummary(d *report.Draft, text string) form.Reading {
	if citizen.HoldsID(text) {
		return form.Reading{Outcome: form.Refused, Note: texts.CitizenID()}
	}
	return form.AddToSummary(d, text)
}
