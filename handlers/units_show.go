package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbUnit = "unit" // unit

// unitsMenu opens the work with units: for the agency all of them, for a head
// the own one.
func (t *turn) unitsMenu() error {
	if t.member.Agency() {
		t.ask(questionUnit, string(toSee))
		return t.show(chat.Message{Text: texts.UnitsMenu(), Buttons: column(
			button(texts.LabelUnconnected, verbUnconnected, 0),
			button(texts.LabelExport, verbExport),
			button(texts.LabelTemplate, verbTemplate),
		)})
	}
	var own []chat.Button
	for _, code := range t.headed() {
		own = append(own, button(t.nameAndCode(code), verbUnit, code))
	}
	switch len(own) {
	case 0:
		return t.refuse("units")
	case 1:
		return t.unitCard(own[0].Do)
	}
	return t.show(chat.Message{Text: texts.AskWhichUnit(), Buttons: column(own...)})
}

// unitCard shows a unit to the agency or to its head.
func (t *turn) unitCard(do chat.Action) error {
	u, err := t.tx.Unit(do.Arg(0))
	if err != nil {
		return t.stale()
	}
	if !t.member.Agency() && !t.heads(u.Code) {
		return t.refuse(do.Verb)
	}
	return t.showUnit(u)
}

func (t *turn) showUnit(u report.Unit) error {
	t.closeQuestion()
	standings, err := t.standingLines(u)
	if err != nil {
		return err
	}
	letter, err := t.letterPeriod(u)
	if err != nil {
		return err
	}
	people, err := t.peopleOf(u.Code)
	if err != nil {
		return err
	}
	var lines []string
	var buttons []chat.Button
	for _, h := range people {
		lines = append(lines, t.Office.PersonLine(h.member, h.post))
		if t.mayRemove(h.post) {
			buttons = append(buttons, removeButton(texts.LabelRemovePerson(h.member.Name, h.post), h.member.ID, h.post))
		}
	}
	m := chat.Message{Title: u.Name, Text: t.Office.UnitCard(u, standings, lines), Buttons: column(buttons...)}
	if t.member.Agency() {
		m.Buttons = append(m.Buttons,
			[]chat.Button{button(texts.LabelInvite, verbPick, toInvite, u.Code)},
			[]chat.Button{button(texts.LabelExtendUnit, verbPick, toExtend, u.Code), button(texts.LabelPauseUnit, verbPick, toPause, u.Code)},
		)
	} else {
		m.Buttons = append(m.Buttons, []chat.Button{letterButton(u.Code, letter)}, []chat.Button{button(texts.LabelHandOver, verbHandOver, u.Code)})
	}
	return t.show(m)
}

// standingLines says how a unit stands in the periods that are open for it.
func (t *turn) standingLines(u report.Unit) (lines []string, err error) {
	open, err := t.openFor(u)
	if err != nil {
		return nil, err
	}
	for _, o := range open {
		lines = append(lines, texts.StandingLine(o.Standing, o.Schedule.Deadline))
	}
	return lines, nil
}

// peopleOf lists the focal points and heads of a unit, chính first.
func (t *turn) peopleOf(unit string) (people []holder, err error) {
	for _, role := range []report.Role{report.Focal, report.Head} {
		members, err := t.tx.Holders(role, unit)
		if err != nil {
			return nil, err
		}
		for _, m := range members {
			for _, p := range m.Posts {
				if p.Role == role && p.Unit == unit {
					people = append(people, holder{m, p})
				}
			}
		}
	}
	firstFirst(people)
	return people, nil
}
