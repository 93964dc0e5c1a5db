package agency

import (
	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// orderCard has the praise card of an example made: number.
func orderCard(t *turn.Turn, do chat.Action) error {
	e, ok, err := exampleFor(t, do)
	if err != nil || !ok {
		return err
	}
	if !card.Praised(e) {
		return t.Toast(texts.CardNotYet(e.Number))
	}
	as, _ := t.Post("", report.Officer, report.Admin)
	return t.Order(turn.PaperCard, report.Period{}, e.Number, as)
}
