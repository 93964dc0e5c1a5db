package handlers

import (
	"fmt"
	"slices"
	"strings"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// maxFileSize is what the messenger lets a bot fetch.
const maxFileSize = 20 << 20

// files takes photos, files and voice notes into the open draft, or into a
// new one if none is open.
func (t *turn) files() error {
	var mine []chat.File
	for _, f := range t.ev.Files {
		handled, err := t.agencyFile(f)
		if err != nil {
			return err
		}
		if !handled {
			mine = append(mine, f)
		}
	}
	if len(mine) == 0 {
		return nil
	}
	d, ok, err := t.opened()
	if err != nil {
		return err
	}
	if !ok && len(t.member.Units()) == 0 {
		return t.wrongKind()
	}
	if ok {
		return t.join(d, mine)
	}
	return t.beginWith(mine)
}

// beginWith starts a draft with files that came when none was open.
func (t *turn) beginWith(files []chat.File) error {
	d, err := t.writeDraft(t.guessed())
	if err != nil {
		return err
	}
	if err := t.goOn(d, texts.FileBegan()); err != nil {
		return err
	}
	if d, err = t.tx.Draft(d.ID); err != nil {
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
	asked, note := t.joinCaption(&d, clean(t.ev.Text))
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
	m := report.Media{Kind: string(f.Kind), FileID: f.ID, Unique: f.Unique, Name: clean(f.Name), MIME: f.MIME, Size: f.Size}
	same := func(other report.Media) bool { return other.Unique == m.Unique }
	if slices.ContainsFunc(d.Content.Media, same) {
		return "", nil
	}
	if f.Size > maxFileSize {
		return texts.FileTooBig(m.Name), nil
	}
	alike := 0
	for _, other := range d.Content.Media {
		if isPhoto(other) == isPhoto(m) {
			alike++
		}
	}
	if alike >= maxFiles {
		if isPhoto(m) {
			return texts.TooManyPhotos(), nil
		}
		return texts.TooManyFiles(), nil
	}
	m.Hash = t.tx.MediaHash(m.Unique)
	d.Content.Media = append(d.Content.Media, m)
	if m.Hash != "" {
		return "", nil
	}
	return "", t.tx.PutFetch(storage.Fetch{FileID: m.FileID, Unique: m.Unique, Name: m.Name, MIME: m.MIME, Size: m.Size})
}

// isPhoto counts a picture that was sent as a file as a photo.
func isPhoto(m report.Media) bool {
	return m.Kind == string(chat.Photo) || strings.HasPrefix(m.MIME, "image/")
}

// joinCaption finds the place of what was written with a file: the summary if
// there is none, else it stays with the file and is offered. It reports
// whether the open question was answered by it.
func (t *turn) joinCaption(d *report.Draft, caption string) (answered bool, note string) {
	switch {
	case caption == "":
		return false, ""
	case holdsCitizenID(caption):
		return false, texts.CitizenID()
	}
	if p := readPaste(caption); p.labels >= 2 {
		taken, refused := t.fill(d, p)
		return true, texts.Pasted("", taken, refused)
	}
	if d.Content.Summary == "" && length(caption) >= minSummary {
		if _, refusal := takeSummary(t, d, caption); refusal == "" || d.Content.Summary != "" {
			return d.Step == "summary", texts.CaptionTaken()
		}
	}
	if last := len(d.Content.Media) - 1; last >= 0 {
		d.Content.Media[last].Caption = cut(caption, maxDetail)
	}
	return false, ""
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
	if i := lastCaption(d); i >= 0 {
		m.Text += "\n" + texts.CaptionKept(d.Content.Media[i].Caption)
		m.Buttons = column(button(texts.ToCaption, "d.caption", d.ID, i))
		t.talk.Offered = append(t.talk.Offered, m.Buttons[0]...)
	}
	row := storage.Row{Chat: t.member.ID, Message: m}
	if t.talk.Counter != "" {
		row.TargetKey = t.talk.Counter
		return t.tx.PutEdit(row)
	}
	row.Key = fmt.Sprintf("files/%d/%d/%d", d.ID, t.member.ID, t.ev.MessageID)
	t.talk.Counter = row.Key
	_, err := t.tx.Put(row)
	return err
}

// lastCaption is the last file with a text that went nowhere else, or -1.
func lastCaption(d report.Draft) int {
	for i, m := range slices.Backward(d.Content.Media) {
		if m.Caption != "" {
			return i
		}
	}
	return -1
}

// addCaption adds the text that came with a file to the summary: draft, file.
func (t *turn) addCaption(do chat.Action) error {
	d, ok, err := t.opened()
	if err != nil {
		return err
	}
	n := slices.IndexFunc(d.Content.Media, func(m report.Media) bool { return m.Caption != "" })
	if !ok || fmt.Sprint(d.ID) != do.Arg(0) || n < 0 {
		return t.stale()
	}
	for i, m := range d.Content.Media {
		if fmt.Sprint(i) == do.Arg(1) && m.Caption != "" {
			d.Content.Summary = strings.TrimSpace(d.Content.Summary + "\n" + m.Caption)
			d.Content.Media[i].Caption = ""
			t.shown = true // the count stays where it is
			return t.goOn(d, texts.CaptionTaken())
		}
	}
	return t.stale()
}

// dropFiles takes all files out of a draft: draft, version.
func (t *turn) dropFiles(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	d.Content.Media = nil
	s, _ := stepOf("files")
	return t.askStep(d, s, "", fromMore)
}
