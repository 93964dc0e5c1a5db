package unit

import (
	"guongsang/handlers/turn"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbCaption turn.Verb = "d.caption"

// addCaption adds the text that came with a file to the summary.
func addCaption(t *turn.Turn, d report.Draft, n int) error {
	if !form.AddCaption(&d, n) {
		return t.Stale()
	}
	return goOn(t, d, texts.CaptionTaken())
}
