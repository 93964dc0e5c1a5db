package unit

import (
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// What a sentence can mean to somebody who writes for units, beyond what the
// routes do. Nothing here files or takes back anything.

// Save leaves the open draft for later.
func Save(t *turn.Turn, d report.Draft) error { return saveDraft(t, d) }

// Discard asks whether the open draft is to be thrown away.
func Discard(t *turn.Turn, d report.Draft) error { return askDrop(&t.Reading, d) }

// Edit lists what can be changed in the open draft.
func Edit(t *turn.Turn, d report.Draft) error { return editDraft(&t.Reading, d) }

// ChangePeriod lets the open draft count for another period: the one named, if it
// is on offer, else one of a list.
func ChangePeriod(t *turn.Turn, d report.Draft, p report.Period) error {
	if p != (report.Period{}) {
		ok, err := offers(&t.Reading, d.Unit, p)
		if err != nil {
			return err
		}
		if ok {
			d.Period = p
			return goOn(t, d, texts.PeriodChanged(p))
		}
	}
	return listPeriods(&t.Reading, d)
}

// ChangeUnit asks for which unit the open draft is, if it can be for another.
func ChangeUnit(t *turn.Turn, d report.Draft) error {
	if len(t.Member.Represented()) < 2 || d.OnBehalf != "" || d.Amends != "" {
		return repeat(t, d, texts.UnitStays(t.UnitName(d.Unit)))
	}
	q, _ := form.Find("unit")
	return askStep(t, d, q, "", fromEdit)
}

// OfferNil asks whether there is nothing to introduce: of the period named, if it is
// owed, else of all that are.
func OfferNil(t *turn.Turn, p report.Period) error {
	list, err := owes(&t.Reading)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return t.MainMenu(t.Office.NothingOwed())
	}
	var named []owed
	for _, o := range list {
		if o.period == p {
			named = append(named, o)
		}
	}
	if len(named) > 0 {
		list = named
	}
	if len(list) > choices {
		return askNil(&t.Reading, list, 0)
	}
	var buttons []chat.Button
	for _, o := range list {
		buttons = append(buttons, turn.Button(texts.ToFileNil(o.period, whose(&t.Reading, o)), chat.VerbNil, o.unit, o.period))
	}
	buttons = append(buttons, turn.Button(texts.LabelIntroduce, chat.VerbIntroduce))
	t.CloseQuestion()
	return t.Say(chat.Message{Text: texts.AskFileNil(list[0].period, len(list)), Buttons: turn.Column(buttons...)})
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
	list, err := owes(&t.Reading)
	if err != nil || len(list) == 0 {
		return "", err
	}
	u, err := t.Tx.Unit(list[0].unit)
	if err != nil {
		return "", err
	}
	s, err := t.Tx.Schedule(u, list[0].period)
	return texts.StillOwed(s), err
}
