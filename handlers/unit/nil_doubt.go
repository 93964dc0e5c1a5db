package unit

import (
	"slices"

	"guongsang/handlers/duty"
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
func filedBeside(t *turn.Reading, o duty.Owed) (filed []report.Filing, err error) {
	u, err := t.Tx.Unit(o.Unit)
	if err != nil {
		return nil, err
	}
	s, err := t.Tx.Schedule(u, o.Period)
	if err != nil {
		return nil, err
	}
	periods := append(o.Period.Overlapping(), o.Period)
	if !t.SaidOn().After(s.Close) {
		periods = append(periods, o.Period.Add(-1))
	}
	for _, p := range periods {
		of, err := t.Tx.Filings(p, o.Unit)
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
	return filedBeside(t, duty.Owed{Unit: unit, Period: p})
}

// doubtNil asks whether a nil is meant, beside what was filed. Where examples of
// its months can stand for a quarter, these are offered first.
func doubtNil(t *turn.Turn, o duty.Owed, beside []report.Filing) error {
	u, err := t.Tx.Unit(o.Unit)
	if err != nil {
		return err
	}
	s, err := t.Tx.Schedule(u, o.Period)
	if err != nil {
		return err
	}
	name := ""
	if len(t.Member.Represented()) > 1 {
		name = t.UnitName(o.Unit)
	}
	question := texts.NilDoubt(name, s, beside)
	sure := turn.Button(texts.NilSure(o.Period), chat.VerbNil, o.Unit, o.Period, 1)
	if o.Period.Duty == report.Quarter && slices.ContainsFunc(beside, func(f report.Filing) bool { return !f.Nil() }) {
		list, err := ofQuarter(&t.Reading, o.Unit, o.Period)
		if err != nil {
			return err
		}
		if len(list) > 0 {
			return showQuarter(&t.Reading, o, list, 0, question, sure)
		}
	}
	t.CloseQuestion()
	return t.Say(chat.Message{Text: question, Buttons: turn.Column(
		sure, turn.Button(texts.LabelIntroduce, chat.VerbIntroduce, o.Unit, o.Period), turn.Button(texts.LabelCancel, turn.VerbCancel))})
}

// nilButton is a button by which a unit says that there is nothing for a period.
func nilButton(o duty.Owed) chat.Button {
	return turn.Button(texts.LabelNil, chat.VerbNil, o.Unit, o.Period)
}
