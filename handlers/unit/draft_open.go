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
	verbNew         = "d.new"    // [unit [period]]
	verbResumeDraft = "d.resume" // draft
)

// introduce is the menu word.
func introduce(t *turn.Turn) error { return begin(t, "", "") }

// introduceFor begins or goes on with an introduction: [unit period]. The
// message that carried the button stays as it is.
func introduceFor(t *turn.Turn, do chat.Action) error {
	if do.Arg(0) != "" && !t.Serves(do.Arg(0)) {
		t.Log.Warn("button of another's unit", "member", t.Member.ID)
		return t.Stale()
	}
	t.Keep()
	return begin(t, do.Arg(0), do.Arg(1))
}

// begin offers to go on with what was begun, else starts anew.
func begin(t *turn.Turn, unit, period string) error {
	if len(t.Member.Units()) == 0 {
		return t.MainMenu(t.Office.NoUnit())
	}
	drafts, err := Drafts(t)
	if err != nil {
		return err
	}
	if len(drafts) > 0 {
		return OfferDrafts(t, drafts, unit, period)
	}
	return startNew(t, unit, period)
}

// newDraft starts anew although there are drafts: [unit period].
func newDraft(t *turn.Turn, do chat.Action) error {
	if do.Arg(0) != "" && !t.Serves(do.Arg(0)) {
		return t.Stale()
	}
	return startNew(t, do.Arg(0), do.Arg(1))
}

// startNew starts a draft for a unit, asking for which if that is open.
func startNew(t *turn.Turn, unit, period string) error {
	units := t.Member.Units()
	if len(units) == 0 {
		return t.MainMenu(t.Office.NoUnit())
	}
	if unit == "" && len(units) > 1 {
		return pickUnit(t, verbNew)
	}
	if unit == "" {
		unit = units[0]
	}
	var p report.Period
	if period != "" {
		var ok bool
		var err error
		if p, ok, err = offers(t, unit, period); err != nil {
			return err
		}
		if !ok {
			p = report.Period{}
		}
	}
	if done, err := offerQuarter(t, unit, p); err != nil || done {
		return err
	}
	return OpenDraft(t, report.Draft{Unit: unit, Period: p})
}

// pickUnit asks for which unit something is; the verb gets its code.
func pickUnit(t *turn.Turn, verb string) error {
	var buttons []chat.Button
	for _, code := range t.Member.Units() {
		buttons = append(buttons, turn.Button(t.UnitName(code), verb, code))
	}
	t.CloseQuestion()
	return t.Show(chat.Message{Text: texts.WhichUnit(), Buttons: turn.Column(buttons...)})
}

// OpenDraft writes a draft and asks the first question that it leaves open. A
// blank draft is used again.
func OpenDraft(t *turn.Turn, d report.Draft) error {
	d, err := writeDraft(t, d)
	if err != nil {
		return err
	}
	return goOn(t, d, "")
}

// writeDraft makes a draft of the member. Its unit is settled; see unsettled.
func writeDraft(t *turn.Turn, d report.Draft) (report.Draft, error) {
	d.By = t.Member.ID
	if !slices.Contains(d.Asked, unsettled) {
		d.Asked = append([]string{"unit"}, d.Asked...)
	}
	if form.Blank(d) {
		all, err := t.Tx.Drafts(t.Member.ID)
		if err != nil {
			return d, err
		}
		for _, old := range all {
			if t.Owns(old) && form.Blank(old) {
				old.Unit, old.Period, old.Asked, old.Changed = d.Unit, d.Period, d.Asked, t.Tx.Now.In(t.Rules.Zone)
				return old, nil
			}
		}
	}
	d, err := t.Tx.NewDraft(d)
	d.Changed = t.Tx.Now.In(t.Rules.Zone)
	t.Talk.Draft = d.ID
	return d, err
}

// unsettled among the answers of a draft means that its unit is a guess: the
// writer serves several.
const unsettled = "units"

// resumeFor goes on with a draft from a reminder, which stays as it is: draft.
func resumeFor(t *turn.Turn, do chat.Action) error {
	t.Keep()
	return resumeDraft(t, do)
}

// resumeDraft goes on with a draft where it was left: draft.
func resumeDraft(t *turn.Turn, do chat.Action) error {
	id, _ := strconv.ParseUint(do.Arg(0), 10, 64)
	t.Talk.Draft = id
	d, ok, err := t.Opened()
	if err != nil {
		return err
	}
	if !ok {
		t.Talk.Draft = 0
		return t.Past(d)
	}
	if q, known := form.Find(d.Step); known && q.Optional(d) {
		return askStep(t, d, q, "", fromMore)
	}
	return goOn(t, d, "")
}
