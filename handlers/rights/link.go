package rights

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"guongsang/handlers/card"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/eraser"
	"guongsang/internal/report"
	"guongsang/internal/search"
	"guongsang/internal/texts"
	"guongsang/storage"
)

// A request mostly says a name, and what is done about it is done to one record: an
// officer types the name, sees what there is of it and chooses.

// askLink asks which record or account a request is about, and shows those of the name
// that it says, or was given with it.
func askLink(t *turn.Reading, q report.DataRequest) error {
	if q.Erasing(t.Tx.Now) {
		return t.Stale()
	}
	var m chat.Message
	for _, name := range []string{nameIn(q.Text), q.Name} {
		var found bool
		var err error
		if m, found, err = toChoose(t, q, name); err != nil {
			return err
		}
		if found {
			break
		}
	}
	m.Text = strings.TrimSpace(texts.AskRequestLink + "\n" + m.Text)
	return sayToLink(t, q, m)
}

// findLink shows what was typed can mean.
func findLink(t *turn.Reading, q report.DataRequest) error {
	if q.Erasing(t.Tx.Now) {
		t.CloseQuestion()
		return t.Stale()
	}
	m, found, err := toChoose(t, q, t.Event.Text)
	if err == nil && !found {
		m.Text = texts.NoSuchRecord
	}
	if err != nil {
		return err
	}
	return sayToLink(t, q, m)
}

func sayToLink(t *turn.Reading, q report.DataRequest, m chat.Message) error {
	t.Ask(questionLink, q.Number)
	m.Buttons = append(m.Buttons, []chat.Button{turn.Button(texts.LabelCancel, turn.VerbCancel)})
	return t.Say(m)
}

// toChoose shows the records that a text names by number, name or words, and the account
// of that number, each with a button.
func toChoose(t *turn.Reading, q report.DataRequest, said string) (m chat.Message, found bool, err error) {
	if id, err := strconv.ParseInt(strings.TrimSpace(said), 10, 64); err == nil && id > 0 {
		m.Text = texts.AboutAccount(card.NameOf(t, id), id)
		m.Buttons = turn.Column(turn.Button(texts.LabelThisAccount, verbLinkTo, q.Number, id))
		return m, true, nil
	}
	query := search.Query{Words: search.Words(said)}
	if len(query.Words) == 0 {
		return m, false, nil
	}
	s := search.New(query, search.Reader{Agency: true}, t.Tx.Directory(), turn.Listed)
	numbers, err := t.Tx.Search(s)
	if err != nil {
		return m, false, err
	}
	shown, err := t.Tx.ExamplesNumbered(numbers)
	if err != nil || len(shown) == 0 {
		return m, false, err
	}
	var lines []string
	var buttons []chat.Button
	for _, e := range shown {
		lines = append(lines, texts.FoundLine(e.Number, e.Content.Name, e.Content.Place, e.Content.Title, t.UnitName(e.Unit)))
		buttons = append(buttons, turn.Button(e.Number, verbLinkTo, q.Number, e.Number))
	}
	return chat.Message{Text: texts.ChooseToLink(said, s.All(), lines), Buttons: turn.Pairs(buttons)}, true, nil
}

// link joins a request to the record or the account that it is about. While that is being
// erased it stays what was ordered.
func link(t *turn.Turn, q report.DataRequest, about string) error {
	if q.Erasing(t.Tx.Now) {
		t.CloseQuestion()
		return t.Stale()
	}
	e, err := t.Tx.Example(about)
	switch {
	case err == nil:
		q.Example, q.Member = e.Number, 0
	case !errors.Is(err, storage.ErrNotFound):
		return fmt.Errorf("linking %s: %w", q.ID(), err)
	default:
		account, err := strconv.ParseInt(about, 10, 64)
		if err != nil || account <= 0 {
			return t.Stale()
		}
		q.Example, q.Member = "", account
	}
	t.CloseQuestion()
	if err := errors.Join(t.Tx.PutDataRequest(q), t.Tx.Audit(t.Member.ID, report.DataRequestLinked, eraser.RefOf(q))); err != nil {
		return err
	}
	return showPage(&t.Reading, q)
}
