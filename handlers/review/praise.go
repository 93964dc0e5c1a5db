package review

import (
	"guongsang/handlers/turn"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// orderCard has the praise card of an example made.
func orderCard(t *turn.Turn, e report.Example) error {
	if !privacy.Accepted(e.Review) {
		return t.Toast(texts.CardNotYet(e.Number))
	}
	as, _ := t.Post(turn.Agency, "")
	return t.Order(turn.PaperCard, report.Period{}, e.Number, as)
}
