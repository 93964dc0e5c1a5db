package handlers

import (
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/texts"
)

const verbSent = "s.list" // unit [page]

// sentWord is the menu word "Đã gửi".
func (t *turn) sentWord() error {
	units := t.member.Units()
	switch len(units) {
	case 0:
		return t.mainMenu(t.Office.NoUnit())
	case 1:
		return t.showSent(units[0], 0)
	}
	return t.pickUnit(verbSent)
}

// listSent shows a page of what a unit sent: unit, page.
func (t *turn) listSent(do chat.Action) error {
	if !t.serves(do.Arg(0)) {
		t.Log.Warn("button of another's unit", "member", t.member.ID)
		return t.stale()
	}
	page, _ := strconv.Atoi(do.Arg(1))
	return t.showSent(do.Arg(0), page)
}

func (t *turn) showSent(unit string, page int) error {
	list, err := t.tx.ExamplesOf(unit, 0)
	if err != nil {
		return err
	}
	t.closeQuestion()
	if len(list) == 0 {
		return t.show(chat.Message{Text: texts.NothingSent(t.unitName(unit)), Buttons: column(button(texts.LabelIntroduce, chat.VerbIntroduce))})
	}
	if page < 0 || page*listed >= len(list) {
		return t.stale()
	}
	var buttons []chat.Button
	text := texts.SentHead(t.unitName(unit), len(list))
	for i, e := range list[page*listed : min(len(list), (page+1)*listed)] {
		text += texts.SentLine(i+1, e)
		buttons = append(buttons, button(strconv.Itoa(i+1), verbSee, e.Number))
	}
	lines := append([][]chat.Button{buttons}, pager(verbSent, page, len(list), unit)...)
	return t.show(chat.Message{Title: texts.WordSent, Text: text, Buttons: lines})
}
