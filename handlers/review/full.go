package review

import (
	"cmp"
	"errors"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// screenful is how many letters go into one message.
const screenful = 3500

// showFull shows everything that an example says.
func showFull(t *turn.Reading, e report.Example) error {
	h, err := t.Tx.Handling(e.Number)
	if err != nil {
		return err
	}
	return sayLong(t, chat.Message{
		Title: texts.CardTitle(e), Text: t.Office.FullText(e, t.NameAndCode(e.Unit)), Buttons: card.Buttons(e, h, seen(t, e)),
	})
}

// sayLong says something in as many messages as it takes; the last has the buttons.
func sayLong(t *turn.Reading, m chat.Message) error {
	text := []rune(m.Text)
	for len(text) > screenful {
		if err := t.Say(chat.Message{Title: m.Title, Text: string(text[:screenful])}); err != nil {
			return err
		}
		text, m.Title = text[screenful:], ""
	}
	m.Text = string(text)
	return t.Say(m)
}

// showPhotos sends the photos of an example that are in the house, and the voice
// note that tells the deed.
func showPhotos(t *turn.Reading, e report.Example) error {
	missing := false
	for _, media := range e.Content.Media {
		if !media.Picture() && !(media.Kind == string(chat.Voice) && form.VoiceOnly(e.Content)) {
			continue
		}
		shown, err := picture(t, e, media)
		if errors.Is(err, storage.ErrNotFound) {
			missing = true
			continue
		}
		if err != nil {
			return err
		}
		if err := t.Say(shown); err != nil {
			return err
		}
	}
	if missing {
		return t.Toast(texts.PhotosNotHere())
	}
	return nil
}

// picture shows a picture by its copy. Where there is none, what the messenger
// itself took for a photo is shown as it came, and any other goes as a file.
func picture(t *turn.Reading, e report.Example, media report.Media) (m chat.Message, err error) {
	hash := media.Hash
	if hash == "" {
		hash = t.Tx.MediaHash(media.Unique)
	}
	if !t.Tx.HasMedia(hash) {
		return m, storage.ErrNotFound
	}
	if media.Kind == string(chat.Voice) {
		file := chat.Attachment{Name: cmp.Or(media.Name, "ghi-am.ogg"), MIME: cmp.Or(media.MIME, "audio/ogg"), Hash: hash}
		return chat.Message{Text: e.Number, File: &file}, nil
	}
	if jpeg, ok := t.Tx.ReadCopy(hash); ok {
		return chat.Message{Text: e.Number, File: &chat.Attachment{Name: "anh.jpg", MIME: chat.JPEG, Data: jpeg}}, nil
	}
	if media.Kind != string(chat.Photo) {
		file := chat.Attachment{Name: cmp.Or(media.Name, "anh"), MIME: "application/octet-stream", Hash: hash}
		return chat.Message{Text: texts.PhotoAsItCame(e.Number), File: &file}, nil
	}
	return chat.Message{Text: e.Number, File: &chat.Attachment{Name: "anh.jpg", MIME: chat.JPEG, Hash: hash}}, nil
}
