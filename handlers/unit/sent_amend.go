package unit

import (
	"guongsang/handlers/turn"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbAmend turn.Verb = "s.amend"

// toAmend is an example to be opened again. Whoever has an older version of it
// on the screen is shown the present one.
var toAmend = turn.ExampleAt(func(t *turn.Turn, e report.Example) error {
	if !e.Open() {
		return showExample(&t.Reading, e, t.Office.TakenUp(e))
	}
	return showExample(&t.Reading, e, texts.NewerVersion(e.Version))
}).If(stillOpen)

// stillOpen refuses what the agency has taken up, and in training what was sent before.
func stillOpen(t *turn.Reading, e report.Example) turn.Refusal {
	before, err := t.BeforeTraining(e.Unit, e.Sent)
	switch {
	case err != nil:
		return turn.Failed(err)
	case before:
		return turn.Saying(texts.BeforeTraining(e.Number))
	case e.Open():
		return nil
	}
	return func(t *turn.Turn) error { return showExample(&t.Reading, e, t.Office.TakenUp(e)) }
}
