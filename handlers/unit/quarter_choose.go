package unit

import (
	"slices"
	"strings"

	"guongsang/handlers/draft"
	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/chat"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

const verbMark turn.Verb = "q.tick"

const questionQuarter turn.Question = "q.list"

// ofQuarter lists what the unit introduced in the months of a quarter, or
// chose for it already, oldest first.
func ofQuarter(t *turn.Reading, unit string, q report.Period) (list []report.Example, err error) {
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
		if p, err = duty.FirstOf(&t.Reading, unit); err != nil {
			return false, err
		}
	}
	if p.Duty != report.Quarter || !duty.InLastMonth(&t.Reading, p) {
		return false, nil
	}
	st, err := t.Tx.Standing(unit, p)
	if err != nil || st.State != report.Pending {
		return false, err
	}
	list, err := ofQuarter(&t.Reading, unit, p)
	if err != nil || len(list) == 0 {
		return false, err
	}
	return true, showQuarter(&t.Reading, duty.Owed{Unit: unit, Period: p}, list, 0, "", nilButton(duty.Owed{Unit: unit, Period: p}))
}

// listQuarter shows a page of the choice.
func listQuarter(t *turn.Reading, q duty.Owed, page int) error {
	list, err := ofQuarter(t, q.Unit, q.Period)
	if err != nil {
		return err
	}
	if page > 0 && page*turn.Listed >= len(list) {
		return t.Stale()
	}
	return showQuarter(t, q, list, page, "", nilButton(q))
}

// quarter is a quarter that the unit can send for just now.
var quarter = duty.Of.If(func(t *turn.Reading, q duty.Owed) turn.Refusal {
	ok, err := duty.Offers(t, q.Unit, q.Period)
	if err == nil && (!ok || q.Period.Duty != report.Quarter) {
		return turn.Stale
	}
	return turn.Failed(err)
})

// tickExample marks an example for the quarter, or takes the mark off. The
// button says which, so that a double tap does not undo itself.
func tickExample(t *turn.Reading, q duty.Owed, e report.Example, on bool, page int) error {
	list, err := ofQuarter(t, q.Unit, q.Period)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(list, func(other report.Example) bool { return other.Number == e.Number }) {
		return t.Stale()
	}
	ticked := slices.DeleteFunc(ticked(t, q), func(n string) bool { return n == e.Number })
	if on {
		ticked = append(ticked, e.Number)
	}
	askQuarter(t, q, ticked)
	return showQuarter(t, q, list, min(page, (len(list)-1)/turn.Listed), "", nilButton(q))
}

// askQuarter opens the choice, with the numbers marked so far.
func askQuarter(t *turn.Reading, q duty.Owed, ticked []string) {
	t.Ask(questionQuarter, q.Unit, q.Period, strings.Join(ticked, " "))
}

// ticked are the numbers marked so far.
func ticked(t *turn.Reading, q duty.Owed) []string {
	if !t.Asked(questionQuarter, q.Unit, q.Period) {
		return nil
	}
	return strings.Fields(t.Arg(2))
}

// showQuarter shows a page of the choice, with a button by which the unit says
// that there is nothing.
func showQuarter(t *turn.Reading, q duty.Owed, list []report.Example, page int, note string, none chat.Button) error {
	ticked := ticked(t, q)
	askQuarter(t, q, ticked)
	var buttons []chat.Button
	for i, e := range list[page*turn.Listed : min(len(list), (page+1)*turn.Listed)] {
		on, mark := 1, ""
		if slices.Contains(ticked, e.Number) {
			on, mark = 0, texts.ToMark
		}
		if slices.Contains(e.Periods, q.Period) {
			mark = texts.ToMark
		}
		buttons = append(buttons, turn.Button(mark+texts.QuarterLine(i+1, e), verbMark, q.Unit, q.Period, e.Number, on, page))
	}
	lines := append(turn.Column(buttons...), turn.Pager(draft.VerbQuarter, page, len(list), q.Unit, q.Period)...)
	if len(ticked) > 0 {
		lines = append(lines, turn.Column(turn.Button(texts.ToChoose(len(ticked)), verbQuarterDone, q.Unit, q.Period))...)
	}
	lines = append(lines, turn.Column(turn.Button(texts.ToNew, verbQuarterNew, q.Unit, q.Period), none)...)
	text := texts.QuarterHead(t.UnitName(q.Unit), q.Period)
	if note != "" {
		text = note + "\n\n" + text
	}
	return t.Show(chat.Message{Text: text, Buttons: lines})
}

// answerQuarter takes typed text under the choice for a number that is none.
func answerQuarter(t *turn.Turn, q duty.Owed, _ string) error {
	list, err := ofQuarter(&t.Reading, q.Unit, q.Period)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		t.CloseQuestion()
		return draft.Unasked(t)
	}
	return showQuarter(&t.Reading, q, list, 0, texts.PickOne(min(turn.Listed, len(list))), nilButton(q))
}

// numbers are those marked so far.
var numbers = turn.Opt(turn.Text("numbers"))

// quarterAgain puts the choice again.
func quarterAgain(t *turn.Turn, q duty.Owed, _ string) error { return listQuarter(&t.Reading, q, 0) }
