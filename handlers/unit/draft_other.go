package unit

import (
	"fmt"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// WrongKind answers what cannot be used, and repeats the open question.
func WrongKind(t *turn.Turn) error {
	d, ok, err := t.Opened()
	if err != nil {
		return err
	}
	if ok {
		return repeat(t, d, texts.WrongKind())
	}
	return t.MainMenu(texts.WrongKind())
}

// Edited says once in a draft that an edited message changes nothing.
func Edited(t *turn.Turn) error {
	d, ok, err := t.Opened()
	if err != nil || !ok {
		return err
	}
	key := fmt.Sprintf("edited/%d", d.ID)
	if _, known, err := t.Tx.Delivery(key); err != nil || known {
		return err
	}
	_, err = t.Tx.Put(storage.Row{Chat: t.Member.ID, Key: key, Message: chat.Message{Text: texts.EditIgnored()}})
	return err
}
