package handlers

import (
	"slices"
	"time"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// nilWord is the menu word: one duty that is owed is answered at once, of
// several one is picked.
func (t *turn) nilWord() error { return t.pickNil(chat.Do(chat.VerbNilPick)) }

// An owed is one duty that a unit of the member still owes.
type owed struct {
	unit   string
	period report.Period
}

// owes lists what the member's units still owe, open periods only.
func (t *turn) owes() (list []owed, err error) {
	for _, code := range t.member.Units() {
		u, err := t.tx.Unit(code)
		if err != nil {
			return nil, err
		}
		open, err := t.openFor(u)
		if err != nil {
			return nil, err
		}
		for _, p := range report.Choices(open, t.today()) {
			i := slices.IndexFunc(open, func(o report.Open) bool { return o.Schedule.Period == p })
			if open[i].Standing.State == report.Pending {
				list = append(list, owed{code, p})
			}
		}
	}
	return list, nil
}

// pickNil asks for which duty there is nothing.
func (t *turn) pickNil(chat.Action) error {
	t.keep()
	if len(t.member.Units()) == 0 {
		return t.mainMenu(t.Office.NoUnit())
	}
	list, err := t.owes()
	if err != nil {
		return err
	}
	switch len(list) {
	case 0:
		return t.mainMenu(texts.NothingOwed())
	case 1:
		far, err := t.farOff(list[0])
		if err != nil {
			return err
		}
		if !far {
			return t.fileNil(list[0].unit, list[0].period, "", t.tx.Now)
		}
	}
	var buttons []chat.Button
	for _, o := range list {
		name := ""
		if len(t.member.Units()) > 1 {
			name = t.unitName(o.unit)
		}
		buttons = append(buttons, button(texts.NilLabel(o.period, name), chat.VerbNil, o.unit, o.period))
	}
	t.closeQuestion()
	return t.say(chat.Message{Text: texts.WhichNil(), Buttons: column(buttons...)})
}

// farOff reports whether a period gathers data still while the one before is
// met: whoever says "nothing" then may well mean the one before, and is asked.
func (t *turn) farOff(o owed) (bool, error) {
	u, err := t.tx.Unit(o.unit)
	if err != nil {
		return false, err
	}
	s, err := t.tx.Schedule(u, o.period)
	if err != nil || t.today().After(s.Close) {
		return false, err
	}
	before, err := t.tx.Standing(o.unit, o.period.Add(-1))
	return before.State.Met(), err
}

// pressNil files that there is nothing: unit, period.
func (t *turn) pressNil(do chat.Action) error {
	if !t.serves(do.Arg(0)) {
		t.Log.Warn("button of another's unit", "member", t.member.ID)
		return t.stale()
	}
	t.keep()
	p, err := report.ParsePeriod(do.Arg(1))
	if err != nil {
		return t.stale()
	}
	st, err := t.tx.Standing(do.Arg(0), p)
	if err != nil {
		return err
	}
	if st.State.Met() {
		return t.fileNil(do.Arg(0), p, "", t.tx.Now)
	}
	if _, ok, err := t.offers(do.Arg(0), do.Arg(1)); err != nil || !ok {
		if err != nil {
			return err
		}
		return t.stale()
	}
	return t.fileNil(do.Arg(0), p, "", t.tx.Now)
}

// fileNil files that a unit has nothing to introduce in a period, received at
// the given time. What was filed before stands and is told.
func (t *turn) fileNil(unit string, p report.Period, reason string, receivedAt time.Time) error {
	st, err := t.tx.Standing(unit, p)
	if err != nil {
		return err
	}
	filings, err := t.tx.Filings(p, unit)
	if err != nil {
		return err
	}
	if st.State.Met() { // of two that are owed one may have come: then there is no other
		return t.say(chat.Message{Text: t.Office.NilAlready(t.unitName(unit), p, filings)})
	}
	f := report.Filing{Period: p, Unit: unit, At: receivedAt, By: t.member.ID, Reason: reason}
	if err := t.tx.PutNil(f); err != nil {
		return err
	}
	if err := t.tx.Audit(t.member.ID, "nil filed", unit+" "+p.String()); err != nil {
		return err
	}
	u, err := t.tx.Unit(unit)
	if err != nil {
		return err
	}
	s, err := t.tx.Schedule(u, p)
	if err != nil {
		return err
	}
	text := t.Office.NilFiled(u.Name, s, s.Timing(receivedAt, t.Rules.Zone), t.today())
	if t.serves(unit) {
		err = t.say(chat.Message{Text: text, Buttons: [][]chat.Button{
			{button(texts.ToReason, verbReason, unit, p, receivedAt.UnixNano()), button(texts.ToUndo, verbUndo, unit, p, receivedAt.UnixNano())},
		}})
	} else if err = t.say(chat.Message{Text: text}); err == nil {
		err = t.tellUnit(unit, chat.Message{Text: t.Office.Behalf(text)})
	}
	if err != nil {
		return err
	}
	return t.closeReminders(unit, p)
}
