package draft

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const verbNoFiles turn.Verb = "d.nofiles"

// maxNotes is how many notes stand below the count of files: the newest.
const maxNotes = 5

// beginWith starts a draft with files that came when none was open.
func beginWith(t *turn.Turn, files []chat.File) error {
	d, err := writeDraft(t, guessed(t))
	if err != nil {
		return err
	}
	d.Told = true
	return join(t, d, files, true)
}

// guessed is a draft whose unit is not asked yet.
func guessed(t *turn.Turn) report.Draft {
	d := report.Draft{Unit: t.Member.Represented()[0]}
	if len(t.Member.Represented()) > 1 {
		d.Asked = []string{unsettled}
	}
	return d
}

// join puts files into a draft, and what was written with them, and lets the
// question or the preview that is open stand below them again.
func join(t *turn.Turn, d report.Draft, files []chat.File, began bool) error {
	others, err := t.OtherDrafts(d)
	if err != nil {
		return err
	}
	var notes []string
	if began {
		notes = append(notes, texts.FileBegan())
	}
	var first []chat.Button // leads to the draft that is to be sent or dropped first
	for _, f := range files {
		note, oldest, err := joinFile(t, &d, others, f)
		if err != nil {
			return err
		}
		notes = append(notes, note)
		if oldest.ID != 0 && oldest.ID != d.ID {
			first = []chat.Button{turn.Button(texts.ResumeLabel(oldest), verbResumeDraft, oldest.ID)}
		}
	}
	answered, note := form.Caption(&d, t.Event.Text)
	notes = append(notes, note)
	for _, f := range files {
		if f.Kind == chat.Voice && form.Voiced(&d) {
			answered = true
			notes = append(notes, texts.VoiceTaken())
		}
	}
	if answered || began {
		var waits bool
		if waits, err = forReturned(t, d, began); err != nil {
			return err
		}
		if openNext(t, &d); waits {
			t.CloseQuestion()
		}
		d, err = t.Tx.PutDraft(d)
	} else {
		err = t.Tx.JoinDraft(d)
	}
	if err != nil {
		return err
	}
	return count(t, d, notes, first...)
}

// openNext opens the question that comes next in a draft, or its preview, without
// showing it.
func openNext(t *turn.Turn, d *report.Draft) {
	t.Talk.Draft = d.ID
	if q, ok := form.Next(d, unitOf(&t.Reading, *d)); ok {
		d.Step = q.Key
		t.Ask(questionOf(q), "")
		return
	}
	d.Step = ""
	t.Ask(QuestionPreview)
}

// joinFile puts one file into a draft and asks for it to be brought into the
// house. Where the drafts have no room for it, oldest is the one to be finished
// first.
func joinFile(t *turn.Turn, d *report.Draft, others []report.Draft, f chat.File) (note string, oldest report.Draft, err error) {
	m := MediaOf(f)
	switch {
	case holds(*d, f.Unique):
		return "", oldest, nil
	case f.Size > chat.MaxFile:
		return texts.FileTooBig(m.Name), oldest, nil
	}
	if full := form.NoRoom(d.Content.Media, m); full != "" {
		return full, oldest, nil
	}
	if oldest, full := t.Crowded(append(others, *d), m); full != "" {
		return full, oldest, nil
	}
	m.Hash = t.Tx.MediaHash(m.Unique)
	d.Content.Media = append(d.Content.Media, m)
	switch {
	case m.Picture():
		note, err = fetchPicture(t, *d, m)
	case isWritten(m):
		purpose := WordOf
		if d.Step == "article" {
			purpose = ArticleOf
		}
		note, err = reading(m), fetchDocument(t, *d, m, purpose)
	case m.Hash == "":
		err = t.Tx.PutFetch(storage.Fetch{FileID: m.FileID, Unique: m.Unique, Name: m.Name, MIME: m.MIME, Size: m.Size})
	}
	return note, oldest, err
}

// MediaOf is a file as it stands in a record.
func MediaOf(f chat.File) report.Media {
	return report.Media{Kind: string(f.Kind), FileID: f.ID, Unique: f.Unique, Name: letters.Tidy(f.Name), MIME: f.MIME, Size: f.Size}
}

