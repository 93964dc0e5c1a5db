package handlers

import "testing"

func TestNoVerbTwice(t *testing.T) {
	unit, agency := UnitRoutes(), AgencyRoutes()
	for verb := range unit.Verbs {
		if _, ok := agency.Verbs[verb]; ok {
			t.Errorf("both routes have the button %q", verb)
		}
	}
	for word := range unit.Words {
		if _, ok := agency.Words[word]; ok {
			t.Errorf("both routes have the word %q", word)
		}
	}
	for name := range unit.Commands {
		if _, ok := agency.Commands[name]; ok {
			t.Errorf("both routes have the command %q", name)
		}
	}
}
