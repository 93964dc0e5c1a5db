package turn

import (
	"slices"

	"guongsang/internal/report"
	"guongsang/storage"
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
func (t *Reading) Speaks(unit string) bool { return t.SpeaksFor(t.Member, unit) }

// SpeaksFor is Speaks for another member.
func (t *Reading) SpeaksFor(m report.Member, unit string) bool {
	return slices.ContainsFunc(t.goneOn(unit), m.Represents)
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

// Hearers are who hears of what becomes of something that a unit sent, where the sender
// does not: its focal points, or those of the units that go on from it, or where there are
// none its heads.
func (t *Reading) Hearers(unit string) ([]report.Member, error) {
	for _, role := range []report.Role{report.Focal, report.Head} {
		for _, code := range t.goneOn(unit) {
			holders, err := t.Tx.Holders(role, code)
			if err != nil || len(holders) > 0 {
				return holders, err
			}
		}
	}
	return nil, nil
}

// goneOn is a unit, and those that go on from it if it has closed.
func (t *Reading) goneOn(unit string) []string {
	codes := []string{unit}
	for _, u := range t.goOn(unit) {
		codes = append(codes, u.Code)
	}
	return codes
}

// AsHearer guards what is told to a member of something that a unit sent: as to one of its
// people, or of those of a unit that goes on from it.
func (t *Reading) AsHearer(to report.Member, unit string) *storage.Guard {
	for _, code := range t.goneOn(unit) {
		if _, ok := postOf(to, OfUnit, code); ok {
			return As(to, OfUnit, code)
		}
	}
	return As(to, Focal, unit)
}