// count says how many files the draft has, by editing one message for as long
// as nothing else was asked. The question that is open, or the preview, stands in
// it again: the one above is out of sight by now. The buttons lead to what the notes
// speak of, and stand in place of those that leave the draft.
func count(t *turn.Turn, d report.Draft, notes []string, buttons ...chat.Button) error {
	if err := belowOld(t); err != nil {
		return err
	}
	if t.Talk.Counter == "" {
		t.Talk.Notes = nil
	}
	for _, note := range notes {
		if note != "" && !slices.Contains(t.Talk.Notes, note) {
			t.Talk.Notes = append(t.Talk.Notes, note)
		}
	}
	t.Talk.Notes = t.Talk.Notes[max(0, len(t.Talk.Notes)-maxNotes):]
	m, err := standing(t, d)
	if err != nil {
		return err
	}
	counted := texts.Noted(append([]string{joined(d, m)}, t.Talk.Notes...)...)
	if i := form.LastCaption(d); i >= 0 {
		counted += "\n" + texts.CaptionKept(d.Content.Media[i].Caption)
		buttons = append([]chat.Button{turn.Button(texts.ToCaption, verbCaption, d.ID, i)}, buttons...)
	}
	if e, ok, err := justSent(t, d); err != nil {
		return err
	} else if ok {
		buttons = append(buttons, turn.Button(texts.ToAttach(e), verbAttach, e.Number, e.Version, d.ID))
		if t.Talk.Ask == "" && e.Review == report.Returned {
			counted = under(strings.Replace(counted, "\n"+texts.FileBegan(), "", 1), texts.AskAttach(e))
			buttons = append(buttons, turn.Button(texts.ToNew, verbResumeDraft, d.ID))
		}
	}
	if m.Text == "" {
		m.Text = counted
	} else {
		if q, _ := form.Find(d.Step); q.Key != "" && !q.InPreview(d) && !slices.Contains(t.Talk.Notes, texts.FileBegan()) {
			counted += t.Office.GoOnAnswering(!strings.Contains(counted, "\n"))
		}
		m.Text = under(counted, m.Text)
		t.Talk.Offered = nil
	}
	if len(buttons) > 0 && len(m.Buttons) > 1 {
		m.Buttons = m.Buttons[:len(m.Buttons)-1]
	}
	m.Buttons = append(m.Buttons, turn.Column(buttons...)...)
	for _, line := range m.Buttons {
		t.Talk.Offered = append(t.Talk.Offered, line...)
	}
	return putCounter(t, d, m)
}

// together is for how long files count as sent together.
const together = 30 * time.Second

// belowOld lets files that come long after the message that counts the ones before be
// counted by a new one: above them an edit would go unseen.
func belowOld(t *turn.Turn) error {
	if t.Talk.Counter == "" || t.Event.Kind == chat.Fetched {
		return nil
	}
	counter, known, err := t.Tx.Delivery(t.Talk.Counter)
	if err == nil && known && !counter.At.IsZero() && t.Tx.Now.Sub(counter.At) > together {
		t.Talk.Counter = ""
	}
	return err
}

// countedBriefly begins the key of a message that counts files and holds no preview: that
// stands above it, or none does.
const countedBriefly = "brief/"

// putCounter sends the message that counts files, or edits it.
func putCounter(t *turn.Turn, d report.Draft, m chat.Message) error {
	row := storage.Row{Chat: t.Member.ID, Message: m}
	if t.Talk.Counter != "" {
		row.TargetKey = t.Talk.Counter
		return t.Tx.PutEdit(row)
	}
	row.Key = fmt.Sprintf("files/%d/%d/%s", d.ID, t.Member.ID, occasion(t))
	if m.Title == "" {
		row.Key = countedBriefly + row.Key
	}
	t.Talk.Counter = row.Key
	_, err := t.Tx.Put(row)
	return err
}

// standing is the question or the preview of a draft that is open, or what is said in
// place of that where it stands above the message that counts; empty if neither is open.
func standing(t *turn.Turn, d report.Draft) (m chat.Message, err error) {
	if t.Talk.Draft != d.ID {
		return m, nil
	}
	known, err := above(t, d.ID)
	if err != nil {
		return m, err
	}
	inCounter := t.Talk.Counter != "" && !strings.HasPrefix(t.Talk.Counter, countedBriefly)
	q, ok := form.Find(d.Step)
	switch {
	case known != "" && !inCounter && len(form.ToRenew(d)) == 0 && (ok && q.InPreview(d) && t.Asked(questionOf(q)) || !ok && t.Asked(QuestionPreview)):
		m, _, err = briefOf(t, d, "", known)
		return m, err
	case ok && q.Key == "files" && t.Asked(questionOf(q)):
		return chat.Message{Buttons: buttonsOf(t, d, q, t.Arg(0), 0)}, nil
	case ok && t.Asked(questionOf(q)):
		return questionOn(t, d, q, "", t.Arg(0), 0)
	case !ok && t.Asked(QuestionPreview):
		return previewOf(t, d, "", report.Period{})
	}
	return m, nil
}

// joined says how many files the draft has.
func joined(d report.Draft, stands chat.Message) string {
	if len(d.Content.Media) == 0 {
		return ""
	}
	if d.Step == "files" && len(stands.Buttons) > 0 {
		return texts.MoreFiles(d.Content.Media)
	}
	return texts.FilesJoined(d.Content.Media)
}

// occasion tells the events with files apart: messages by their number, what
// is found of a file later by the file.
func occasion(t *turn.Turn) string {
	if t.Event.Kind == chat.Fetched {
		return "found/" + t.Event.Files[0].Unique
	}
	return strconv.FormatInt(t.Event.MessageID, 10)
}

// dropFiles takes all files out of a draft.
func dropFiles(t *turn.Turn, d report.Draft) error {
	d.Content.Media = nil
	q, _ := form.Find("files")
	return askStep(t, d, q, "", fromMore)
}

// TakeFiles takes photos, files and voice notes into the open draft, or into a
// new one if none is open.
func TakeFiles(t *turn.Turn, files []chat.File) error {
	d, ok, err := t.Opened()
	if err != nil {
		return err
	}
	if !ok && len(t.Member.Represented()) == 0 {
		return WrongKind(t)
	}
	if ok {
		return join(t, d, files, false)
	}
	return beginWith(t, files)
}

const verbCaption turn.Verb = "d.caption"

// addCaption adds the text that came with a file to the summary.
func addCaption(t *turn.Turn, d report.Draft, n int) error {
	if !form.AddCaption(&d, n) {
		return t.Stale()
	}
	return goOn(t, d, texts.CaptionTaken())
}
