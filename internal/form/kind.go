package form

import (
	"regexp"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// beginning is how much of a text says what it is about, in characters.
const beginning = 300

var (
	// deeds are what people do whom one introduces for a good deed, with their
	// marks: without them they are other words.
	deeds = regexp.MustCompile(`(?:^|[^\p{L}])(?:` + texts.Deeds + `)`)
	// plainDeeds are those that are none of other words without their marks.
	plainDeeds = regexp.MustCompile(`\b(?:cuu (?:nguoi|duoc|song|\d|hai|mot|chau|em)|tra lai|nhat duoc|hien (?:mau|dat))\b`)
	models     = regexp.MustCompile(`^(?:gioi thieu )?mo hinh\b|\bcach lam moi\b`)
	families   = regexp.MustCompile(`^(?:ho|gia dinh|ho gia dinh) (?:ong|ba|anh|chi)\b`)
	bodies     = regexp.MustCompile(`(?:^|[^\p{L}])(?:` + strings.ToLower(strings.Join(texts.GroupWords, "|")) + `)(?:[^\p{L}]|$)`)
	couples    = regexp.MustCompile(`\b(?:vo chong|hai (?:anh|chi|ong|ba|em|ban|thay|co)|cac (?:anh|chi|em|ban|chau))\b`)
)

// categoryDone is the category that a text tells of by its words: the deed with
// which it begins. "" if it tells of none.
func categoryDone(text string) report.Category {
	start := strings.ToLower(cut(text, beginning))
	folded := letters.Fold(start)
	switch {
	case models.MatchString(folded):
		return report.NewModel
	case deeds.MatchString(start), unmarked(start) && plainDeeds.MatchString(folded):
		return report.GoodDeed
	}
	return ""
}

// objectNamed is what the name, and else the text, say that is introduced.
func objectNamed(name, text string) report.Object {
	if families.MatchString(letters.Fold(name)) || families.MatchString(letters.Fold(cut(text, beginning))) {
		return report.Household
	}
	switch one := bareName(name); {
	case isPerson(one) && !couples.MatchString(letters.Fold(cut(text, beginning))):
		return report.Person
	case isBody(name), name == "" && models.MatchString(letters.Fold(cut(text, beginning))) && bodies.MatchString(strings.ToLower(cut(text, beginning))):
		return report.Collective
	}
	return ""
}

// isBody reports whether a name begins as that of a collective.
func isBody(name string) bool {
	at := bodies.FindStringIndex(strings.ToLower(name))
	return at != nil && at[0] == 0 && len(strings.Fields(name)) > 1
}
