package privacy

import (
	"slices"

	"guongsang/internal/report"
)

// The ages that decide who has to agree (Law 91/2025/QH15, art. 24).
const (
	adultAge    = 16 // from here a person speaks alone
	speakingAge = 7  // from here a child is asked besides the guardian
)

// isChild reports whether an example is about somebody who may be under 16 on
// the earlier of two days, of whose age nobody knows and who is at school, or of
// whom the unit said so. Collectives and models have no age; the people in
// their names are looked at one by one.
func isChild(c report.Content, consent, day report.Date) bool {
	switch {
	case c.Object == report.Collective:
		return false
	case c.Under16 == report.Yes:
		return true
	case born(c):
		return mayBeUnder(adultAge, c, earlier(consent, day))
	case c.Under16 == report.No:
		return false
	}
	return c.Object == report.Person && (slices.Contains(c.Groups, report.Pupil) || isPupil(c.Position))
}

// aboutOne reports whether an example is about one person, be it as the head of
// a household. What is said of age is then said of that person.
func aboutOne(c report.Content) bool {
	return c.Object != report.Collective && c.Category != report.NewModel
}

// born reports whether it is known when somebody was born.
func born(c report.Content) bool { return c.Born != 0 || !c.BornOn.IsZero() }

// mayBeUnder reports whether somebody may be under an age on a day. With the
// year alone the birthday may still be to come.
func mayBeUnder(age int, c report.Content, on report.Date) bool {
	if b := c.BornOn; !b.IsZero() {
		return on.Before(lastBirthday(b, age))
	}
	return on.Year-c.Born <= age
}

// lastBirthday is the last day on which somebody can reach an age: of whom only the
// month of birth is known that is the last of the month.
func lastBirthday(b report.Date, age int) report.Date {
	if b.Day == 0 {
		return report.NewDate(b.Year+age, b.Month+1, 0)
	}
	return report.NewDate(b.Year+age, b.Month, b.Day)
}

// speaks reports whether a child has to be asked as well: one who may have
// reached the age on either day, or of whom no age is known.
func speaks(c report.Content, consent, day report.Date) bool {
	on := consent
	if on.Before(day) {
		on = day
	}
	if b := c.BornOn; !b.IsZero() {
		return !on.Before(report.NewDate(b.Year+speakingAge, b.Month, max(b.Day, 1)))
	}
	return c.Born == 0 || !aboutOne(c) || on.Year-c.Born >= speakingAge
}

func earlier(a, b report.Date) report.Date {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}

// IsChild reports whether the consents of a child are needed for an example, as
// far as is known on a day: for whom it is about, or for somebody in the name of
// a collective or a model. Whoever was a child when the consent was given stays
// one until it is given anew.
func IsChild(c report.Content, day report.Date) bool {
	var v verdict
	v.meet(c, c.Agreement.Day, day)
	return v.child
}

// OwnConsent reports whether a child's own consent is needed besides the
// guardian's.
func OwnConsent(c report.Content, day report.Date) bool {
	return IsChild(c, day) && speaks(c, c.Agreement.Day, day)
}

// AgeInDoubt reports whether somebody counts as a child only because nobody
// knows better: a pupil of whom no year is known, or whose sixteenth birthday may
// have been in this year.
func AgeInDoubt(c report.Content, day report.Date) bool {
	return IsChild(c, day) && inDoubt(c, c.Agreement.Day, day)
}

func inDoubt(c report.Content, consent, day report.Date) bool {
	switch {
	case !aboutOne(c), c.Under16 == report.Yes, !c.BornOn.IsZero():
		return false
	}
	return c.Born == 0 || earlier(consent, day).Year-c.Born >= adultAge
}

