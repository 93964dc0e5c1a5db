package supplement

import (
	"guongsang/handlers/draft"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
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
	e, ok, err := draft.LastSent(t)
	if err != nil || !ok {
		return false, err
	}
	return offerCorrectionOf(t, e)
}

// offerCorrectionOf offers to correct one.
func offerCorrectionOf(t *turn.Turn, e report.Example) (bool, error) {
	key, _, ok := correction.Of(t.Event.Text)
	q, known := form.Find(key)
	if !ok || !known {
		return false, nil
	}
	d := report.Draft{Content: e.Content, Changed: t.Tx.Now.In(t.Rules.Zone)}
	if r := form.AnswerPreview(&d, t.Event.Text); r.Outcome != form.Kept || q.Shown(d) == q.Shown(report.Draft{Content: e.Content}) {
		return false, nil
	}
	t.Talk.Doubt = t.Event.Text
	button := turn.Button(texts.ToCorrect, verbCorrect, e.Number, e.Version, turn.MarkOf(t.Event.Text))
	return true, t.Prompt(chat.Message{
		Text:    texts.OfferCorrection(e, texts.FieldName(key, e.Content), q.Shown(report.Draft{Content: e.Content}), q.Shown(d)),
		Buttons: turn.Column(button, turn.Button(texts.LabelCancel, turn.VerbCancel)),
	})
}

// correct opens the example as a draft with the field corrected. It is sent again from
// there.
func correct(t *turn.Turn, e report.Example, mark string) error {
	text, ok := asked(t, e, mark)
	if !ok {
		return t.Stale()
	}
	return draft.AmendWith(t, e, false, func(d *report.Draft) string { return form.AnswerPreview(d, text).Note })
}

// asked is the text about which a button of that mark asked, taken so that no second press
// finds it.
func asked(t *turn.Turn, e report.Example, mark string) (text string, ok bool) {
	text = t.Talk.Doubt
	if text == "" || turn.MarkOf(text) != mark || !e.Open() {
		return "", false
	}
	t.Talk.Doubt = ""
	return text, true
}
