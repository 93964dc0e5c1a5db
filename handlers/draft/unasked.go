package draft

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/citizen"
	"guongsang/internal/form"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/supplement"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// Unasked answers a text that came when no question was open: it may ask for
// something, or be an introduction in itself.
func Unasked(t *turn.Turn) error {
	if p := paste.Read(t.Event.Text); !citizen.HoldsID(letters.Tidy(t.Event.Text)) && !t.Event.Forwarded && p.Labels < 2 {
		told := len(t.Member.Represented()) > 0 && p.Introduces(false) && !intent.Asks(t.Event.Text)
		if m := intent.Understand(t.Speaker(), t.Event.Text); m.Intent != intent.NoIntent && !(told && m.GivesWay()) {
			t.Meant = m
			return nil
		}
	}
	return unmeant(t)
}

// unmeant answers a text that asks for nothing.
func unmeant(t *turn.Turn) error {
	ofUnit := len(t.Member.Represented()) > 0
	if !ofUnit && t.Talk.Draft == 0 {
		return t.MainMenu(texts.Quoted(letters.Tidy(t.Event.Text), t.Office.NotUnderstood(ofUnit)))
	}
	d, ok, err := t.Opened()
	if err != nil {
		return err
	}
	p := paste.Read(t.Event.Text)
	content := p.Introduces(t.Event.Forwarded)
	switch {
	case letters.Unreadable(t.Event.Text):
		return t.Say(chat.Message{Text: texts.BrokenLetters()})
	case p.Masked && !content:
		return t.Say(chat.Message{Text: texts.CitizenID()})
	case ofUnit && p.SaysNil():
		t.Meant = intent.Meaning{Intent: intent.AskNil}
		return nil
	}
	if content && ofUnit && d.OnBehalf == "" && d.Amends == "" {
		if asked, err := askSeveral(t); err != nil || asked {
			return err
		}
	}
	switch {
	case ok && (content || p.Labels > 1) && form.Fits(d, p):
		mayHaveRest(t)
		note := form.Fill(&d, unitOf(&t.Reading, d), p, "")
		return goOn(t, d, note)
	case content && ofUnit:
		return beginPaste(t, p, ok)
	case ofUnit && p.Labels == 0 && paste.MayTell(t.Event.Text):
		return askTold(t, d, ok)
	case ok:
		_, question := form.Missing(d, unitOf(&t.Reading, d))
		if _, open := form.Find(d.Step); open {
			question = true
		}
		return repeat(t, d, texts.Quoted(letters.Tidy(t.Event.Text), t.Office.NotTaken(question)))
	case p.Labels == 1:
		return t.MainMenu(texts.Quoted(letters.Tidy(t.Event.Text), texts.TemplateHint()))
	}
	return notUnderstood(t, ofUnit)
}

// notUnderstood says so, and leads to what was begun: that may be what is spoken of.
func notUnderstood(t *turn.Turn, ofUnit bool) error {
	text := texts.Quoted(letters.Tidy(t.Event.Text), t.Office.NotUnderstood(ofUnit))
	waits, buttons, err := Waiting(&t.Reading)
	if err != nil || waits == "" {
		return errors.Join(err, t.MainMenu(text))
	}
	t.CloseQuestion()
	return t.Prompt(chat.Message{Text: text + " " + waits, Buttons: turn.Column(buttons...)})
}

const (
	verbAddTold turn.Verb = "d.addtold"
	verbNewTold turn.Verb = "d.newtold"
)

// stillTelling is for how long after a text about which is asked the next belongs to it.
const stillTelling = 2 * time.Minute

// askTold asks what to do with a text that is long enough to tell something, but
// does not say of whom. Nothing is stored of it in a draft.
func askTold(t *turn.Turn, d report.Draft, open bool) error {
	text := t.Event.Text
	asked := slices.ContainsFunc(t.Talk.Offered, func(b chat.Button) bool { return turn.Verb(b.Do.Verb) == verbNewTold })
	asked = asked && t.Talk.Doubt != "" && t.Tx.Now.Sub(t.Talk.Changed) < stillTelling
	if asked && (t.IsRest() || paste.ToldBy(text).Name == "") { // told in parts, or cut by a messenger
		text = t.Talk.Doubt + "\n" + text
	}
	mayHaveRest(t)
	t.Talk.Doubt = text
	buttons := []chat.Button{ToNewTold(text)}
	if open {
		told := d
		key, _, err := putTold(t, &told, text)
		if err != nil {
			return err
		}
		label := texts.ToSteer(string(form.ToSummary), false)
		if key != "summary" {
			label = texts.ToTakeAnswer(texts.FieldName(key, d.Content))
		}
		buttons = []chat.Button{turn.Button(label, verbAddTold, d.ID, d.Version, turn.MarkOf(text)), buttons[0], turn.Button(texts.ToReview, verbReview, d.ID, d.Version)}
	}
	return t.Prompt(chat.Message{Text: texts.DoubtTold(text, open), Buttons: turn.Column(buttons...)})
}

