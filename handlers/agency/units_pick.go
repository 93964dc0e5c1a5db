package agency

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const questionUnit = "unit" // purpose

// A purpose is what a unit is picked for.
type purpose string

// The purposes.
const (
	toInvite purpose = turn.PickToInvite
	toSee    purpose = "see"
	toRecord purpose = "rec"
	toExtend purpose = "ext"
	toPause  purpose = "pau"
)

// findUnit asks an officer for a unit: by code or part of the name.
func findUnit(t *turn.Turn, why purpose) error {
	t.Ask(questionUnit, string(why))
	return t.Show(chat.Message{Text: texts.AskForUnit(), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// answerUnit searches for what was typed.
func answerUnit(t *turn.Turn) error {
	if !t.Member.Agency() {
		return t.Refuse("unit")
	}
	found := search(t.Tx.Directory(), t.Event.Text)
	switch {
	case len(found) == 0:
		return t.Say(chat.Message{Text: texts.NoUnitFound(t.Event.Text), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
	case len(found) == 1:
		return picked(t, purpose(t.Arg(0)), found[0])
	}
	var buttons []chat.Button
	for _, u := range found[:min(choices, len(found))] {
		buttons = append(buttons, turn.Button(texts.UnitName(u), turn.VerbPick, t.Arg(0), u.Code))
	}
	buttons = append(buttons, turn.Button(texts.LabelCancel, turn.VerbCancel))
	return t.Say(chat.Message{Text: texts.SeveralUnits(max(0, len(found)-choices)), Buttons: turn.Column(buttons...)})
}

// pressUnit takes one of the units offered.
func pressUnit(t *turn.Turn, do chat.Action) error {
	if !t.Member.Agency() {
		return t.Refuse(do.Verb)
	}
	u, err := t.Tx.Unit(do.Arg(1))
	if err != nil {
		return t.Stale()
	}
	return picked(t, purpose(do.Arg(0)), u)
}

// picked goes on with what the unit was picked for.
func picked(t *turn.Turn, why purpose, u report.Unit) error {
	t.CloseQuestion()
	switch why {
	case toInvite:
		return askInvitePost(t, u)
	case toSee:
		return showUnit(t, u)
	case toRecord:
		return askRecordPeriod(t, u)
	case toExtend:
		return askExtendPeriod(t, report.Scope{Unit: u.Code})
	case toPause:
		return askPause(t, u)
	}
	return t.Stale()
}
