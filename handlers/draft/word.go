package draft

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/importer"
	"guongsang/internal/paste"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// The units write their reports in Word. Such a file joins the draft as any other;
// it is read beside the conversation (internal/importer), and what it says is put
// into the draft like a pasted text, for the writer to look through. If it
// introduces several persons, one question comes first.

// WordOf begins the purpose of a fetch of a document that belongs to a draft;
// EachOf that of one for whose persons drafts were asked, ArticleOf that of one that
// was sent for the long text.
const (
	WordOf    = "word:"
	EachOf    = "each:"
	ArticleOf = "article:"
)

const (
	verbEach       turn.Verb = "d.each"
	verbAttachOnly turn.Verb = "d.attachonly"
)

// written end the names of files in which people write texts. What they are is
// known when they are read.
var written = []string{".docx", ".doc", ".docm", ".dotx", ".dot", ".rtf", ".odt", ".pdf"}

// isWritten reports whether a file may introduce somebody.
func isWritten(m report.Media) bool {
	return m.Kind == "document" && (slices.Contains(written, strings.ToLower(path.Ext(m.Name))) ||
		strings.Contains(m.MIME, "wordprocessingml") || m.MIME == "application/msword" || m.MIME == "application/pdf")
}

// reading says that a Word file is being read; "" of what will hardly be readable.
func reading(m report.Media) string {
	if strings.EqualFold(path.Ext(m.Name), ".docx") {
		return texts.DocumentReading(m.Name)
	}
	return ""
}

// fetchDocument asks for a document to be brought into the house and read.
func fetchDocument(t *turn.Turn, d report.Draft, m report.Media, purpose string) error {
	return t.Tx.PutFetch(storage.Fetch{
		FileID: m.FileID, Unique: m.Unique, Name: m.Name, MIME: m.MIME, Size: m.Size,
		For: fmt.Sprintf("%s%d:%d", purpose, d.ID, t.Member.ID), Document: true, Each: purpose == EachOf || purpose == ArticleOf,
	})
}

// DocumentRead goes on when a document has been read.
func DocumentRead(t *turn.Turn) error {
	read, purpose, err := importer.DocumentOf(t.Event)
	if err != nil {
		return err
	}
	d, file, ok, err := documentOf(t, purpose)
	t.Talk.Notes = slices.DeleteFunc(t.Talk.Notes, func(note string) bool { return note == texts.DocumentReading(file.Name) })
	switch {
	case err != nil || !ok:
		return err
	case read.Fault != "":
		return besides(t, d, texts.DocumentNotRead(file.Name, string(read.Fault)))
	case len(read.Persons) == 0:
		return nil
	case strings.HasPrefix(purpose, ArticleOf):
		return takeArticle(t, d, file, read.Persons)
	case len(read.Persons) == 1:
		return takeDocument(t, d, file, read.Persons[0])
	case strings.HasPrefix(purpose, EachOf):
		return draftEach(t, d, file, read.Persons)
	}
	return askEach(t, d, file, read)
}

// documentOf is the draft to which a document belongs, if it is still being
// written and holds the file.
func documentOf(t *turn.Turn, purpose string) (d report.Draft, file report.Media, ok bool, err error) {
	_, rest, _ := strings.Cut(purpose, ":")
	id, _, _ := strings.Cut(rest, ":")
	n, _ := strconv.ParseUint(id, 10, 64)
	d, err = t.Tx.Draft(n)
	if errors.Is(err, storage.ErrNotFound) {
		return d, file, false, nil
	}
	if err != nil || !t.Owns(d) {
		return d, file, false, err
	}
	d.Changed = t.Tx.Now.In(t.Rules.Zone)
	if _, waits, err := t.Tx.Request(d); err != nil || waits { // what the head is asked about stays as it is
		return d, file, false, err
	}
	file, ok = fileIn(d, t.Event.Files[0].Unique)
	return d, file, ok, nil
}

func fileIn(d report.Draft, unique string) (report.Media, bool) {
	i := slices.IndexFunc(d.Content.Media, func(m report.Media) bool { return m.Unique == unique })
	if i < 0 {
		return report.Media{}, false
	}
	return d.Content.Media[i], true
}

// besides tells something of a draft's file: while the draft is open, in the
// message that counts its files.
func besides(t *turn.Turn, d report.Draft, note string) error {
	if d.ID == t.Talk.Draft {
		return count(t, d, []string{note})
	}
	return t.Say(chat.Message{Title: texts.DraftHead(d), Text: note, Buttons: turn.Column(turn.Button(texts.ResumeLabel(d), verbResumeDraft, d.ID))})
}

