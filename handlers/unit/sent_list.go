package unit

import (
	"strconv"

	"guongsang/handlers/draft"
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
		return t.Show(chat.Message{Text: texts.NothingSent(t.UnitName(unit)), Buttons: turn.Column(turn.Button(texts.LabelIntroduce, chat.VerbIntroduce))})
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
