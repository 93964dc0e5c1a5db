package behalf

import (
	"errors"
	"slices"
	"time"

	"guongsang/handlers/pick"
	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/chat"
	"guongsang/internal/digest"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/unitname"
	"guongsang/storage"
)

// showNilUnits asks whether it is to be recorded.
func showNilUnits(t *turn.Reading, n nilUnits) error {
	m, err := n.question(t)
	if err != nil {
		return err
	}
	return t.Show(m)
}

// question asks whether it is to be recorded, and waits for more names.
func (n nilUnits) question(t *turn.Reading) (m chat.Message, err error) {
	unclear := n.resolve(t)
	if len(n.codes) > maxNils {
		return chat.Message{Text: texts.NilsTooMany(maxNils, len(n.codes))}, nil
	}
	says, err := n.judged(t)
	if err != nil {
		return m, err
	}
	for _, name := range n.names {
		if found := unclear[name]; len(found) > 0 {
			says.Unclear = append(says.Unclear, texts.UnclearName{Name: name, Units: len(found)})
		} else {
			says.Unknown = append(says.Unknown, name)
		}
	}
	n.ask(t, questionNilUnits)
	return chat.Message{Text: texts.AskNilUnits(says, t.Today()), Buttons: n.buttons(t, len(says.Ready), unclear)}, nil
}

// buttons are those under the question whether it is to be recorded.
func (n nilUnits) buttons(t *turn.Reading, ready int, unclear map[string][]report.Unit) (lines [][]chat.Button) {
	mark := markOf(t.Talk.Args)
	if ready > 0 && n.channel != "" {
		lines = turn.Column(turn.Button(texts.ToFileNils(ready), verbNilFile, mark))
	}
	for i, name := range n.names {
		if found := unclear[name]; len(found) > 0 {
			for _, u := range found[:min(pick.AtOnce, len(found))] {
				lines = append(lines, turn.Column(turn.Button(texts.UnitOfBlock(u), verbNilAdd, mark, u.Code, i))...)
			}
			break // one after the other
		}
	}
	return append(lines, channelButtons(n.channel, verbNilChannel, mark),
		[]chat.Button{turn.Button(texts.ToOtherDay, verbNilDay, mark), turn.Button(texts.ToNilPeriod, verbNilPeriods, mark)},
		[]chat.Button{turn.Button(texts.ToTickUnits, verbNilTicks, mark, 0), turn.Button(texts.LabelCancel, turn.VerbCancel)},
	)
}

// resolve finds the units that names mean. What is left are names of none, and
// those of several with the units that each may mean.
func (n *nilUnits) resolve(t *turn.Reading) (unclear map[string][]report.Unit) {
	unclear = map[string][]report.Unit{}
	if len(n.names) == 0 {
		return unclear
	}
	x := unitname.New(t.Tx.Directory(), t.Today())
	var left []string
	for _, name := range n.names {
		g := x.Name(name)
		if u, ok := g.One(); ok {
			n.add(u.Code)
			continue
		}
		if !slices.Contains(left, name) {
			left = append(left, name)
			unclear[name] = g.Units
		}
	}
	n.names = left
	return unclear
}

func (n *nilUnits) add(code string) {
	if !slices.Contains(n.codes, code) {
		n.codes = append(n.codes, code)
	}
}

// judged says of which units it may be recorded. What a unit filed for anything
// that this could be mistaken for leaves it out: see unit.FiledBeside.
func (n nilUnits) judged(t *turn.Reading) (says texts.NilUnits, err error) {
	says = texts.NilUnits{Period: n.period, Channel: n.channel, Day: report.DateOf(n.at.In(t.Rules.Zone)), More: n.more}
	for _, code := range n.codes {
		u, err := t.Tx.Unit(code)
		if errors.Is(err, storage.ErrNotFound) {
			continue // the directory has lost it
		}
		if err != nil {
			return says, err
		}
		filed, err := unit.FiledBeside(t, code, n.period)
		if err != nil {
			return says, err
		}
		filed = slices.DeleteFunc(filed, func(f report.Filing) bool { return n.saidOf(t, f) })
		periods, err := recordable(t, u)
		if err != nil {
			return says, err
		}
		owes := slices.ContainsFunc(periods, func(st report.Standing) bool { return st.Period == n.period })
		_, no := received(t, record{unit: u, period: n.period, at: n.at})
		switch {
		case len(filed) > 0:
			says.Reported = append(says.Reported, texts.UnitFiled{Unit: u, Filed: filed})
		case !owes || no != nil:
			says.NotOwing = append(says.NotOwing, u)
		default:
			says.Ready = append(says.Ready, u)
		}
	}
	return says, nil
}

// saidOf reports whether something was recorded of the text that says the same of
// this period: both are meant.
func (n nilUnits) saidOf(t *turn.Reading, f report.Filing) bool {
	return f.Nil() && f.Period != n.period && f.By == t.Member.ID && f.At.Unix() == n.at.Unix()
}

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
	from, to, pages := turn.Bounds(len(pending), pick.AtOnce, page)
	var buttons []chat.Button
	for _, code := range pending[from:to] {
		label, on := t.UnitButton(code), 1
		if slices.Contains(n.codes, code) {
			label, on = texts.ToMark+label, 0
		}
		buttons = append(buttons, turn.Button(label, verbNilTick, mark, code, on, from/pick.AtOnce))
	}
	lines := append(turn.Column(buttons...), digest.Pager(from/pick.AtOnce, pages, string(verbNilTicks), mark)...)
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
