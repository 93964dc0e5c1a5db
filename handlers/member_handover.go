package handlers

import (
	"slices"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbHandOver = "hand" // unit

// handOver gives a focal point or head a code for the successor.
func (t *turn) handOver() error {
	t.closeQuestion()
	units := t.handable()
	switch len(units) {
	case 0:
		return t.refuse("handover")
	case 1:
		return t.makeHandover(units[0])
	}
	return t.show(chat.Message{Text: texts.AskWhichUnit(), Buttons: t.unitButtons(units, verbHandOver)})
}

// handable lists the units that this member can hand over.
func (t *turn) handable() []string {
	units := t.member.Units()
	for _, code := range t.headed() {
		if !slices.Contains(units, code) {
			units = append(units, code)
		}
	}
	return units
}

func (t *turn) unitButtons(units []string, verb string) [][]chat.Button {
	var buttons []chat.Button
	for _, code := range units {
		buttons = append(buttons, button(t.nameAndCode(code), verb, code))
	}
	return column(append(buttons, button(texts.LabelCancel, verbCancel))...)
}

// pressHandover takes one of several units.
func (t *turn) pressHandover(do chat.Action) error {
	if !slices.Contains(t.handable(), do.Arg(0)) {
		return t.refuse(do.Verb)
	}
	return t.makeHandover(do.Arg(0))
}

func (t *turn) makeHandover(unit string) error {
	p := report.Post{Role: report.Focal, Unit: unit}
	just, err := t.justMade(p)
	if err != nil {
		return err
	}
	if just {
		return t.toast(texts.InviteJustMade())
	}
	code, i, err := t.issue(p)
	if err != nil {
		return err
	}
	name := t.nameAndCode(unit)
	if err := t.say(chat.Message{Text: texts.HandoverMade(name)}); err != nil {
		return err
	}
	return t.say(chat.Message{Text: t.Office.HandoverLetter(name, code, i.Expires)})
}
