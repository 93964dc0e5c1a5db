package unit

import (
	"guongsang/handlers/draft"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/texts"
)

// verbUnits leads to another page of the units of which one is to be picked.
const verbUnits turn.Verb = "units"

// toPick is what somebody who serves several units picks one of them for: the
// verb that gets its code.
var toPick = turn.OneOf("purpose", draft.VerbNew, verbPeriodsOf, verbSent, VerbHandOver, verbResign)

// AllButton opens the list of the units of a member, of which a greeting has room
// for some. Each of them opens its periods.
func AllButton(all int) chat.Button {
	return turn.Button(texts.ToAllUnits(all), verbUnits, verbPeriodsOf, 0)
}

// pickUnit asks for which unit something is.
func pickUnit(t *turn.Reading, verb turn.Verb) error { return showUnits(t, verb, 0) }

// showUnits shows a page of the units. Who gives up a post is shown their codes
// as well, and a way out.
func showUnits(t *turn.Reading, verb turn.Verb, page int) error {
	units, name, text := t.Member.Represented(), t.UnitButton, texts.WhichUnit()
	leaves := verb == VerbHandOver || verb == verbResign
	if leaves {
		name, text = t.NameAndCode, texts.AskWhichUnit()
	}
	if verb == verbResign {
		units = t.Member.Units()
	}
	shown, ok := turn.PageOf(units, page)
	if !ok || len(shown) == 0 {
		return t.Stale()
	}
	var buttons []chat.Button
	for _, code := range shown {
		buttons = append(buttons, turn.Button(name(code), verb, code))
	}
	lines := append(turn.Column(buttons...), turn.PagerBy(turn.Choices, verbUnits, page, len(units), verb)...)
	if leaves {
		lines = append(lines, turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))...)
	}
	t.CloseQuestion()
	return t.Show(chat.Message{Text: text, Buttons: lines})
}
