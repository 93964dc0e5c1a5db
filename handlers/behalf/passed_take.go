package behalf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"guongsang/handlers/draft"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/citizen"
	"guongsang/internal/form"
	"guongsang/internal/importer"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/paste"
	"guongsang/internal/texts"
	"guongsang/storage/records"
)

// Units write to the officer by Zalo, send her their Word files, photograph what
// happened. She passes it on to the bot as it is, and the bot proposes to record
// it on behalf of the unit that it may be of. Until she says so it only waits in
// the conversation (records.Passed): nothing is recorded, and nothing is lost.

// PassedOf begins the purpose of a fetch of a document that was passed on.
const PassedOf = "passed:"

const (
	maxPassed    = 10              // that wait for an answer
	joinedWithin = 2 * time.Minute // what comes so soon after belongs to it
)

// PassesOn reports whether a text is one that an officer passes on: it introduces
// somebody, and nothing asked for it.
func PassesOn(t *turn.Reading) bool {
	if !t.Member.Agency() || t.Event.Kind != chat.Said || len(t.Event.Files) > 0 {
		return false
	}
	p := paste.Read(t.Event.Text)
	if t.Event.Forwarded {
		return p.Introduces(true) || goesOn(t) >= 0
	}
	if d, open, err := t.Opened(); err == nil && open {
		return d.OnBehalf != "" && p.Labels >= 2 && !form.Fits(d, p)
	}
	if len(t.Member.Represented()) > 0 || t.Talk.Ask != "" && t.Talk.Ask != string(questionPassedUnit) {
		return false
	}
	if goesOn(t) >= 0 {
		return true
	}
	return (p.Introduces(false) || paste.TellsDeed(t.Event.Text)) && (p.Labels >= 2 || intent.Understand(t.Speaker(), t.Event.Text).Intent == intent.NoIntent)
}

// Pass takes a text that an officer passes on, and proposes what to do with it.
func Pass(t *turn.Reading) error {
	text, masked := citizen.MaskIDs(letters.Tidy(t.Event.Text))
	if form.FillsOneMessage(t.Event.Text) {
		t.HasRest()
	}
	if at := goesOn(t); at >= 0 {
		p := &t.Talk.Passed[at]
		if !fits(*p, text) {
			return t.Say(chat.Message{Text: texts.PassedFull(form.MaxDraft, form.MostFiles)})
		}
		p.Text, p.Joined = p.Text+"\n"+text, t.Tx.Now
		return propose(t, p.ID, masked)
	}
	at := joinable(t, func(p records.Passed) bool { return p.Text == "" && !slices.ContainsFunc(p.Files, draft.Written) })
	if at < 0 {
		if len(t.Talk.Passed) >= maxPassed {
			return t.Say(chat.Message{Text: texts.PassedTooMany(maxPassed)})
		}
		at = newPassed(t)
	}
	p := &t.Talk.Passed[at]
	p.Text, p.Joined = text, t.Tx.Now
	persons, _, _ := paste.PersonsIn(text)
	for _, one := range persons {
		p.Persons = append(p.Persons, one.Name)
	}
	if p.Channel == "" {
		p.Channel = channelOf(text)
	}
	return propose(t, p.ID, masked)
}

// fits reports whether a text has room beside that of something that was passed on: no
// draft holds more, and all of it is read anew at each part.
func fits(p records.Passed, text string) bool {
	return letters.Len(p.Text)+letters.Len(text) <= form.MaxDraft
}

// goesOn finds what the text that came is the rest of, or -1: a messenger cuts what
// is longer than one message, and sends the parts at once.
func goesOn(t *turn.Reading) int {
	last := len(t.Talk.Passed) - 1
	if last < 0 || !t.IsRest() || t.Talk.Passed[last].Text == "" {
		return -1
	}
	return last
}

// channelOf guesses how a text came to the agency: a letter on paper, what is
// pasted by Zalo.
func channelOf(text string) string {
	if paste.IsLetter(text) {
		return "paper"
	}
	return "zalo"
}

// newPassed makes room for something that is passed on.
func newPassed(t *turn.Reading) (at int) {
	id := 1
	for _, p := range t.Talk.Passed {
		id = max(id, p.ID+1)
	}
	t.Talk.Passed = append(t.Talk.Passed, records.Passed{ID: id, Album: t.Event.Album, From: t.Event.Forwarder, At: t.At})
	return len(t.Talk.Passed) - 1
}

// joinable finds what was passed on just before, by the same writer, that what
// comes now belongs to; -1 if there is nothing of that kind.
func joinable(t *turn.Reading, may func(records.Passed) bool) int {
	for at, p := range slices.Backward(t.Talk.Passed) {
		album := p.Album != "" && p.Album == t.Event.Album
		if (album || t.Tx.Now.Sub(p.Joined) < joinedWithin && p.From == t.Event.Forwarder) && may(p) {
			return at
		}
	}
	return -1
}

