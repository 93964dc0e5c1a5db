package agency

import (
	"strings"

	"guongsang/handlers/behalf"
	"guongsang/handlers/board"
	"guongsang/handlers/find"
	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/unitname"
)

// askUnitAgain puts the question for a unit again.
func askUnitAgain(t *turn.Reading, why pick.Purpose) error {
	if why == pick.ToSee {
		return unitsMenu(t)
	}
	if why == pick.ToRecord {
		return behalf.Begin(t)
	}
	return pick.Ask(t, why)
}

// leaveUnit goes back to where the unit was asked for.
func leaveUnit(t *turn.Reading, why pick.Purpose) error {
	t.CloseQuestion()
	switch why {
	case pick.ToInvite:
		return inviteMenu(t)
	case pick.ToExtend:
		return board.ExtendMenu(t)
	}
	return t.Show(chat.Message{Text: texts.LeftAsIs()})
}

// longestUnit is how many words the name of a unit has at most, as people type it.
const longestUnit = 12

// answerUnit searches for what was typed.
func answerUnit(t *turn.Reading, why pick.Purpose) error {
	found := pick.Search(t.Tx.Directory(), t.Event.Text)
	if len(found) == 0 && why == pick.ToSee {
		if shown, err := find.Person(t, t.Event.Text); err != nil || shown {
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
	for _, u := range found[:min(pick.AtOnce, len(found))] {
		buttons = append(buttons, turn.Button(texts.UnitName(u), turn.VerbPick, why, u.Code))
	}
	buttons = append(buttons, turn.Button(texts.LabelCancel, turn.VerbCancel))
	return t.Say(chat.Message{Text: texts.SeveralUnits(max(0, len(found)-pick.AtOnce)), Buttons: turn.Column(buttons...)})
}

// picked goes on with what the unit was picked for.
func picked(t *turn.Reading, why pick.Purpose, u report.Unit) error {
	t.CloseQuestion()
	switch why {
	case pick.ToInvite:
		if living := t.Tx.Directory().Living(u.Code, t.Today()); len(living) == 1 {
			u = living[0] // nobody comes to a unit that closed
		}
		return askInvitePost(t, u)
	case pick.ToSee:
		return showUnit(t, u, 0)
	case pick.ToRecord:
		return behalf.AskPeriod(t, u)
	case pick.ToExtend:
		return board.AskExtendPeriod(t, report.Scope{Unit: u.Code})
	default:
		return board.AskPause(t, u)
	}
}
