package handlers

import (
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// periodWord is the menu word "Kỳ này".
func (t *turn) periodWord() error {
	units := t.member.Units()
	switch {
	case len(units) == 0:
		return t.mainMenu(t.Office.NoUnit())
	case len(units) > 3:
		return t.pickUnit("p.unit")
	}
	return t.showPeriods(units)
}

// periodOf shows the periods of one unit: unit.
func (t *turn) periodOf(do chat.Action) error {
	if !t.serves(do.Arg(0)) {
		return t.stale()
	}
	return t.showPeriods([]string{do.Arg(0)})
}

func (t *turn) showPeriods(units []string) error {
	var text string
	pending := false
	for _, code := range units {
		lines, owes, err := t.periodLines(code)
		if err != nil {
			return err
		}
		text += texts.UnitPeriods(t.unitName(code), lines)
		pending = pending || owes
	}
	t.ask("")
	m := chat.Message{Title: texts.WordNow, Text: text}
	if pending {
		m.Buttons = [][]chat.Button{{button(texts.LabelIntroduce, chat.VerbIntroduce), button(texts.LabelNil, chat.VerbNilPick)}}
	}
	return t.show(m)
}

// periodLines describes each open period of a unit, and those not met that
// can be made up.
func (t *turn) periodLines(code string) (lines []string, pending bool, err error) {
	list, err := t.periodsOf(code)
	if err != nil {
		return nil, false, err
	}
	for _, o := range list {
		filings, err := t.tx.Filings(o.Schedule.Period, code)
		if err != nil {
			return nil, false, err
		}
		left := t.Rules.Calendar.WorkdaysBetween(t.today(), o.Schedule.Deadline)
		lines = append(lines, texts.PeriodLine(o, filings, left, t.today()))
		pending = pending || o.Standing.State == report.Pending
	}
	return lines, pending, nil
}
