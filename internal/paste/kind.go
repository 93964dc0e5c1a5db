package paste

import (
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
)

// beginning is how much of a text says what it is about, in characters.
const beginning = 300

var (
	// deeds are what people do whom one introduces for a good deed, with their
	// marks: without them they are other words.
	deeds = letters.Pattern(`(?:^|[^\p{L}])(?:` + texts.Deeds + `)`)
	// plainDeeds are those that are none of other words without their marks.
	plainDeeds = letters.Pattern(`\b(?:cuu (?:nguoi|duoc|song|hai|mot|chau|em)|tra lai|nhat duoc|hien (?:mau|dat))\b|\b(?:cuu|hien) \d`)
	models     = letters.Pattern(`^(?:gioi thieu )?mo hinh\b|\bcach lam moi\b`)
	families   = letters.Pattern(`^(?:ho|gia dinh|ho gia dinh) (?:ong|ba|anh|chi)\b`)
	// households is what stands before the name of whose household is introduced, and not
	// of one that is helped.
	households = letters.Pattern(`(?:^|[:,.;(\n]\s*|(?:` + texts.Introducing + `)\s+)(?:` + strings.Join(texts.Households, "|") + `)(?:\s+\pL+)?\s+$`)
	bodies     = letters.Pattern(`(?:^|[^\p{L}])(?:` + strings.ToLower(strings.Join(texts.GroupWords, "|")) + `)(?:[^\p{L}]|$)`)
	couples    = letters.Pattern(`\b(?:vo chong|hai (?:` + vietnamese.Person + `|ban)|cac (?:anh|chi|em|ban|chau))\b`)
)

// CategoryIn is the category that a text tells of by its words: the deed with
// which it begins. "" if it tells of none.
func CategoryIn(text string) report.Category {
	start := strings.ToLower(Unnumbered(letters.First(text, beginning)))
	folded := letters.Fold(start)
	switch {
	case models().MatchString(folded), models().MatchString(letters.Fold(letters.First(opening(text), beginning))):
		return report.NewModel
	case deeds().MatchString(start), unmarked(start) && plainDeeds().MatchString(folded):
		return report.GoodDeed
	}
	return ""
}

// ObjectIn is what the name, and else the text, say that is introduced.
func ObjectIn(name, text string) report.Object {
	start := letters.First(text, beginning)
	folded := letters.Fold(start)
	if families().MatchString(letters.Fold(name)) || families().MatchString(folded) {
		return report.Household
	}
	before, _, _ := strings.Cut(start, name)
	if name != "" && households().MatchString(strings.ToLower(before)) {
		return report.Household
	}
	if one := BareName(name); (isPerson(one) || calledOne(before, name)) && !couples().MatchString(letters.Fold(before+" "+name)) {
		return report.Person
	}
	switch {
	case name == "" && beginsGroup(strings.Fields(start)):
		return report.Collective
	case isBody(name), name == "" && models().MatchString(folded) && bodies().MatchString(strings.ToLower(start)):
		return report.Collective
	}
	return ""
}

// calledOne reports whether what stands before a name calls one person by it.
func calledOne(before, name string) bool {
	words := strings.Fields(before)
	return name != "" && len(words) > 0 && texts.AddressWords()[strings.ToLower(words[len(words)-1])]
}

// isBody reports whether a name begins as that of a collective.
func isBody(name string) bool {
	at := bodies().FindStringIndex(strings.ToLower(name))
	return at != nil && at[0] == 0 && len(strings.Fields(name)) > 1
}

// CategoryNamed is the category that the title of a letter names, or the label of
// the name.
func (p Paste) CategoryNamed() report.Category {
	if c := categoryTitled(append([]string{p.nameLabel, leadOf(p.Text)}, p.Around...)); c != "" {
		return c
	}
	if strings.Contains(p.deedLabel, "viec tot") || strings.Contains(p.deedLabel, "viec lam tot") {
		return report.GoodDeed
	}
	if strings.Contains(p.nameLabel, "dien hinh") || strings.HasPrefix(letters.Fold(p.Text), "guong dien hinh") {
		return report.Advanced
	}
	return ""
}

// leadOf is what stands before the first colon of a text, or on a line of its own, that
// introduces an example so: "Giới thiệu gương người tốt việc tốt: bà …".
func leadOf(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	lead, _, ok := strings.Cut(line, ":")
	folded := letters.Fold(lead)
	if (ok || line != text) && letters.Len(lead) <= leftOver && (strings.Contains(folded, "guong") || strings.Contains(folded, "gioi thieu")) {
		return lead
	}
	return ""
}

// categoryTitled is the one category that lines name; "" if they name several or
// none.
func categoryTitled(lines []string) (found report.Category) {
	all := strings.NewReplacer(",", "", "ntvt", "nguoi tot viec tot", "dhtt", "dien hinh tien tien").Replace(letters.Fold(strings.Join(lines, "\n"))) // "người tốt, việc tốt"
	for _, c := range report.Categories {
		switch named := strings.Contains(all, letters.Fold(texts.Category(c))); {
		case named && found != "":
			return ""
		case named:
			found = c
		}
	}
	return found
}

// Labelled is what the label of the name, or the name, says that is introduced.
func (p Paste) Labelled() (c report.Category, o report.Object) {
	name := letters.Fold(p.Fields["name"])
	switch {
	case strings.Contains(p.nameLabel, "mo hinh"):
		return report.NewModel, ""
	case p.Fields["object"] != "":
		return "", ""
	case strings.Contains(p.nameLabel, "tap the"):
		return "", report.Collective
	case strings.Contains(p.nameLabel, "chu ho"), begins(p.nameLabel, []string{"ho gia dinh", "ho ong", "ho ba", "gia dinh"}), strings.HasPrefix(name, "ho ong "), strings.HasPrefix(name, "ho ba "):
		return "", report.Household
	}
	return "", ""
}
