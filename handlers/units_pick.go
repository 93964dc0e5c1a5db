package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const questionUnit = "unit" // purpose

// A purpose is what a unit is picked for.
type purpose string

// The purposes.
const (
	toInvite purpose = pickToInvite
	toSee    purpose = "see"
	toRecord purpose = "rec"
	toExtend purpose = "ext"
	toPause  purpose = "pau"
)

// findUnit asks an officer for a unit: by code or part of the name.
func (t *turn) findUnit(why purpose) error {
	t.ask(questionUnit, string(why))
	return t.show(chat.Message{Text: texts.AskForUnit(), Buttons: column(button(texts.LabelCancel, verbCancel))})
}

// answerUnit searches for what was typed.
func (t *turn) answerUnit() error {
	if !t.member.Agency() {
		return t.refuse("unit")
	}
	found := search(t.tx.Directory(), t.ev.Text)
	switch {
	case len(found) == 0:
		return t.say(chat.Message{Text: texts.NoUnitFound(t.ev.Text), Buttons: column(button(texts.LabelCancel, verbCancel))})
	case len(found) == 1:
		return t.picked(purpose(t.arg(0)), found[0])
	}
	var buttons []chat.Button
	for _, u := range found[:min(choices, len(found))] {
		buttons = append(buttons, button(texts.UnitName(u), verbPick, t.arg(0), u.Code))
	}
	buttons = append(buttons, button(texts.LabelCancel, verbCancel))
	return t.say(chat.Message{Text: texts.SeveralUnits(max(0, len(found)-choices)), Buttons: column(buttons...)})
}

// pressUnit takes one of the units offered.
func (t *turn) pressUnit(do chat.Action) error {
	if !t.member.Agency() {
		return t.refuse(do.Verb)
	}
	u, err := t.tx.Unit(do.Arg(1))
	if err != nil {
		return t.stale()
	}
	return t.picked(purpose(do.Arg(0)), u)
}

// picked goes on with what the unit was picked for.
func (t *turn) picked(why purpose, u report.Unit) error {
	t.closeQuestion()
	switch why {
	case toInvite:
		return t.askInvitePost(u)
	case toSee:
		return t.showUnit(u)
	case toRecord:
		return t.askRecordPeriod(u)
	case toExtend:
		return t.askExtendPeriod(report.Scope{Unit: u.Code})
	case toPause:
		return t.askPause(u)
	}
	return t.stale()
}
