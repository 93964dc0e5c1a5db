package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbLetter = "letter" // unit period

// letterButton offers a unit's own introduction as a letter to sign.
func letterButton(unit string, p report.Period) chat.Button {
	return button(texts.PaperName(paperLetter), verbLetter, unit, p)
}

// letterPeriod is the period of which a head is offered the letter: the first
// that the unit can still send for.
func (t *turn) letterPeriod(u report.Unit) (report.Period, error) {
	open, err := t.openFor(u)
	if err != nil || len(open) == 0 {
		return t.working(), err
	}
	return open[0].Schedule.Period, nil
}

// orderLetter has the letter made that introduces what a unit sent for a
// period, for its focal points and its head alone: unit period.
func (t *turn) orderLetter(do chat.Action) error {
	unit := do.Arg(0)
	as, ok := t.post(unit, report.Focal, report.Head)
	if !ok || unit == "" {
		t.Log.Warn("button of another's letter", "member", t.member.ID, "unit", unit)
		return t.stale()
	}
	p, ok := t.paperPeriod(do.Arg(1))
	if !ok {
		return t.stale()
	}
	if _, err := t.tx.Unit(unit); err != nil {
		return t.stale()
	}
	return t.order(paperLetter, p, unit, as)
}
