package handlers

import (
	"fmt"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/storage"
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

// mainMenu says something above the main menu of the member's roles.
func (t *turn) mainMenu(text string) error {
	t.ask("")
	return t.say(chat.Message{Text: text, Keys: withHelp(t.keys())})
}

// withHelp adds the help that all have: beside a key that stands alone, for the
// menu takes half of a small screen, or on a line of its own.
func withHelp(keys [][]string) [][]string {
	last := len(keys) - 1
	switch {
	case last < 0:
		return nil
	case len(keys[last]) == 1:
		return append(keys[:last:last], []string{keys[last][0], texts.WordHelp})
	}
	return append(keys, []string{texts.WordHelp})
}

// keys are the lines of the main menu, but for the help that all have.
func (t *turn) keys() (keys [][]string) {
	if t.member.Holds(report.Focal) {
		keys = [][]string{{texts.LabelIntroduce, texts.LabelNil}, {texts.WordNow, texts.WordSent}}
	}
	return append(keys, agencyKeys(t.member)...)
}

// wrongKind answers what cannot be used, and repeats the open question.
func (t *turn) wrongKind() error {
	d, ok, err := t.opened()
	if err != nil {
		return err
	}
	if ok {
		return t.repeat(d, texts.WrongKind())
	}
	return t.mainMenu(texts.WrongKind())
}

// edited says once in a draft that an edited message changes nothing.
func (t *turn) edited() error {
	d, ok, err := t.opened()
	if err != nil || !ok {
		return err
	}
	key := fmt.Sprintf("edited/%d", d.ID)
	if _, known, err := t.tx.Delivery(key); err != nil || known {
		return err
	}
	_, err = t.tx.Put(storage.Row{Chat: t.member.ID, Key: key, Message: chat.Message{Text: texts.EditIgnored()}})
	return err
}
