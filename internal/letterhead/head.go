package letterhead

import (
	"strings"

	"guongsang/internal/report"
)

// A Head is what stands at the top of a letter, and what follows from it.
type Head struct {
	Form     report.LetterForm
	Superior string // above the name; empty: none, or not known
	Name     string // as the letter writes it
	Symbol   string // behind the number; empty: the registry writes it
	Place    string // of the date line; empty: that of the office
	Signer   string // the post of who signs; empty: the head of the unit
}

// Of is the head of a unit's letters: what the list of units says, and where it says
// nothing, what is usual for units of its name, kind and block.
func Of(u report.Unit, o Office) Head {
	r := ruleOf(u)
	if u.Form != "" && u.Form != r.form {
		r = forms[u.Form]
		r.form = u.Form
	}
	h := Head{Form: r.form, Superior: r.superior(o, u.Name), Name: o.nameOf(u.Name, r.form), Symbol: r.symbol, Signer: r.signer}
	if u.Form == "" && military(u.Name, o) {
		h.Form, h.Superior = report.StateForm, of("UBND", o.own(u.Name).String())
	}
	if r.form == report.PartyForm {
		h.Symbol = partySymbol(u.Name)
	}
	if own := areaOf(u.Name); r.symbol == "UBND" && own.rank() >= o.rank() && own.name != o.here().name {
		h.Place = own.name
	}
	if strings.EqualFold(u.Name, o.Organization) && r.form != report.PartyForm {
		h.Superior = aboveOffice(o)
	}
	if h.Signer == "" {
		h.Signer = signerOf(u.Name)
	}
	if u.Superior != "" {
		h.Superior = u.Superior
	}
	if u.Symbol != "" {
		h.Symbol = u.Symbol
	}
	return h
}

// OfAgency is the head of what the office itself issues: its standing agency under it,
// or itself under what is above it.
func OfAgency(agency report.Unit, o Office) Head {
	h := Of(agency, o)
	if agency.Superior == "" && h.Form != report.PartyForm && !strings.EqualFold(agency.Name, o.Organization) {
		h.Superior = o.Organization
	}
	return h
}

// aboveOffice is what the office names above itself; committees and councils of the
// state name nothing.
func aboveOffice(o Office) string {
	if r := ruleOf(report.Unit{Name: o.Organization}); r.symbol == "UBND" || r.symbol == "HĐND" {
		return ""
	}
	return o.Parent
}

// military is whether a unit is the military command of a commune: one of the
// committee's, not of the forces' own.
func military(name string, o Office) bool {
	return (rule{words: []string{"ban chỉ huy quân sự", "ban chqs"}}).fits(name) && o.own(name).rank() == 3
}

// nameOf writes out what lists leave out: the committee of a commune, the name of the
// district in "Công an huyện". A body of the Party leaves out its committee, which
// stands above it, and one of the Youth Union the name of the union.
func (o Office) nameOf(unit string, form report.LetterForm) string {
	name := unit
	switch form {
	case report.PartyForm:
		if body, _ := partOf(unit); body != "" {
			name = body
		}
	case report.YouthForm:
		if p := plain(unit); strings.HasPrefix(p, "đoàn tncs") || strings.HasPrefix(p, "đoàn thanh niên") {
			return of("Ban Chấp hành Đoàn", o.own(unit).String())
		}
	}
	if rest, ok := strings.CutPrefix(name, "UBND "); ok {
		name = "Ủy ban nhân dân " + rest
	}
	if a := areaOf(name); a.level != "" && a.name == "" {
		name = strings.TrimSpace(name + " " + o.own(name).name)
	}
	return name
}

// Tied is a name whose area stays in one line: the committee is above, the commune
// below, not half of it each.
func Tied(name string) string {
	local := areaOf(name).String()
	if body, ok := strings.CutSuffix(name, local); ok && local != "" {
		return body + strings.ReplaceAll(local, " ", "\u00A0")
	}
	return name
}
