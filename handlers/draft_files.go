package handlers

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const verbNoFiles = "d.nofiles" // draft version

// maxFileSize is what the messenger lets a bot fetch.
const maxFileSize = 20 << 20

// beginWith starts a draft with files that came when none was open.
func (t *turn) beginWith(files []chat.File) error {
	d, err := t.writeDraft(t.guessed())
	if err != nil {
		return err
	}
	if err := t.goOn(d, texts.FileBegan()); err != nil {
		return err
	}
	if d, _, err = t.opened(); err != nil {
		return err
	}
	return t.join(d, files)
}

// guessed is a draft whose unit is not asked yet.
func (t *turn) guessed() report.Draft {
	d := report.Draft{Unit: t.member.Units()[0]}
	if len(t.member.Units()) > 1 {
		d.Asked = []string{unsettled}
	}
	return d
}

// join puts files into a draft, and what was written with them.
func (t *turn) join(d report.Draft, files []chat.File) error {
	var notes []string
	for _, f := range files {
		note, err := t.joinFile(&d, f)
		if err != nil {
			return err
		}
		notes = append(notes, note)
	}
	asked, note := form.Caption(&d, t.ev.Text)
	notes = append(notes, note)
	if err := t.tx.JoinDraft(d); err != nil {
		return err
	}
	if err := t.count(d, notes); err != nil || !asked {
		return err
	}
	return t.goOn(d, "")
}

// joinFile puts one file into a draft and asks for it to be brought into the
// house.
func (t *turn) joinFile(d *report.Draft, f chat.File) (note string, err error) {
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
	m.Hash = t.tx.MediaHash(m.Unique)
	d.Content.Media = append(d.Content.Media, m)
	if m.Picture() {
		return t.fetchPicture(*d, m)
	}
	if m.Hash != "" {
		return "", nil
	}
	return "", t.tx.PutFetch(storage.Fetch{FileID: m.FileID, Unique: m.Unique, Name: m.Name, MIME: m.MIME, Size: m.Size})
}

// count says how many files the draft has, by editing one message for as long
// as nothing else was asked.
func (t *turn) count(d report.Draft, notes []string) error {
	if t.talk.Counter == "" {
		t.talk.Notes = nil
	}
	for _, note := range notes {
		if note != "" && !slices.Contains(t.talk.Notes, note) {
			t.talk.Notes = append(t.talk.Notes, note)
		}
	}
	m := chat.Message{Text: strings.Join(append([]string{texts.FilesJoined(d.Content.Media)}, t.talk.Notes...), "\n")}
	if i := form.LastCaption(d); i >= 0 {
		m.Text += "\n" + texts.CaptionKept(d.Content.Media[i].Caption)
		m.Buttons = column(button(texts.ToCaption, verbCaption, d.ID, i))
		t.talk.Offered = append(t.talk.Offered, m.Buttons[0]...)
	}
	if e, ok, err := t.justSent(d); err != nil {
		return err
	} else if ok {
		b := button(texts.ToAttach(e), verbAttach, e.Number, e.Version, d.ID)
		m.Buttons = append(m.Buttons, []chat.Button{b})
		t.talk.Offered = append(t.talk.Offered, b)
	}
	row := storage.Row{Chat: t.member.ID, Message: m}
	if t.talk.Counter != "" {
		row.TargetKey = t.talk.Counter
		return t.tx.PutEdit(row)
	}
	row.Key = fmt.Sprintf("files/%d/%d/%s", d.ID, t.member.ID, t.occasion())
	t.talk.Counter = row.Key
	_, err := t.tx.Put(row)
	return err
}

// occasion tells the events with files apart: messages by their number, what
// is found of a file later by the file.
func (t *turn) occasion() string {
	if t.ev.Kind == chat.Fetched {
		return "found/" + t.ev.Files[0].Unique
	}
	return strconv.FormatInt(t.ev.MessageID, 10)
}

// dropFiles takes all files out of a draft: draft, version.
func (t *turn) dropFiles(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	d.Content.Media = nil
	q, _ := form.Find("files")
	return t.askStep(d, q, "", fromMore)
}

// takeFiles takes photos, files and voice notes into the open draft, or into a
// new one if none is open.
func (t *turn) takeFiles(files []chat.File) error {
	d, ok, err := t.opened()
	if err != nil {
		return err
	}
	if !ok && len(t.member.Units()) == 0 {
		return t.wrongKind()
	}
	if ok {
		return t.join(d, files)
	}
	return t.beginWith(files)
}
