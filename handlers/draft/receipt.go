package draft

import (
	"guongsang/handlers/card"
	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// sent does what follows from a sending: the draft is done, the receipt goes
// out, reminders are closed, the agency hears of it.
func sent(t *turn.Turn, d report.Draft, e report.Example, change report.Deed, changed ...string) error {
	if err := t.Tx.SentDraft(d, e.Number); err != nil {
		return err
	}
	if err := t.Tx.Audit(t.Member.ID, change, e.Ref().With(changed...)); err != nil {
		return err
	}
	leaveDraft(t)
	if err := receipt(t, e, change); err != nil {
		return err
	}
	if err := duty.CloseReminders(t, e.Unit, e.Periods...); err != nil {
		return err
	}
	if e.OnBehalf != "" && change == report.ExampleSent {
		of := e.Ref()
		of.How = e.OnBehalf
		if err := t.Tx.Audit(t.Member.ID, report.ExampleOnBehalf, of); err != nil {
			return err
		}
	}
	return card.Announce(t, e)
}

// receipt repeats what was understood and how it counts. It is the last message:
// what was pressed may stand far above, and only says where to look.
func receipt(t *turn.Turn, e report.Example, change report.Deed) error {
	credits, err := duty.Credits(&t.Reading, e)
	if err != nil {
		return err
	}
	title, text := t.Office.Receipt(e, t.UnitName(e.Unit), credits, change == report.ExampleSent)
	if f, ok, err := duty.NilFor(&t.Reading, e.Unit, e.Periods[0]); err != nil {
		return err
	} else if ok {
		text += "\n" + t.Office.InsteadOfNil(f.Period, f.At)
	}
	lines := [][]chat.Button{{turn.Button(texts.ToSee, VerbSee, e.Number), turn.Button(texts.LabelIntroduce, chat.VerbIntroduce)}}
	if q, ok, err := duty.QuarterDue(&t.Reading, e.Unit); err != nil {
		return err
	} else if ok && change == report.ExampleSent && e.Periods[0].Duty == report.Month {
		lines = append(lines, turn.Column(turn.Button(texts.ToQuarter(q), VerbQuarter, e.Unit, q, 0))...)
	}
	if e.OnBehalf != "" && !t.Member.Represents(e.Unit) {
		lines = nil
		if err := t.TellUnit(e.Unit, chat.Message{Title: title, Text: t.Office.Behalf(text), Buttons: turn.Column(turn.Button(texts.ToSee, VerbSee, e.Number))}); err != nil {
			return err
		}
	}
	if t.Event.Kind == chat.Pressed {
		if err := t.Show(chat.Message{Text: texts.SentBelow(e)}); err != nil {
			return err
		}
	}
	return t.Say(chat.Message{Title: title, Text: text, Buttons: lines})
}

// VerbQuarter shows what may be chosen for a quarter.
const VerbQuarter turn.Verb = "q.list"

// VerbSee shows an example to its unit.
const VerbSee turn.Verb = "s.see"
