package agency

import (
	"guongsang/handlers/enrol"
	"guongsang/handlers/turn"
	"guongsang/handlers/unit"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbUnit = "unit" // unit

// unitsMenu opens the work with units: for the agency all of them, for a head
// the own one.
func unitsMenu(t *turn.Turn) error {
	if t.Member.Agency() {
		t.Ask(questionUnit, string(toSee))
		return t.Show(chat.Message{Text: texts.UnitsMenu(), Buttons: turn.Column(
			turn.Button(texts.LabelUnconnected, verbUnconnected, 0),
			turn.Button(texts.LabelExport, verbExport),
			turn.Button(texts.LabelTemplate, verbTemplate),
		)})
	}
	var own []chat.Button
	for _, code := range t.Headed() {
		own = append(own, turn.Button(t.NameAndCode(code), verbUnit, code))
	}
	switch len(own) {
	case 0:
		return t.Refuse("units")
	case 1:
		return unitCard(t, own[0].Do)
	}
	return t.Show(chat.Message{Text: texts.AskWhichUnit(), Buttons: turn.Column(own...)})
}

// unitCard shows a unit to the agency or to its head.
func unitCard(t *turn.Turn, do chat.Action) error {
	u, err := t.Tx.Unit(do.Arg(0))
	if err != nil {
		return t.Stale()
	}
	if !t.Member.Agency() && !t.Heads(u.Code) {
		return t.Refuse(do.Verb)
	}
	return showUnit(t, u)
}

func showUnit(t *turn.Turn, u report.Unit) error {
	t.CloseQuestion()
	standings, err := standingLines(t, u)
	if err != nil {
		return err
	}
	letter, err := unit.LetterPeriod(t, u)
	if err != nil {
		return err
	}
	people, err := peopleOf(t, u.Code)
	if err != nil {
		return err
	}
	var lines []string
	var buttons []chat.Button
	for _, h := range people {
		lines = append(lines, t.Office.PersonLine(h.Member, h.Post))
		if t.MayRemove(h.Post) {
			buttons = append(buttons, enrol.RemoveButton(texts.LabelRemovePerson(h.Member.Name, h.Post), h.Member.ID, h.Post))
		}
	}
	m := chat.Message{Title: u.Name, Text: t.Office.UnitCard(u, standings, lines), Buttons: turn.Column(buttons...)}
	if t.Member.Agency() {
		m.Buttons = append(m.Buttons,
			[]chat.Button{turn.Button(texts.LabelInvite, turn.VerbPick, toInvite, u.Code)},
			[]chat.Button{turn.Button(texts.LabelExtendUnit, turn.VerbPick, toExtend, u.Code), turn.Button(texts.LabelPauseUnit, turn.VerbPick, toPause, u.Code)},
		)
	} else {
		m.Buttons = append(m.Buttons, []chat.Button{unit.LetterButton(u.Code, letter)}, []chat.Button{turn.Button(texts.LabelHandOver, unit.VerbHandOver, u.Code)})
	}
	return t.Show(m)
}

// standingLines says how a unit stands in the periods that are open for it.
func standingLines(t *turn.Turn, u report.Unit) (lines []string, err error) {
	open, err := unit.OpenFor(t, u)
	if err != nil {
		return nil, err
	}
	for _, o := range open {
		lines = append(lines, texts.StandingLine(o.Standing, o.Schedule.Deadline))
	}
	return lines, nil
}

// peopleOf lists the focal points and heads of a unit, chính first.
func peopleOf(t *turn.Turn, unit string) (people []enrol.Holder, err error) {
	for _, role := range []report.Role{report.Focal, report.Head} {
		members, err := t.Tx.Holders(role, unit)
		if err != nil {
			return nil, err
		}
		for _, m := range members {
			for _, p := range m.Posts {
				if p.Role == role && p.Unit == unit {
					people = append(people, enrol.Holder{Member: m, Post: p})
				}
			}
		}
	}
	firstFirst(people)
	return people, nil
}
