package unit

import (
	"guongsang/handlers/enrol"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbResign   turn.Verb = "leave"
	verbResigned turn.Verb = "leaveok"
)

// leaveOffice lets a focal point stop being one.
func leaveOffice(t *turn.Reading) error {
	t.CloseQuestion()
	units := t.Member.Units()
	if len(units) == 1 {
		return confirmLeave(t, units[0])
	}
	return pickUnit(t, verbResign)
}

// askLeave takes one of several units.
func askLeave(t *turn.Reading, u report.Unit) error { return confirmLeave(t, u.Code) }

// confirmLeave asks once.
func confirmLeave(t *turn.Reading, unit string) error {
	others, err := t.Tx.Holders(report.Focal, unit)
	if err != nil {
		return err
	}
	return t.Show(chat.Message{
		Text:    texts.ConfirmLeave(t.NameAndCode(unit), len(others) == 1),
		Buttons: turn.Column(turn.Button(texts.LabelLeave, verbResigned, unit), turn.Button(texts.LabelCancel, turn.VerbCancel)),
	})
}

// leaveUnit ends the post.
func leaveUnit(t *turn.Turn, u report.Unit) error {
	p, _ := t.Post(turn.Focal, u.Code)
	if err := enrol.EndPost(t, t.Member, p); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: t.Office.YouAreRemoved(t.PostName(p))})
}
