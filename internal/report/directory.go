package report

import (
	"cmp"
	"iter"
	"maps"
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

	changed Date             // the last day of former terms of any unit
	trains  bool             // some unit is in training
	former  map[string][]int // units by those that they go on from, as index
}

// Is reports whether both are the same one, not only say the same: what was made of one
// holds for the other.
func (d Directory) Is(other Directory) bool {
	return len(d.units) > 0 && len(d.units) == len(other.units) && &d.units[0] == &other.units[0]
}

// NewDirectory makes a directory. Of units with the same code the last holds.
func NewDirectory(units []Unit) Directory {
	d := Directory{byCode: make(map[string]int, len(units))}
	for _, u := range units {
		if i, ok := d.byCode[u.Code]; ok {
			d.units[i] = u
			continue
		}
		d.byCode[u.Code] = len(d.units)
		d.units = append(d.units, u)
	}
	d.sort()
	d.index()
	return d
}

// index notes of units in order what is asked of all.
func (d *Directory) index() {
	for i := range d.units {
		d.byCode[d.units[i].Code] = i
	}
	d.markNamesakes()
	for i := range d.units {
		d.note(i)
	}
}

// note keeps what is asked of all units at once.
func (d *Directory) note(i int) {
	u := &d.units[i]
	if last := len(u.Was) - 1; last >= 0 && u.Was[last].Until.After(d.changed) {
		d.changed = u.Was[last].Until
	}
	d.trains = d.trains || !u.Training.IsZero()
	for _, heir := range u.Heirs() {
		if d.former == nil {
			d.former = map[string][]int{}
		}
		d.former[heir] = append(d.former[heir], i)
	}
}

// With is the directory with a few units changed or added, which find their places among
// the others.
func (d Directory) With(units ...Unit) Directory {
	list := d.Units()
	for _, u := range units {
		list = slices.DeleteFunc(list, func(old Unit) bool { return old.Code == u.Code })
		block, code := inOrder(u.Block), inOrder(u.Code)
		at, _ := slices.BinarySearchFunc(list, u, func(other, _ Unit) int {
			return cmp.Or(inOrder(other.Block).compare(block), inOrder(other.Code).compare(code))
		})
		list = slices.Insert(list, at, u)
	}
	with := Directory{units: list, byCode: make(map[string]int, len(list))}
	with.index()
	return with
}

// As is the directory under the terms of a day: see Unit.As.
func (d Directory) As(day Date) Directory {
	if day.After(d.changed) {
		return d
	}
	units := d.Units()
	for i := range units {
		units[i] = units[i].As(day)
	}
	return NewDirectory(units)
}

// Trains reports whether any unit is in training.
func (d Directory) Trains() bool { return d.trains }

// Living follows the successors of a unit to those that exist on a day, each once, in
// order; of a unit that exists it is the unit itself. None means that it closed and
// nobody goes on.
func (d Directory) Living(code string, day Date) (living []Unit) {
	seen := map[string]bool{}
	var follow func(string)
	follow = func(code string) {
		u, ok := d.Unit(code)
		if !ok || seen[code] {
			return
		}
		seen[code] = true
		if u.ActiveTo.IsZero() || !u.ActiveTo.Before(day) {
			living = append(living, u)
			return
		}
		for _, heir := range u.Heirs() {
			follow(heir)
		}
	}
	follow(code)
	return living
}

// Former lists the units that a unit goes on from, those that they went on from
// included, in the order of the directory.
func (d Directory) Former(code string) (former []Unit) {
	seen := map[int]bool{}
	var gather func(string)
	gather = func(code string) {
		for _, i := range d.former[code] {
			if !seen[i] {
				seen[i] = true
				gather(d.units[i].Code)
			}
		}
	}
	gather(code)
	for _, i := range slices.Sorted(maps.Keys(seen)) {
		former = append(former, d.units[i])
	}
	return former
}

