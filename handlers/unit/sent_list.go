package unit

import (
	"strconv"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/texts"
)

const verbSent = "s.list" // unit [page]

// sentWord is the menu word "Đã gửi".
func sentWord(t *turn.Turn) error {
	units := t.Member.Units()
	switch len(units) {
	case 0:
		return t.MainMenu(t.Office.NoUnit())
	case 1:
		return showSent(t, units[0], 0)
	}
	return pickUnit(t, verbSent)
}

// listSent shows a page of what a unit sent: unit, page.
func listSent(t *turn.Turn, do chat.Action) error {
	if !t.Serves(do.Arg(0)) {
		t.Log.Warn("button of another's unit", "member", t.Member.ID)
		return t.Stale()
	}
	page, _ := strconv.Atoi(do.Arg(1))
	return showSent(t, do.Arg(0), page)
}

func showSent(t *turn.Turn, unit string, page int) error {
	list, err := t.Tx.ExamplesOf(unit, 0)
	if err != nil {
		return err
	}
	t.CloseQuestion()
	if len(list) == 0 {
		return t.Show(chat.Message{Text: texts.NothingSent(t.UnitName(unit)), Buttons: turn.Column(turn.Button(texts.LabelIntroduce, chat.VerbIntroduce))})
	}
	if page < 0 || page*turn.Listed >= len(list) {
		return t.Stale()
	}
	var buttons []chat.Button
	text := texts.SentHead(t.UnitName(unit), len(list))
	for i, e := range list[page*turn.Listed : min(len(list), (page+1)*turn.Listed)] {
		text += texts.SentLine(i+1, e)
		buttons = append(buttons, turn.Button(strconv.Itoa(i+1), verbSee, e.Number))
	}
	lines := append([][]chat.Button{buttons}, turn.Pager(verbSent, page, len(list), unit)...)
	return t.Show(chat.Message{Title: texts.WordSent, Text: text, Buttons: lines})
}