// OfferTold asks so of a text that was taken for something else. One that is typed raw
// looks like the name of something, and is asked for again.
func OfferTold(t *turn.Turn) error {
	if letters.Unreadable(t.Event.Text) {
		return t.Say(chat.Message{Text: texts.BrokenLetters()})
	}
	d, open, err := t.Opened()
	if err != nil {
		return err
	}
	return askTold(t, d, open)
}

// addTold puts such a text into the draft, after what it tells.
func addTold(t *turn.Turn, d report.Draft, mark string) error {
	text := t.Talk.Doubt
	if text == "" || mark != "" && turn.MarkOf(text) != mark {
		return t.Stale()
	}
	t.Talk.Doubt = ""
	_, r, err := putTold(t, &d, text)
	if err != nil {
		return err
	}
	return goOn(t, d, r.Note)
}

// putTold keeps such a text in a draft: after what it tells, or in the field for which the
// agency asked when it returned what the draft amends.
func putTold(t *turn.Turn, d *report.Draft, text string) (key string, r form.Reading, err error) {
	if d.Amends == "" {
		return "summary", addToSummary(d, text), nil
	}
	e, err := t.Tx.Example(d.Amends)
	if err == nil {
		key, r = supplement.Put(d, e.Reason, text)
	}
	return key, r, err
}

// ToNewTold is the button by which a text about which is asked begins a draft.
func ToNewTold(text string) chat.Button {
	return turn.Button(texts.ToTold, verbNewTold, turn.MarkOf(text))
}

// newTold begins a draft with it.
func newTold(t *turn.Turn, mark string) error {
	text := t.Talk.Doubt
	if text == "" || mark != "" && turn.MarkOf(text) != mark { // below is asked about another
		return t.Stale()
	}
	t.Talk.Doubt = ""
	p := paste.Read(text)
	if d, open, err := t.Opened(); err != nil || open && FilesOnly(d) && form.Fits(d, p) { // the photos of whom it tells
		note := form.Fill(&d, unitOf(&t.Reading, d), p, "")
		return errors.Join(err, goOn(t, d, note))
	}
	return beginPaste(t, p, t.Talk.Draft != 0)
}

// beginPaste starts a draft with a pasted text. One that was open is kept.
func beginPaste(t *turn.Turn, p paste.Paste, other bool) error {
	mayHaveRest(t)
	d, err := writeDraft(t, guessed(t))
	if err != nil {
		return err
	}
	note := form.Fill(&d, unitOf(&t.Reading, d), p, texts.PasteInto(other))
	named, err := t.NamedBefore(d)
	if err != nil {
		return err
	}
	if named != "" {
		note = under(note, named)
	}
	return goOn(t, d, note)
}

// WrongKind answers what cannot be used, and repeats the open question.
func WrongKind(t *turn.Turn) error {
	d, ok, err := t.Opened()
	if err != nil {
		return err
	}
	if ok {
		return repeat(t, d, texts.WrongKind())
	}
	if len(t.Member.Represented()) == 0 {
		return t.MainMenu(texts.NoFiles(t.Member.Agency()))
	}
	return t.MainMenu(texts.WrongKind())
}

// Edited says once in a draft, or of what was just sent, that an edited message changes
// nothing, and how it is changed.
func Edited(t *turn.Turn) error {
	d, ok, err := t.Opened()
	if err != nil {
		return err
	}
	key, m := fmt.Sprintf("edited/%d", d.ID), chat.Message{Text: texts.EditIgnored()}
	if !ok {
		e, sent, err := LastSent(t)
		if err != nil || !sent || !Lately(t, e) {
			return err
		}
		key, m = fmt.Sprintf("edited/%s/%d", e.Number, e.Version), chat.Message{Text: texts.EditAfterSending(e), Buttons: turn.Column(turn.Button(texts.ToSee, VerbSee, e.Number))}
	}
	if _, known, err := t.Tx.Delivery(key); err != nil || known {
		return err
	}
	_, err = t.Tx.Put(storage.Row{Chat: t.Member.ID, Key: key, Message: m})
	return err
}