// takeArticle puts all that a document says into the draft as the long text, with its
// photos.
func takeArticle(t *turn.Turn, d report.Draft, file report.Media, parts []importer.Introduced) error {
	var paragraphs, notes []string
	photos := 0
	for _, part := range parts {
		paragraphs = append(paragraphs, part.Text)
		photos += len(part.Photos)
		full, err := joinPhotos(t, &d, part.Photos)
		if err != nil {
			return err
		}
		notes = append(notes, full...)
	}
	letters := form.SetArticle(&d, strings.Join(paragraphs, "\n"))
	note := texts.Noted(append([]string{texts.ArticleTaken(file.Name, letters, photos)}, notes...)...)
	if d.ID == t.Talk.Draft && d.Step == "article" {
		return listMore(t, d, note, pageOf(t, d))
	}
	d, err := t.Tx.PutDraft(d)
	if err != nil {
		return err
	}
	return besides(t, d, note)
}

// takeDocument puts what a document says of one person into its draft, or into
// one of its own if the draft is about somebody else.
func takeDocument(t *turn.Turn, d report.Draft, file report.Media, one importer.Introduced) error {
	p := paste.Read(one.Text)
	switch {
	case !p.Introduces(true) && len(one.Photos) == 0:
		return besides(t, d, texts.DocumentEmpty(file.Name))
	case p.Labels < 2 && d.Content.Summary != "":
		return besides(t, d, texts.DocumentKept(file.Name))
	case p.Labels >= 2 && !FilesOnly(d) && !form.Fits(d, p) && d.OnBehalf == "" && d.Amends == "":
		return moveDocument(t, d, file, one, p)
	}
	notes, err := joinPhotos(t, &d, one.Photos)
	if err != nil {
		return err
	}
	head, consents := texts.DocumentRead(file.Name, len(one.Photos), one.Masked), false
	if d.OnBehalf != "" {
		p, consents = p.WithoutConsent()
	}
	note := form.Fill(&d, unitOf(&t.Reading, d), p, head)
	if consents {
		note += "\n" + texts.ConsentNotPassed()
	}
	note = strings.Join(append([]string{note}, notes...), "\n")
	if d.ID == t.Talk.Draft {
		return goOn(t, d, note)
	}
	if d, err = t.Tx.PutDraft(d); err != nil {
		return err
	}
	return besides(t, d, note)
}

// moveDocument takes a document out of a draft about somebody else into one of
// its own.
func moveDocument(t *turn.Turn, d report.Draft, file report.Media, one importer.Introduced, p paste.Paste) error {
	d.Content.Media = slices.DeleteFunc(slices.Clone(d.Content.Media), func(m report.Media) bool { return m.Unique == file.Unique })
	if err := t.Tx.JoinDraft(d); err != nil {
		return err
	}
	next, err := writeDraft(t, likeOf(d))
	if err != nil {
		return err
	}
	next.Content.Media = []report.Media{file}
	notes, err := joinPhotos(t, &next, one.Photos)
	if err != nil {
		return err
	}
	note := form.Fill(&next, unitOf(&t.Reading, next), p, texts.DocumentBegan(file.Name, len(one.Photos), one.Masked))
	return goOn(t, next, strings.Join(append([]string{note}, notes...), "\n"))
}

// likeOf is a draft for the same unit, asked about if that is still to be. What
// came by other ways came for all of it.
func likeOf(d report.Draft) report.Draft {
	like := report.Draft{Unit: d.Unit, OnBehalf: d.OnBehalf, Received: d.Received}
	if !slices.Contains(d.Asked, "unit") {
		like.Asked = []string{unsettled}
	}
	return like
}

// joinPhotos puts the photos of a document into a draft, as far as there is room.
func joinPhotos(t *turn.Turn, d *report.Draft, photos []report.Media) (notes []string, err error) {
	others, err := t.OtherDrafts(*d)
	if err != nil {
		return nil, err
	}
	for _, m := range photos {
		full := form.NoRoom(d.Content.Media, m)
		if full == "" {
			_, full = t.Crowded(append(others, *d), m)
		}
		switch {
		case full != "" && !slices.Contains(notes, full):
			notes = append(notes, full)
		case full != "" || holds(*d, m.Unique):
		default:
			if err := t.Tx.PutMedia(m.Unique, m.Hash); err != nil {
				return nil, err
			}
			d.Content.Media = append(d.Content.Media, m)
		}
	}
	return notes, nil
}

// askEach asks whether each of several persons gets a draft.
func askEach(t *turn.Turn, d report.Draft, file report.Media, read importer.Document) error {
	var names []string
	for _, p := range read.Persons {
		names = append(names, p.Name)
	}
	return t.Say(chat.Message{
		Text: texts.DocumentPersons(file.Name, names, read.More, read.Rest),
		Buttons: turn.Column(
			turn.Button(texts.ToDraftEach(len(names)), verbEach, d.ID, file.Unique),
			turn.Button(texts.ToAttachOnly, verbAttachOnly, d.ID, file.Unique),
		),
	})
}

// A document of a draft, as a button names it.
type document struct {
	draft report.Draft
	file  report.Media
}

