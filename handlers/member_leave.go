package handlers

import (
	"slices"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbResign   = "leave"   // unit
	verbResigned = "leaveok" // unit
)

// leaveOffice lets a focal point stop being one.
func (t *turn) leaveOffice() error {
	t.closeQuestion()
	units := t.member.Units()
	switch len(units) {
	case 0:
		return t.refuse("leave")
	case 1:
		return t.askLeave(chat.Do(verbResign, units[0]))
	}
	return t.show(chat.Message{Text: texts.AskWhichUnit(), Buttons: t.unitButtons(units, verbResign)})
}

// askLeave asks once.
func (t *turn) askLeave(do chat.Action) error {
	unit := do.Arg(0)
	if !t.member.Serves(unit) {
		return t.refuse(do.Verb)
	}
	others, err := t.tx.Holders(report.Focal, unit)
	if err != nil {
		return err
	}
	return t.show(chat.Message{
		Text:    texts.ConfirmLeave(t.nameAndCode(unit), len(others) == 1),
		Buttons: column(button(texts.LabelLeave, verbResigned, unit), button(texts.LabelCancel, verbCancel)),
	})
}

// leaveUnit ends the post.
func (t *turn) leaveUnit(do chat.Action) error {
	at := slices.IndexFunc(t.member.Posts, func(p report.Post) bool { return p.Role == report.Focal && p.Unit == do.Arg(0) })
	if at < 0 {
		return t.stale()
	}
	p := t.member.Posts[at]
	if err := t.endPost(t.member, p); err != nil {
		return err
	}
	return t.show(chat.Message{Text: t.Office.YouAreRemoved(t.postName(p))})
}
