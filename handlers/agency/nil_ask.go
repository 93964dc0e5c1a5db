package agency

import (
	"errors"
	"slices"

	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/chat"
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
			for _, u := range found[:min(choices, len(found))] {
				lines = append(lines, turn.Column(turn.Button(texts.UnitOfBlock(u), verbNilAdd, mark, u.Code, i))...)
			}
			break // one after the other
		}
	}
	var ways []chat.Button
	for i, label := range []string{texts.LabelPaper, texts.LabelZalo, texts.LabelPhone} {
		if channels[i] == n.channel {
			label = texts.ToMark + label
		}
		ways = append(ways, turn.Button(label, verbNilChannel, mark, channels[i]))
	}
	return append(lines, ways,
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
