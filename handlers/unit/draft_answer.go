package unit

import (
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
		mayHaveRest(t)
		switch r := q.Answer(&d, unitOf(&t.Reading, d), t.Event.Text, unitChoices(t), t.IsRest()); r.Outcome {
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

// mayHaveRest notes of a text that was meant for a draft whether it may have a
// rest: that of one for which there was no room is no answer either.
func mayHaveRest(t *turn.Turn) {
	if form.FillsOneMessage(t.Event.Text) {
		t.HasRest()
	}
}

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
