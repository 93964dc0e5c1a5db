package handlers

import (
	"strings"

	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbPeriodsOf = "p.unit" // unit

// periodWord is the menu word "Kỳ này".
func (t *turn) periodWord() error {
	units := t.member.Units()
	switch {
	case len(units) == 0:
		return t.mainMenu(t.Office.NoUnit())
	case len(units) > 3:
		return t.pickUnit(verbPeriodsOf)
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
	t.closeQuestion()
	m := chat.Message{Title: texts.WordNow, Text: strings.TrimSpace(text)}
	if pending {
		m.Buttons = [][]chat.Button{{button(texts.LabelIntroduce, chat.VerbIntroduce), button(texts.LabelNil, chat.VerbNilPick)}}
	}
	choices, err := t.quarterChoices(units)
	if err != nil {
		return err
	}
	m.Buttons = append(m.Buttons, column(choices...)...)
	return t.show(m)
}

// quarterChoices lead to the choice among the monthly examples, for each unit
// whose quarter is due and that has something to choose from.
func (t *turn) quarterChoices(units []string) (choices []chat.Button, err error) {
	for _, code := range units {
		q, due, err := t.quarterDue(code)
		if err != nil {
			return nil, err
		}
		if !due {
			continue
		}
		list, err := t.ofQuarter(code, q)
		if err != nil {
			return nil, err
		}
		if len(list) > 0 {
			choices = append(choices, button(texts.ToQuarter(q), verbQuarter, code, q, 0))
		}
	}
	return choices, nil
}

// servesSince is the day since which the member serves the unit: what was
// locked before is not held up to a newcomer.
func (t *turn) servesSince(unit string) report.Date {
	for _, p := range t.member.Posts {
		if p.Role == report.Focal && p.Unit == unit {
			return report.DateOf(p.Since.In(t.Rules.Zone))
		}
	}
	return t.today()
}

// periodLines describes each open period of a unit, and those not met that
// can be made up.
func (t *turn) periodLines(code string) (lines []string, pending bool, err error) {
	list, err := t.periodsOf(code)
	if err != nil {
		return nil, false, err
	}
	for _, o := range list {
		if o.Schedule.Lock.Before(t.servesSince(code)) {
			continue
		}
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
