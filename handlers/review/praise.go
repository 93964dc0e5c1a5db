package review

import (
	"guongsang/handlers/turn"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// orderCard has the praise card of an example made.
func orderCard(t *turn.Turn, e report.Example) error { return orderOf(t, turn.PaperCard, e) }

// orderSquare has it made square, for pages.
func orderSquare(t *turn.Turn, e report.Example) error { return orderOf(t, turn.PaperSquare, e) }

// orderPackage has the package made by which an example is published.
func orderPackage(t *turn.Turn, e report.Example) error { return orderOf(t, turn.PaperPackage, e) }

func orderOf(t *turn.Turn, kind string, e report.Example) error {
	if !privacy.Accepted(e.Review) {
		return t.Toast(texts.PaperNotYet(kind, e.Number))
	}
	as, _ := t.Post(turn.Agency, "")
	return t.Order(kind, report.Period{}, e.Number, as)
}
