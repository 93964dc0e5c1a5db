package handlers

import (
	"strings"

	"guongsang/internal/chat"
	"guongsang/internal/texts"
)

// start is /start: with a code it presents an invite, else it is the menu.
func start(t *Turn) error {
	if code := payload(t); code != "" {
		return startCode(t, code)
	}
	return menu(t)
}

// startCode lets a member present another invite code.
func startCode(t *Turn, text string) error {
	code, ok := CodeIn(text)
	if !ok {
		return menu(t)
	}
	in, err := Present(t, code)
	if err != nil || !in {
		return err
	}
	return menu(t)
}

// menu greets with the main menu and offers to go on with drafts.
func menu(t *Turn) error {
	var units []string
	for _, code := range t.Member.Units() {
		units = append(units, t.UnitName(code))
	}
	if len(t.Keys()) == 0 {
		return t.MainMenu(t.Office.NoUnit())
	}
	if err := t.MainMenu(t.Office.Welcome(units)); err != nil {
		return err
	}
	drafts, err := Drafts(t)
	if err != nil || len(drafts) == 0 {
		return err
	}
	return OfferDrafts(t, drafts, "", "")
}

// leave ends whatever was asked.
func leave(t *Turn, _ chat.Action) error {
	t.CloseQuestion()
	return t.Show(chat.Message{Text: texts.LeftAsIs()})
}

// payload is what follows a command, such as the code of a deep link.
func payload(t *Turn) string {
	_, rest, _ := strings.Cut(strings.TrimSpace(t.Event.Text), " ")
	return strings.TrimSpace(rest)
}
