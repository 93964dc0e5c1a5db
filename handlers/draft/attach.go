package draft

import (
	"cmp"
	"slices"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/citizen"
	"guongsang/internal/form"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbAttach turn.Verb = "s.attach"

// forgotten is for how long after a sending files that come alone may well
// belong to what was sent.
const forgotten = 24 * time.Hour

// FilesOnly reports whether a draft holds files and nothing else, but for a few words that
// came with them.
func FilesOnly(d report.Draft) bool {
	files := len(d.Content.Media) > 0
	d.Content.Media, d.Content.Summary = nil, letters.First(d.Content.Summary, max(0, letters.Len(d.Content.Summary)-longestWith))
	return files && form.Blank(d)
}

// addToSummary keeps a text that tells something in the summary of a draft; none with a
// citizen's number, whichever way it came.
func addToSummary(d *report.Draft, text string) form.Reading {
	if citizen.HoldsID(text) {
		return form.Reading{Outcome: form.Refused, Note: texts.CitizenID()}
	}
	return form.AddToSummary(d, text)
}

// longestWith is how many characters came with files at most that belong to what was sent.
const longestWith = 300

// justSent is the example for which the files of a draft may have been meant: the only one
// that waits for more, else the one that the member sent last.
func justSent(t *turn.Turn, d report.Draft) (last report.Example, ok bool, err error) {
	if !FilesOnly(d) {
		return last, false, nil
	}
	if last, ok, err = returned(t); ok || err != nil {
		return last, ok, err
	}
	last, ok, err = LastSent(t)
	return last, ok && Lately(t, last), err
}

// returned is the only example of the member's units that waits for more, unless the member
// just sent another since.
func returned(t *turn.Turn) (e report.Example, ok bool, err error) {
	all, err := t.Introduced(func(e report.Example) bool { return e.Review == report.Returned })
	if err != nil || len(all) != 1 {
		return e, false, err
	}
	last, sent, err := LastSent(t)
	return all[0], !sent || !Lately(t, last) || last.Number == all[0].Number || !last.Changed.After(all[0].RuleAt), err
}

// forReturned reports whether it is asked first, and nothing else, if the files of a draft
// belong to what waits for more. A document that is read tells what it is.
func forReturned(t *turn.Turn, d report.Draft, began bool) (waits bool, err error) {
	if (began || t.Talk.Ask == "") && FilesOnly(d) && !slices.ContainsFunc(d.Content.Media, isWritten) {
		_, waits, err = returned(t)
	}
	return waits, err
}

// attach moves files that came alone into what was just sent. It opens as a
// draft of the next version. What finds no room there stays where it is.
func attach(t *turn.Turn, e report.Example, d report.Draft) error {
	return attachNoted(t, e, d, "")
}

// attachNoted does so below a note of what was typed into that draft already, if any: it
// opens then even if no file finds room.
func attachNoted(t *turn.Turn, e report.Example, d report.Draft, noted string) error {
	if !e.Open() || !FilesOnly(d) {
		return t.Stale()
	}
	next, begun, err := amendment(t, e)
	if err != nil {
		return err
	}
	if !begun {
		next.Content = e.Content
	}
	moved, left := divide(next.Content.Media, d.Content.Media)
	note, toLeft := "", []chat.Button(nil)
	if len(left) > 0 {
		note = texts.NotAllAttached(e.Number, moved, left)
		toLeft = []chat.Button{turn.Button(texts.ResumeLabel(d), verbResumeDraft, d.ID)}
		if len(moved) == 0 && noted == "" {
			return t.Say(chat.Message{Text: note, Buttons: turn.Column(toLeft...)})
		}
	}
	if err := keepLeft(t, d, left); err != nil {
		return err
	}
	leaveDraft(t)
	if next, err = reopened(t, e); err != nil {
		return err
	}
	told := keepSaidWith(&next, moved, d.Content.Summary)
	for _, m := range d.Content.Media {
		if m.Caption != "" && !among(slices.Concat(moved, left), m) { // of one that was there before
			told = texts.Noted(told, addToSummary(&next, texts.Cap(m.Caption)).Note)
		}
	}
	next.Content.Media = append(next.Content.Media, moved...)
	if err := goOn(t, next, texts.Noted(cmp.Or(noted, t.Office.Reopened(e)), texts.FilesJoined(next.Content.Media), told)); err != nil || note == "" {
		return err
	}
	return t.Say(chat.Message{Text: note, Buttons: turn.Column(toLeft...)})
}

// keepSaidWith keeps the words that came with files: as the caption of the first of them
// that has none, or in the summary, what tells more and what finds no such file.
func keepSaidWith(d *report.Draft, files []report.Media, said string) (note string) {
	more, photos := form.Supplement(said)
	at := slices.IndexFunc(files, func(m report.Media) bool { return m.Caption == "" })
	switch {
	case said == "" || photos && at < 0: // what is announced has come
		return ""
	case at >= 0 && (photos || more == "") && !citizen.HoldsID(said):
		files[at].Caption = said
		return ""
	case more == "" || photos:
		more = said
	}
	return addToSummary(d, texts.Cap(more)).Note
}

// divide tells the files that there is room for beside those that are held from
// those that have to be left. One that is held already is neither.
func divide(held, files []report.Media) (fit, left []report.Media) {
	for _, m := range files {
		all := slices.Concat(held, fit)
		switch {
		case among(all, m):
		case form.NoRoom(all, m) == "":
			fit = append(fit, m)
		default:
			left = append(left, m)
		}
	}
	return fit, left
}

// among reports whether a file is one of these.
func among(files []report.Media, m report.Media) bool {
	return slices.ContainsFunc(files, func(other report.Media) bool { return other.Unique == m.Unique })
}

// keepLeft leaves a draft with some of its files; one that has none any more
// goes.
func keepLeft(t *turn.Turn, d report.Draft, left []report.Media) error {
	if len(left) == 0 {
		return throwAway(t, d)
	}
	d.Content.Media = left
	return t.Tx.JoinDraft(d)
}
