package review

import (
	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// showChanges shows what a version changed, word by word.
func showChanges(t *turn.Reading, e report.Example) error {
	if e.Version < 2 {
		return t.Toast(texts.OnlyVersion(e.Number))
	}
	before, err := card.Before(t, e)
	if err != nil {
		return err
	}
	changes := texts.Changes(before.Content, e.Content)
	if len(changes) == 0 {
		return t.Toast(texts.NoChanges())
	}
	return sayLong(t, chat.Message{Title: texts.ChangesTitle(e), Text: texts.ChangesText(changes)})
}
