package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/texts"
)

// help says what can be done.
func (t *turn) help() error {
	if err := t.mainMenu(t.Office.Help()); err != nil {
		return err
	}
	if t.member.Agency() {
		return t.say(chat.Message{Text: texts.AgencyHelp()})
	}
	if len(t.member.Units()) == 0 {
		return nil
	}
	return t.say(chat.Message{Text: texts.TemplateHint()})
}

// privacy tells who keeps what about whom, and why.
func (t *turn) privacy() error { return t.mainMenu(t.Office.Privacy()) }
