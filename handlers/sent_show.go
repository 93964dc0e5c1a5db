package handlers

import (
	"errors"
	"strconv"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const verbSee = "s.see" // number

// ownExample is an example of a unit that the member serves. Where the button
// carries a version, it has to be the last one.
func (t *turn) ownExample(number, version string) (e report.Example, ok bool, err error) {
	e, err = t.tx.Example(number)
	if errors.Is(err, storage.ErrNotFound) {
		return e, false, nil
	}
	if err != nil {
		return e, false, err
	}
	if !t.serves(e.Unit) {
		t.Log.Warn("button of another's example", "member", t.member.ID, "example", number)
		return e, false, nil
	}
	return e, version == "" || version == strconv.Itoa(e.Version), nil
}

// seeSent shows one example: number.
func (t *turn) seeSent(do chat.Action) error {
	e, ok, err := t.ownExample(do.Arg(0), "")
	if err != nil {
		return err
	}
	if !ok {
		return t.stale()
	}
	return t.showExample(e, "")
}

func (t *turn) showExample(e report.Example, note string) error {
	credits, err := t.credits(e)
	if err != nil {
		return err
	}
	title, text := t.Office.Sent(e, t.unitName(e.Unit), credits)
	if note != "" {
		text = note + "\n\n" + text
	}
	var lines [][]chat.Button
	switch e.Review {
	case report.Returned:
		lines = [][]chat.Button{{button(texts.ToComplete, chat.VerbComplete, e.Number, e.Version), button(texts.ToWithdraw, verbWithdraw, e.Number, e.Version)}}
	case report.Received:
		lines = [][]chat.Button{{button(texts.ToEdit, verbAmend, e.Number, e.Version), button(texts.ToWithdraw, verbWithdraw, e.Number, e.Version)}}
	}
	if len(e.Periods) > 0 && e.Review != report.Withdrawn {
		lines = append(lines, []chat.Button{letterButton(e.Unit, e.Periods[0])})
	}
	lines = append(lines, column(button(texts.ToBack, verbSent, e.Unit, 0))...)
	return t.show(chat.Message{Title: title, Text: text, Buttons: lines})
}
