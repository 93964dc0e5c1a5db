package find

import (
	"cmp"
	"errors"
	"strings"

	"guongsang/handlers/draft"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/letters"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/search"
	"guongsang/internal/texts"
	"guongsang/storage"
	"guongsang/storage/records"
)

// A found is a page of what a text looks for.
type found struct {
	text    string
	lines   []string
	buttons []chat.Button // each opens what its line names
	page    int
	all     int
	named   int // so many have the words in the name
}

// readerOf says what somebody may find.
func readerOf(t *turn.Reading) search.Reader {
	r := search.Reader{Agency: t.Member.Agency(), Units: t.Member.Represented()}
	if t.Member.Holds(report.Leader) {
		r.Audience = cmp.Or(t.Options.Leaders, privacy.Public)
	}
	return r
}

// look finds a page of what a query asks for. Only what is on it is read.
func look(t *turn.Reading, q search.Query, text string, page int) (f found, err error) {
	reader := readerOf(t)
	if !reader.Reads() || len(q.Words) == 0 && !q.Narrows() {
		return f, nil
	}
	s := search.New(q, reader, t.Tx.Directory(), (page+1)*turn.Listed)
	numbers, err := t.Tx.Search(s)
	if err != nil {
		return f, err
	}
	f = found{text: text, page: page, all: s.All(), named: s.Named()}
	for _, number := range numbers[min(page*turn.Listed, len(numbers)):] {
		e, err := t.Tx.Example(number)
		if err != nil {
			return f, err
		}
		if !f.add(t, e, s.Shows) {
			f.all-- // nothing tells that it is there
			f.named = min(f.named, f.all)
		}
	}
	return f, nil
}

// add adds the line of an example, if the member may see what it was found by.
func (f *found) add(t *turn.Reading, e report.Example, shows func(privacy.View) bool) bool {
	number, c := e.Number, e.Content
	switch {
	case t.Speaks(e.Unit):
		f.line(texts.FoundLine(number, c.Name, c.Place, c.Title, t.UnitName(e.Unit)), number, draft.VerbSee)
		return true
	case t.Member.Agency():
		f.line(texts.FoundLine(number, c.Name, c.Place, c.Title, t.UnitName(e.Unit)), number, digest.VerbExample)
		return true
	}
	u, err := t.Tx.Unit(e.Unit)
	if err != nil {
		u = report.Unit{Code: e.Unit, Name: e.Unit}
	}
	v := privacy.Of(e, u, t.Audience(), t.Today())
	if !t.Member.Holds(report.Leader) || v.Hidden || !shows(v) {
		return false
	}
	f.line(texts.FoundLine(number, v.Name, v.Place, v.Title, v.Unit.Name), number, digest.VerbExample)
	return true
}

func (f *found) line(line, number string, verb turn.Verb) {
	f.lines = append(f.lines, line)
	f.buttons = append(f.buttons, turn.Button(number, verb, number))
}

// showNumbered shows the line of the example with a number.
func showNumbered(t *turn.Reading, number string) error {
	f := found{all: 1, text: number}
	e, err := t.Tx.Example(number)
	if errors.Is(err, storage.ErrNotFound) || err == nil && !f.add(t, e, func(privacy.View) bool { return true }) {
		return t.Say(chat.Message{Text: t.Office.NoRecord(number)})
	}
	if records.IgnoreNotFound(err) != nil {
		return err
	}
	return say(t, f)
}

// say says what was found where something was typed.
func say(t *turn.Reading, f found) error { return t.Say(f.message()) }

func (f found) message() chat.Message {
	m := chat.Message{Text: texts.Found(f.text, f.all, f.lines), Buttons: turn.Pairs(f.buttons)}
	if f.all <= turn.Listed {
		return m
	}
	_, _, of := turn.Bounds(f.all, turn.Listed, f.page)
	m.Text += "\n" + texts.PageOf(f.page, of)
	if key := f.key(); key != "" {
		m.Buttons = append(m.Buttons, turn.Pager(verbPage, f.page, min(f.all, pages*turn.Listed), key)...)
	}
	return m
}

// key is what the buttons to other pages carry: the text, without accents if it is
// long; nothing if it is longer than a button.
func (f found) key() string {
	plain := letters.OneLine(strings.ReplaceAll(f.text, ":", " "))
	for _, key := range []string{plain, letters.Fold(plain)} {
		if len(chat.Do(string(verbPage), key, 1_000_000).String()) <= chat.MaxAction {
			return key
		}
	}
	return ""
}
