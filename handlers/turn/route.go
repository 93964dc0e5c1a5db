package turn

import (
	"guongsang/internal/chat"
)

// An Action answers one event.
type Action func(*Turn) error

// A Verb is what a button asks for. Who may press it is checked inside: a
// button can be forged.
type Verb func(*Turn, chat.Action) error

// A Question is what the next text can be an answer to.
type Question struct {
	Answer Action
	Free   bool // a number is an answer too, not the number of a button
}

// Routes are all that can be asked. Those of units are in routes_unit.go,
// those of the agency in routes_agency.go.
type Routes struct {
	Commands  map[string]Action   // /name
	Words     map[string]Action   // typed menu words, folded
	Verbs     map[string]Verb     // buttons
	Questions map[string]Question // open questions
}