// PassFiles takes files that an officer passes on. It reports whether they are
// that.
func PassFiles(t *turn.Turn, files []chat.File) (taken bool, err error) {
	_, open, err := t.Opened()
	own := open || len(t.Member.Represented()) > 0 // what is not forwarded is her own
	if err != nil || !t.Member.Agency() || own && !t.Event.Forwarded || open && ofOpenDraft(t) {
		return false, err
	}
	for _, f := range files {
		if err := PassFile(t, f); err != nil {
			return true, err
		}
	}
	return true, nil
}

// ofOpenDraft reports whether what came belongs to what the open draft was made of.
func ofOpenDraft(t *turn.Turn) bool {
	to := t.Talk.PassedTo
	return to.Draft == t.Talk.Draft && (to.Album != "" && to.Album == t.Event.Album || t.Tx.Now.Sub(to.At) < joinedWithin)
}

// PassFile takes one file: a document begins something of its own, a photo joins
// what came just before.
func PassFile(t *turn.Turn, f chat.File) error {
	written := draft.Written(f)
	at := joinable(&t.Reading, func(p records.Passed) bool {
		return !written || p.Text == "" && !slices.ContainsFunc(p.Files, draft.Written)
	})
	if at < 0 {
		if len(t.Talk.Passed) >= maxPassed {
			return t.Say(chat.Message{Text: texts.PassedTooMany(maxPassed)})
		}
		at = newPassed(&t.Reading)
	}
	p := &t.Talk.Passed[at]
	caption, masked := citizen.MaskIDs(letters.Tidy(t.Event.Text))
	if len(p.Files) >= form.MostFiles || !fits(*p, caption) {
		return t.Say(chat.Message{Text: texts.PassedFull(form.MaxDraft, form.MostFiles)})
	}
	p.Joined = t.Tx.Now
	if !slices.ContainsFunc(p.Files, func(known chat.File) bool { return known.Unique == f.Unique }) {
		p.Files = append(p.Files, f)
	}
	if caption != "" && !strings.Contains(p.Text, caption) {
		p.Text = strings.TrimSpace(p.Text + "\n" + caption)
	}
	if !written {
		return proposeAgain(t, p.ID, masked)
	}
	p.Channel, p.Unit = "paper", "" // it tells better whose it is
	if err := fetchPassed(t, p.ID, f); err != nil {
		return err
	}
	return tellOf(t, p, chat.Message{Text: texts.PassedComing(f.Name)})
}

// fetchPassed has a document brought into the house and read.
func fetchPassed(t *turn.Turn, id int, f chat.File) error {
	return draft.FetchDocument(t, f, fmt.Sprintf("%s%d:%d", PassedOf, id, t.Member.ID))
}

// PassedRead goes on when a document that was passed on has been read.
func PassedRead(t *turn.Turn) error {
	read, purpose, err := importer.DocumentOf(t.Event)
	if err != nil {
		return err
	}
	id, _, _ := strings.Cut(strings.TrimPrefix(purpose, PassedOf), ":")
	n, _ := strconv.Atoi(id)
	at := passedAt(&t.Reading, n)
	if at < 0 || len(t.Event.Files) == 0 {
		return nil // it was answered meanwhile
	}
	p := &t.Talk.Passed[at]
	of := material{text: read.Head + "\n" + read.Rest, file: t.Event.Files[0].Name}
	for _, one := range read.Persons {
		of.text += "\n" + one.Text
		if len(read.Persons) > 1 {
			p.Persons = append(p.Persons, one.Name)
		}
	}
	if read.Fault != "" {
		of.unread = texts.PassedUnread(of.file)
	}
	if len(read.Persons) < 2 && read.Fault == "" {
		if m, is, err := nilDocument(&t.Reading, *p, of); err != nil {
			return err
		} else if is {
			err = tellOf(t, p, m)
			releasePassed(&t.Reading, *p)
			return err
		}
	}
	m, err := proposal(&t.Reading, p, of)
	if err != nil {
		return err
	}
	return tellOf(t, p, m)
}

// passedAt is where something that was passed on stands, or -1.
func passedAt(t *turn.Reading, id int) int {
	return slices.IndexFunc(t.Talk.Passed, func(p records.Passed) bool { return p.ID == id })
}

// passedKind is something that was passed on and waits for an answer.
var passedKind = turn.NewKind("passed", func(t *turn.Reading, part string) (records.Passed, turn.Refusal) {
	n, _ := strconv.Atoi(part)
	at := passedAt(t, n)
	if at < 0 {
		return records.Passed{}, turn.Stale
	}
	return t.Talk.Passed[at], nil
})

// releasePassed lets go of what was passed on.
func releasePassed(t *turn.Reading, p records.Passed) {
	t.Talk.Passed = slices.DeleteFunc(t.Talk.Passed, func(other records.Passed) bool { return other.ID == p.ID })
	if len(t.Talk.Args) > 0 && t.Talk.Args[0] == strconv.Itoa(p.ID) && (t.Asked(questionPassedUnit) || t.Asked(questionPassedWhen)) {
		t.CloseQuestion()
	}
}