// isPupil reports whether a position is that of a pupil: not of those who teach
// pupils, or have some.
func isPupil(position string) bool {
	t := cut(position)
	pupil := false
	for i := range t.words {
		switch kind, n := lexis().titles.at(t, i, "adult", "child"); {
		case kind == "adult":
			return false
		case kind == "child" && t.follows(i+n, "pupil"):
			pupil = true
		}
		if t.particle(i, "no pupil") > 0 {
			return false
		}
		if _, end := t.class(i); end > 0 && t.particle(i, "grade level") == 0 {
			pupil = true
		}
	}
	return pupil
}

// AskAge reports whether a unit is to be asked if somebody is under 16: nothing
// says the age, and a school as the unit, a word of address or the texts make
// one think of a child. What speaks for an adult wins.
func AskAge(c report.Content, u report.Unit) bool {
	if c.Object != report.Person || c.Category == report.NewModel || c.Under16 != "" || born(c) || isChild(c, report.Date{}, report.Date{}) ||
		slices.Contains(c.Groups, report.Worker) || slices.Contains(c.Groups, report.Farmer) || slices.Contains(c.Groups, report.Respected) {
		return false
	}
	texts := []text{cut(c.Title), cut(c.Summary), cut(c.Results), cut(c.Spread)}
	school, children := isSchool(cut(u.Name)), slices.ContainsFunc(texts, ofChildren)
	if !school && !children && !hasTitle(cut(c.Name), "child") { // which stands nowhere before the person then
		return false
	}
	named, people := about(c)
	addressed := address(named, people, texts)
	switch {
	case addressed["adult"], hasTitle(cut(c.Position), "adult"):
		return false
	case addressed["child"]:
		return true
	case slices.ContainsFunc(texts[:2], ofAdult):
		return false
	}
	return school || children && !goesOnOfAdult(texts)
}

// goesOnOfAdult reports whether texts go on about the person as one does about a
// man or a woman: "Ông còn vận động …". If such a word stands before somebody's
// name as well, it may mean that one: "… cho bà Sớ. Bà cảm ơn …".
func goesOnOfAdult(texts []text) bool {
	alone, named := map[string]bool{}, map[string]bool{}
	for _, t := range texts {
		for i, w := range t.words {
			if _, n := lexis().titles.at(t, i, "adult"); n != 1 || !slices.Contains([]string{"ong", "ba", "anh", "chi"}, w.fold) || t.compound(i) {
				continue
			}
			if i+1 < len(t.words) && t.words[i+1].upper {
				named[w.fold] = true
			} else if w.starts || w.upper {
				alone[w.fold] = true
			}
		}
	}
	for w := range alone {
		if !named[w] {
			return true
		}
	}
	return false
}

// address gives the kinds of words of address that stand before people in their
// name and in the texts about them.
func address(named text, people []person, texts []text) map[string]bool {
	kinds := map[string]bool{}
	for _, p := range people {
		for i := range p.from {
			kind, _ := lexis().titles.at(named, i)
			kinds[kind] = true
		}
	}
	for _, t := range texts {
		for _, s := range t.find(people) {
			kind, _ := lexis().titles.before(t, s.from)
			kinds[kind] = true
		}
	}
	return kinds
}

// hasTitle reports whether a text has a word of address of a kind.
func hasTitle(t text, kind string) bool {
	for i := range t.words {
		if _, n := lexis().titles.at(t, i, kind); n > 0 {
			return true
		}
	}
	return false
}

// ofAdult reports whether a text begins with a word of address of an adult, who
// is then the person.
func ofAdult(t text) bool {
	for i := range t.words {
		if _, n := lexis().titles.at(t, i, "adult"); n > 0 && !t.compound(i) {
			return true
		}
		if t.words[i].fold != "la" {
			return false
		}
	}
	return false
}

// ofChildren reports whether a text speaks of pupils, of a class, or of
// children.
func ofChildren(t text) bool {
	if hasTitle(t, "child") {
		return true
	}
	for i := range t.words {
		if _, end := t.class(i); end > 0 {
			return true
		}
	}
	return false
}
