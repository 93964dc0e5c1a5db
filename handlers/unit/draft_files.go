package unit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const verbNoFiles turn.Verb = "d.nofiles"

// maxFileSize is what the messenger lets a bot fetch.
const maxFileSize = 20 << 20

// beginWith starts a draft with files that came when none was open.
func beginWith(t *turn.Turn, files []chat.File) error {
	d, err := writeDraft(t, guessed(t))
	if err != nil {
		return err
	}
	if err := goOn(t, d, texts.FileBegan()); err != nil {
		return err
	}
	if d, _, err = t.Opened(); err != nil {
		return err
	}
	return join(t, d, files)
}

// guessed is a draft whose unit is not asked yet.
func guessed(t *turn.Turn) report.Draft {
	d := report.Draft{Unit: t.Member.Units()[0]}
	if len(t.Member.Units()) > 1 {
		d.Asked = []string{unsettled}
	}
	return d
}

// join puts files into a draft, and what was written with them.
func join(t *turn.Turn, d report.Draft, files []chat.File) error {
	var notes []string
	for _, f := range files {
		note, err := joinFile(t, &d, f)
		if err != nil {
			return err
		}
		notes = append(notes, note)
	}
	asked, note := form.Caption(&d, t.Event.Text)
	notes = append(notes, note)
	if err := t.Tx.JoinDraft(d); err != nil {
		return err
	}
	if err := count(t, d, notes); err != nil || !asked {
		return err
	}
	return goOn(t, d, "")
}

// joinFile puts one file into a draft and asks for it to be brought into the
// house.
func joinFile(t *turn.Turn, d *report.Draft, f chat.File) (note string, err error) {
	m := report.Media{Kind: string(f.Kind), FileID: f.ID, Unique: f.Unique, Name: form.Clean(f.Name), MIME: f.MIME, Size: f.Size}
	same := func(other report.Media) bool { return other.Unique == m.Unique }
	if slices.ContainsFunc(d.Content.Media, same) {
		return "", nil
	}
	if f.Size > maxFileSize {
		return texts.FileTooBig(m.Name), nil
	}
	if full := form.NoRoom(d.Content.Media, m); full != "" {
		return full, nil
	}
	m.Hash = t.Tx.MediaHash(m.Unique)
	d.Content.Media = append(d.Content.Media, m)
	if m.Picture() {
		return fetchPicture(t, *d, m)
	}
	if m.Hash != "" {
		return "", nil
	}
	return "", t.Tx.PutFetch(storage.Fetch{FileID: m.FileID, Unique: m.Unique, Name: m.Name, MIME: m.MIME, Size: m.Size})
}

// count says how many files the draft has, by editing one message for as long
// as nothing else was asked.
func count(t *turn.Turn, d report.Draft, notes []string) error {
	if t.Talk.Counter == "" {
		t.Talk.Notes = nil
	}
	for _, note := range notes {
		if note != "" && !slices.Contains(t.Talk.Notes, note) {
			t.Talk.Notes = append(t.Talk.Notes, note)
		}
	}
	m := chat.Message{Text: strings.Join(append([]string{texts.FilesJoined(d.Content.Media)}, t.Talk.Notes...), "\n")}
	if i := form.LastCaption(d); i >= 0 {
		m.Text += "\n" + texts.CaptionKept(d.Content.Media[i].Caption)
		m.Buttons = turn.Column(turn.Button(texts.ToCaption, verbCaption, d.ID, i))
		t.Talk.Offered = append(t.Talk.Offered, m.Buttons[0]...)
	}
	if e, ok, err := justSent(t, d); err != nil {
		return err
	} else if ok {
		b := turn.Button(texts.ToAttach(e), verbAttach, e.Number, e.Version, d.ID)
		m.Buttons = append(m.Buttons, []chat.Button{b})
		t.Talk.Offered = append(t.Talk.Offered, b)
	}
	row := storage.Row{Chat: t.Member.ID, Message: m}
	if t.Talk.Counter != "" {
		row.TargetKey = t.Talk.Counter
		return t.Tx.PutEdit(row)
	}
	row.Key = fmt.Sprintf("files/%d/%d/%s", d.ID, t.Member.ID, occasion(t))
	t.Talk.Counter = row.Key
	_, err := t.Tx.Put(row)
	return err
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
	if !ok && len(t.Member.Units()) == 0 {
		return WrongKind(t)
	}
	if ok {
		return join(t, d, files)
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
