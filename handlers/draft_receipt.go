package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// sent does what follows from a sending: the draft is done, the receipt goes
// out, reminders are closed, the agency hears of it.
func (t *turn) sent(d report.Draft, e report.Example, change string) error {
	if err := t.tx.SentDraft(d, e.Number); err != nil {
		return err
	}
	if err := t.tx.Audit(t.member.ID, "example "+change, e.Number); err != nil {
		return err
	}
	t.leaveDraft()
	if err := t.receipt(e, change); err != nil {
		return err
	}
	if err := t.closeReminders(e.Unit, e.Periods...); err != nil {
		return err
	}
	if e.OnBehalf != "" && change == changeSent {
		if err := t.tx.Audit(t.member.ID, "example recorded on behalf", e.Number+" "+e.OnBehalf); err != nil {
			return err
		}
	}
	return t.announce(e)
}

// receipt repeats what was understood and how it counts.
func (t *turn) receipt(e report.Example, change string) error {
	credits, err := t.credits(e)
	if err != nil {
		return err
	}
	title, text := t.Office.Receipt(e, t.unitName(e.Unit), credits, change == changeSent)
	if f, ok, err := t.nilFor(e.Unit, e.Periods[0]); err != nil {
		return err
	} else if ok {
		text += "\n" + t.Office.InsteadOfNil(f.Period, f.At)
	}
	lines := [][]chat.Button{{button(texts.ToSee, verbSee, e.Number), button(texts.LabelIntroduce, chat.VerbIntroduce)}}
	if q, ok, err := t.quarterDue(e.Unit); err != nil {
		return err
	} else if ok && change == changeSent && e.Periods[0].Duty == report.Month {
		lines = append(lines, column(button(texts.ToQuarter(q), verbQuarter, e.Unit, q, 0))...)
	}
	if e.OnBehalf != "" && !t.serves(e.Unit) {
		lines = nil
		if err := t.tellUnit(e.Unit, chat.Message{Title: title, Text: t.Office.Behalf(text), Buttons: column(button(texts.ToSee, verbSee, e.Number))}); err != nil {
			return err
		}
	}
	return t.show(chat.Message{Title: title, Text: text, Buttons: lines})
}

// credits says how an example counts for each of its periods.
func (t *turn) credits(e report.Example) (list []texts.Credit, err error) {
	u, err := t.tx.Unit(e.Unit)
	if err != nil {
		return nil, err
	}
	for _, p := range e.Periods {
		s, err := t.tx.Schedule(u, p)
		if err != nil {
			return nil, err
		}
		st, err := t.tx.Standing(e.Unit, p)
		if err != nil {
			return nil, err
		}
		c := texts.Credit{Schedule: s, Standing: st, Timing: s.Timing(e.ReceivedFor(p), t.Rules.Zone)}
		if f, ok, err := t.nilFor(e.Unit, p); err != nil {
			return nil, err
		} else if ok && f.At.Before(e.ReceivedFor(p)) {
			c.Timing = s.Timing(f.At, t.Rules.Zone)
		}
		list = append(list, c)
	}
	return list, nil
}
