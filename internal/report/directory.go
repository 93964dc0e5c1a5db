package report

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"
)

// A Directory is all units at one moment, in the order in which they are
// shown: by block, as the Vietnamese alphabet has them (Đ after D), then by code,
// numbers in both as people count (PT2 before PT10). It does not change; an
// import makes a new one.
type Directory struct {
	units  []Unit
	byCode map[string]int // index in units
}

// NewDirectory makes a directory. Of units with the same code the last holds.
func NewDirectory(units []Unit) Directory {
	latest := map[string]Unit{}
	for _, u := range units {
		latest[u.Code] = u
	}
	d := Directory{byCode: map[string]int{}}
	for _, u := range latest {
		d.units = append(d.units, u)
	}
	slices.SortFunc(d.units, func(a, b Unit) int {
		return cmp.Or(natural(a.Block, b.Block), natural(a.Code, b.Code))
	})
	for i, u := range d.units {
		d.byCode[u.Code] = i
	}
	return d
}

// Unit finds a unit by its code.
func (d Directory) Unit(code string) (Unit, bool) {
	i, ok := d.byCode[code]
	if !ok {
		return Unit{}, false
	}
	return d.units[i], true
}

// Len is the number of units, closed ones included.
func (d Directory) Len() int { return len(d.units) }

// All walks over all units in order, closed ones included, without a copy.
func (d Directory) All() iter.Seq[Unit] { return slices.Values(d.units) }

// Units lists all units in order, closed ones included.
func (d Directory) Units() []Unit { return slices.Clone(d.units) }

// Blocks lists the names of the blocks in order; units without one give "".
func (d Directory) Blocks() []string {
	var names []string
	for _, u := range d.units {
		if len(names) == 0 || names[len(names)-1] != u.Block {
			names = append(names, u.Block)
		}
	}
	return names
}

// Block lists the units of one block in order.
func (d Directory) Block(name string) []Unit {
	var units []Unit
	for _, u := range d.units {
		if u.Block == name {
			units = append(units, u)
		}
	}
	return units
}

// Owing lists the units that owe the period, in order.
func (d Directory) Owing(s Schedule) []Unit {
	var units []Unit
	for _, u := range d.units {
		if u.Owes(s) {
			units = append(units, u)
		}
	}
	return units
}

// Owes reports whether the unit has the duty in the period: the duty is not
// switched off, the unit has it at all, its roster names the period, it
// existed when the data were closed and still exists when they are due.
func (u Unit) Owes(s Schedule) bool {
	duty, roster := u.Month, u.Roster.Months
	if s.Period.Duty == Quarter {
		duty, roster = u.Quarter, u.Roster.Quarters
	}
	listed := len(roster) == 0 || slices.Contains(roster, s.Period.Number)
	return !s.Off && duty && listed && !u.ActiveFrom.After(s.Close) && (u.ActiveTo.IsZero() || !u.ActiveTo.Before(s.Deadline))
}

// ActiveOn reports whether the unit exists on the day.
func (u Unit) ActiveOn(day Date) bool {
	return !u.ActiveFrom.After(day) && (u.ActiveTo.IsZero() || !u.ActiveTo.Before(day))
}

// natural compares texts as people order them: runs of digits by value, the
// rest by the alphabet. Texts that only differ in case, tones or leading zeros
// are ordered by their bytes, so that no two of them are equal.
func natural(a, b string) int {
	if a == b { // most units share their block with a neighbour
		return 0
	}
	x, y := a, b
	for x != "" && y != "" {
		var p, q string
		p, x = chunk(x)
		q, y = chunk(y)
		if c := compareChunks(p, q); c != 0 {
			return c
		}
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(a, b))
}

// chunk cuts the first run of digits, or of anything else, off s.
func chunk(s string) (run, rest string) {
	digits := isDigit(rune(s[0]))
	end := strings.IndexFunc(s, func(r rune) bool { return isDigit(r) != digits })
	if end < 0 {
		return s, ""
	}
	return s[:end], s[end:]
}

func compareChunks(p, q string) int {
	if isDigit(rune(p[0])) && isDigit(rune(q[0])) {
		p, q = strings.TrimLeft(p, "0"), strings.TrimLeft(q, "0")
		return cmp.Or(cmp.Compare(len(p), len(q)), strings.Compare(p, q))
	}
	return alphabetically(p, q)
}

func isDigit(r rune) bool { return r <= unicode.MaxASCII && unicode.IsDigit(r) }
