package agency

import (
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/unitname"
)

const questionUnit turn.Question = "unit"

// A purpose is what a unit is picked for.
type purpose string

// The purposes.
const (
	pickToInvite purpose = turn.PickToInvite
	pickToSee    purpose = "see"
	pickToRecord purpose = "rec"
	pickToExtend purpose = "ext"
	pickToPause  purpose = "pau"
)

// purposeKind is a purpose.
var purposeKind = turn.OneOf("purpose", pickToInvite, pickToSee, pickToRecord, pickToExtend, pickToPause)

// findUnit asks an officer for a unit: by code or part of the name.
func findUnit(t *turn.Reading, why purpose) error {
	t.Ask(questionUnit, why)
	buttons := []chat.Button{turn.Button(texts.LabelCancel, turn.VerbCancel)}
	if why == pickToRecord {
		buttons = append([]chat.Button{turn.Button(texts.ToNilUnits, verbNilUnits)}, buttons...)
	}
	return t.Show(chat.Message{Text: texts.AskForUnit(), Buttons: turn.Column(buttons...)})
}

// askUnitAgain puts the question for a unit again.
func askUnitAgain(t *turn.Reading, why purpose) error {
	if why == pickToSee {
		return unitsMenu(t)
	}
	return findUnit(t, why)
}

// leaveUnit goes back to where the unit was asked for.
func leaveUnit(t *turn.Reading, why purpose) error {
	t.CloseQuestion()
	switch why {
	case pickToInvite:
		return inviteMenu(t)
	case pickToExtend:
		return extendMenu(t)
	}
	return t.Show(chat.Message{Text: texts.LeftAsIs()})
}

// longestUnit is how many words the name of a unit has at most, as people type it.
const longestUnit = 12

// answerUnit searches for what was typed.
func answerUnit(t *turn.Reading, why purpose) error {
	found := search(t.Tx.Directory(), t.Event.Text)
	if len(found) == 0 && why == pickToSee {
		if shown, err := FindPerson(t, t.Event.Text); err != nil || shown {
			return err
		}
	}
	if len(found) == 0 && len(strings.Fields(t.Event.Text)) <= longestUnit { // "th mo si san", as people shorten names
		g := unitname.New(t.Tx.Directory(), t.Today()).Name(t.Event.Text)
		if u, ok := g.One(); ok {
			return picked(t, why, u)
		}
		found = g.Units
	}
	switch {
	case len(found) == 0:
		return t.Say(chat.Message{Text: texts.NoUnitFound(t.Event.Text), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
	case len(found) == 1:
		return picked(t, why, found[0])
	}
	var buttons []chat.Button
	for _, u := range found[:min(choices, len(found))] {
		buttons = append(buttons, turn.Button(texts.UnitName(u), turn.VerbPick, why, u.Code))
	}
	buttons = append(buttons, turn.Button(texts.LabelCancel, turn.VerbCancel))
	return t.Say(chat.Message{Text: texts.SeveralUnits(max(0, len(found)-choices)), Buttons: turn.Column(buttons...)})
}

// picked goes on with what the unit was picked for.
func picked(t *turn.Reading, why purpose, u report.Unit) error {
	t.CloseQuestion()
	switch why {
	case pickToInvite:
		return askInvitePost(t, u)
	case pickToSee:
		return showUnit(t, u, 0)
	case pickToRecord:
		return askRecordPeriod(t, u)
	case pickToExtend:
		return askExtendPeriod(t, report.Scope{Unit: u.Code})
	default:
		return askPause(t, u)
	}
}

// search finds units by code, or else by all words of the name, without
// regard to diacritics, case, and i or y.
func search(d report.Directory, typed string) (found []report.Unit) {
	want := letters.FoldLoosely(typed)
	if want == "" {
		return nil
	}
	for _, u := range d.Units() {
		if letters.FoldLoosely(u.Code) == want {
			return []report.Unit{u}
		}
		if matches(letters.FoldLoosely(u.Code)+" "+letters.FoldLoosely(u.Name), want) {
			found = append(found, u)
		}
	}
	return found
}

func matches(text, want string) bool {
	for word := range strings.FieldsSeq(want) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
