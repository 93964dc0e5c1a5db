package handlers

import (
	"strconv"
	"strings"

	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/chat"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
)

// Below a list of what is owed, who serves several units may name several at once,
// or one by its name.

// severalNils are the buttons of a list of nils whose numbers a text gives: "1, 2".
// Each is pressed as if it were pressed by itself.
func severalNils(t *turn.Reading) (all []chat.Action) {
	if len(nilsOffered(t)) < 2 || strings.ContainsAny(t.Event.Text, "/.-") || table.questions[turn.Question(t.Talk.Ask)].Free {
		return nil
	}
	said := " " + strings.Join(strings.FieldsFunc(letters.Fold(t.Event.Text), letters.NotOfWord), " ") + " "
	for word := range strings.FieldsSeq(strings.ReplaceAll(said, " va ", " ")) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 || n > len(t.Talk.Offered) || t.Talk.Offered[n-1].Do.Verb != chat.VerbNil {
			return nil
		}
		all = append(all, t.Talk.Offered[n-1].Do)
	}
	if len(all) < 2 {
		return nil
	}
	return all
}

// nilsOffered are the buttons on offer by which a unit says that there is nothing.
func nilsOffered(t *turn.Reading) (all []chat.Action) {
	for _, b := range t.Talk.Offered {
		if b.Do.Verb == chat.VerbNil {
			all = append(all, b.Do)
		}
	}
	return all
}

// pressEach presses several buttons, one after the other.
func pressEach(t *turn.Turn, all []chat.Action) error {
	for _, do := range all {
		if err := perform(t, do); err != nil {
			return err
		}
		t.Below()
	}
	return nil
}

// nilOfNamed narrows a list of nils down to the unit that a text names, or to the
// periods that all of several units owe. It reports whether it names them.
func nilOfNamed(t *turn.Turn) (bool, error) {
	if len(nilsOffered(&t.Reading)) < 2 {
		return false, nil
	}
	if said := intent.TrimCourtesy(strings.FieldsFunc(letters.Fold(t.Event.Text), letters.NotOfWord)); allUnits[strings.Join(said, " ")] {
		return unit.AskNilOfAll(t)
	}
	if len(strings.Fields(t.Event.Text)) < 2 {
		return false, nil
	}
	named := servedLike(t, t.Event.Text)
	if len(named) != 1 {
		return false, nil
	}
	return unit.AskNilOf(t, named[0].Code)
}

// allUnits are the ways to say that all the units on offer are meant; "cả" before it
// may have been taken for polite.
var allUnits = map[string]bool{"hai": true, "ca hai": true, "ca 2": true, "hai don vi": true, "ca hai don vi": true, "ca 2 don vi": true, "2 don vi": true, "hai truong": true, "ca hai truong": true, "2 truong": true, "tat ca": true, "het": true, "tat ca don vi": true, "tat ca cac don vi": true}
