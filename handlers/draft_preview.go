package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbReview = "d.review" // draft version

const questionPreview = questionPrefix + "preview"

// preview shows a whole draft before it is sent.
func (t *turn) preview(d report.Draft, note string) error {
	d.Step = ""
	d, err := t.tx.PutDraft(d)
	if err != nil {
		return err
	}
	return t.showPreview(d, note)
}

func (t *turn) showPreview(d report.Draft, note string) error {
	p, timing, err := t.credited(d)
	if err != nil {
		return err
	}
	t.talk.Draft, t.talk.Counter = d.ID, ""
	t.ask(questionPreview)
	title, text := texts.Preview(d, t.unitName(d.Unit), p, timing, form.Treatment(d))
	if note != "" {
		text = note + "\n\n" + text
	}
	send := texts.ToSend
	if d.Amends != "" {
		send = texts.ToSendAgain
	}
	lines := [][]chat.Button{
		{button(send, verbSend, d.ID, d.Version, p)},
		{button(texts.ToEdit, verbEdit, d.ID, d.Version), button(texts.ToMore, verbMore, d.ID, d.Version)},
		{button(texts.ToSave, verbSave, d.ID, d.Version), button(texts.WordCancel, verbDrop, d.ID, d.Version)},
	}
	if d.Amends == "" {
		lines[0] = append(lines[0], button(texts.ToPeriod, verbPeriods, d.ID, d.Version))
	}
	return t.show(chat.Message{Title: title, Text: text, Buttons: lines})
}

// reviewDraft shows the preview again: draft, version.
func (t *turn) reviewDraft(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	return t.goOn(d, "")
}

// answerPreview takes a text that was typed under a preview. Nothing was
// asked, so a template fills what is empty and anything else is repeated to.
func (t *turn) answerPreview() error {
	t.closeQuestion()
	return t.unasked()
}
