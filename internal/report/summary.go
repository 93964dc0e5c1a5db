package report

import (
	"slices"
	"time"
)

// Figures count the standings of some units in one period. Each unit that owes
// and is not exempt is in exactly one of six, so that
//
//	Duties = OnTime + Late + Nil + MadeUp + Missing + Unreachable
type Figures struct {
	Duties      int // units that owe
	OnTime      int // introduced through the deadline day
	Late        int // introduced after the deadline, through the lock
	MadeUp      int // introduced after the lock
	Nil         int // nothing to introduce
	NilLate     int // of these, those said after the deadline
	Missing     int // have not handed in, and somebody can be asked
	Unreachable int // have not handed in, and nobody can be reached: never counted as missing
	Exempt      int // freed from the period, not among Duties
	Waiting     int // handed in, of which something waits for completion
	Examples    int // introduced for the period
}

// Introduced is the number of units that handed in what their quota asks for.
func (f Figures) Introduced() int { return f.OnTime + f.Late + f.MadeUp }

// Met is the number of units that fulfilled the duty, nil or not.
func (f Figures) Met() int { return f.Introduced() + f.Nil }

// BlockFigures are the figures of one block.
type BlockFigures struct {
	Block string // "" for units without one
	Figures
}

// A Gap is a unit that has not handed in.
type Gap struct {
	Unit        Unit
	Need, Have  int
	Unreachable bool // nobody of the unit can be reached: to be connected, not to be blamed
}

// A Summary is one period at one instant, counted. It names units and nobody
// else.
type Summary struct {
	Schedule Schedule // before extensions of single units
	At       time.Time
	Total    Figures
	Blocks   []BlockFigures // in the order of the directory
	Gaps     []Gap          // in the order of the directory

	ByCategory map[Category]int
	ByObject   map[Object]int
	ByGroup    map[Group]int // an example can be of several groups
	ByReview   map[Review]int

	Before *Figures // the totals of the period before, for comparison; nil if there is none
}

// Summarize counts a period. Standings are those of the directory's units for
// the schedule's period, Examples those that were introduced for it,
// unreachable the codes of units in which nobody can be reached, before the
// summary of the period before or nil.
func Summarize(d Directory, s Schedule, standings []Standing, examples []Example, unreachable map[string]bool, before *Summary, at time.Time) Summary {
	sum := Summary{
		Schedule: s, At: at,
		ByCategory: map[Category]int{}, ByObject: map[Object]int{}, ByGroup: map[Group]int{}, ByReview: map[Review]int{},
	}
	if before != nil {
		total := before.Total
		sum.Before = &total
	}
	byUnit := map[string]Standing{}
	for _, st := range standings {
		byUnit[st.Unit] = st
	}
	for _, u := range d.units {
		sum.countUnit(u, byUnit[u.Code], unreachable[u.Code])
	}
	for _, e := range examples {
		if e.Counts() {
			u, _ := d.Unit(e.Unit)
			sum.countExample(e, u.Block)
		}
	}
	return sum
}

// Introduced are the examples that a summary counts, in the order of their
// numbers: withdrawn ones are left out.
func Introduced(examples []Example) (list []Example) {
	for _, e := range examples {
		if e.Counts() {
			list = append(list, e)
		}
	}
	slices.SortFunc(list, func(a, b Example) int { return natural(a.Number, b.Number) })
	return list
}

// countUnit adds one unit to the totals and to its block.
func (sum *Summary) countUnit(u Unit, st Standing, unreachable bool) {
	if st.State == "" || st.State == NotDue {
		return
	}
	sum.Total.add(st, unreachable)
	sum.block(u.Block).add(st, unreachable)
	if st.State == Pending {
		sum.Gaps = append(sum.Gaps, Gap{Unit: u, Need: st.Need, Have: st.Have, Unreachable: unreachable})
	}
}

// block finds the figures of a block, which is the last one or a new one as
// units come in order.
func (sum *Summary) block(name string) *Figures {
	for i := range sum.Blocks {
		if sum.Blocks[i].Block == name {
			return &sum.Blocks[i].Figures
		}
	}
	sum.Blocks = append(sum.Blocks, BlockFigures{Block: name})
	return &sum.Blocks[len(sum.Blocks)-1].Figures
}

// add counts one standing.
func (f *Figures) add(st Standing, unreachable bool) {
	if st.State == Exempt {
		f.Exempt++
		return
	}
	f.Duties++
	if st.Waiting {
		f.Waiting++
	}
	switch st.State {
	case OnTime:
		f.OnTime++
	case Late:
		f.Late++
	case MadeUp:
		f.MadeUp++
	case NilFiled:
		f.Nil++
		if st.Timing != OnTime {
			f.NilLate++
		}
	case Pending:
		if unreachable {
			f.Unreachable++
		} else {
			f.Missing++
		}
	}
}

// countExample adds one example to the totals and to its unit's block.
func (sum *Summary) countExample(e Example, block string) {
	sum.Total.Examples++
	for i := range sum.Blocks {
		if sum.Blocks[i].Block == block {
			sum.Blocks[i].Examples++
		}
	}
	sum.ByCategory[e.Content.Category]++
	sum.ByObject[e.Content.Object]++
	sum.ByReview[e.Review]++
	for _, g := range e.Content.Groups {
		sum.ByGroup[g]++
	}
}
