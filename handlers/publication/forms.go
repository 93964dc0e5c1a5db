package publication

import (
	"strings"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/publicity"
	"guongsang/internal/publisher"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// screenful is how many letters of a form are shown at once.
const screenful = 3000

// A screen is a part of a form.
type screen struct {
	form publicity.Form
	part string
}

// screens are all forms, one after the other, in parts that fit a message.
func screens(text publisher.Text) (all []screen) {
	for _, form := range publicity.All {
		letters := []rune(text.Forms[form])
		for len(letters) > screenful {
			all = append(all, screen{form, string(letters[:screenful])})
			letters = letters[screenful:]
		}
		all = append(all, screen{form, string(letters)})
	}
	return all
}

// showScreen shows a part of the forms.
func showScreen(t *turn.Reading, c chosen, n int) error {
	t.CloseQuestion()
	text, err := textOf(t, c)
	if err != nil {
		return err
	}
	if text.Hidden() {
		return t.Show(chat.Message{Text: texts.HiddenBecause(text.View), Buttons: turn.Column(turn.Button(texts.ToBack, verbPage, c.pub.Number))})
	}
	all := screens(text)
	n = min(n, len(all)-1)
	s := all[n]
	m := chat.Message{Title: texts.FormHead(string(s.form), n+1, len(all), text.Edited[s.form]), Text: s.part}
	m.Buttons = turn.PagerBy(1, verbScreen, n, len(all), c.pub.Number)
	line := []chat.Button{turn.Button(texts.LabelEditForm, verbEdit, c.pub.Number, c.pub.Version, s.form)}
	if text.Edited[s.form] {
		line = append(line, turn.Button(texts.LabelResetForm, verbReset, c.pub.Number, c.pub.Version, s.form))
	}
	m.Buttons = append(m.Buttons, line, []chat.Button{turn.Button(texts.PaperName(turn.PaperPackage), card.VerbPackage, c.pub.Number), turn.Button(texts.ToBack, verbPage, c.pub.Number)})
	return t.Show(m)
}

// mayChange refuses to change the words of what is on its way or out.
func mayChange(c chosen) bool {
	switch c.pub.Progress {
	case records.Chosen, records.Submitted, records.Approved, records.Waiting:
		return true
	}
	return false
}

// askForm asks for other words for a form.
func askForm(t *turn.Reading, c chosen, form publicity.Form) error {
	if !mayChange(c) && form == publicity.Channel {
		return t.Toast(texts.AlreadyPublished)
	}
	t.Ask(questionForm, c.pub.Number, c.pub.Version, form)
	return t.Say(chat.Message{Text: texts.AskForm(string(form)), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// takeForm takes an officer's own words, if the gate lets them out.
func takeForm(t *turn.Turn, c chosen, form publicity.Form) error {
	own := strings.TrimSpace(t.Event.Text)
	gate, err := t.Tx.Gate(c.pub.Number)
	if err != nil {
		return err
	}
	if problems := publicity.Check(gate, form, own); len(problems) > 0 {
		return t.Say(chat.Message{
			Text:    problems[0].Says(form),
			Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel)),
		})
	}
	return changeForm(t, c, form, own)
}

// resetForm goes back to the words that the program makes.
func resetForm(t *turn.Turn, c chosen, form publicity.Form) error { return changeForm(t, c, form, "") }

// changeForm puts other words into a form. Leave that was given for the old ones is
// past, and what waited to be posted waits no more; where no leave is needed it waits
// anew, or nobody else would see the new words in time to stop them.
func changeForm(t *turn.Turn, c chosen, form publicity.Form, own string) error {
	if !mayChange(c) && form == publicity.Channel {
		return t.Toast(texts.AlreadyPublished)
	}
	t.CloseQuestion()
	edited := map[string]string{}
	for kind, text := range c.pub.Edited {
		edited[kind] = text
	}
	edited[string(form)] = own
	if own == "" {
		delete(edited, string(form))
	}
	c.pub.Edited = edited
	waited, err := card.Waits(&t.Reading, c.pub.Number)
	if err != nil {
		return err
	}
	if mayChange(c) && t.Rules.Publication.NeedsLeave() {
		c.pub.Progress, c.pub.Ruling = records.Chosen, records.Ruling{}
	} else if c.pub.Progress == records.Waiting && form == publicity.Channel {
		c.pub.PostAt = t.Tx.Now.Add(t.Rules.Publication.Wait)
	}
	anew := c.pub.Progress == records.Waiting && form == publicity.Channel
	if c, err = keep(t, c, report.PublicTextEdited); err != nil {
		return err
	}
	if anew {
		err = tellWaits(t, c, t.Office.WaitsAnew(c.pub.Number, t.Member.Name, c.pub.PostAt))
	} else {
		err = card.TellEnded(t, c.example, waited)
	}
	if err != nil {
		return err
	}
	return showForm(&t.Reading, c, form)
}

// showForm shows a form from its beginning.
func showForm(t *turn.Reading, c chosen, form publicity.Form) error {
	text, err := textOf(t, c)
	if err != nil {
		return err
	}
	for n, s := range screens(text) {
		if s.form == form {
			return showScreen(t, c, n)
		}
	}
	return showPage(t, c)
}
