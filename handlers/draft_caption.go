package handlers

import (
	"fmt"
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/texts"
)

const verbCaption = "d.caption" // draft file

// addCaption adds the text that came with a file to the summary: draft, file.
func (t *turn) addCaption(do chat.Action) error {
	d, ok, err := t.opened()
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(do.Arg(1))
	if !ok || fmt.Sprint(d.ID) != do.Arg(0) || err != nil || !form.AddCaption(&d, n) {
		return t.stale()
	}
	t.keep() // the count stays where it is
	return t.goOn(d, texts.CaptionTaken())
}
