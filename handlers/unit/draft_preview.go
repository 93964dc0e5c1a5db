package unit

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbReview turn.Verb = "d.review"

const questionPreview turn.Question = "d.preview"

// preview shows a whole draft before it is sent.
func preview(t *turn.Turn, d report.Draft, note string) error {
	d.Step = ""
	d, err := t.Tx.PutDraft(d)
	if err != nil {
		return err
	}
	return showPreview(t, d, note)
}

func showPreview(t *turn.Turn, d report.Draft, note string) error {
	p, timing, err := credited(t, d)
	if err != nil {
		return err
	}
	t.Talk.Draft, t.Talk.Counter = d.ID, ""
	t.Ask(questionPreview)
	title, text := texts.Preview(d, t.UnitName(d.Unit), p, timing, form.Treatment(d))
	if note != "" {
		text = note + "\n\n" + text
	}
	send := texts.ToSend
	if d.Amends != "" {
		send = texts.ToSendAgain
	}
	lines := [][]chat.Button{
		{turn.Button(send, verbSend, d.ID, d.Version, p)},
		{turn.Button(texts.ToEdit, verbEdit, d.ID, d.Version), turn.Button(texts.ToMore, verbMore, d.ID, d.Version)},
		{turn.Button(texts.ToSave, verbSave, d.ID, d.Version), turn.Button(texts.WordCancel, verbDrop, d.ID, d.Version)},
	}
	if d.Amends == "" {
		lines[0] = append(lines[0], turn.Button(texts.ToPeriod, verbPeriods, d.ID, d.Version))
	}
	return t.Show(chat.Message{Title: title, Text: text, Buttons: lines})
}

// reviewDraft shows the preview again.
func reviewDraft(t *turn.Turn, d report.Draft) error {
	return goOn(t, d, "")
}

// answerPreview takes a text that was typed under a preview. Nothing was
// asked, so a template fills what is empty and anything else is repeated to.
func answerPreview(t *turn.Turn) error {
	t.CloseQuestion()
	return Unasked(t)
}
