package report

import (
	"reflect"
	"slices"
)

// A Unit (đơn vị) owes introductions. The duty belongs to the unit and stays
// with it when its people change.
type Unit struct {
	Code         string // as the directory gives it, e.g. PT042; letters, digits, . _ -; at most 20
	Name         string
	Kind         string // xã, trường, cơ quan ...; free text
	Block        string // khối thi đua; may be empty
	Month        bool   // owes monthly
	Quarter      bool   // owes quarterly
	QuotaMonth   int    // examples a month that meet the duty; 0 means the configured default
	QuotaQuarter int
	Roster       Roster
	ActiveFrom   Date   // zero: always was
	ActiveTo     Date   // last day; zero: still is
	Successor    string // code of the unit that goes on, if this one closed

	// Others are the further units that go on, if this one was split.
	Others []string `json:",omitempty"`
	// Superior (cấp trên) is the body that stands above the unit's name in its letters.
	Superior string `json:",omitempty"`
	// Symbol (ký hiệu văn bản) is what its letters bear after the number: TTr-MNDS.
	Symbol string `json:",omitempty"`
	// Form is whose rules its letters follow; empty: as its name tells (package letterhead).
	Form LetterForm `json:",omitempty"`
	// Training (tập huấn) is since when the unit only tries the program: what it hands in
	// from that day on counts nowhere. Zero: what it does is in earnest.
	Training Date `json:",omitzero"`
	// Was are the terms of before, oldest first: see As.
	Was []Terms `json:",omitempty"`

	// OwesFrom is the first deadline that the unit can owe; zero: any. What was due
	// when it came into the directory, or too soon after, is not held up to it: see
	// Rules.Begin.
	OwesFrom Date `json:",omitzero"`

	Namesake bool `json:"-"` // another unit has the same name; the directory says so, it is not stored
}

// Label names the unit where its name has to tell it from all others: with its
// code, if another unit has the same name.
func (u Unit) Label() string {
	if u.Namesake {
		return u.Name + " (" + u.Code + ")"
	}
	return u.Name
}

// A Roster limits a duty to some periods of the year: the months or quarters
// by number. An empty list means every one.
type Roster struct {
	Months   []int
	Quarters []int
}

// A Scope is whom an extension or a release speaks of: one unit, one block, or
// everybody when both are empty.
type Scope struct {
	Unit  string `json:",omitempty"`
	Block string `json:",omitempty"`
}

// Covers reports whether the scope speaks of u.
func (s Scope) Covers(u Unit) bool {
	switch {
	case s.Unit != "":
		return s.Unit == u.Code
	case s.Block != "":
		return s.Block == u.Block
	}
	return true
}

// Terms are what a unit is called, in which block it is counted and what it owes. They
// change while the unit goes on; what was due under the former ones stays as it was.
type Terms struct {
	Until        Date // the last day on which they held
	Name         string
	Block        string
	Month        bool
	Quarter      bool
	QuotaMonth   int
	QuotaQuarter int
	Roster       Roster
}

func (u Unit) terms() Terms {
	return Terms{Date{}, u.Name, u.Block, u.Month, u.Quarter, u.QuotaMonth, u.QuotaQuarter, u.Roster}
}

// As is the unit under the terms of a day, which is that of a deadline: then block and
// duties are those of the period that was due. It keeps its present name.
func (u Unit) As(day Date) Unit {
	for _, t := range u.Was {
		if !t.Until.Before(day) {
			u.Block, u.Month, u.Quarter = t.Block, t.Month, t.Quarter
			u.QuotaMonth, u.QuotaQuarter, u.Roster = t.QuotaMonth, t.QuotaQuarter, t.Roster
			return u
		}
	}
	return u
}

// changedOn is the unit with the terms of before kept, if they change on a day. Those
// that came into force on the same day were never due.
func (u Unit) changedOn(day Date, before Unit) Unit {
	old := before.terms()
	old.Until = day.AddDays(-1)
	u.Was = slices.Clone(before.Was)
	last := len(u.Was) - 1
	if reflect.DeepEqual(u.terms(), before.terms()) || last >= 0 && !u.Was[last].Until.Before(old.Until) {
		return u
	}
	u.Was = append(u.Was, old)
	return u
}

// FormerNames lists what the unit was called before, the last name first.
func (u Unit) FormerNames() (names []string) {
	for _, t := range slices.Backward(u.Was) {
		if t.Name != u.Name && !slices.Contains(names, t.Name) {
			names = append(names, t.Name)
		}
	}
	return names
}

// Heirs lists the codes of the units that go on when this one has closed.
func (u Unit) Heirs() []string {
	if u.Successor == "" {
		return nil
	}
	return append([]string{u.Successor}, u.Others...)
}

// Trains reports whether what the unit hands in on a day is only tried.
func (u Unit) Trains(day Date) bool { return !u.Training.IsZero() && !day.Before(u.Training) }
