package draft

import (
	"fmt"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// What reached the agency by other ways becomes a draft like any other: what it
// says is read, what is missing is asked, and the agency looks through it.

// OpenPassed opens a draft with a text and files that the agency passed on. The
// draft says for which unit, and how they came.
func OpenPassed(t *turn.Turn, d report.Draft, text string, files []chat.File) error {
	d.Told = true
	d, err := writeDraft(t, d)
	if err != nil {
		return err
	}
	note := texts.PassedFrom(t.UnitName(d.Unit))
	if text != "" {
		note = fillPassed(t, &d, text, note)
	}
	if err := goOn(t, d, note); err != nil || len(files) == 0 {
		return err
	}
	return joinPassed(t, files)
}

// fillPassed puts a text into a draft. Consents are asked for, whatever it says.
func fillPassed(t *turn.Turn, d *report.Draft, text, head string) (note string) {
	p, consents := paste.Read(text).WithoutConsent()
	if note = form.Fill(d, unitOf(&t.Reading, *d), p, head); consents {
		note += "\n" + texts.ConsentNotPassed()
	}
	return note
}

// JoinPassed puts what was passed on into the draft that is open: a text where
// there is room for it, and files.
func JoinPassed(t *turn.Turn, d report.Draft, text string, files []chat.File) error {
	if text != "" {
		note := texts.PassedJoined()
		if form.Fits(d, paste.Read(text)) {
			note = fillPassed(t, &d, text, note)
		} else if r := addToSummary(&d, text); r.Note != "" {
			note = r.Note
		}
		if err := goOn(t, d, note); err != nil {
			return err
		}
	}
	if len(files) == 0 {
		return nil
	}
	return joinPassed(t, files)
}

// joinPassed puts files into the draft that is open. What was written with them
// is in it already.
func joinPassed(t *turn.Turn, files []chat.File) error {
	d, ok, err := t.Opened()
	if err != nil || !ok {
		return err
	}
	said := t.Event.Text
	t.Event.Text = ""
	defer func() { t.Event.Text = said }()
	return join(t, d, files, false)
}

// OpenEachPassed makes a draft for each person of a text that the agency passed
// on. The files join the first.
func OpenEachPassed(t *turn.Turn, d report.Draft, persons []paste.Person, files []chat.File) error {
	d.By, d.Asked = t.Member.ID, []string{"unit"}
	var made []report.Draft
	var notes []string
	for _, one := range persons {
		next, err := t.Tx.NewDraft(d)
		if err != nil {
			return err
		}
		next.Changed = t.Tx.Now.In(t.Rules.Zone)
		p, consents := paste.Read(one.Text).WithoutConsent()
		if consents {
			notes = append(notes, one.Name+": "+texts.ConsentNotPassed())
		}
		switch refused, full := form.TakePaste(&next, p); {
		case full != "":
			notes = append(notes, one.Name+": "+full)
		case len(refused) > 0:
			notes = append(notes, texts.NotTakenOf(one.Name, refused))
		}
		if next, err = t.Tx.PutDraft(next); err != nil {
			return err
		}
		made = append(made, next)
	}
	if len(files) > 0 {
		t.Talk.Draft = made[0].ID
		if err := joinPassed(t, files); err != nil {
			return err
		}
	}
	leaveDraft(t)
	return tellOfEach(t, fmt.Sprintf("passed/%d", made[0].ID), chat.Message{Text: texts.PassedDrafts(len(made), notes)}, made)
}

// Written reports whether a file may introduce somebody by what is written in it.
func Written(f chat.File) bool {
	return isWritten(MediaOf(f))
}

// FetchDocument asks for a document to be brought into the house and read, for a
// purpose that ends with the account that is told.
func FetchDocument(t *turn.Turn, f chat.File, purpose string) error {
	return t.Tx.PutFetch(storage.Fetch{FileID: f.ID, Unique: f.Unique, Name: f.Name, MIME: f.MIME, Size: f.Size, For: purpose, Document: true})
}
