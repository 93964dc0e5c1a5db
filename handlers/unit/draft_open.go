package unit

import (
	"cmp"
	"slices"

	"guongsang/handlers/turn"
	"guongsang/internal/form"
	"guongsang/internal/report"
)

const (
	verbNew         turn.Verb = "d.new"
	verbResumeDraft turn.Verb = "d.resume"
)

// introduce begins or goes on with an introduction, for a unit and period where
// they are known.
func introduce(t *turn.Turn, u report.Unit, p report.Period) error {
	drafts, err := Drafts(&t.Reading)
	if err != nil {
		return err
	}
	if len(drafts) > 0 {
		return OfferDrafts(&t.Reading, drafts, u.Code, p)
	}
	return newDraft(t, u, p)
}

// newDraft starts a draft although there may be others, asking for which unit
// if that is open.
func newDraft(t *turn.Turn, u report.Unit, p report.Period) error {
	units := t.Member.Represented()
	if u.Code == "" && len(units) > 1 {
		return pickUnit(&t.Reading, verbNew)
	}
	unit := cmp.Or(u.Code, units[0])
	if p != (report.Period{}) {
		ok, err := offers(&t.Reading, unit, p)
		if err != nil {
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

// resumeDraft goes on with a draft where it was left.
func resumeDraft(t *turn.Turn, d report.Draft) error {
	if q, known := form.Find(d.Step); known && q.Optional(d, unitOf(&t.Reading, d)) {
		return askStep(t, d, q, "", fromMore)
	}
	return goOn(t, d, "")
}
