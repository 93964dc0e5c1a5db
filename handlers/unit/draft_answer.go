package unit

import (
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/form"
	"guongsang/internal/report"
)

// answerDraft takes a text for the open question of the open draft.
func answerDraft(q form.Question) func(*turn.Turn, report.Draft, string) error {
	return func(t *turn.Turn, d report.Draft, from string) error {
		if d.Step != q.Key {
			t.CloseQuestion()
			return Unasked(t)
		}
		switch r := q.Answer(&d, unitOf(&t.Reading, d), t.Event.Text, unitChoices(t), soon(t)); r.Outcome {
		case form.Another:
			return beginPaste(t, r.Paste, true)
		case form.Filled:
			return goOn(t, d, r.Note)
		case form.Answered:
			return taken(t, d, r.Note, from)
		case form.Kept:
			return askStep(t, d, q, r.Note, from)
		default:
			return question(t, d, q, r.Note, from)
		}
	}
}

// soon reports whether a text came right after the one before.
func soon(t *turn.Turn) bool { return t.Tx.Now.Sub(t.Talk.Changed) < 5*time.Second }

// taken goes on after an answer.
func taken(t *turn.Turn, d report.Draft, note, from string) error {
	if next, ok := form.Missing(d, unitOf(&t.Reading, d)); ok {
		return askStep(t, d, next, note, from)
	}
	if from == fromMore {
		return listMore(t, d, note)
	}
	return preview(t, d, note)
}
