package turn

import (
	"slices"

	"guongsang/internal/report"
)

// What a unit sent goes on under the units that go on from it once it has closed.

// goOn are the units that go on from one that has closed; none of one that exists.
func (t *Reading) goOn(unit string) []report.Unit {
	u, ok := t.Tx.Directory().Unit(unit)
	if !ok || u.Successor == "" || u.ActiveTo.IsZero() || !u.ActiveTo.Before(t.Today()) {
		return nil
	}
	return t.Tx.Directory().Living(unit, t.Today())
}

// Speaks reports whether the member may go on with what a unit sent: as one of its
// people, or of those of a unit that goes on from it.
func (t *Reading) Speaks(unit string) bool {
	return t.Member.Represents(unit) ||
		slices.ContainsFunc(t.goOn(unit), func(u report.Unit) bool { return t.Member.Represents(u.Code) })
}

// SentBy are the numbers of what a unit and those that it goes on from sent, newest first.
func (t *Reading) SentBy(u report.Unit) (numbers []string, err error) {
	for _, f := range append([]report.Unit{u}, t.Tx.Directory().Former(u.Code)...) {
		own, err := t.Tx.NumbersOf(f.Code)
		if err != nil {
			return nil, err
		}
		numbers = append(numbers, own...)
	}
	slices.SortFunc(numbers, func(a, b string) int { return report.CompareNumbers(b, a) })
	return numbers, nil
}
