package draft

import (
	"guongsang/handlers/duty"
	"guongsang/handlers/turn"
	"guongsang/internal/form"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// Discard asks whether the open draft is to be thrown away.
func Discard(t *turn.Turn, d report.Draft) error { return askDrop(&t.Reading, d) }

// Edit lists what can be changed in the open draft.
func Edit(t *turn.Turn, d report.Draft) error { return editDraft(&t.Reading, d, 0) }

// ChangePeriod lets the open draft count for another period: the one named, if it
// is on offer, else one of a list.
func ChangePeriod(t *turn.Turn, d report.Draft, p report.Period) error {
	if p != (report.Period{}) {
		ok, err := duty.Offers(&t.Reading, d.Unit, p)
		if err != nil {
			return err
		}
		if ok {
			d.Period = p
			return goOn(t, d, texts.PeriodChanged(p))
		}
	}
	return listPeriods(&t.Reading, d)
}

// ChangeUnit asks for which unit the open draft is, if it can be for another.
func ChangeUnit(t *turn.Turn, d report.Draft) error {
	if len(t.Member.Represented()) < 2 || d.OnBehalf != "" || d.Amends != "" {
		return repeat(t, d, texts.UnitStays(t.UnitName(d.Unit)))
	}
	q, _ := form.Find("unit")
	return askStep(t, d, q, "", fromEdit)
}
