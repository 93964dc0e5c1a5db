package pick

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/texts"
)

// ShowBlocks offers the blocks, a page at a time.
func ShowBlocks(t *turn.Reading, text string, verb, pageVerb turn.Verb, page int) error {
	blocks := t.Tx.Directory().Blocks()
	from, to, pages := turn.Bounds(len(blocks), AtOnce, page)
	var buttons []chat.Button
	for _, b := range blocks[from:to] {
		buttons = append(buttons, turn.Button(texts.BlockName(b), verb, turn.BlockKey(b)))
	}
	lines := append(turn.Column(buttons...), digest.Pager(from/AtOnce, pages, string(pageVerb))...)
	return t.Show(chat.Message{Text: text, Buttons: append(lines, []chat.Button{turn.Button(texts.LabelCancel, turn.VerbCancel)})})
}

// AtOnce is how many units are offered at once.
const AtOnce = 8
