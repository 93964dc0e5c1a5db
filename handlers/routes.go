package handlers

import (
	"maps"
	"strconv"
	"strings"

	"guongsang/internal/chat"
	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// all is filled once at start; a plain initialiser would be a cycle, for
// actions lead back to the table.
var all = routes{map[string]action{}, map[string]action{}, map[string]verb{}, map[string]question{}}

func init() {
	for _, r := range [...]routes{ownRoutes(), unitRoutes(), agencyRoutes()} {
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

// files takes lists of units to the agency, and all other files to the draft.
func (t *turn) files() error {
	var rest []chat.File
	for _, f := range t.ev.Files {
		handled, err := t.agencyFile(f)
		if err != nil {
			return err
		}
		if !handled {
			rest = append(rest, f)
		}
	}
	if len(rest) == 0 {
		return nil
	}
	return t.takeFiles(rest)
}

// fetched goes on when a file has come into the house, or is given up.
func (t *turn) fetched() error {
	switch {
	case len(t.ev.Files) == 0:
		return nil
	case strings.HasPrefix(t.ev.Text, pictureOf):
		return t.pictureFault()
	case strings.HasPrefix(t.ev.Text, listOf) && t.member.Agency():
		return t.listCame()
	}
	return nil
}

// ownRoutes are what everybody can ask.
func ownRoutes() routes {
	return routes{
		commands: map[string]action{
			"start": (*turn).start, "menu": (*turn).menu, "trogiup": (*turn).help, "help": (*turn).help, "riengtu": (*turn).privacy,
		},
		words: map[string]action{
			texts.WordHelp: (*turn).help, texts.WordMenu: (*turn).menu, texts.WordPrivacy: (*turn).privacy,
		},
		verbs: map[string]verb{verbCancel: (*turn).leave},
	}
}
