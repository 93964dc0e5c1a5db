package draft

import (
	"guongsang/handlers/turn"
	"guongsang/internal/form"
	"guongsang/internal/report"
)

// Amend opens a sent or returned example as a draft that will be its next
// version. One that was begun already goes on.
func Amend(t *turn.Turn, e report.Example) error {
	d, err := reopened(t, e)
	if err != nil {
		return err
	}
	return goOn(t, d, t.Office.Reopened(e))
}

// reopened is the draft that amends an example, begun now if there is none.
func reopened(t *turn.Turn, e report.Example) (report.Draft, error) {
	d, begun, err := amendment(t, e)
	if err != nil || begun {
		d.Changed = t.Tx.Now.In(t.Rules.Zone)
		return d, err
	}
	return writeDraft(t, report.Draft{Unit: e.Unit, Period: e.Periods[0], Amends: e.Number, Base: e.Version, Content: e.Content, Asked: form.Asked(e)})
}

// amendment is the draft of the member that amends an example, if there is one.
func amendment(t *turn.Turn, e report.Example) (d report.Draft, begun bool, err error) {
	drafts, err := t.Tx.Drafts(t.Member.ID)
	for _, d := range drafts {
		if d.Amends == e.Number && t.Owns(d) {
			return d, true, err
		}
	}
	return d, false, err
}
