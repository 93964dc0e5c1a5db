package handlers

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/texts"
)

// help says what can be done.
func help(t *turn.Turn) error {
	if err := t.MainMenu(t.Office.Help()); err != nil {
		return err
	}
	if t.Member.Agency() {
		return t.Say(chat.Message{Text: texts.AgencyHelp()})
	}
	if len(t.Member.Units()) == 0 {
		return nil
	}
	return t.Say(chat.Message{Text: texts.TemplateHint()})
}

// privacy tells who keeps what about whom, and why.
func privacy(t *turn.Turn) error { return t.MainMenu(t.Office.Privacy()) }
