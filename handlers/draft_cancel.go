package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbSave    = "d.save"    // draft version
	verbDrop    = "d.drop"    // draft version
	verbDropped = "d.dropped" // draft version
)

// keepDraft leaves a draft for later: draft, version.
func (t *turn) keepDraft(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	return t.saveDraft(d)
}

func (t *turn) saveDraft(d report.Draft) error {
	if _, err := t.tx.PutDraft(d); err != nil {
		return err
	}
	t.leaveDraft()
	return t.show(chat.Message{Text: texts.Saved(), Buttons: column(button(texts.ResumeLabel(d), verbResumeDraft, d.ID))})
}

// leaveDraft closes a draft in the conversation; the draft itself stays.
func (t *turn) leaveDraft() {
	t.talk.Draft, t.talk.Counter = 0, ""
	t.closeQuestion()
}

// dropDraft asks once before a draft is thrown away: draft, version.
func (t *turn) dropDraft(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	return t.askDrop(d)
}

func (t *turn) askDrop(d report.Draft) error {
	t.closeQuestion() // a number now means one of these buttons
	return t.show(chat.Message{Text: texts.AskDrop(d), Buttons: [][]chat.Button{{
		button(texts.ToDrop, verbDropped, d.ID, d.Version), button(texts.ToDropNot, verbResumeDraft, d.ID),
	}}})
}

// droppedDraft throws a draft away: draft, version.
func (t *turn) droppedDraft(do chat.Action) error {
	d, ok, err := t.held(do)
	if err != nil || !ok {
		return err
	}
	if err := t.tx.DeleteDraft(d); err != nil {
		return err
	}
	if err := t.tx.Audit(t.member.ID, "draft thrown away", d.Unit); err != nil {
		return err
	}
	t.leaveDraft()
	return t.show(chat.Message{Text: texts.Dropped()})
}

// cancelWord is /huy or the typed word: it asks about the open draft, or
// closes the open question.
func (t *turn) cancelWord() error {
	d, ok, err := t.opened()
	if err != nil {
		return err
	}
	if ok {
		return t.askDrop(d)
	}
	text := texts.NothingOpen()
	t.closeQuestion()
	return t.mainMenu(text)
}
