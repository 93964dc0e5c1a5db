package handlers

import "testing"

func TestNoVerbTwice(t *testing.T) {
	unit, agency := unitRoutes(), agencyRoutes()
	for verb := range unit.verbs {
		if _, ok := agency.verbs[verb]; ok {
			t.Errorf("both routes have the button %q", verb)
		}
	}
	for word := range unit.words {
		if _, ok := agency.words[word]; ok {
			t.Errorf("both routes have the word %q", word)
		}
	}
	for name := range unit.commands {
		if _, ok := agency.commands[name]; ok {
			t.Errorf("both routes have the command %q", name)
		}
	}
}
