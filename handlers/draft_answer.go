package handlers

import (
	"time"

	"guongsang/internal/form"
	"guongsang/internal/report"
)

// answerDraft takes a text for the open question of the open draft.
func (t *turn) answerDraft() error {
	d, ok, err := t.opened()
	if err != nil {
		return err
	}
	q, known := form.Find(t.talk.Ask[len(questionPrefix):])
	if !ok || !known || d.Step != q.Key {
		t.closeQuestion()
		return t.unasked()
	}
	from := t.arg(0)
	switch r := q.Answer(&d, t.ev.Text, t.unitChoices(), t.soon()); r.Outcome {
	case form.Another:
		return t.beginPaste(r.Paste, true)
	case form.Filled:
		return t.goOn(d, r.Note)
	case form.Answered:
		return t.taken(d, r.Note, from)
	case form.Kept:
		return t.askStep(d, q, r.Note, from)
	default:
		return t.question(d, q, r.Note, from)
	}
}

// soon reports whether a text came right after the one before.
func (t *turn) soon() bool { return t.tx.Now.Sub(t.talk.Changed) < 5*time.Second }

// taken goes on after an answer.
func (t *turn) taken(d report.Draft, note, from string) error {
	if next, ok := form.Missing(d); ok {
		return t.askStep(d, next, note, from)
	}
	if from == fromMore {
		return t.listMore(d, note)
	}
	return t.preview(d, note)
}
