package unit

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const (
	verbReview turn.Verb = "d.review"
	verbRenew  turn.Verb = "d.renew"
)

const questionPreview turn.Question = "d.preview"

// preview shows a whole draft before it is sent.
func preview(t *turn.Turn, d report.Draft, note string) error {
	d.Step = ""
	d, err := t.Tx.PutDraft(d)
	if err != nil {
		return err
	}
	return showPreview(t, d, note, report.Period{})
}

// showPreview shows a draft as it is written. Where the consent has to be
// renewed that is asked in place of sending.
func showPreview(t *turn.Turn, d report.Draft, note string, toSend report.Period) error {
	m, err := previewOf(t, d, note, toSend)
	if err != nil {
		return err
	}
	belowFiles(t)
	t.Talk.Draft, t.Talk.Counter = d.ID, ""
	t.Ask(questionPreview)
	return t.Prompt(m)
}

// previewBelow shows the preview again below the files that came while it was the
// last message, in one message however many come.
func previewBelow(t *turn.Turn, d report.Draft) error {
	m, err := previewOf(t, d, "", report.Period{})
	if err != nil {
		return err
	}
	for _, line := range m.Buttons {
		t.Talk.Offered = append(t.Talk.Offered, line...)
	}
	row := storage.Row{Chat: t.Member.ID, Message: m}
	key := t.Talk.Counter + "/preview"
	if t.Talk.Below == key {
		row.TargetKey = key
		return t.Tx.PutEdit(row)
	}
	row.Key, t.Talk.Below = key, key
	_, err = t.Tx.Put(row)
	return err
}

// previewOf is the preview of a draft. If it was to be sent for a period, the
// answer to what is asked in place of that sends it.
func previewOf(t *turn.Turn, d report.Draft, note string, toSend report.Period) (m chat.Message, err error) {
	p, timing, err := credited(t, d)
	if err != nil {
		return m, err
	}
	public, err := published(t, d)
	if err != nil {
		return m, err
	}
	anew := form.ToRenew(d)
	title, text := texts.Preview(d, t.UnitName(d.Unit), p, timing, public, anew)
	if note != "" {
		text = note + "\n\n" + text
	}
	from, err := copied(t, d)
	if err != nil {
		return m, err
	}
	if from != "" {
		text += "\n\n" + from
	}
	first := sending(d, p)
	if len(anew) > 0 {
		first = renewing(d, toSend)
	}
	lines := [][]chat.Button{
		first,
		{turn.Button(texts.ToEdit, verbEdit, d.ID, d.Version), turn.Button(texts.ToMore, verbMore, d.ID, d.Version)},
		{turn.Button(texts.ToSave, verbSave, d.ID, d.Version), turn.Button(texts.WordCancel, verbDrop, d.ID, d.Version)},
	}
	return chat.Message{Title: title, Text: text, Buttons: lines}, nil
}

// sending are the buttons that send a draft for a period, or change that.
func sending(d report.Draft, p report.Period) []chat.Button {
	if d.Amends != "" {
		return []chat.Button{turn.Button(texts.ToSendAgain, verbSend, d.ID, d.Version, p)}
	}
	return []chat.Button{turn.Button(texts.ToSend, verbSend, d.ID, d.Version, p), turn.Button(texts.ToPeriod, verbPeriods, d.ID, d.Version)}
}

// renewing are the buttons that say whether the consent covers what is new.
func renewing(d report.Draft, toSend report.Period) []chat.Button {
	var sent []any
	if toSend != (report.Period{}) {
		sent = append(sent, toSend)
	}
	return []chat.Button{
		turn.Button(texts.ToRenew, verbRenew, append([]any{d.ID, d.Version, 1}, sent...)...),
		turn.Button(texts.ToRenewNot, verbRenew, append([]any{d.ID, d.Version, 0}, sent...)...),
	}
}

// published is what everybody will see of a draft, if it is sent as it is.
func published(t *turn.Turn, d report.Draft) (privacy.View, error) {
	e := report.Example{Content: d.Content}
	if d.Amends != "" {
		sent, err := t.Tx.Example(d.Amends)
		if err != nil {
			return privacy.View{}, err
		}
		e.Sent = sent.Sent
	}
	return privacy.Of(e, unitOf(&t.Reading, d), privacy.Public, t.Today()), nil
}

// renewConsent notes whether the consent covers what came after it, and sends
// what was to be sent.
func renewConsent(t *turn.Turn, d report.Draft, yes bool, toSend report.Period) error {
	form.Renew(&d, yes)
	if toSend == (report.Period{}) {
		return goOn(t, d, "")
	}
	d, err := t.Tx.PutDraft(d)
	if err != nil {
		return err
	}
	return sendDraft(t, d, toSend, false)
}

// reviewDraft shows the preview again.
func reviewDraft(t *turn.Turn, d report.Draft) error {
	return goOn(t, d, "")
}

// answerPreview takes a text that was typed under a preview. Nothing was asked: a
// field may be corrected by its label, a template fills what is empty, and anything
// else is repeated to.
func answerPreview(t *turn.Turn) error {
	d, ok, err := t.Opened()
	if err != nil || !ok || form.ReadPaste(t.Event.Text).Labels >= 2 {
		t.CloseQuestion()
		if err != nil {
			return err
		}
		return unmeant(t)
	}
	switch r := form.AnswerPreview(&d, t.Event.Text); {
	case r.Outcome == form.Kept:
		return goOn(t, d, r.Note)
	case r.Outcome == form.Steered:
		return saveDraft(t, d)
	case r.Outcome == form.Aside:
		t.Meant = r.Meaning
		return nil
	case r.Note != "":
		return repeat(t, d, r.Note)
	}
	t.CloseQuestion()
	return unmeant(t)
}
