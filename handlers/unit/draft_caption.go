package unit

import (
	"fmt"
	"strconv"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/texts"
)

const verbCaption = "d.caption" // draft file

// addCaption adds the text that came with a file to the summary: draft, file.
func addCaption(t *turn.Turn, do chat.Action) error {
	d, ok, err := t.Opened()
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(do.Arg(1))
	if !ok || fmt.Sprint(d.ID) != do.Arg(0) || err != nil || !form.AddCaption(&d, n) {
		return t.Stale()
	}
	t.Keep() // the count stays where it is
	return goOn(t, d, texts.CaptionTaken())
}
