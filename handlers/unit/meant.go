package unit

import (
	"slices"

	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// What a sentence can mean to somebody who writes for units, beyond what the
// routes do. Nothing here files or takes back anything.

// OfferNil asks whether there is nothing to introduce: of the periods named, if they
// are owed, else of all that are.
func OfferNil(t *turn.Turn, periods []report.Period) error {
	list, err := duty.Owes(&t.Reading)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return t.MainMenu(t.Office.NothingOwed())
	}
	var named []duty.Owed
	for _, o := range list {
		if slices.Contains(periods, o.Period) {
			named = append(named, o)
		}
	}
	if len(named) > 0 {
		list = named
	}
	if len(list) > turn.Choices {
		return askNil(&t.Reading, list, 0)
	}
	var buttons []chat.Button
	for _, o := range list {
		buttons = append(buttons, turn.Button(texts.ToFileNil(o.Period, whose(&t.Reading, o)), chat.VerbNil, o.Unit, o.Period))
	}
	buttons = append(buttons, turn.Button(texts.LabelIntroduce, chat.VerbIntroduce))
	t.CloseQuestion()
	return t.Say(chat.Message{Text: texts.AskFileNil(list[0].Period, len(list)), Buttons: turn.Column(buttons...)})
}

// OfferHandover asks whether the post is to be handed over, or ends. A code is made
// when the button says so.
func OfferHandover(t *turn.Reading) error {
	units := t.Member.Represented()
	if len(units) != 1 {
		return pickUnit(t, VerbHandOver)
	}
	t.CloseQuestion()
	buttons := []chat.Button{turn.Button(texts.LabelHandOver, VerbHandOver, units[0])}
	if slices.Contains(t.Member.Units(), units[0]) {
		buttons = append(buttons, turn.Button(texts.WordLeave, verbResign, units[0]))
	}
	return t.Say(chat.Message{Text: t.Office.AskHandover(t.NameAndCode(units[0])), Buttons: turn.Column(append(buttons, turn.Button(texts.LabelCancel, turn.VerbCancel))...)})
}

// OfferSnooze says when the member can be reminded again, and asks.
func OfferSnooze(t *turn.Turn) error {
	list, err := duty.Owes(&t.Reading)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return t.MainMenu(t.Office.NothingOwed())
	}
	at, today := snoozeAt(t)
	label := texts.LabelSnooze
	if !today {
		label = texts.LabelSnoozeNext
	}
	return t.Say(chat.Message{Text: t.Office.AskSnooze(at, today), Buttons: turn.Column(turn.Button(label, chat.VerbSnooze))})
}

// ShowLatest shows what was sent, to change it or take it back: the only one, or
// a list.
func ShowLatest(t *turn.Reading) error {
	units := t.Member.Represented()
	if len(units) == 1 {
		list, all, err := t.Tx.PageOf(units[0], 0, 1)
		if err != nil {
			return err
		}
		if all == 1 {
			return showExample(t, list[0], "")
		}
	}
	return sentWord(t)
}

// OpenNow says in a sentence what waits for the member: the first period that is
// owed; "" if none is.
func OpenNow(t *turn.Turn) (string, error) {
	list, err := duty.Owes(&t.Reading)
	if err != nil || len(list) == 0 {
		return "", err
	}
	u, err := t.Tx.Unit(list[0].Unit)
	if err != nil {
		return "", err
	}
	s, err := t.Tx.Schedule(u, list[0].Period)
	return texts.StillOwed(s), err
}
