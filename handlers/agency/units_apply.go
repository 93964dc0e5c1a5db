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
	verbApply      turn.Verb = "unita"
	verbAnswerList turn.Verb = "unitq"
	verbDropList   turn.Verb = "unitd"
)

// applyUnits asks for a list to be put in force that was shown before, compared
// with the directory that was seen then.
func applyUnits(t *turn.Turn, file, seen, answers string) error {
	err := t.Tx.PutUnitList(storage.UnitList{Hash: long(file), For: t.Member.ID, Seen: seen, Answers: answers, Message: t.Event.MessageID})
	if err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.ListApplying()})
}

// answerList has a list read again with one answer more.
func answerList(t *turn.Turn, file, answers string) error {
	if err := t.Tx.PutUnitList(storage.UnitList{Hash: long(file), For: t.Member.ID, Answers: answers}); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.ListReading()})
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
