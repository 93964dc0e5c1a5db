package importer

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"log/slog"
	"path"
	"runtime/debug"
	"strings"

	"guongsang/internal/chat"
	"guongsang/internal/citizen"
	"guongsang/internal/docx"
	"guongsang/internal/letters"
	"guongsang/internal/opc"
	"guongsang/internal/paste"
	"guongsang/internal/photo"
	"guongsang/internal/report"
	"guongsang/storage"
)

// A Document is what a file says that a unit sent for an introduction.
type Document struct {
	Fault   Fault        `json:",omitempty"`
	Head    string       `json:",omitempty"` // how it begins, letterhead and all: whose it is
	Persons []Introduced `json:",omitempty"`
	More    int          `json:",omitempty"` // persons beyond those
	Rest    string       `json:",omitempty"` // what belongs to none of several
}

// Introduced is one of the persons in it.
type Introduced struct {
	Name   string
	Text   string         `json:",omitempty"` // as if it had been pasted
	Masked bool           `json:",omitempty"` // a citizen's number was taken out
	Photos []report.Media `json:",omitempty"` // in the house, with a copy that can be shown
}

// A Fault says why a file was not read: what it is instead, or else that it is
// too much.
type Fault string

// The faults beside the kinds of files, which package docx tells apart.
const (
	TooMuch Fault = "large"
	Lost    Fault = "lost"    // it is not in the house
	Broken  Fault = "letters" // its letters are those of an old font, or destroyed
)

// The most that is taken of one document, beside the limits of package docx.
const (
	maxPhotos    = 20
	maxWritten   = 12_000 // characters of one person; a draft takes fewer
	maxHead      = 1_500  // characters of how it begins
	smallestSide = 200    // pixels of a photo: what is smaller is a sign or a line
)

// ReadDocument reads a file of the store that introduces somebody. each asks for
// all that is said of several persons, and their photos; else they are only named.
// Faults of the file are part of what it gives, and so is a panic; the error is
// the disk's, or the context's.
func ReadDocument(ctx context.Context, store *storage.Store, log *slog.Logger, hash string, each bool) (d Document, err error) {
	defer func() {
		if v := recover(); v != nil {
			log.Error("reading a document ended in a panic", "hash", hash, "panic", v, "stack", string(debug.Stack()))
			d, err = Document{Fault: TooMuch}, nil
		}
	}()
	file, err := store.ReadMedia(hash)
	if errors.Is(err, storage.ErrNotFound) {
		return Document{Fault: Lost}, nil
	}
	if err != nil {
		return d, err
	}
	read, err := docx.Read(ctx, file)
	if err != nil {
		if ctx.Err() != nil {
			return d, err
		}
		log.Info("document not read", "hash", hash, "err", err)
		return Document{Fault: faultOf(err)}, nil
	}
	return introduced(ctx, store, file, read, each)
}

func faultOf(err error) Fault {
	var kind *docx.KindError
	var over *opc.LimitError
	switch {
	case errors.As(err, &kind):
		return Fault(kind.Kind)
	case errors.As(err, &over), errors.Is(err, context.DeadlineExceeded):
		return TooMuch
	}
	return Fault(docx.Other)
}

// introduced gives the persons of a document.
func introduced(ctx context.Context, store *storage.Store, file []byte, read docx.Document, each bool) (Document, error) {
	persons, rest, more := paste.Persons(read)
	rest, _ = citizen.MaskIDs(rest)
	head, _ := citizen.MaskIDs(cut(paste.HeadOf(read), maxHead))
	d := Document{Head: head, More: more, Rest: rest}
	photos := 0
	for _, p := range persons {
		if letters.Unreadable(p.Text) {
			return Document{Head: head, Fault: Broken}, nil
		}
		name, _ := citizen.MaskIDs(p.Name)
		one := Introduced{Name: name}
		if each || len(persons) == 1 {
			one.Text, one.Masked = citizen.MaskIDs(cut(p.Text, maxWritten))
			var err error
			if one.Photos, err = keepPhotos(ctx, store, file, p.Pictures, maxPhotos-photos); err != nil {
				return d, err
			}
			photos += len(one.Photos)
		}
		d.Persons = append(d.Persons, one)
	}
	return d, nil
}

func cut(s string, most int) string {
	if letters := []rune(s); len(letters) > most {
		return string(letters[:most])
	}
	return s
}

// keepPhotos puts the photos of a document into the house, at most so many, each
// with the copy that shows it. What cannot be shown, or is no photo, stays where
// it is.
func keepPhotos(ctx context.Context, store *storage.Store, file []byte, which []docx.Picture, most int) (kept []report.Media, err error) {
	if len(which) == 0 || most <= 0 {
		return nil, nil
	}
	all, err := docx.Pictures(ctx, file, which[:min(len(which), most)])
	if err != nil {
		return nil, ctx.Err() // else the file's fault, which has been read
	}
	for i, data := range all {
		c, format, err := image.DecodeConfig(bytes.NewReader(data))
		if err != nil || c.Width < smallestSide || c.Height < smallestSide {
			continue
		}
		hash, err := store.PutMedia(data)
		if err != nil {
			return kept, fmt.Errorf("keeping a photo of a document: %w", err)
		}
		made, err := photo.Prepare(ctx, store.MediaPath(hash))
		if err != nil {
			return kept, err
		}
		if made.Verdict != photo.Ready {
			continue
		}
		if err := store.PutCopy(hash, made.JPEG); err != nil {
			return kept, fmt.Errorf("keeping a photo of a document: %w", err)
		}
		kept = append(kept, report.Media{
			Kind: "photo", Unique: "docx-" + hash[:32], Name: path.Base(which[i].Part), MIME: "image/" + format, Size: int64(len(data)), Hash: hash,
		})
	}
	return kept, nil
}

// Text is what the event says that brings the document: the purpose of the
// fetch, then the document.
func (d Document) Text(purpose string) string {
	text, _ := json.Marshal(d) // plain values: cannot go wrong
	return purpose + "\n" + string(text)
}

// DocumentOf reads the document that an event brings, and the purpose for which
// it was fetched. A file that never came brings none: it is lost.
func DocumentOf(e chat.Event) (d Document, purpose string, err error) {
	purpose, text, ok := strings.Cut(e.Text, "\n")
	if !ok {
		return Document{Fault: Lost}, purpose, nil
	}
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		return d, purpose, fmt.Errorf("reading what a document says: %w", err)
	}
	return d, purpose, nil
}
