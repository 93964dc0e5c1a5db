package draft

import (
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/form"
	"guongsang/internal/report"
)

const (
	// VerbNew begins a draft for a unit.
	VerbNew         turn.Verb = "d.new"
	verbResumeDraft turn.Verb = "d.resume"
)

// Open writes a draft and asks the first question that it leaves open. A
// blank draft is used again.
func Open(t *turn.Turn, d report.Draft) error {
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

// resumeDraft goes on with a draft where it was left.
func resumeDraft(t *turn.Turn, d report.Draft) error {
	if q, known := form.Find(d.Step); known && q.Optional(d, unitOf(&t.Reading, d)) {
		return askStep(t, d, q, "", fromMore)
	}
	return goOn(t, d, "")
}
