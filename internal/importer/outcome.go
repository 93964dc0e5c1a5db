package importer

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"guongsang/internal/chat"
)

// A Fate says what came of a list.
type Fate string

// The fates.
const (
	Shown   Fate = "shown"   // read: this is what it would change
	Asked   Fate = "asked"   // read: this has to be answered first
	Same    Fate = "same"    // read: it would change nothing
	Faulty  Fate = "faulty"  // not taken: these are the reasons
	Missing Fate = "missing" // the file is not in the house
	Stopped Fate = "stopped" // the program ended twice while it was read
	Past    Fate = "past"    // not applied: the directory is no longer what it was when the list was shown
	Applied Fate = "applied"
)

// An Outcome is what came of a list, for the person who sent it.
type Outcome struct {
	Fate    Fate
	Hash    string   `json:",omitempty"` // Shown, Asked: of the file
	Answers string   `json:",omitempty"` // Shown: what was answered
	Choices []Choice `json:",omitempty"` // Asked
	Seen    string   `json:",omitempty"` // Shown: which directory it was compared with
	Lines   []string `json:",omitempty"` // Shown: what would change; Faulty: what is wrong, below a head
	Report  string   `json:",omitempty"` // Faulty: content hash of the file with all that is wrong, if that is more
	Units   int      `json:",omitempty"` // Same: in the list; Applied: written
	Message int64    `json:",omitempty"` // that tells how it goes; 0: none
}

// A Choice is one answer to a question, and all that were given before.
type Choice struct{ Label, Answers string }

// mark begins the text of an event that brings an outcome.
const mark = "list:"

// event makes the event of kind chat.Fetched by which a member learns of it.
func (o Outcome) event(member int64, at time.Time) chat.Event {
	text, _ := json.Marshal(o) // plain values: cannot go wrong
	return chat.Event{
		Kind: chat.Fetched, At: at, From: chat.Person{ID: member}, Chat: member, Private: true, Text: mark + string(text),
	}
}

// OutcomeOf reads the outcome that an event brings; ok is whether it brings one.
func OutcomeOf(e chat.Event) (o Outcome, ok bool, err error) {
	text, ok := strings.CutPrefix(e.Text, mark)
	if !ok || e.Kind != chat.Fetched {
		return o, false, nil
	}
	if err := json.Unmarshal([]byte(text), &o); err != nil {
		return o, true, fmt.Errorf("reading what came of a list of units: %w", err)
	}
	return o, true, nil
}
