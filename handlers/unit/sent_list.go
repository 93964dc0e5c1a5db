package unit

import (
	"strconv"
	"strings"

	"guongsang/handlers/draft"
	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbSent turn.Verb = "s.list"

// sentWord is the menu word "Đã gửi".
func sentWord(t *turn.Reading) error {
	units := t.Member.Represented()
	if len(units) == 1 {
		return showSent(t, units[0], 0)
	}
	return pickUnit(t, verbSent)
}

// listSent shows a page of what a unit sent.
func listSent(t *turn.Reading, u report.Unit, page int) error { return showSent(t, u.Code, page) }

// showSent lists what a unit sent, and those that it goes on from.
func showSent(t *turn.Reading, unit string, page int) error {
	u, err := t.Tx.Unit(unit)
	if err != nil {
		return err
	}
	numbers, err := t.SentBy(u)
	if err != nil {
		return err
	}
	all := len(numbers)
	list, err := t.Tx.ExamplesNumbered(numbers[min(page*turn.Listed, all):min((page+1)*turn.Listed, all)])
	if err != nil {
		return err
	}
	t.CloseQuestion()
	if all == 0 {
		return showNothing(t, unit)
	}
	if len(list) == 0 {
		return t.Stale()
	}
	var buttons []chat.Button
	text := texts.SentHead(t.UnitName(unit), all)
	for i, e := range list {
		text += texts.SentLine(i+1, e)
		buttons = append(buttons, turn.Button(strconv.Itoa(i+1), draft.VerbSee, e.Number))
	}
	lines := append([][]chat.Button{buttons}, turn.Pager(verbSent, page, all, unit)...)
	return t.Show(chat.Message{Title: texts.WordSent, Text: text, Buttons: lines})
}

// showNothing says that a unit sent nothing. What was said instead, or is begun, may be
// what is looked for: it can be taken back there, or gone on with.
func showNothing(t *turn.Reading, unit string) error {
	waits, drafts, err := draft.Waiting(t)
	if err != nil {
		return err
	}
	nils, err := undoing(t, unit)
	if err != nil {
		return err
	}
	text := strings.TrimSpace(texts.NothingSent(t.UnitName(unit)) + " " + waits)
	return t.Show(chat.Message{Text: text, Buttons: turn.Column(append(append(drafts, nils...), turn.Button(texts.LabelIntroduce, chat.VerbIntroduce))...)})
}

// undoing are the buttons by which the nils of a unit are taken back whose periods are
// still open.
func undoing(t *turn.Reading, unit string) (buttons []chat.Button, err error) {
	list, err := duty.PeriodsOf(t, unit)
	if err != nil {
		return nil, err
	}
	for _, o := range list {
		if o.Schedule.Lock.Before(t.Today()) {
			continue
		}
		filings, err := t.Tx.Filings(o.Schedule.Period, unit)
		if err != nil {
			return nil, err
		}
		for _, f := range filings {
			if f.Nil() {
				buttons = append(buttons, turn.Button(texts.ToUndoNil(f.Period), VerbUndo, unit, f.Period, f.At.UnixNano()))
			}
		}
	}
	return buttons[:min(len(buttons), 2)], nil
}
