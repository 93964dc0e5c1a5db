package review

import (
	"errors"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbDropNote turn.Verb = "notex"

const questionNote turn.Question = "note"

// askNote asks for a note for the other officers.
func askNote(t *turn.Reading, e report.Example) error {
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return err
	}
	t.Ask(questionNote, e.Number)
	line := []chat.Button{turn.Button(texts.LabelCancel, turn.VerbCancel)}
	if h.Note.Text != "" {
		line = append([]chat.Button{turn.Button(texts.LabelDropNote, verbDropNote, e.Number)}, line...)
	}
	return t.Say(chat.Message{Text: texts.AskNote(e.Number, h.Note.Text), Buttons: [][]chat.Button{line}})
}

// keepNote keeps the note that was typed.
func keepNote(t *turn.Turn, e report.Example) error {
	text, ok, err := words(&t.Reading)
	if err != nil || !ok {
		return err
	}
	t.CloseQuestion()
	if err := putNote(t, e, report.Note{Mark: report.Mark{By: t.Member.ID, At: t.Tx.Now}, Text: text}); err != nil {
		return err
	}
	return t.Say(chat.Message{Text: texts.NoteKept(e.Number)})
}

// dropNote takes the note away.
func dropNote(t *turn.Turn, e report.Example) error {
	t.CloseQuestion()
	if err := putNote(t, e, report.Note{}); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.NoteDropped(e.Number)})
}

func putNote(t *turn.Turn, e report.Example, n report.Note) error {
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return err
	}
	h.Note = n
	return errors.Join(t.Tx.PutHandling(h), note(t, report.NoteChanged, e, "Note"), card.Refresh(t, e))
}
