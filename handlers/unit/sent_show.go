package unit

import (
	"errors"
	"strconv"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
)

const verbSee = "s.see" // number

// ownExample is an example of a unit that the member serves. Where the button
// carries a version, it has to be the last one.
func ownExample(t *turn.Turn, number, version string) (e report.Example, ok bool, err error) {
	e, err = t.Tx.Example(number)
	if errors.Is(err, storage.ErrNotFound) {
		return e, false, nil
	}
	if err != nil {
		return e, false, err
	}
	if !t.Serves(e.Unit) {
		t.Log.Warn("button of another's example", "member", t.Member.ID, "example", number)
		return e, false, nil
	}
	return e, version == "" || version == strconv.Itoa(e.Version), nil
}

// seeSent shows one example: number.
func seeSent(t *turn.Turn, do chat.Action) error {
	e, ok, err := ownExample(t, do.Arg(0), "")
	if err != nil {
		return err
	}
	if !ok {
		return t.Stale()
	}
	return showExample(t, e, "")
}

func showExample(t *turn.Turn, e report.Example, note string) error {
	credits, err := credits(t, e)
	if err != nil {
		return err
	}
	title, text := t.Office.Sent(e, t.UnitName(e.Unit), credits)
	if note != "" {
		text = note + "\n\n" + text
	}
	var lines [][]chat.Button
	switch e.Review {
	case report.Returned:
		lines = [][]chat.Button{{turn.Button(texts.ToComplete, chat.VerbComplete, e.Number, e.Version), turn.Button(texts.ToWithdraw, verbWithdraw, e.Number, e.Version)}}
	case report.Received:
		lines = [][]chat.Button{{turn.Button(texts.ToEdit, verbAmend, e.Number, e.Version), turn.Button(texts.ToWithdraw, verbWithdraw, e.Number, e.Version)}}
	}
	if len(e.Periods) > 0 && e.Review != report.Withdrawn {
		lines = append(lines, []chat.Button{LetterButton(e.Unit, e.Periods[0])})
	}
	lines = append(lines, turn.Column(turn.Button(texts.ToBack, verbSent, e.Unit, 0))...)
	return t.Show(chat.Message{Title: title, Text: text, Buttons: lines})
}
