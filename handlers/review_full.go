package handlers

import (
	"cmp"
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
	text := []rune(t.Office.FullText(e, t.nameAndCode(e.Unit)))
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
		if !media.Picture() {
			continue
		}
		shown, err := t.picture(e, media)
		if errors.Is(err, storage.ErrNotFound) {
			missing = true
			continue
		}
		if err != nil {
			return err
		}
		if err := t.say(shown); err != nil {
			return err
		}
	}
	if missing {
		return t.toast(texts.PhotosNotHere())
	}
	return nil
}

// picture shows a picture by its copy. Where there is none, what the messenger
// itself took for a photo is shown as it came, and any other goes as a file.
func (t *turn) picture(e report.Example, media report.Media) (m chat.Message, err error) {
	hash := media.Hash
	if hash == "" {
		hash = t.tx.MediaHash(media.Unique)
	}
	if !t.tx.HasMedia(hash) {
		return m, storage.ErrNotFound
	}
	if jpeg, ok := t.tx.ReadCopy(hash); ok {
		return chat.Message{Text: e.Number, File: &chat.Attachment{Name: "anh.jpg", MIME: "image/jpeg", Data: jpeg}}, nil
	}
	if media.Kind != string(chat.Photo) {
		file := chat.Attachment{Name: cmp.Or(media.Name, "anh"), MIME: "application/octet-stream", Hash: hash}
		return chat.Message{Text: texts.PhotoAsItCame(e.Number), File: &file}, nil
	}
	b, err := t.tx.ReadMedia(hash)
	if err == nil && len(b) > maxPhoto {
		err = storage.ErrNotFound
	}
	return chat.Message{Text: e.Number, File: &chat.Attachment{Name: "anh.jpg", MIME: "image/jpeg", Data: b}}, err
}
