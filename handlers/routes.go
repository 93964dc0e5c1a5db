package handlers

import (
	"maps"
	"strconv"
	"strings"

	"guongsang/internal/chat"
	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

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

// all is filled once at start; a plain initialiser would be a cycle, for
// actions lead back to the table.
var all = routes{map[string]action{}, map[string]action{}, map[string]verb{}, map[string]question{}}

func init() {
	for _, r := range [...]routes{unitRoutes(), agencyRoutes()} {
		maps.Copy(all.commands, r.commands)
		maps.Copy(all.verbs, r.verbs)
		maps.Copy(all.questions, r.questions)
		for word, do := range r.words {
			all.words[letters.Fold(word)] = do
		}
	}
}

// route finds what a member's event asks for. In order: buttons; commands and
// menu words; the number or label of a button on the newest message; an
// invite code, which no answer looks like; the open question; and last, what a
// text or file means when nothing was asked.
func (t *turn) route() error {
	switch t.ev.Kind {
	case chat.Pressed:
		return t.press()
	case chat.Fetched:
		return t.fetched()
	case chat.Edited:
		return t.edited()
	case chat.Came:
		return nil
	case chat.Unknown:
		return t.wrongKind()
	}
	if len(t.ev.Files) > 0 {
		return t.files()
	}
	if strings.TrimSpace(t.ev.Text) == "" {
		return t.wrongKind()
	}
	if do, ok := t.word(); ok {
		return do(t)
	}
	if do, ok := t.offered(); ok {
		return t.perform(do)
	}
	if code, ok := codeIn(t.ev.Text); ok {
		return t.startCode(code)
	}
	if q, ok := all.questions[t.talk.Ask]; ok {
		return q.answer(t)
	}
	return t.unasked()
}

func (t *turn) press() error {
	do, err := chat.ParseAction(t.ev.Press.Data)
	if err != nil {
		return t.stale()
	}
	return t.perform(do)
}

func (t *turn) perform(do chat.Action) error {
	verb, ok := all.verbs[do.Verb]
	if !ok {
		t.Log.Warn("unknown button", "member", t.member.ID)
		return t.stale()
	}
	return verb(t, do)
}

// word finds a command or a menu word. A command may carry the bot's name.
func (t *turn) word() (action, bool) {
	text := strings.TrimSpace(t.ev.Text)
	if !strings.HasPrefix(text, "/") {
		do, ok := all.words[letters.Fold(texts.Bare(text))]
		return do, ok
	}
	first, _, _ := strings.Cut(text[1:], " ")
	name, _, _ := strings.Cut(strings.ToLower(first), "@")
	do, ok := all.commands[name]
	if !ok {
		do = (*turn).help
	}
	return do, true
}

// payload is what follows a command, such as the code of a deep link.
func (t *turn) payload() string {
	_, rest, _ := strings.Cut(strings.TrimSpace(t.ev.Text), " ")
	return strings.TrimSpace(rest)
}

// offered takes a typed number or label for the button that it names. Where
// the open question takes free text, only labels count.
func (t *turn) offered() (chat.Action, bool) {
	text := strings.TrimSpace(t.ev.Text)
	if n, err := strconv.Atoi(text); err == nil {
		if n >= 1 && n <= len(t.talk.Offered) && !all.questions[t.talk.Ask].free {
			return t.talk.Offered[n-1].Do, true
		}
		return chat.Action{}, false
	}
	folded := letters.Fold(text)
	for _, b := range t.talk.Offered {
		if letters.Fold(texts.Bare(b.Label)) == folded {
			return b.Do, true
		}
	}
	return chat.Action{}, false
}