var draftDocument = turn.Join(turn.AnyDraft, turn.Text("file"), func(_ *turn.Reading, d report.Draft, unique string) (document, turn.Refusal) {
	file, ok := fileIn(d, unique)
	if !ok || !isWritten(file) {
		return document{}, turn.Stale
	}
	return document{d, file}, nil
})

// pressEach has a document read for the drafts of all whom it introduces.
func pressEach(t *turn.Turn, of document) error {
	if done, err := draftedEach(t, of.draft, of.file); err != nil || done {
		return cmp.Or(err, t.Stale())
	}
	if err := fetchDocument(t, of.draft, of.file, EachOf); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.DocumentAgain()})
}

// eachKey names the message that tells of the drafts of a document: it is sent
// once, and so they are made once, however often they are asked for.
func eachKey(d report.Draft, file report.Media) string {
	return fmt.Sprintf("each/%d/%s", d.ID, file.Unique)
}

func draftedEach(t *turn.Turn, d report.Draft, file report.Media) (done bool, err error) {
	_, done, err = t.Tx.Delivery(eachKey(d, file))
	return done, err
}

// attachOnly leaves a document what it is, and goes back to the draft.
func attachOnly(t *turn.Turn, of document) error {
	if of.draft.ID != t.Talk.Draft {
		return t.Show(chat.Message{Text: texts.AttachedOnly(of.file.Name)})
	}
	return repeat(t, of.draft, texts.AttachedOnly(of.file.Name))
}

// draftEach makes a draft for each person of a document. The one that only holds
// the document is the first.
func draftEach(t *turn.Turn, d report.Draft, file report.Media, persons []importer.Introduced) error {
	if done, err := draftedEach(t, d, file); err != nil || done {
		return err
	}
	said := d
	said.OnBehalf = "" // that alone says nothing of anybody
	made, notes, err := draftsOf(t, persons, func(i int) (report.Draft, error) {
		if i == 0 && FilesOnly(said) && len(d.Content.Media) == 1 {
			return d, nil
		}
		like := likeOf(d)
		like.Period = d.Period
		return draftBeside(t, like, file)
	})
	if err != nil {
		return err
	}
	return tellOfEach(t, eachKey(d, file), chat.Message{Text: texts.DraftsMade(file.Name, len(made), notes)}, made)
}

// draftsOf writes a draft for each of several persons, each into one that it is
// given. The notes say what could not be taken.
func draftsOf(t *turn.Turn, persons []importer.Introduced, into func(i int) (report.Draft, error)) (made []report.Draft, notes []string, err error) {
	for i, one := range persons {
		next, err := into(i)
		if err != nil {
			return nil, nil, err
		}
		told, err := takePerson(t, &next, one)
		if err != nil {
			return nil, nil, err
		}
		notes = append(notes, told...)
		if next, err = t.Tx.PutDraft(next); err != nil {
			return nil, nil, err
		}
		made = append(made, next)
	}
	leaveDraft(t)
	return made, notes, nil
}

// tellOfEach tells which drafts were made, with buttons that lead to them.
func tellOfEach(t *turn.Turn, key string, m chat.Message, made []report.Draft) error {
	var buttons []chat.Button
	for _, d := range made[:min(len(made), turn.Listed)] {
		buttons = append(buttons, turn.Button(texts.ResumeLabel(d), verbResumeDraft, d.ID))
	}
	if len(made) > turn.Listed {
		buttons = append(buttons, turn.Button(texts.ToLater, verbDrafts, 1))
	}
	m.Buttons = turn.Column(buttons...)
	t.Talk.Offered = buttons
	_, err := t.Tx.Put(storage.Row{Chat: t.Member.ID, Key: key, Message: m})
	return err
}

// draftBeside makes another draft like that one, with files in it.
func draftBeside(t *turn.Turn, like report.Draft, files ...report.Media) (report.Draft, error) {
	like.By = t.Member.ID
	if len(like.Asked) == 0 {
		like.Asked = []string{"unit"}
	}
	next, err := t.Tx.NewDraft(like)
	next.Content.Media = files
	next.Changed = t.Tx.Now.In(t.Rules.Zone)
	return next, err
}

// takePerson puts what a document says of one of several into a draft. The notes
// say what could not be taken.
func takePerson(t *turn.Turn, d *report.Draft, one importer.Introduced) (notes []string, err error) {
	notes, err = joinPhotos(t, d, one.Photos)
	p, consents := paste.Read(one.Text), false
	if d.OnBehalf != "" {
		p, consents = p.WithoutConsent()
	}
	if consents {
		notes = append(notes, one.Name+": "+texts.ConsentNotPassed())
	}
	switch refused, full := form.TakePaste(d, p); {
	case full != "":
		notes = append(notes, one.Name+": "+full)
	case len(refused) > 0:
		notes = append(notes, texts.NotTakenOf(one.Name, refused))
	}
	return notes, err
}
