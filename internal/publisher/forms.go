package publisher

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"guongsang/internal/chat"
	"guongsang/internal/privacy"
	"guongsang/internal/publicity"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// A Publisher publishes for an office by its rules.
type Publisher struct {
	Office texts.Office
	Rules  report.Rules
}

// A Text is all that would be published of an example today.
type Text struct {
	View    privacy.View // its photos are those of which there is a copy that may leave the house
	Forms   publicity.Forms
	Edited  map[publicity.Form]bool // by an officer
	LeftOut int                     // photos of which there is no copy
	Gated   string                  // the mark of the View that the gate let out
}

// Hidden reports whether nothing of the example may be published.
func (t Text) Hidden() bool { return t.Forms == nil }

// Mark tells it from any other text: leave that was given for one holds for no other.
func (t Text) Mark() string {
	marked := t.Gated
	for _, form := range publicity.All {
		if t.Edited[form] {
			marked += "\x00" + string(form) + "\x00" + t.Forms[form]
		}
	}
	sum := sha256.Sum256([]byte(marked))
	return hex.EncodeToString(sum[:16])
}

// TextOf gives what would be published of an example: all that goes out comes from
// here. An officer's own words that may not stand any more give way to those that the
// program makes.
func TextOf(tx *storage.Snapshot, pub records.Publication) (t Text, err error) {
	gate, err := tx.Gate(pub.Number)
	if err != nil {
		return t, err
	}
	t.View, t.Gated = gate.View, gate.View.Fingerprint()
	forms, err := publicity.Of(gate.View)
	if err != nil { // nothing of it may be published
		return t, nil
	}
	t.Forms, t.Edited = forms, map[publicity.Form]bool{}
	for form, own := range pub.Edited {
		form := publicity.Form(form)
		if _, known := forms[form]; known && len(publicity.Check(gate, form, own)) == 0 {
			t.Forms[form], t.Edited[form] = own, true
		}
	}
	t.View.Photos = nil
	for _, photo := range gate.View.Photos {
		if photo.Hash == "" {
			photo.Hash = tx.MediaHash(photo.Unique)
		}
		if !tx.HasCopy(photo.Hash) {
			t.LeftOut++
		} else if len(t.View.Photos) < maxAlbum {
			t.View.Photos = append(t.View.Photos, photo)
		}
	}
	return t, nil
}

// maxAlbum is how many photos the messenger shows together.
const maxAlbum = 10

// post is the messages for the channel: the first with the photos, then the rest of
// the text where they leave too little room.
func (t Text) post() []chat.Message {
	caption, rest := publicity.Post(t.Forms[publicity.Channel], len(t.View.Photos))
	var all []chat.Message
	if len(t.View.Photos) > 0 {
		first := chat.Message{Text: strings.TrimSpace(caption)}
		for _, photo := range t.View.Photos {
			first.Album = append(first.Album, chat.Attachment{Name: "anh.jpg", MIME: chat.JPEG, Hash: photo.Hash, Copy: true})
		}
		if len(first.Album) == 1 {
			first.File, first.Album = &first.Album[0], nil
		}
		all = append(all, first)
	}
	for _, text := range rest {
		all = append(all, chat.Message{Text: text})
	}
	return all
}
