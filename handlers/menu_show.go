package handlers

import (
	"strings"

	"guongsang/internal/chat"
	"guongsang/internal/texts"
)

// start is /start: with a code it presents an invite, else it is the menu.
func (t *turn) start() error {
	if code := t.payload(); code != "" {
		return t.startCode(code)
	}
	return t.menu()
}

// startCode lets a member present another invite code.
func (t *turn) startCode(text string) error {
	code, ok := codeIn(text)
	if !ok {
		return t.menu()
	}
	in, err := t.present(code)
	if err != nil || !in {
		return err
	}
	return t.menu()
}

// menu greets with the main menu and offers to go on with drafts.
func (t *turn) menu() error {
	var units []string
	for _, code := range t.member.Units() {
		units = append(units, t.unitName(code))
	}
	if len(t.keys()) == 0 {
		return t.mainMenu(t.Office.NoUnit())
	}
	if err := t.mainMenu(t.Office.Welcome(units)); err != nil {
		return err
	}
	drafts, err := t.drafts()
	if err != nil || len(drafts) == 0 {
		return err
	}
	return t.offerDrafts(drafts, "", "")
}

// leave ends whatever was asked.
func (t *turn) leave(chat.Action) error {
	t.closeQuestion()
	return t.show(chat.Message{Text: texts.LeftAsIs()})
}

// payload is what follows a command, such as the code of a deep link.
func (t *turn) payload() string {
	_, rest, _ := strings.Cut(strings.TrimSpace(t.ev.Text), " ")
	return strings.TrimSpace(rest)
}
