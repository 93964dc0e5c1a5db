package unit

import (
	"slices"
	"strconv"

	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const (
	verbQuarter = "q.list" // unit quarter page
	verbMark    = "q.tick" // unit quarter number on page
)

const questionQuarter = "q.list" // unit quarter numbers

// quarterDue is the quarter whose duty the unit can meet just now by choosing
// among what it sent month by month: it owes the quarter and the quarter's
// last month has begun.
func quarterDue(t *turn.Turn, unit string) (report.Period, bool, error) {
	list, err := periodsOf(t, unit)
	if err != nil {
		return report.Period{}, false, err
	}
	for _, o := range list {
		p := o.Schedule.Period
		locked := o.Schedule.Lock.Before(t.Today())
		if p.Duty == report.Quarter && o.Standing.State == report.Pending && inLastMonth(t, p) && !locked {
			return p, true, nil
		}
	}
	return report.Period{}, false, nil
}

// inLastMonth reports whether the data window of the quarter's last month has
// begun.
func inLastMonth(t *turn.Turn, p report.Period) bool {
	months := p.Months()
	return !t.Today().Before(t.Rules.Schedule(months[len(months)-1]).From)
}

// ofQuarter lists what the unit introduced in the months of a quarter, or
// chose for it already, oldest first.
func ofQuarter(t *turn.Turn, unit string, q report.Period) (list []report.Example, err error) {
	for _, p := range append(q.Months(), q) {
		filings, err := t.Tx.Filings(p, unit)
		if err != nil {
			return nil, err
		}
		for _, f := range filings {
			known := slices.ContainsFunc(list, func(e report.Example) bool { return e.Number == f.Example })
			if f.Nil() || known {
				continue
			}
			e, err := t.Tx.Example(f.Example)
			if err != nil {
				return nil, err
			}
			list = append(list, e)
		}
	}
	return list, nil
}

// offerQuarter shows the choice instead of a new draft, if what is due is a
// quarter and there is something to choose from.
func offerQuarter(t *turn.Turn, unit string, p report.Period) (done bool, err error) {
	if p == (report.Period{}) {
		list, err := periodsOf(t, unit)
		if err != nil {
			return false, err
		}
		p = list[0].Schedule.Period
	}
	if p.Duty != report.Quarter || !inLastMonth(t, p) {
		return false, nil
	}
	st, err := t.Tx.Standing(unit, p)
	if err != nil || st.State != report.Pending {
		return false, err
	}
	list, err := ofQuarter(t, unit, p)
	if err != nil || len(list) == 0 {
		return false, err
	}
	return true, showQuarter(t, unit, p, list, 0, "")
}

// listQuarter shows a page of the choice: unit, quarter, page.
func listQuarter(t *turn.Turn, do chat.Action) error {
	q, ok, err := quarterOf(t, do)
	if err != nil || !ok {
		return err
	}
	list, err := ofQuarter(t, do.Arg(0), q)
	if err != nil {
		return err
	}
	page, _ := strconv.Atoi(do.Arg(2))
	if page < 0 || page > 0 && page*turn.Listed >= len(list) {
		return t.Stale()
	}
	return showQuarter(t, do.Arg(0), q, list, page, "")
}

// quarterOf reads unit and quarter of a button.
func quarterOf(t *turn.Turn, do chat.Action) (q report.Period, ok bool, err error) {
	if !t.Serves(do.Arg(0)) {
		t.Log.Warn("button of another's unit", "member", t.Member.ID)
		return q, false, t.Stale()
	}
	q, ok, err = offers(t, do.Arg(0), do.Arg(1))
	if err == nil && (!ok || q.Duty != report.Quarter) {
		return q, false, t.Stale()
	}
	return q, ok, err
}

// tickExample marks an example for the quarter, or takes the mark off: unit,
// quarter, number, on, page. It says which, so that a double tap does not
// undo itself.
func tickExample(t *turn.Turn, do chat.Action) error {
	q, ok, err := quarterOf(t, do)
	if err != nil || !ok {
		return err
	}
	list, err := ofQuarter(t, do.Arg(0), q)
	if err != nil {
		return err
	}
	number := do.Arg(2)
	if !slices.ContainsFunc(list, func(e report.Example) bool { return e.Number == number }) {
		return t.Stale()
	}
	ticked := slices.DeleteFunc(ticked(t, do.Arg(0), q), func(n string) bool { return n == number })
	if do.Arg(3) == "1" {
		ticked = append(ticked, number)
	}
	t.Ask(questionQuarter, append([]string{do.Arg(0), q.String()}, ticked...)...)
	page, _ := strconv.Atoi(do.Arg(4))
	return showQuarter(t, do.Arg(0), q, list, min(max(page, 0), (len(list)-1)/turn.Listed), "")
}

// ticked are the numbers marked so far.
func ticked(t *turn.Turn, unit string, q report.Period) []string {
	if t.Talk.Ask != questionQuarter || t.Arg(0) != unit || t.Arg(1) != q.String() {
		return nil
	}
	return slices.Clone(t.Talk.Args[2:])
}

func showQuarter(t *turn.Turn, unit string, q report.Period, list []report.Example, page int, note string) error {
	ticked := ticked(t, unit, q)
	t.Ask(questionQuarter, append([]string{unit, q.String()}, ticked...)...)
	var buttons []chat.Button
	for i, e := range list[page*turn.Listed : min(len(list), (page+1)*turn.Listed)] {
		on, mark := 1, ""
		if slices.Contains(ticked, e.Number) {
			on, mark = 0, texts.ToMark
		}
		if slices.Contains(e.Periods, q) {
			mark = texts.ToMark
		}
		buttons = append(buttons, turn.Button(mark+texts.QuarterLine(i+1, e), verbMark, unit, q, e.Number, on, page))
	}
	lines := append(turn.Column(buttons...), turn.Pager(verbQuarter, page, len(list), unit, q)...)
	if len(ticked) > 0 {
		lines = append(lines, turn.Column(turn.Button(texts.ToChoose(len(ticked)), verbQuarterDone, unit, q))...)
	}
	lines = append(lines, turn.Column(turn.Button(texts.ToNew, verbQuarterNew, unit, q), turn.Button(texts.LabelNil, chat.VerbNil, unit, q))...)
	text := texts.QuarterHead(t.UnitName(unit), q)
	if note != "" {
		text = note + "\n\n" + text
	}
	return t.Show(chat.Message{Text: text, Buttons: lines})
}

// answerQuarter takes typed text under the choice for a number that is none.
func answerQuarter(t *turn.Turn) error {
	q, err := report.ParsePeriod(t.Arg(1))
	if err != nil || !t.Serves(t.Arg(0)) {
		t.CloseQuestion()
		return Unasked(t)
	}
	list, err := ofQuarter(t, t.Arg(0), q)
	if err != nil {
		return err
	}
	if form.Long(t.Event.Text) || len(list) == 0 {
		t.CloseQuestion()
		return Unasked(t)
	}
	return showQuarter(t, t.Arg(0), q, list, 0, texts.PickOne(min(turn.Listed, len(list))))
}
