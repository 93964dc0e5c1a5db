package privacy

import "guongsang/internal/report"

// More is what may be shown of what was told besides.
type More struct {
	Theme      string
	Quote      string
	Article    string
	Author     string // who wrote it, if not the unit's focal point
	AuthorUnit string
	Leads      string // report.Yes or report.No

	Members int
	Women   int
	Chief   string

	Since   string
	RunBy   string
	Reach   string
	Cost    string
	Lasting string

	Link  string // only where photos may be shown: what is behind it names and shows
	Video string // the same
}

// Private is what was told for the agency and the unit alone.
type Private struct {
	Phone       string
	AuthorPhone string
	Cleared     string // who said that no discipline or complaint is pending
	Proposal    report.Proposal
}

// A Recognition is what whoever considers to recognise somebody has to know besides
// (Decree 152/2025, art. 4). The desk and internal readers are shown it, nobody else.
type Recognition struct {
	Proposal report.Proposal // of the unit
	Cleared  string          // who said that no discipline or complaint is pending
	Gender   string          // of a person
}

func recognitionOf(c report.Content) *Recognition {
	r := Recognition{Proposal: c.More.Proposal, Cleared: c.More.Cleared}
	if aboutOne(c) {
		r.Gender = c.Gender
	}
	return &r
}

// moreOf gives what was told besides, but for the links, through a mask.
func moreOf(more report.More, m mask) More {
	return More{
		Theme: m.apply(more.Theme), Quote: m.apply(more.Quote), Article: m.apply(more.Article),
		Author: m.apply(more.Author), AuthorUnit: m.apply(more.AuthorUnit), Leads: more.Leads,
		Members: more.Members, Women: more.Women, Chief: m.apply(more.Chief),
		Since: m.apply(more.Since), RunBy: m.apply(more.RunBy), Reach: m.apply(more.Reach), Cost: m.apply(more.Cost), Lasting: m.apply(more.Lasting),
	}
}

func (m *More) addLinks(more report.More) { m.Link, m.Video = more.Link, more.Video }

func privateOf(more report.More) Private {
	return Private{Phone: more.Phone, AuthorPhone: more.AuthorPhone, Cleared: more.Cleared, Proposal: more.Proposal}
}
