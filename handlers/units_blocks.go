package handlers

import (
	"crypto/sha256"
	"encoding/hex"

	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/texts"
)

// blockKey stands for a block in a button: names are long.
func blockKey(name string) string {
	sum := sha256.Sum256([]byte(name))
	return hex.EncodeToString(sum[:4])
}

// block finds the block that a key stands for.
func (t *turn) block(key string) (name string, ok bool) {
	for _, name := range t.tx.Directory().Blocks() {
		if blockKey(name) == key {
			return name, true
		}
	}
	return "", false
}

// showBlocks offers the blocks, a page at a time.
func (t *turn) showBlocks(text, verb, pageVerb string, page int) error {
	blocks := t.tx.Directory().Blocks()
	from, to, pages := bounds(len(blocks), choices, page)
	var buttons []chat.Button
	for _, b := range blocks[from:to] {
		buttons = append(buttons, button(texts.BlockName(b), verb, blockKey(b)))
	}
	lines := column(buttons...)
	if pager := digest.Pager(from/choices, pages, pageVerb); len(pager) > 0 {
		lines = append(lines, pager)
	}
	return t.show(chat.Message{Text: text, Buttons: append(lines, []chat.Button{button(texts.LabelCancel, "no")})})
}

// bounds gives the part of a list that a page shows; a page that does not
// exist gives the nearest.
func bounds(n, size, page int) (from, to, pages int) {
	pages = max(1, (n+size-1)/size)
	page = min(max(page, 0), pages-1)
	return page * size, min(n, (page+1)*size), pages
}
