package draft

import (
	"fmt"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/citizen"
	"guongsang/internal/form"
	"guongsang/internal/importer"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A pasted text may introduce several persons, as a Word file may: the same
// question comes first, with the text kept until it is answered.

const (
	verbEachPasted turn.Verb = "d.eachpasted"
	verbOnePasted  turn.Verb = "d.onepasted"
)

// askSeveral asks of a text that introduces several persons whether each gets a
// draft. It reports whether it is one.
func askSeveral(t *turn.Turn) (bool, error) {
	persons, rest, more := paste.PersonsIn(t.Event.Text)
	if len(persons) < 2 {
		return false, nil
	}
	var names []string
	for _, p := range persons {
		names = append(names, p.Name)
	}
	t.Talk.Doubt = t.Event.Text
	mark := turn.MarkOf(t.Event.Text)
	return true, t.Say(chat.Message{
		Text: texts.PastedPersons(names, more, rest),
		Buttons: turn.Column(
			turn.Button(texts.ToDraftEach(len(names)), verbEachPasted, mark),
			turn.Button(texts.ToOneExample, verbOnePasted, mark),
		),
	})
}

// severalPasted is the text about which it is asked, taken so that no second
// press finds it.
func severalPasted(t *turn.Turn, mark string) (text string, ok bool) {
	text = t.Talk.Doubt
	if text == "" || turn.MarkOf(text) != mark || len(t.Member.Represented()) == 0 {
		return "", false
	}
	t.Talk.Doubt = ""
	return text, true
}

// eachPasted makes a draft for each person of a pasted text.
func eachPasted(t *turn.Turn, mark string) error {
	text, ok := severalPasted(t, mark)
	if !ok {
		return t.Stale()
	}
	_, masked := citizen.MaskIDs(text)
	found, _, _ := paste.PersonsIn(text)
	var persons []importer.Introduced
	for _, p := range found {
		persons = append(persons, importer.Introduced{Name: p.Name, Text: p.Text, Masked: masked})
	}
	made, notes, err := draftsOf(t, persons, func(int) (report.Draft, error) { return draftBeside(t, guessed(t)) })
	if err != nil {
		return err
	}
	if masked {
		notes = append(notes, texts.Masked())
	}
	return tellOfEach(t, fmt.Sprintf("each/%d", made[0].ID), chat.Message{Text: texts.PastedDrafts(len(made), notes)}, made)
}

// onePasted makes one draft of a pasted text, or takes it for the open one.
func onePasted(t *turn.Turn, mark string) error {
	text, ok := severalPasted(t, mark)
	if !ok {
		return t.Stale()
	}
	d, open, err := t.Opened()
	if err != nil {
		return err
	}
	p := paste.Read(text)
	if open && form.Fits(d, p) {
		return goOn(t, d, form.Fill(&d, unitOf(&t.Reading, d), p, ""))
	}
	return beginPaste(t, p, open)
}
