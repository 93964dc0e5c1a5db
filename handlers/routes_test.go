package handlers

import (
	"testing"

	"guongsang/handlers/agency"
	"guongsang/handlers/unit"
)

func TestNoVerbTwice(t *testing.T) {
	ofUnit, ofAgency := unit.Routes(), agency.Routes()
	for verb := range ofUnit.Verbs {
		if _, ok := ofAgency.Verbs[verb]; ok {
			t.Errorf("both routes have the button %q", verb)
		}
	}
	for word := range ofUnit.Words {
		if _, ok := ofAgency.Words[word]; ok {
			t.Errorf("both routes have the word %q", word)
		}
	}
	for name := range ofUnit.Commands {
		if _, ok := ofAgency.Commands[name]; ok {
			t.Errorf("both routes have the command %q", name)
		}
	}
}
