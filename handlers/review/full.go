package review

import (
	"cmp"
	"errors"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
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
	like, err := toAlike(t, e)
	if err != nil {
		return err
	}
	return sayLong(t, chat.Message{
		Title: texts.CardTitle(e), Text: t.Office.FullText(e, t.NameAndCode(e.Unit)), Buttons: append(like, card.Buttons(e, h, seen(t, e))...),
	})
}

// toAlike are buttons to the examples that one may repeat, so that they can be compared.
func toAlike(t *turn.Reading, e report.Example) ([][]chat.Button, error) {
	u, err := t.Tx.Unit(e.Unit)
	if err != nil {
		return nil, err
	}
	alike, _, err := t.Alike(e.Content, u, e.Number)
	var buttons []chat.Button
	for _, a := range alike {
		if !a.Hidden {
			buttons = append(buttons, turn.Button(texts.LabelOpenAlike(a.Example.Number), digest.VerbExample, a.Example.Number))
		}
	}
	return turn.Column(buttons...), err
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

// showPhotos sends the photos of an example that are in the house, as albums, and the
// voice note that tells the deed.
func showPhotos(t *turn.Reading, e report.Example) error {
	missing := false
	var shown []chat.Message
	for _, media := range e.Content.Media {
		if !media.Picture() && !(media.Kind == string(chat.Voice) && form.VoiceOnly(e.Content)) {
			continue
		}
		m, err := picture(t, e, media)
		if errors.Is(err, storage.ErrNotFound) {
			missing = true
			continue
		}
		if err != nil {
			return err
		}
		shown = append(shown, m)
	}
	for _, m := range albums(shown) {
		if err := t.Say(m); err != nil {
			return err
		}
	}
	if missing {
		return t.Toast(texts.PhotosNotHere())
	}
	return nil
}

// mostTogether is how many photos the messenger shows in an album.
const mostTogether = 10

// albums puts the photos that follow each other together. What goes as a file stays
// alone.
func albums(shown []chat.Message) (all []chat.Message) {
	for _, m := range shown {
		n := len(all) - 1
		switch {
		case m.File.MIME != chat.JPEG || n < 0 || len(all[n].Album) == mostTogether:
			all = append(all, m)
		case all[n].Album != nil:
			all[n].Album = append(all[n].Album, *m.File)
		case all[n].File.MIME == chat.JPEG:
			all[n] = chat.Message{Text: m.Text, Album: []chat.Attachment{*all[n].File, *m.File}}
		default:
			all = append(all, m)
		}
	}
	return all
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
	if t.Tx.HasCopy(hash) {
		return chat.Message{Text: e.Number, File: &chat.Attachment{Name: "anh.jpg", MIME: chat.JPEG, Hash: hash, Copy: true}}, nil
	}
	if media.Kind != string(chat.Photo) {
		file := chat.Attachment{Name: cmp.Or(media.Name, "anh"), MIME: "application/octet-stream", Hash: hash}
		return chat.Message{Text: texts.PhotoAsItCame(e.Number), File: &file}, nil
	}
	return chat.Message{Text: e.Number, File: &chat.Attachment{Name: "anh.jpg", MIME: chat.JPEG, Hash: hash}}, nil
}
