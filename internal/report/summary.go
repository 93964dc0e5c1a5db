package report

import (
	"time"
)

// Figures count the standings of some units in one period. They are the one
// set of figures: every digest, document, picture and list takes its numbers
// from them. Each unit that owes and is not exempt has met the duty in one of
// four ways, or is missing; of the missing some cannot be asked:
//
//	Duties  = Met() + Missing
//	Met()   = OnTime + Late + MadeUp + Nil
//	Missing = Asked() + Unconnected + Unreachable
//
// The figures of blocks add up to those of all units.
type Figures struct {
	Duties      int // phải gửi: units that owe
	OnTime      int // introduced through the deadline day
	Late        int // introduced after the deadline, through the lock
	MadeUp      int // introduced after the lock
	Nil         int // nothing to introduce
	NilLate     int // of these, those said after the deadline
	Missing     int // chưa gửi: have not handed in, whatever the reason
	Unconnected int // of these, those in which nobody ever enrolled (chưa kết nối)
	Unreachable int // of these, those in which nobody can be reached now (mất liên lạc)
	Exempt      int // freed from the period, not among Duties
	Waiting     int // of Met, those of which something waits for completion
	Examples    int // introduced for the period
}

// Introduced is the number of units that handed in what their quota asks for.
func (f Figures) Introduced() int { return f.OnTime + f.Late + f.MadeUp }

// Met is the number of units that fulfilled the duty, nil or not (đã gửi).
func (f Figures) Met() int { return f.Introduced() + f.Nil }

// Asked is the number of missing units in which somebody can be asked.
func (f Figures) Asked() int { return f.Missing - f.Unconnected - f.Unreachable }

// BlockFigures are the figures of one block.
type BlockFigures struct {
	Block string // "" for units without one
	Figures
}

// A Gap is a unit that has not handed in: there are as many as are Missing.
type Gap struct {
	Unit       Unit
	Need, Have int
	Contact    Contact
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
	// ByPlace counts where published examples can be read: each at every place.
	ByPlace map[string]int

	// Overlooked are the examples of whatever period that wait for the agency and that
	// nobody looked at (Rules.Overlooked). It is counted for the agency's own digest alone.
	Overlooked int

	// Paused are the units that are freed from the period, in the order of the directory.
	Paused []Paused

	Before *Figures // the totals of the period before, for comparison; nil if there is none
}

// A Paused is a unit that is freed from a period.
type Paused struct {
	Unit Unit
	Pause
}

// A MonthCount is how many examples were introduced for a period.
type MonthCount struct {
	Period   Period
	Examples int
}

// SinceJanuary adds up what the periods of a year introduced.
func SinceJanuary(year []MonthCount) (n int) {
	for _, m := range year {
		n += m.Examples
	}
	return n
}

// MonthsOf are of the periods of a year the months of a quarter: none where nobody
// owes months.
func MonthsOf(quarter Period, year []MonthCount) (months []MonthCount) {
	for _, m := range year {
		if m.Period.Duty == Month && m.Period.Quarter() == quarter {
			months = append(months, m)
		}
	}
	return months
}

// GapsOf lists the gaps of units with that contact.
func (sum Summary) GapsOf(c Contact) (gaps []Gap) {
	for _, g := range sum.Gaps {
		if g.Contact == c {
			gaps = append(gaps, g)
		}
	}
	return gaps
}

// Summarize counts a period. Standings and filings are those of the directory's
// units for the schedule's period, contacts those of units that cannot be asked
// (ContactsOf), before the summary of the period before or nil.
func Summarize(d Directory, s Schedule, standings []Standing, filings []Filing, contacts map[string]Contact, before *Summary, at time.Time) Summary {
	sum := Summary{
		Schedule: s, At: at,
		ByCategory: map[Category]int{}, ByObject: map[Object]int{}, ByGroup: map[Group]int{}, ByReview: map[Review]int{},
	}
	if before != nil {
		total := before.Total
		sum.Before = &total
	}
	standing := d.standings(standings)
	examples := make([]int, len(d.units))
	for i := range filings {
		f := &filings[i]
		if at, ok := d.byCode[f.Unit]; ok && !f.Nil() {
			examples[at]++
			sum.countExample(f.Facets)
		}
	}
	for i := range d.units {
		u := &d.units[i]
		if standing[i] != nil {
			sum.countUnit(u, standing[i], contacts)
		}
		if examples[i] > 0 { // though it may owe nothing
			sum.Total.Examples += examples[i]
			sum.block(u.Block).Examples += examples[i]
		}
	}
	return sum
}

// standings gives each unit of the directory its standing, nil where there is
// none. Most lists of standings are in the directory's order.
func (d Directory) standings(list []Standing) []*Standing {
	of := make([]*Standing, len(d.units))
	for i := range list {
		st := &list[i]
		at, ok := i, i < len(d.units) && d.units[i].Code == st.Unit
		if !ok {
			at, ok = d.byCode[st.Unit]
		}
		if ok {
			of[at] = st
		}
	}
	return of
}

// countUnit adds one unit to the totals and to its block.
func (sum *Summary) countUnit(u *Unit, st *Standing, contacts map[string]Contact) {
	if st.State == "" || st.State == NotDue {
		return
	}
	contact := Reachable
	if st.State == Pending {
		contact = contacts[u.Code]
	}
	sum.Total.add(st, contact)
	sum.block(u.Block).add(st, contact)
	if st.State == Pending {
		sum.Gaps = append(sum.Gaps, Gap{Unit: *u, Need: st.Need, Have: st.Have, Contact: contact})
	}
}

// block finds the figures of a block: as units come in order, it is the last one
// or a new one.
func (sum *Summary) block(name string) *Figures {
	last := len(sum.Blocks) - 1
	if last < 0 || sum.Blocks[last].Block != name {
		sum.Blocks = append(sum.Blocks, BlockFigures{Block: name})
		last++
	}
	return &sum.Blocks[last].Figures
}

// add counts one standing.
func (f *Figures) add(st *Standing, contact Contact) {
	if st.State == Exempt {
		f.Exempt++
		return
	}
	f.Duties++
	count(&f.Waiting, st.State.Met() && st.Waiting)
	switch st.State {
	case OnTime:
		f.OnTime++
	case Late:
		f.Late++
	case MadeUp:
		f.MadeUp++
	case NilFiled:
		f.Nil++
		count(&f.NilLate, st.Timing != OnTime)
	case Pending:
		f.Missing++
		count(&f.Unconnected, contact == Unconnected)
		count(&f.Unreachable, contact == Unreachable)
	}
}

// countExample adds one example to what there is of each kind.
func (sum *Summary) countExample(f Facets) {
	sum.ByCategory[f.Category]++
	sum.ByObject[f.Object]++
	sum.ByReview[f.Review]++
	for _, g := range f.Groups {
		sum.ByGroup[g]++
	}
}

// Plus adds figures of other units, or of the same in another period.
func (f Figures) Plus(g Figures) Figures {
	f.Duties += g.Duties
	f.OnTime += g.OnTime
	f.Late += g.Late
	f.MadeUp += g.MadeUp
	f.Nil += g.Nil
	f.NilLate += g.NilLate
	f.Missing += g.Missing
	f.Unconnected += g.Unconnected
	f.Unreachable += g.Unreachable
	f.Exempt += g.Exempt
	f.Waiting += g.Waiting
	f.Examples += g.Examples
	return f
}
