package unit

import (
	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// What a sentence can mean to somebody who writes for units, beyond what the
// routes do. Nothing here files or takes back anything.

// OfferNil asks whether there is nothing to introduce: of the period named, if it is
// owed, else of all that are.
func OfferNil(t *turn.Turn, p report.Period) error {
	list, err := duty.Owes(&t.Reading)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return t.MainMenu(t.Office.NothingOwed())
	}
	var named []duty.Owed
	for _, o := range list {
		if o.Period == p {
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
