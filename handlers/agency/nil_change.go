package agency

import (
	"slices"
	"time"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// addNilUnit takes one of the units that a name may mean.
func addNilUnit(t *turn.Reading, n nilUnits, u report.Unit, name int) error {
	if name < len(n.names) {
		n.names = slices.Delete(slices.Clone(n.names), name, name+1)
	}
	n.add(u.Code)
	return showNilUnits(t, n)
}

// setNilChannel takes how it came.
func setNilChannel(t *turn.Reading, n nilUnits, channel string) error {
	n.channel = channel
	return showNilUnits(t, n)
}

// askNilDay asks when it came.
func askNilDay(t *turn.Reading, n nilUnits) error {
	n.ask(t, questionNilWhen)
	return askWhen(t, turn.Button(texts.LabelCancel, turn.VerbCancel), verbNilWhen, markOf(t.Talk.Args))
}

// setNilDay takes when it came.
func setNilDay(t *turn.Reading, n nilUnits, at time.Time) error {
	if wrong := misdated(t, at, t.Rules.Schedule(n.period).From); wrong != "" {
		return t.Say(chat.Message{Text: wrong})
	}
	n.at = at
	return showNilUnits(t, n)
}

// answerNilDay reads a moment that was typed.
func answerNilDay(t *turn.Reading, n nilUnits) error {
	at, ok := typedMoment(t)
	if !ok {
		return sayUnread(t)
	}
	return setNilDay(t, n, at)
}

// askNilPeriod asks for which period.
func askNilPeriod(t *turn.Reading, n nilUnits) error {
	mark := markOf(t.Talk.Args)
	var buttons []chat.Button
	for _, duty := range report.Duties {
		if t.Rules.For(duty).Off {
			continue
		}
		for _, p := range t.Rules.OpenPeriods(duty, t.Today()) {
			buttons = append(buttons, turn.Button(texts.Cap(texts.ShortPeriod(p)), verbNilPeriod, mark, p))
		}
	}
	return t.Show(chat.Message{Text: texts.AskNilPeriod(), Buttons: turn.Column(append(buttons, turn.Button(texts.ToAddNames, verbNilShow, mark))...)})
}

// setNilPeriod takes the period.
func setNilPeriod(t *turn.Reading, n nilUnits, p report.Period) error {
	n.period = p
	return showNilUnits(t, n)
}

// showTicks lists the units that have not reported, with those marked that are
// meant.
func showTicks(t *turn.Reading, n nilUnits, page int) error {
	standings, err := t.Tx.Standings(n.period)
	if err != nil {
		return err
	}
	var pending []string
	for _, st := range standings {
		if st.State == report.Pending {
			pending = append(pending, st.Unit)
		}
	}
	n.ask(t, questionNilUnits)
	mark := markOf(t.Talk.Args)
	from, to, pages := bounds(len(pending), choices, page)
	var buttons []chat.Button
	for _, code := range pending[from:to] {
		label, on := t.UnitButton(code), 1
		if slices.Contains(n.codes, code) {
			label, on = texts.ToMark+label, 0
		}
		buttons = append(buttons, turn.Button(label, verbNilTick, mark, code, on, from/choices))
	}
	lines := turn.Column(buttons...)
	if pager := digest.Pager(from/choices, pages, string(verbNilTicks), mark); len(pager) > 0 {
		lines = append(lines, pager)
	}
	if len(n.codes) > 0 {
		lines = append(lines, turn.Column(turn.Button(texts.ToTicked(len(n.codes)), verbNilShow, mark))...)
	}
	lines = append(lines, []chat.Button{turn.Button(texts.ToNilPeriod, verbNilPeriods, mark), turn.Button(texts.LabelCancel, turn.VerbCancel)})
	return t.Show(chat.Message{Text: texts.TickUnits(n.period, len(pending)), Buttons: lines})
}

// tickUnit marks a unit, or takes the mark off. The button says which, so that a
// double tap does not undo itself.
func tickUnit(t *turn.Reading, n nilUnits, u report.Unit, on bool, page int) error {
	n.codes = slices.DeleteFunc(slices.Clone(n.codes), func(code string) bool { return code == u.Code })
	if on {
		n.codes = append(n.codes, u.Code)
	}
	return showTicks(t, n, page)
}
