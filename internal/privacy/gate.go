package privacy

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/report"
)

// A Gate is what a text about an example has to pass before an audience reads it,
// whoever wrote it: what was made of the View, and what somebody changed of that.
type Gate struct {
	View View // what may be shown to the audience

	mask     mask
	withheld []withheld
	reached  []string // contacts that may not stand, by key
}

// A FindingKind says what stands in a text that may not.
type FindingKind string

// The kinds.
const (
	FoundName      FindingKind = "name"      // or part of one
	FoundPlace     FindingKind = "place"     // a school, class, village or place that tells who somebody is
	FoundBirth     FindingKind = "birth"     // a year of birth
	FoundContact   FindingKind = "contact"   // a telephone number or the like by which somebody is reached
	FoundEthnicity FindingKind = "ethnicity" // which is only counted, never published
)

// A Finding is a passage of a text that may not stand in it.
type Finding struct {
	Kind     FindingKind
	Text     string
	From, To int // bytes of the text
}

// GateOf gives the gate before an audience on a day.
func GateOf(e report.Example, u report.Unit, a Audience, day report.Date) Gate {
	j := judgeOn(e, day)
	g := Gate{View: Of(e, u, a, day)}
	if a == Desk || a == Internal {
		return g
	}
	g.mask = j.mask(e, u)
	g.withhold(e.Content)
	g.reached = contactsNot(g.View, e.Content)
	return g
}

// Findings lists what in a text may not be shown, in the order in which it
// stands there. Of what may not be shown at all everything is too much; that is
// what View.Hidden says.
func Findings(e report.Example, u report.Unit, s string, a Audience, day report.Date) []Finding {
	return GateOf(e, u, a, day).Findings(s)
}

// Findings lists what in a text may not stand there.
func (g Gate) Findings(s string) (found []Finding) {
	t := cut(s)
	add := func(kind FindingKind, edits []edit) {
		for _, e := range edits {
			if passage := t.s[e.from:e.to]; passage != e.with && strings.TrimSpace(passage) != "" {
				found = append(found, Finding{kind, strings.TrimSpace(passage), e.from, e.to})
			}
		}
	}
	for _, s := range t.find(g.mask.people) {
		if !t.initialed(s) {
			add(FoundName, []edit{g.mask.name(t, s)})
		}
	}
	if g.mask.around != nil {
		add(FoundPlace, g.mask.around.edits(t))
	}
	for _, c := range contacts(s) {
		if slices.Contains(g.reached, c.Key) {
			add(FoundContact, []edit{{from: c.From, to: c.To}})
		}
	}
	for _, w := range g.withheld {
		for i := range t.words {
			if t.sequence(i, w.words) {
				add(w.kind, []edit{{from: t.words[i].from, to: t.words[i+len(w.words)-1].to}})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b Finding) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(b.To, a.To)) })
	return slices.CompactFunc(found, func(a, b Finding) bool { return b.To <= a.To && b.Kind == a.Kind })
}

// initialed reports whether a passage is nothing but initials, which may stand; or
// such with a word behind that begins the next sentence: anh T. Thanh niên bản.
func (t text) initialed(s span) bool {
	i := s.from
	for i < s.to && t.words[i].single() {
		i++
	}
	if i == s.to {
		return true
	}
	return i > s.from && i == s.to-1 && t.words[i].gap == gapDot|gapSpace && !t.given(i, s.who)
}

// withheld are words of a field that the View leaves out and nothing else in it
// says.
type withheld struct {
	kind  FindingKind
	words []word
}

// withhold notes what of the content the View leaves out besides names and what
// stands around a child.
func (g *Gate) withhold(c report.Content) {
	shown := cut(g.View.said())
	add := func(kind FindingKind, words []word) {
		if len(words) > 0 && !slices.ContainsFunc(indexes(shown), func(i int) bool { return shown.sequence(i, words) }) {
			g.withheld = append(g.withheld, withheld{kind, words})
		}
	}
	if g.View.Place == "" {
		for part := range strings.SplitSeq(c.Place, ",") {
			add(FoundPlace, cut(part).words)
		}
	}
	if year := max(c.Born, c.BornOn.Year); g.View.Born == 0 && year != 0 {
		add(FoundBirth, cut(strconv.Itoa(year)).words)
	}
	if c.Ethnicity != "" {
		for _, before := range beforeEthnicity {
			add(FoundEthnicity, cut(before+" "+c.Ethnicity).words)
		}
	}
}

func indexes(t text) []int {
	all := make([]int, len(t.words))
	for i := range all {
		all[i] = i
	}
	return all
}

// said is all that a View says, each on a line of its own.
func (v View) said() string {
	all := []string{v.Name, v.Title, v.Summary, v.Results, v.Spread, v.When, v.Honoured, v.Position, v.Place, v.Unit.Name, v.Unit.Block}
	for _, p := range v.Photos {
		all = append(all, p.Caption)
	}
	return strings.Join(all, "\n")
}
