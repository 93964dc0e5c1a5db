package unit

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Whoever has reported the month and says "nothing" may well mean the month, and
// not the quarter that is all the unit still owes; and who has an example of the
// month has one for the quarter. So a nil is filed by one tap only where the
// unit filed nothing that it could be about.

// filedBeside lists what the unit filed for what a nil of this duty could be
// mistaken for: the duty itself, the periods of the other duty that share a month
// with it, and the period before while this one still gathers data.
func filedBeside(t *turn.Reading, o owed) (filed []report.Filing, err error) {
	u, err := t.Tx.Unit(o.unit)
	if err != nil {
		return nil, err
	}
	s, err := t.Tx.Schedule(u, o.period)
	if err != nil {
		return nil, err
	}
	periods := append(o.period.Overlapping(), o.period)
	if !t.SaidOn().After(s.Close) {
		periods = append(periods, o.period.Add(-1))
	}
	for _, p := range periods {
		of, err := t.Tx.Filings(p, o.unit)
		if err != nil {
			return nil, err
		}
		filed = append(filed, of...)
	}
	return filed, nil
}

// FiledBeside lists what a unit filed for what a nil of this period could be
// mistaken for: who reports nils of several units leaves those out that have any.
func FiledBeside(t *turn.Reading, unit string, p report.Period) ([]report.Filing, error) {
	return filedBeside(t, owed{unit, p})
}

// doubtNil asks whether a nil is meant, beside what was filed. Where examples of
// its months can stand for a quarter, these are offered first.
func doubtNil(t *turn.Turn, o owed, beside []report.Filing) error {
	u, err := t.Tx.Unit(o.unit)
	if err != nil {
		return err
	}
	s, err := t.Tx.Schedule(u, o.period)
	if err != nil {
		return err
	}
	name := ""
	if len(t.Member.Represented()) > 1 {
		name = t.UnitName(o.unit)
	}
	question := texts.NilDoubt(name, s, beside)
	sure := turn.Button(texts.NilSure(o.period), chat.VerbNil, o.unit, o.period, 1)
	if o.period.Duty == report.Quarter && slices.ContainsFunc(beside, func(f report.Filing) bool { return !f.Nil() }) {
		list, err := ofQuarter(&t.Reading, o.unit, o.period)
		if err != nil {
			return err
		}
		if len(list) > 0 {
			return showQuarter(&t.Reading, o, list, 0, question, sure)
		}
	}
	t.CloseQuestion()
	return t.Say(chat.Message{Text: question, Buttons: turn.Column(
		sure, turn.Button(texts.LabelIntroduce, chat.VerbIntroduce, o.unit, o.period), turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// nilButton is a button by which a unit says that there is nothing for a period.
func nilButton(o owed) chat.Button {
	return turn.Button(texts.LabelNil, chat.VerbNil, o.unit, o.period)
}
