package handlers

import "guongsang/internal/chat"

// An action answers one event.
type action func(*turn) error

// A verb is what a button asks for. Who may press it is checked inside: a
// button can be forged.
type verb func(*turn, chat.Action) error

// A question is what the next text can be an answer to.
type question struct {
	answer action
	free   bool // a number is an answer too, not the number of a button
}

// Routes are all that can be asked. Those of units are in routes_unit.go,
// those of the agency in routes_agency.go.
type routes struct {
	commands  map[string]action   // /name
	words     map[string]action   // typed menu words, folded
	verbs     map[string]verb     // buttons
	questions map[string]question // open questions
}
