package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// orderCard has the praise card of an example made: number.
func (t *turn) orderCard(do chat.Action) error {
	e, ok, err := t.exampleFor(do)
	if err != nil || !ok {
		return err
	}
	if !praised(e) {
		return t.toast(texts.CardNotYet(e.Number))
	}
	as, _ := t.post("", report.Officer, report.Admin)
	return t.order(paperCard, report.Period{}, e.Number, as)
}
