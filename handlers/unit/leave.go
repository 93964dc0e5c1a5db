package unit

import (
	"slices"

	"guongsang/handlers/enrol"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	VerbResign   = "leave"   // unit
	VerbResigned = "leaveok" // unit
)

// LeaveOffice lets a focal point stop being one.
func LeaveOffice(t *turn.Turn) error {
	t.CloseQuestion()
	units := t.Member.Units()
	switch len(units) {
	case 0:
		return t.Refuse("leave")
	case 1:
		return AskLeave(t, chat.Do(VerbResign, units[0]))
	}
	return t.Show(chat.Message{Text: texts.AskWhichUnit(), Buttons: unitButtons(t, units, VerbResign)})
}

// AskLeave asks once.
func AskLeave(t *turn.Turn, do chat.Action) error {
	unit := do.Arg(0)
	if !t.Member.Serves(unit) {
		return t.Refuse(do.Verb)
	}
	others, err := t.Tx.Holders(report.Focal, unit)
	if err != nil {
		return err
	}
	return t.Show(chat.Message{
		Text:    texts.ConfirmLeave(t.NameAndCode(unit), len(others) == 1),
		Buttons: turn.Column(turn.Button(texts.LabelLeave, VerbResigned, unit), turn.Button(texts.LabelCancel, turn.VerbCancel)),
	})
}

// LeaveUnit ends the post.
func LeaveUnit(t *turn.Turn, do chat.Action) error {
	at := slices.IndexFunc(t.Member.Posts, func(p report.Post) bool { return p.Role == report.Focal && p.Unit == do.Arg(0) })
	if at < 0 {
		return t.Stale()
	}
	p := t.Member.Posts[at]
	if err := enrol.EndPost(t, t.Member, p); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: t.Office.YouAreRemoved(t.PostName(p))})
}
