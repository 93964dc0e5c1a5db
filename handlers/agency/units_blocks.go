package agency

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/texts"
)

// showBlocks offers the blocks, a page at a time.
func showBlocks(t *turn.Reading, text string, verb, pageVerb turn.Verb, page int) error {
	blocks := t.Tx.Directory().Blocks()
	from, to, pages := bounds(len(blocks), choices, page)
	var buttons []chat.Button
	for _, b := range blocks[from:to] {
		buttons = append(buttons, turn.Button(texts.BlockName(b), verb, turn.BlockKey(b)))
	}
	lines := append(turn.Column(buttons...), digest.Pager(from/choices, pages, string(pageVerb))...)
	return t.Show(chat.Message{Text: text, Buttons: append(lines, []chat.Button{turn.Button(texts.LabelCancel, turn.VerbCancel)})})
}

// bounds gives the part of a list that a page shows; a page that does not
// exist gives the nearest.
func bounds(n, size, page int) (from, to, pages int) {
	pages = max(1, (n+size-1)/size)
	page = min(max(page, 0), pages-1)
	return page * size, min(n, (page+1)*size), pages
}

// choices is how many units are offered at once.
const choices = 8
