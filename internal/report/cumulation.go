package report

import "slices"

// A Cumulation (lũy kế) is half a year or a year, added up from its months and
// quarters. Total and Blocks of its Summary count how often units owed and sent (lượt),
// for the parts that are due; examples are counted once, for however many periods they
// were introduced; Gaps are the units that have sent nothing at all, so that there are
// no more of them than are Missing.
type Cumulation struct {
	Summary
	Parts []Part // months first; those whose window has begun
	Owing int    // units that owed in a part that is due
	Nils  int    // of these, those that said each time that there was nothing
	// Unfinished says that its own deadline has not passed. Until then ExamplesDue, those
	// of the parts that are due, are what other figures are set beside.
	Unfinished  bool
	ExamplesDue int
}

// IsDue reports whether all these parts are there, and due.
func (c Cumulation) IsDue(parts ...Period) bool {
	for _, period := range parts {
		if !slices.ContainsFunc(c.Parts, func(p Part) bool { return p.Period == period && p.Due }) {
			return false
		}
	}
	return true
}

// A Part is one month or quarter of a Cumulation.
type Part struct {
	Period Period
	Due    bool // the deadline has passed: its standings count
	Figures
}

// A PartOf is what one month or quarter has to say of the whole.
type PartOf struct {
	Summary   Summary
	Standings []Standing
	Filings   []Filing // of examples
}

// Cumulate adds up the parts of a Half or Year, months first.
func Cumulate(d Directory, s Schedule, parts []PartOf, contacts map[string]Contact, today Date) Cumulation {
	c := Cumulation{Unfinished: !s.Deadline.Before(today), Summary: Summary{
		Schedule: s, ByCategory: map[Category]int{}, ByObject: map[Object]int{}, ByGroup: map[Group]int{}, ByReview: map[Review]int{},
	}}
	inBlock := map[string]Figures{}
	counted := map[string]bool{}
	for _, part := range parts {
		c.At = part.Summary.At
		p := Part{Period: part.Summary.Schedule.Period, Due: part.Summary.Schedule.Deadline.Before(today), Figures: part.Summary.Total}
		c.Parts = append(c.Parts, p)
		if p.Due {
			for _, b := range part.Summary.Blocks {
				b.Examples = 0
				inBlock[b.Block] = inBlock[b.Block].Plus(b.Figures)
				c.Total = c.Total.Plus(b.Figures)
			}
		}
		for _, f := range part.Filings {
			u, known := d.Unit(f.Unit)
			if !known || counted[f.Example] {
				continue
			}
			counted[f.Example] = true
			c.countExample(f.Facets)
			c.Total.Examples++
			if p.Due {
				c.ExamplesDue++
			}
			of := inBlock[u.Block]
			of.Examples++
			inBlock[u.Block] = of
		}
	}
	c.countUnits(d, parts, contacts)
	c.Blocks = blocksInOrder(d, inBlock)
	return c
}

// countUnits counts the units by what they did in all parts that are due.
func (c *Cumulation) countUnits(d Directory, parts []PartOf, contacts map[string]Contact) {
	owed, sent, nils := map[string]int{}, map[string]int{}, map[string]int{}
	for i, part := range parts {
		if !c.Parts[i].Due {
			continue
		}
		for _, st := range part.Standings {
			if st.State == "" || st.State == NotDue || st.State == Exempt {
				continue
			}
			owed[st.Unit]++
			if st.State.Met() {
				sent[st.Unit]++
			}
			if st.State == NilFiled {
				nils[st.Unit]++
			}
		}
	}
	for u := range d.All() {
		n := owed[u.Code]
		switch {
		case n == 0:
			continue
		case sent[u.Code] == 0:
			c.Gaps = append(c.Gaps, Gap{Unit: u, Need: n, Contact: contacts[u.Code]})
		case nils[u.Code] == n:
			c.Nils++
		}
		c.Owing++
	}
}

// blocksInOrder lists figures by the directory's order, what is in no block of it by
// name after that.
func blocksInOrder(d Directory, of map[string]Figures) (blocks []BlockFigures) {
	add := func(name string) {
		if f, ok := of[name]; ok {
			blocks = append(blocks, BlockFigures{Block: name, Figures: f})
			delete(of, name)
		}
	}
	for u := range d.All() {
		add(u.Block)
	}
	var rest []string
	for name := range of {
		rest = append(rest, name)
	}
	slices.Sort(rest)
	for _, name := range rest {
		add(name)
	}
	return blocks
}
