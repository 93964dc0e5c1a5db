package unit

import (
	"cmp"

	"guongsang/handlers/draft"
	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/report"
)

// introduce begins or goes on with an introduction, for a unit and period where
// they are known.
func introduce(t *turn.Turn, u report.Unit, p report.Period) error {
	drafts, err := draft.List(&t.Reading)
	if err != nil {
		return err
	}
	if len(drafts) > 0 {
		return draft.Offer(&t.Reading, drafts, u.Code, p)
	}
	return newDraft(t, u, p)
}

// newDraft starts a draft although there may be others, asking for which unit
// if that is open.
func newDraft(t *turn.Turn, u report.Unit, p report.Period) error {
	units := t.Member.Represented()
	if u.Code == "" && len(units) > 1 {
		return pickUnit(&t.Reading, draft.VerbNew)
	}
	unit := cmp.Or(u.Code, units[0])
	if p != (report.Period{}) {
		ok, err := duty.Offers(&t.Reading, unit, p)
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
	return draft.Open(t, report.Draft{Unit: unit, Period: p})
}
