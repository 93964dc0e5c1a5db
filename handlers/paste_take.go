package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/texts"
)

// unasked answers a text that came when no question was open: it may be an
// introduction in itself.
func (t *turn) unasked() error {
	if len(t.member.Units()) == 0 && t.talk.Draft == 0 {
		return t.mainMenu(texts.NotUnderstood())
	}
	if form.HoldsCitizenID(form.Clean(t.ev.Text)) {
		return t.say(chat.Message{Text: texts.CitizenID()})
	}
	d, ok, err := t.opened()
	if err != nil {
		return err
	}
	p := form.ReadPaste(t.ev.Text)
	content := p.Introduces(t.ev.Forwarded)
	switch {
	case ok && content && p.Fits(d):
		note := p.Fill(&d, "")
		return t.goOn(d, note)
	case content && len(t.member.Units()) > 0:
		return t.beginPaste(p, ok)
	case ok:
		return t.repeat(d, texts.NotTaken())
	case p.Labels == 1:
		return t.mainMenu(texts.TemplateHint())
	}
	return t.mainMenu(texts.NotUnderstood())
}

// beginPaste starts a draft with a pasted text. One that was open is kept.
func (t *turn) beginPaste(p form.Paste, other bool) error {
	d, err := t.writeDraft(t.guessed())
	if err != nil {
		return err
	}
	note := p.Fill(&d, texts.PasteInto(other))
	return t.goOn(d, note)
}
