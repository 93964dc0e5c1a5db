package agency

import (
	"encoding/base64"
	"encoding/hex"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const (
	verbApply    turn.Verb = "unita"
	verbDropList turn.Verb = "unitd"
)

// applyUnits asks for a list to be put in force that was shown before, compared
// with the directory that was seen then.
func applyUnits(t *turn.Turn, file, seen string) error {
	err := t.Tx.PutUnitList(storage.UnitList{Hash: long(file), For: t.Member.ID, Seen: seen, Message: t.Event.MessageID})
	if err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.ListApplying()})
}

// dropUnits forgets a preview.
func dropUnits(t *turn.Reading) error {
	return t.Show(chat.Message{Text: texts.ListDropped()})
}

// short writes a content hash so that it fits into a button.
func short(hash string) string {
	b, _ := hex.DecodeString(hash)
	return base64.RawURLEncoding.EncodeToString(b)
}

// long reads what short wrote.
func long(s string) string {
	b, _ := base64.RawURLEncoding.DecodeString(s)
	return hex.EncodeToString(b)
}
