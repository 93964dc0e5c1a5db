package directory

import (
	"strings"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	list "guongsang/internal/directory"
	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	// VerbAdd asks for a unit to be added.
	VerbAdd   turn.Verb = "dira"
	verbAdded turn.Verb = "diraok"

	questionNew    turn.Question = "dirnew"
	questionAdding turn.Question = "diradd"
)

// askNew asks for a new unit in one line.
func askNew(t *turn.Reading) error {
	t.Ask(questionNew)
	return t.Show(chat.Message{Text: texts.AskNewUnit(), Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// newUnit reads code, name and block, or says why they cannot be taken.
func newUnit(t *turn.Reading, typed string) (u report.Unit, no string) {
	parts := strings.SplitN(typed, ";", 3)
	if len(parts) < 2 {
		return u, texts.AskNewUnit()
	}
	cells := map[string]string{"code": letters.Tidy(parts[0]), "name": letters.Tidy(parts[1])}
	if known, ok := list.Known(t.Tx.Directory(), cells["code"]); ok {
		return u, texts.UnitExists(known)
	}
	if len(parts) == 3 {
		cells["block"] = letters.Tidy(parts[2])
	}
	u, err := list.Edit(t.Tx.Directory(), cells)
	if err != nil {
		return u, err.Error()
	}
	return t.Rules.Begin([]report.Unit{u}, t.Tx.Directory(), t.Today())[0], ""
}

// answerNew shows the unit that was typed before it is added.
func answerNew(t *turn.Reading) error { return showNew(t, t.Event.Text) }

// showNew shows a unit before it is added.
func showNew(t *turn.Reading, typed string) error {
	u, no := newUnit(t, typed)
	if no != "" {
		return t.Say(chat.Message{Text: no, Buttons: turn.Column(turn.Button(texts.LabelCancel, turn.VerbCancel))})
	}
	t.Ask(questionAdding, typed)
	return t.Say(chat.Message{
		Text:    texts.PreviewNewUnit(u, t.Rules.First([]report.Unit{u}, t.Today())),
		Buttons: [][]chat.Button{{turn.Button(texts.LabelAddUnit, verbAdded), turn.Button(texts.LabelCancel, turn.VerbCancel)}},
	})
}

// answerAnother takes another line in place of the one that was shown.
func answerAnother(t *turn.Reading, _ string) error { return answerNew(t) }

// add adds the unit that was shown.
func add(t *turn.Turn) error {
	if !t.Asked(questionAdding) {
		return t.Stale()
	}
	u, no := newUnit(&t.Reading, t.Arg(0))
	t.CloseQuestion()
	if no != "" {
		return t.Say(chat.Message{Text: no})
	}
	if err := put(t, u); err != nil {
		return err
	}
	return t.Show(chat.Message{Text: texts.UnitAdded(u), Buttons: [][]chat.Button{{
		turn.Button(texts.LabelInvite, turn.VerbPick, turn.PickToInvite, u.Code), turn.Button(texts.LabelOpenUnit, digest.VerbUnit, u.Code),
	}}})
}

// openButton opens a unit.
func openButton(u report.Unit) [][]chat.Button {
	return turn.Column(turn.Button(texts.LabelOpenUnit, digest.VerbUnit, u.Code))
}
