package agency

import (
	"slices"

	"guongsang/handlers/draft"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	// foundAtOnce is how many of what was found are shown.
	foundAtOnce = 6
	// readAtMost is how many examples are read to find those that may be seen.
	readAtMost = 200
)

// A found is an example by which somebody who was looked for was introduced.
type found struct {
	line   string
	button chat.Button
}

// ShowPerson lists the examples that introduce somebody of a name, as far as the
// member may see them.
func ShowPerson(t *turn.Reading, name string) error {
	s, ok := intent.SoughtIn(name)
	if !ok {
		s = intent.NamedBy(name)
	}
	shown, err := showPeople(t, s, name)
	if err != nil || shown {
		return err
	}
	return t.Say(chat.Message{Text: t.Office.NobodyFound(name)})
}

// FindPerson does so if there is anybody whom a text can mean.
func FindPerson(t *turn.Reading, text string) (shown bool, err error) {
	s, ok := intent.SoughtIn(text)
	if !ok {
		return false, nil
	}
	return showPeople(t, s, text)
}

func showPeople(t *turn.Reading, s intent.Sought, said string) (shown bool, err error) {
	all, err := peopleLike(t, s)
	if err != nil || len(all) == 0 {
		return false, err
	}
	var lines []string
	var buttons []chat.Button
	for _, f := range all[:min(foundAtOnce, len(all))] {
		lines = append(lines, f.line)
		buttons = append(buttons, f.button)
	}
	return true, t.Say(chat.Message{Text: texts.PeopleFound(said, lines, len(all)-len(lines)), Buttons: turn.Column(buttons...)})
}

// peopleLike finds the examples that introduce somebody who may be meant and that
// the member may see: those from the place that was said first, then the better
// the name fits, then the newest.
func peopleLike(t *turn.Reading, s intent.Sought) ([]found, error) {
	numbers, err := t.Tx.NamedLike(s.Rank)
	if err != nil {
		return nil, err
	}
	if !t.Member.Agency() && !t.Member.Holds(report.Leader) {
		if numbers, err = ofOwnUnits(t, numbers); err != nil {
			return nil, err
		}
	}
	var there, elsewhere []found
	for _, number := range numbers[:min(readAtMost, len(numbers))] {
		e, err := t.Tx.Example(number)
		if err != nil {
			return nil, err
		}
		f, place, ok := personFound(t, e)
		switch {
		case !ok:
		case s.From(letters.Fold(place)):
			there = append(there, f)
		default:
			elsewhere = append(elsewhere, f)
		}
	}
	return append(there, elsewhere...), nil
}

// ofOwnUnits leaves the examples of the units for which the member speaks.
func ofOwnUnits(t *turn.Reading, numbers []string) (own []string, err error) {
	of := map[string]bool{}
	for _, code := range t.Member.Represented() {
		all, err := t.Tx.NumbersOf(code)
		if err != nil {
			return nil, err
		}
		for _, number := range all {
			of[number] = true
		}
	}
	return slices.DeleteFunc(numbers, func(number string) bool { return !of[number] }), nil
}

// personFound tells of an example, and where its person is from. Not ok means that
// the member may not know of it, by that name.
func personFound(t *turn.Reading, e report.Example) (f found, place string, ok bool) {
	switch c := e.Content; {
	case !e.Counts():
		return f, "", false
	case t.Member.Represents(e.Unit):
		return found{texts.PersonFound(e.Number, c.Name, c.Place, c.Title, t.UnitName(e.Unit)), turn.Button(e.Number, draft.VerbSee, e.Number)}, c.Place, true
	case t.Member.Agency():
		return found{texts.PersonFound(e.Number, c.Name, c.Place, c.Title, t.UnitName(e.Unit)), turn.Button(e.Number, digest.VerbExample, e.Number)}, c.Place, true
	}
	u, err := t.Tx.Unit(e.Unit)
	if err != nil || !t.Member.Holds(report.Leader) {
		return f, "", false
	}
	v := privacy.Of(e, u, t.Options.Leaders, t.Today())
	if v.Hidden || !v.Named {
		return f, "", false
	}
	return found{texts.PersonFound(v.Number, v.Name, v.Place, v.Title, v.Unit.Name), turn.Button(v.Number, digest.VerbExample, v.Number)}, v.Place, true
}
