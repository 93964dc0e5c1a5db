package report

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
