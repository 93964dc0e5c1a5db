package handlers

import (
	"errors"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// What goes into one message.
const (
	screenful = 3500    // letters
	maxPhoto  = 5 << 20 // bytes; larger ones are looked at elsewhere
)

// showFull shows everything that an example says, in as many messages as it
// takes.
func (t *turn) showFull(do chat.Action) error {
	e, ok, err := t.exampleFor(do)
	if err != nil || !ok {
		return err
	}
	text := []rune(t.Office.FullText(e, unitName(t.tx, e.Unit)))
	title := texts.CardTitle(e)
	for len(text) > screenful {
		if err := t.say(chat.Message{Title: title, Text: string(text[:screenful])}); err != nil {
			return err
		}
		text, title = text[screenful:], ""
	}
	return t.say(chat.Message{Title: title, Text: string(text), Buttons: cardButtons(e, e.Review == report.Received)})
}

// showPhotos sends the photos of an example that are in the house.
func (t *turn) showPhotos(do chat.Action) error {
	e, ok, err := t.exampleFor(do)
	if err != nil || !ok {
		return err
	}
	missing := false
	for _, media := range e.Content.Media {
		if media.Kind != string(chat.Photo) {
			continue
		}
		photo, err := t.photo(media)
		if errors.Is(err, storage.ErrNotFound) {
			missing = true
			continue
		}
		if err != nil {
			return err
		}
		if err := t.say(chat.Message{Text: e.Number, File: &photo}); err != nil {
			return err
		}
	}
	if missing {
		return t.toast(texts.PhotosNotHere())
	}
	return nil
}

func (t *turn) photo(media report.Media) (chat.Attachment, error) {
	hash := media.Hash
	if hash == "" {
		hash = t.tx.MediaHash(media.Unique)
	}
	b, err := t.tx.ReadMedia(hash)
	if err == nil && len(b) > maxPhoto {
		err = storage.ErrNotFound
	}
	return chat.Attachment{Name: "anh.jpg", MIME: "image/jpeg", Data: b}, err
}
