package draft

import (
	"reflect"
	"strings"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/form"
	"guongsang/internal/report"
)

// What a text says that is typed at a question of a draft hangs on the draft, on its
// unit, and on who wrote it and when. So it is read ahead, as the draft is, and its
// turn, for which others wait, takes it from there.

// typed is all on which it hangs what a text says, but for the draft.
type typed struct {
	question, text string
	unit           report.Unit
	own            []form.Choice
	rest           bool
	now            time.Time
}

func typedAt(t *turn.Reading, q form.Question, u report.Unit) typed {
	return typed{q.Key, t.Event.Text, u, ownChoices(t, q), t.IsRest(), t.Tx.Now}
}

func (a typed) read(q form.Question, d *report.Draft) form.Reading {
	return q.Answer(d, a.unit, a.text, a.own, a.rest)
}

// A foreseen answer is one that was read ahead, and what became of the draft.
type foreseen struct {
	typed
	version int // of the draft before
	draft   report.Draft
	reading form.Reading
}

// Foresee is what is to be read ahead of a text that was typed while a draft is open;
// nil: nothing. asked says that the text answers what the conversation asks.
func Foresee(t *turn.Reading, asked bool) *turn.Foresight {
	key, ofDraft := strings.CutPrefix(t.Talk.Ask, questionPrefix)
	q, known := form.Find(key)
	if !asked || !ofDraft || !known {
		return t.Foresee(nil)
	}
	a, units := typedAt(t, q, report.Unit{}), t.Tx.Directory()
	return t.Foresee(func(d report.Draft) any {
		f := &foreseen{typed: a, version: d.Version, draft: d}
		f.unit = unitAmong(units, d)
		f.reading = f.read(q, &f.draft)
		return f
	})
}

// read reads a text that was typed at a question, unless that was done ahead.
func read(t *turn.Reading, q form.Question, d *report.Draft) form.Reading {
	a := typedAt(t, q, unitOf(t, *d))
	if f, ok := t.Foreseen.(*foreseen); ok && f.draft.ID == d.ID && f.version == d.Version && reflect.DeepEqual(f.typed, a) {
		*d = f.draft
		return f.reading
	}
	return a.read(q, d)
}
