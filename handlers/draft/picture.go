package draft

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/photo"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// PictureOf begins the purpose of a fetch whose picture belongs to a draft.
const PictureOf = "picture:"

// fetchPicture asks for a picture to be brought into the house and looked at,
// even one that is there already: that it could not be shown in another draft
// is to be said in this one as well. What says itself that it cannot be shown
// is told of at once, and not again.
func fetchPicture(t *turn.Turn, d report.Draft, m report.Media) (note string, err error) {
	fetch := storage.Fetch{FileID: m.FileID, Unique: m.Unique, Name: m.Name, MIME: m.MIME, Size: m.Size, Picture: true}
	if photo.SaysHEIC(m.MIME, m.Name) {
		note = texts.PictureFault(string(photo.HEIC))
	} else {
		fetch.For = fmt.Sprintf("%s%d:%d", PictureOf, d.ID, t.Member.ID)
	}
	return note, t.Tx.PutFetch(fetch)
}

// PictureFault tells the sender of a picture that cannot be shown what to do.
// While the draft is open that stands in the message that counts its files, so
// that an album is told of once.
func PictureFault(t *turn.Turn) error {
	f := t.Event.Files[0]
	note := texts.PictureFault(f.Fault)
	d, open, err := t.Opened()
	switch {
	case err != nil:
		return err
	case !open || !holds(d, f.Unique):
		return laterFault(t, f, note)
	case t.Talk.Counter != "" && slices.Contains(t.Talk.Notes, note):
		return nil
	}
	return count(t, d, []string{note})
}

// laterFault tells it of a draft that is no longer open: of one that was sent,
// by the number that it got. What was thrown away is not spoken of.
func laterFault(t *turn.Turn, f chat.File, note string) error {
	id, _, _ := strings.Cut(strings.TrimPrefix(t.Event.Text, PictureOf), ":")
	n, _ := strconv.ParseUint(id, 10, 64)
	d, err := t.Tx.Draft(n)
	switch {
	case errors.Is(err, storage.ErrNotFound):
		return nil
	case err != nil:
		return err
	case d.By != t.Member.ID || d.Sent == "" && !holds(d, f.Unique):
		return nil
	}
	head := d.Sent
	if head == "" {
		head = texts.DraftHead(d)
	}
	_, err = t.Tx.Put(storage.Row{
		Chat: t.Member.ID, Key: fmt.Sprintf("picture/%d/%s", d.ID, f.Fault), Message: chat.Message{Title: head, Text: note},
	})
	return err
}

// holds reports whether a file is in a draft.
func holds(d report.Draft, unique string) bool {
	return slices.ContainsFunc(d.Content.Media, func(m report.Media) bool { return m.Unique == unique })
}
