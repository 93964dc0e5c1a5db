package handlers

import (
	"fmt"

	"guongsang/internal/chat"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// wrongKind answers what cannot be used, and repeats the open question.
func (t *turn) wrongKind() error {
	d, ok, err := t.opened()
	if err != nil {
		return err
	}
	if ok {
		return t.repeat(d, texts.WrongKind())
	}
	return t.mainMenu(texts.WrongKind())
}

// edited says once in a draft that an edited message changes nothing.
func (t *turn) edited() error {
	d, ok, err := t.opened()
	if err != nil || !ok {
		return err
	}
	key := fmt.Sprintf("edited/%d", d.ID)
	if _, known, err := t.tx.Delivery(key); err != nil || known {
		return err
	}
	_, err = t.tx.Put(storage.Row{Chat: t.member.ID, Key: key, Message: chat.Message{Text: texts.EditIgnored()}})
	return err
}
