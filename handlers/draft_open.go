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
	verbNew         = "d.new"    // [unit [period]]
	verbResumeDraft = "d.resume" // draft
)

// introduce is the menu word.
func (t *turn) introduce() error { return t.begin("", "") }

// introduceFor begins or goes on with an introduction: [unit period]. The
// message that carried the button stays as it is.
func (t *turn) introduceFor(do chat.Action) error {
	if do.Arg(0) != "" && !t.serves(do.Arg(0)) {
		t.Log.Warn("button of another's unit", "member", t.member.ID)
		return t.stale()
	}
	t.keep()
	return t.begin(do.Arg(0), do.Arg(1))
}

// begin offers to go on with what was begun, else starts anew.
func (t *turn) begin(unit, period string) error {
	if len(t.member.Units()) == 0 {
		return t.mainMenu(t.Office.NoUnit())
	}
	drafts, err := t.drafts()
	if err != nil {
		return err
	}
	if len(drafts) > 0 {
		return t.offerDrafts(drafts, unit, period)
	}
	return t.startNew(unit, period)
}

// newDraft starts anew although there are drafts: [unit period].
func (t *turn) newDraft(do chat.Action) error {
	if do.Arg(0) != "" && !t.serves(do.Arg(0)) {
		return t.stale()
	}
	return t.startNew(do.Arg(0), do.Arg(1))
}

// startNew starts a draft for a unit, asking for which if that is open.
func (t *turn) startNew(unit, period string) error {
	units := t.member.Units()
	if len(units) == 0 {
		return t.mainMenu(t.Office.NoUnit())
	}
	if unit == "" && len(units) > 1 {
		return t.pickUnit(verbNew)
	}
	if unit == "" {
		unit = units[0]
	}
	var p report.Period
	if period != "" {
		var ok bool
		var err error
		if p, ok, err = t.offers(unit, period); err != nil {
			return err
		}
		if !ok {
			p = report.Period{}
		}
	}
	if done, err := t.offerQuarter(unit, p); err != nil || done {
		return err
	}
	return t.openDraft(report.Draft{Unit: unit, Period: p})
}

// pickUnit asks for which unit something is; the verb gets its code.
func (t *turn) pickUnit(verb string) error {
	var buttons []chat.Button
	for _, code := range t.member.Units() {
		buttons = append(buttons, button(t.unitName(code), verb, code))
	}
	t.closeQuestion()
	return t.show(chat.Message{Text: texts.WhichUnit(), Buttons: column(buttons...)})
}

// openDraft writes a draft and asks the first question that it leaves open. A
// blank draft is used again.
func (t *turn) openDraft(d report.Draft) error {
	d, err := t.writeDraft(d)
	if err != nil {
		return err
	}
	return t.goOn(d, "")
}

// writeDraft makes a draft of the member. Its unit is settled; see unsettled.
func (t *turn) writeDraft(d report.Draft) (report.Draft, error) {
	d.By = t.member.ID
	if !slices.Contains(d.Asked, unsettled) {
		d.Asked = append([]string{"unit"}, d.Asked...)
	}
	if form.Blank(d) {
		all, err := t.tx.Drafts(t.member.ID)
		if err != nil {
			return d, err
		}
		for _, old := range all {
			if t.owns(old) && form.Blank(old) {
				old.Unit, old.Period, old.Asked, old.Changed = d.Unit, d.Period, d.Asked, t.tx.Now.In(t.Rules.Zone)
				return old, nil
			}
		}
	}
	d, err := t.tx.NewDraft(d)
	d.Changed = t.tx.Now.In(t.Rules.Zone)
	t.talk.Draft = d.ID
	return d, err
}

// unsettled among the answers of a draft means that its unit is a guess: the
// writer serves several.
const unsettled = "units"

// resumeFor goes on with a draft from a reminder, which stays as it is: draft.
func (t *turn) resumeFor(do chat.Action) error {
	t.keep()
	return t.resumeDraft(do)
}

// resumeDraft goes on with a draft where it was left: draft.
func (t *turn) resumeDraft(do chat.Action) error {
	id, _ := strconv.ParseUint(do.Arg(0), 10, 64)
	t.talk.Draft = id
	d, ok, err := t.opened()
	if err != nil {
		return err
	}
	if !ok {
		t.talk.Draft = 0
		return t.past(d)
	}
	if q, known := form.Find(d.Step); known && q.Optional(d) {
		return t.askStep(d, q, "", fromMore)
	}
	return t.goOn(d, "")
}
