package unit

import (
	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbLetter turn.Verb = "letter"

// LetterButton offers a unit's own introduction as a letter to sign.
func LetterButton(unit string, p report.Period) chat.Button {
	return turn.Button(texts.PaperName(turn.PaperLetter), verbLetter, unit, p)
}

// LetterPeriod is the period of which a head is offered the letter: the first
// that the unit can still send for.
func LetterPeriod(t *turn.Reading, u report.Unit) (report.Period, error) {
	open, err := duty.OpenFor(t, u)
	if err != nil || len(open) == 0 {
		return t.Working(), err
	}
	return open[0].Schedule.Period, nil
}

// orderLetter has the letter made that introduces what a unit sent for a
// period, for its focal points and its head alone.
func orderLetter(t *turn.Turn, u report.Unit, p report.Period) error {
	as, _ := t.Post(turn.Focal|turn.Head, u.Code)
	return t.Order(turn.PaperLetter, p, u.Code, as)
}