// markNamesakes finds the units whose names do not tell them apart, whatever is
// written with capitals.
func (d Directory) markNamesakes() {
	first := make(map[string]int, len(d.units))
	for i := range d.units {
		name := strings.ToLower(d.units[i].Name)
		j, known := first[name]
		if !known {
			first[name] = i
		}
		d.units[i].Namesake = known
		if known {
			d.units[j].Namesake = true
		}
	}
}

// sort puts the units in order. What they are compared by is worked out once
// for each, and for their blocks, of which there are few.
func (d Directory) sort() {
	type placed struct {
		unit  Unit
		block int
		code  ordered
	}
	rank := blockRanks(d.units)
	list := make([]placed, len(d.units))
	for i, u := range d.units {
		list[i] = placed{u, rank[u.Block], inOrder(u.Code)}
	}
	slices.SortFunc(list, func(a, b placed) int { return cmp.Or(cmp.Compare(a.block, b.block), a.code.compare(b.code)) })
	for i, p := range list {
		d.units[i] = p.unit
	}
}

// blockRanks gives each block its place among all.
func blockRanks(units []Unit) map[string]int {
	rank := map[string]int{}
	var blocks []ordered
	for _, u := range units {
		if _, ok := rank[u.Block]; !ok {
			rank[u.Block] = 0
			blocks = append(blocks, inOrder(u.Block))
		}
	}
	slices.SortFunc(blocks, ordered.compare)
	for i, b := range blocks {
		rank[b.text] = i
	}
	return rank
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
// existed when the data were closed and still exists when they are due, and it
// was in the directory in good time before that. An extension changes nobody's
// duty: a unit that closes before the longer deadline has had all the time of the
// rule, and what it sent in that time counts.
func (u Unit) Owes(s Schedule) bool {
	if len(u.Was) > 0 {
		u = u.As(s.Owed)
	}
	duty, roster := u.Month, u.Roster.Months
	if s.Period.Duty == Quarter {
		duty, roster = u.Quarter, u.Roster.Quarters
	}
	listed := len(roster) == 0 || slices.Contains(roster, s.Period.Number)
	exists := !u.ActiveFrom.After(s.Close) && (u.ActiveTo.IsZero() || !u.ActiveTo.Before(s.Owed))
	return !s.Off && duty && listed && exists && !s.Owed.Before(u.OwesFrom)
}

// ActiveOn reports whether the unit exists on the day.
func (u Unit) ActiveOn(day Date) bool {
	return !u.ActiveFrom.After(day) && (u.ActiveTo.IsZero() || !u.ActiveTo.Before(day))
}

// An ordered text is compared as people order texts: runs of digits by value,
// the rest by the alphabet. Texts that only differ in case, tones or leading
// zeros are ordered by their bytes, so that no two of them are equal.
type ordered struct {
	text string
	runs []run
}

// A run is a run of digits, or of anything else.
type run struct {
	letters string // by which it is compared with letters
	value   string // of digits, without leading zeros
	digits  bool
}

func inOrder(text string) ordered {
	o := ordered{text: text}
	for rest := text; rest != ""; {
		r := run{digits: isDigit(rune(rest[0]))}
		end := strings.IndexFunc(rest, func(c rune) bool { return isDigit(c) != r.digits })
		if end < 0 {
			end = len(rest)
		}
		r.letters, rest = inPlaces(rest[:end]), rest[end:]
		if r.digits {
			r.value = strings.TrimLeft(r.letters, "0")
		}
		o.runs = append(o.runs, r)
	}
	return o
}

func (o ordered) compare(other ordered) int {
	for i := range min(len(o.runs), len(other.runs)) {
		if c := o.runs[i].compare(other.runs[i]); c != 0 {
			return c
		}
	}
	return cmp.Or(cmp.Compare(len(o.runs), len(other.runs)), strings.Compare(o.text, other.text))
}

func (r run) compare(other run) int {
	if r.digits && other.digits {
		return cmp.Or(cmp.Compare(len(r.value), len(other.value)), strings.Compare(r.value, other.value))
	}
	return strings.Compare(r.letters, other.letters)
}

func isDigit(r rune) bool { return r <= unicode.MaxASCII && unicode.IsDigit(r) }
