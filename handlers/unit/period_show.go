package unit

import (
	"strings"

	"guongsang/handlers/draft"
	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbPeriodsOf turn.Verb = "p.unit"

// periodWord is the menu word "Kỳ này".
func periodWord(t *turn.Reading) error {
	units := t.Member.Represented()
	if len(units) > 3 {
		return pickUnit(t, verbPeriodsOf)
	}
	return showPeriods(t, units)
}

// periodOf shows the periods of one unit.
func periodOf(t *turn.Reading, u report.Unit) error { return showPeriods(t, []string{u.Code}) }

func showPeriods(t *turn.Reading, units []string) error {
	var text string
	pending := false
	for _, code := range units {
		lines, owes, err := periodLines(t, code)
		if err != nil {
			return err
		}
		if len(lines) == 0 {
			lines = []string{noPeriods(t, code)}
		}
		text += texts.UnitPeriods(t.UnitName(code), lines)
		pending = pending || owes
	}
	t.CloseQuestion()
	m := chat.Message{Title: texts.WordNow, Text: strings.TrimSpace(text)}
	if pending {
		m.Buttons = [][]chat.Button{{turn.Button(texts.LabelIntroduce, chat.VerbIntroduce), turn.Button(texts.LabelNil, chat.VerbNilPick)}}
	}
	choices, err := quarterChoices(t, units)
	if err != nil {
		return err
	}
	if len(units) == 1 {
		nils, err := undoing(t, units[0])
		if err != nil {
			return err
		}
		choices = append(choices, nils...)
	}
	m.Buttons = append(m.Buttons, turn.Column(choices...)...)
	return t.Show(m)
}

// noPeriods says why a unit has nothing to send for.
func noPeriods(t *turn.Reading, code string) string {
	d := t.Tx.Directory()
	u, _ := d.Unit(code)
	var heirs []string
	for _, heir := range d.Living(code, t.Today()) {
		if heir.Code != code {
			heirs = append(heirs, t.NameAndCode(heir.Code))
		}
	}
	return t.Office.NoPeriods(u, heirs, t.Today())
}

// quarterChoices lead to the choice among the monthly examples, for each unit
// whose quarter is due and that has something to choose from.
func quarterChoices(t *turn.Reading, units []string) (choices []chat.Button, err error) {
	for _, code := range units {
		q, due, err := duty.QuarterDue(t, code)
		if err != nil {
			return nil, err
		}
		if !due {
			continue
		}
		list, err := ofQuarter(t, code, q)
		if err != nil {
			return nil, err
		}
		if len(list) > 0 {
			label := texts.ToQuarter(q)
			if len(units) > 1 {
				label = texts.ToQuarterOf(q, t.UnitButton(code))
			}
			choices = append(choices, turn.Button(label, draft.VerbQuarter, code, q, 0))
		}
	}
	return choices, nil
}

// servesSince is the day since which the member reports for the unit: what was
// locked before is not held up to a newcomer.
func servesSince(t *turn.Reading, unit string) report.Date {
	for _, p := range t.Member.Posts {
		if (p.Role == report.Focal || p.Role == report.Head) && p.Unit == unit {
			return report.DateOf(p.Since.In(t.Rules.Zone))
		}
	}
	return t.Today()
}

// periodLines describes each open period of a unit, and those not met that
// can be made up.
func periodLines(t *turn.Reading, code string) (lines []string, pending bool, err error) {
	list, err := duty.PeriodsOf(t, code)
	if err != nil {
		return nil, false, err
	}
	requests, err := t.Tx.RequestsOf(code)
	if err != nil {
		return nil, false, err
	}
	for _, o := range list {
		if o.Schedule.Lock.Before(servesSince(t, code)) {
			continue
		}
		filings, err := t.Tx.Filings(o.Schedule.Period, code)
		if err != nil {
			return nil, false, err
		}
		left := t.Rules.Calendar.WorkdaysBetween(t.Today(), o.Schedule.Deadline)
		lines = append(lines, texts.PeriodLine(o, filings, left, t.Today())+texts.SubmittedToHead(o.Standing.AwaitsHead(requests)))
		pending = pending || o.Standing.State == report.Pending
	}
	return lines, pending, nil
}
