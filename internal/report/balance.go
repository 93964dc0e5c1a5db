package report

import "slices"

// Traits reads what units write in their own words, which are not the
// domain's. texts.Traits has them for Vietnamese.
type Traits struct {
	Woman    func(gender string) bool
	Minority func(ethnicity string) bool // false also for an answer that says nothing
	Leads    func(position string) bool
}

// A Balance (cơ cấu) says whom the introductions are about, measured against
// the letter's point 6: the agency is to look to small collectives, to those
// who work with their hands, and to remote and border places. An example can
// count in several lines.
type Balance struct {
	Total int // examples

	Labour           int // workers, farmers and direct labour, each example once
	Workers          int
	Farmers          int
	SmallCollectives int
	Remote           int // remote, border or minority places, each example once
	Border           int

	Persons     int // examples about one person; the lines below are of these
	Women       int
	GenderKnown int
	Minorities  int // sensitive data: never more than this count
	Leaders     int
	Others      int // whose position says that they do not lead
	NoPosition  int

	ByField map[Field]int
	NoField int     // the unit named none
	Idle    []Field // fields of work in which nobody was introduced of late
}

// BalanceOf measures examples. Recent are those of the last three months,
// whatever their period; of these come the fields with none.
func BalanceOf(examples, recent []Example, traits Traits) Balance {
	b := Balance{ByField: map[Field]int{}}
	for _, e := range examples {
		if e.Counts() {
			b.add(e.Content, traits)
		}
	}
	b.Idle = idleFields(slices.Concat(examples, recent))
	return b
}

func (b *Balance) add(c Content, traits Traits) {
	b.Total++
	count(&b.Labour, c.of(Worker, Farmer, DirectLabour))
	count(&b.Workers, c.of(Worker))
	count(&b.Farmers, c.of(Farmer))
	count(&b.SmallCollectives, c.of(SmallCollective))
	count(&b.Remote, c.of(Remote, Border, MinorityArea))
	count(&b.Border, c.of(Border))
	if c.Field == "" {
		b.NoField++
	} else {
		b.ByField[c.Field]++
	}
	if c.Object != Person {
		return
	}
	b.Persons++
	count(&b.GenderKnown, c.Gender != "")
	count(&b.Women, traits.Woman(c.Gender))
	count(&b.Minorities, traits.Minority(c.Ethnicity))
	leads := c.Position != "" && traits.Leads(c.Position)
	count(&b.Leaders, leads)
	count(&b.NoPosition, c.Position == "")
	count(&b.Others, c.Position != "" && !leads)
}

func count(n *int, is bool) {
	if is {
		*n++
	}
}

// of reports whether the content names one of the groups.
func (c Content) of(groups ...Group) bool {
	return slices.ContainsFunc(c.Groups, func(g Group) bool { return slices.Contains(groups, g) })
}

// idleFields lists the fields of work that no example is of.
func idleFields(examples []Example) []Field {
	var idle []Field
	for _, f := range Fields {
		busy := slices.ContainsFunc(examples, func(e Example) bool { return e.Counts() && e.Content.Field == f })
		if !busy && f != OtherOfField {
			idle = append(idle, f)
		}
	}
	return idle
}
