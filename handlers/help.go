package handlers

import "guongsang/internal/texts"

// help says what can be done.
func (t *turn) help() error {
	if err := t.mainMenu(t.Office.Help()); err != nil || len(t.member.Units()) == 0 {
		return err
	}
	return t.say(plainMessage(texts.TemplateHint()))
}

// privacy tells who keeps what about whom, and why.
func (t *turn) privacy() error { return t.mainMenu(t.Office.Privacy()) }
