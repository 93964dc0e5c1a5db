package turn

import "guongsang/internal/report"

// mostRead is how many examples of a unit are looked through for what somebody speaks of:
// those of years, and no page of a list.
const mostRead = 200

// Introduced lists the examples of the member's units that are so, of each unit the newest first.
func (t *Reading) Introduced(so func(report.Example) bool) (all []report.Example, err error) {
	for _, unit := range t.Member.Represented() {
		list, err := t.Tx.ExamplesOf(unit, mostRead)
		if err != nil {
			return nil, err
		}
		for _, e := range list {
			if so(e) {
				all = append(all, e)
			}
		}
	}
	return all, nil
}
