package handlers

import (
	"slices"
	"strconv"

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
func (t *turn) quarterDue(unit string) (report.Period, bool, error) {
	list, err := t.periodsOf(unit)
	if err != nil {
		return report.Period{}, false, err
	}
	for _, o := range list {
		p := o.Schedule.Period
		locked := o.Schedule.Lock.Before(t.today())
		if p.Duty == report.Quarter && o.Standing.State == report.Pending && t.inLastMonth(p) && !locked {
			return p, true, nil
		}
	}
	return report.Period{}, false, nil
}

// inLastMonth reports whether the data window of the quarter's last month has
// begun.
func (t *turn) inLastMonth(p report.Period) bool {
	months := p.Months()
	return !t.today().Before(t.Rules.Schedule(months[len(months)-1]).From)
}

// ofQuarter lists what the unit introduced in the months of a quarter, or
// chose for it already, oldest first.
func (t *turn) ofQuarter(unit string, q report.Period) (list []report.Example, err error) {
	for _, p := range append(q.Months(), q) {
		filings, err := t.tx.Filings(p, unit)
		if err != nil {
			return nil, err
		}
		for _, f := range filings {
			known := slices.ContainsFunc(list, func(e report.Example) bool { return e.Number == f.Example })
			if f.Nil() || known {
				continue
			}
			e, err := t.tx.Example(f.Example)
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
func (t *turn) offerQuarter(unit string, p report.Period) (done bool, err error) {
	if p == (report.Period{}) {
		list, err := t.periodsOf(unit)
		if err != nil {
			return false, err
		}
		p = list[0].Schedule.Period
	}
	if p.Duty != report.Quarter || !t.inLastMonth(p) {
		return false, nil
	}
	st, err := t.tx.Standing(unit, p)
	if err != nil || st.State != report.Pending {
		return false, err
	}
	list, err := t.ofQuarter(unit, p)
	if err != nil || len(list) == 0 {
		return false, err
	}
	return true, t.showQuarter(unit, p, list, 0, "")
}

// listQuarter shows a page of the choice: unit, quarter, page.
func (t *turn) listQuarter(do chat.Action) error {
	q, ok, err := t.quarterOf(do)
	if err != nil || !ok {
		return err
	}
	list, err := t.ofQuarter(do.Arg(0), q)
	if err != nil {
		return err
	}
	page, _ := strconv.Atoi(do.Arg(2))
	if page < 0 || page > 0 && page*listed >= len(list) {
		return t.stale()
	}
	return t.showQuarter(do.Arg(0), q, list, page, "")
}

// quarterOf reads unit and quarter of a button.
func (t *turn) quarterOf(do chat.Action) (q report.Period, ok bool, err error) {
	if !t.serves(do.Arg(0)) {
		t.Log.Warn("button of another's unit", "member", t.member.ID)
		return q, false, t.stale()
	}
	q, ok, err = t.offers(do.Arg(0), do.Arg(1))
	if err == nil && (!ok || q.Duty != report.Quarter) {
		return q, false, t.stale()
	}
	return q, ok, err
}

// tickExample marks an example for the quarter, or takes the mark off: unit,
// quarter, number, on, page. It says which, so that a double tap does not
// undo itself.
func (t *turn) tickExample(do chat.Action) error {
	q, ok, err := t.quarterOf(do)
	if err != nil || !ok {
		return err
	}
	list, err := t.ofQuarter(do.Arg(0), q)
	if err != nil {
		return err
	}
	number := do.Arg(2)
	if !slices.ContainsFunc(list, func(e report.Example) bool { return e.Number == number }) {
		return t.stale()
	}
	ticked := slices.DeleteFunc(t.ticked(do.Arg(0), q), func(n string) bool { return n == number })
	if do.Arg(3) == "1" {
		ticked = append(ticked, number)
	}
	t.ask(questionQuarter, append([]string{do.Arg(0), q.String()}, ticked...)...)
	page, _ := strconv.Atoi(do.Arg(4))
	return t.showQuarter(do.Arg(0), q, list, min(max(page, 0), (len(list)-1)/listed), "")
}

// ticked are the numbers marked so far.
func (t *turn) ticked(unit string, q report.Period) []string {
	if t.talk.Ask != questionQuarter || t.arg(0) != unit || t.arg(1) != q.String() {
		return nil
	}
	return slices.Clone(t.talk.Args[2:])
}

func (t *turn) showQuarter(unit string, q report.Period, list []report.Example, page int, note string) error {
	ticked := t.ticked(unit, q)
	t.ask(questionQuarter, append([]string{unit, q.String()}, ticked...)...)
	var buttons []chat.Button
	for i, e := range list[page*listed : min(len(list), (page+1)*listed)] {
		on, mark := 1, ""
		if slices.Contains(ticked, e.Number) {
			on, mark = 0, texts.ToMark
		}
		if slices.Contains(e.Periods, q) {
			mark = texts.ToMark
		}
		buttons = append(buttons, button(mark+texts.QuarterLine(i+1, e), verbMark, unit, q, e.Number, on, page))
	}
	lines := append(column(buttons...), pager(verbQuarter, page, len(list), unit, q)...)
	if len(ticked) > 0 {
		lines = append(lines, column(button(texts.ToChoose(len(ticked)), verbQuarterDone, unit, q))...)
	}
	lines = append(lines, column(button(texts.ToNew, verbQuarterNew, unit, q), button(texts.LabelNil, chat.VerbNil, unit, q))...)
	text := texts.QuarterHead(t.unitName(unit), q)
	if note != "" {
		text = note + "\n\n" + text
	}
	return t.show(chat.Message{Text: text, Buttons: lines})
}

// answerQuarter takes typed text under the choice for a number that is none.
func (t *turn) answerQuarter() error {
	q, err := report.ParsePeriod(t.arg(1))
	if err != nil || !t.serves(t.arg(0)) {
		t.closeQuestion()
		return t.unasked()
	}
	list, err := t.ofQuarter(t.arg(0), q)
	if err != nil {
		return err
	}
	if form.Long(t.ev.Text) || len(list) == 0 {
		t.closeQuestion()
		return t.unasked()
	}
	return t.showQuarter(t.arg(0), q, list, 0, texts.PickOne(min(listed, len(list))))
}
