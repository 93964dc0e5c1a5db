package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbPraise = "praise" // number

// praised reports whether an example was taken up, so that there can be a
// praise card of it.
func praised(e report.Example) bool { return privacy.Accepted(e.Review) }

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
