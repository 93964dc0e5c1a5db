package privacy

import (
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/report"
)

// around is what is known of the places in which a child lives and learns.
type around struct {
	school   []word   // the name of the unit, if that is a school
	names    [][]word // by which schools are told apart
	villages [][]word // without the word for village
	communes [][]word
}

// aroundOf reads the places of a child from the unit and the place.
func aroundOf(c report.Content, u report.Unit) *around {
	a := &around{}
	a.learn(cut(u.Name), false)
	a.learn(cut(c.Place), true)
	if school := cut(u.Name); isSchool(school) {
		a.school = school.words
	}
	return a
}

// learn takes the names of schools, villages and communes from a text. In a
// place, what has no such word and stands before a commune is a village.
func (a *around) learn(t text, place bool) {
	for i := 0; i < len(t.words); {
		if from, end := a.schoolAt(t, i); end > 0 {
			a.names = append(a.names, t.words[from:end])
			i = end
			continue
		}
		if from, end := a.villageAt(t, i); end > 0 {
			if !t.words[from].number {
				a.villages = append(a.villages, t.words[from:end])
			}
			i = end
			continue
		}
		if _, n := lexis().places.at(t, i, "communes", "levels"); n > 0 && i+n < len(t.words) {
			end := t.nameEnd(i+n, a)
			a.communes = append(a.communes, t.words[i+n:end])
			i = max(end, i+n)
			continue
		}
		if end := t.nameEnd(i, a); place && end > i && (i == 0 || t.words[i].gap&gapComma != 0) && !t.known(i) && (end == len(t.words) || t.words[end].gap&gapComma != 0) {
			a.villages = append(a.villages, t.words[i:end])
			i = end
			continue
		}
		i++
	}
}

// edits generalize the schools, classes and villages of a text.
func (a *around) edits(t text) (edits []edit) {
	for i := 0; i < len(t.words); {
		if !a.mayBegin(t.words[i]) {
			i++
		} else if from, end := a.schoolAt(t, i); end > 0 {
			edits = append(edits, t.school(i, from, end))
			i = end
		} else if e, end := t.class(i); end > 0 {
			edits = append(edits, e)
			i = end
		} else if from, end := a.villageAt(t, i); end > 0 {
			edits = append(edits, edit{from: t.words[from-1].to, to: t.words[end-1].to})
			i = end
		} else if end := a.villageAlone(t, i); end > 0 {
			edits = append(edits, edit{t.words[i].from, t.words[end-1].to, t.asThere(here, i, end)})
			i = end
		} else {
			i++
		}
	}
	return edits
}

// mayBegin reports whether a school, a class or a village can begin with a word,
// which few words of a text do.
func (a *around) mayBegin(w word) bool {
	if w.number || lexis().opening[w.fold] || len(a.school) > 0 && w.fold == a.school[0].fold {
		return true
	}
	return slices.ContainsFunc(a.villages, func(name []word) bool { return strings.HasPrefix(w.fold, name[0].fold) })
}

// asThere writes words as those were written in whose place they come: with a
// capital at the beginning of a sentence, in capitals among capitals.
func (t text) asThere(words string, from, end int) string {
	loud := t.words[end-1].caps && (from == 0 || t.words[from-1].caps) && (end == len(t.words) || t.words[end].caps || t.words[end].number)
	switch {
	case loud:
		return strings.ToUpper(words)
	case t.words[from].starts:
		return capitalized(words)
	}
	return words
}

// isSchool reports whether a unit is a school.
func isSchool(unit text) bool {
	for i := range unit.words {
		if unit.particle(i, "kind of school") > 0 {
			return true
		}
		if unit.particle(i, "school") > 0 && (i == 0 || unit.words[i].upper) && !unit.follows(i, "no school") {
			return i+1 < len(unit.words)
		}
	}
	return false
}

// schoolAt reads the name of a school from word i on: where what tells it from
// others begins and where it ends; end is 0 if no school is named.
func (a *around) schoolAt(t text, i int) (from, end int) {
	if n := len(a.school); n > 0 && t.sequence(i, a.school) {
		return i, i + n
	}
	named := t.particle(i, "school") > 0
	if named && t.follows(i, "no school") {
		return 0, 0
	}
	from = i
	if named {
		from++
	}
	kinds := t.kinds(from)
	if !named && (kinds == 0 || !t.firm(i)) {
		return 0, 0
	}
	from += kinds
	end = from
	if t.particle(end, "number") > 0 && end+1 < len(t.words) && (t.words[end+1].number || t.words[end+1].upper) {
		end += 2
	}
	if end < len(t.words) {
		if _, n := lexis().places.at(t, end, "communes", "villages", "levels"); n > 0 && t.words[end].gap.near() && t.nameEnd(end+n, a) > end+n {
			end = t.nameEnd(end+n, a)
		} else {
			end = t.nameEnd(end, a)
		}
	}
	if end == from || kinds == 0 && (t.known(i) || i > 0 && t.words[i-1].upper && !t.words[i-1].starts) {
		return 0, 0
	}
	return from, end
}

// firm reports whether the kind of a school alone, without the word, tells of
// one: its short form only in capitals.
func (t text) firm(i int) bool {
	return t.particle(i, "kind of school") > 0 && (len(t.words[i].fold) > 2 || t.words[i].caps)
}

// maxKinds is how many words are taken for the kind of one school.
const maxKinds = 12

// kinds is how many words from word i on say what kind of school it is.
func (t text) kinds(i int) (n int) {
	for n < maxKinds && i+n < len(t.words) {
		at := i + n
		if n > 0 && t.particle(at, "joining") > 0 && at+1 < len(t.words) {
			at++
		}
		if n > 0 && t.words[i+n].gap&(gapComma|gapStop) != 0 {
			break
		}
		more := max(t.particle(at, "kind of school"), t.particle(at, "more of a school"))
		if more == 0 {
			break
		}
		n = at + more - i
	}
	return n
}

// nameEnd is where the name of a place ends that begins with word i: one that is
// known, or a row of capitals; where everything is in capitals, two words.
func (t text) nameEnd(i int, a *around) int {
	if i >= len(t.words) || i > 0 && !t.words[i].gap.near() {
		return i
	}
	end := a.knownEnd(t, i)
	if end > i {
		if end < len(t.words) && t.words[end].number && t.words[end].gap.near() && !t.counts(end) {
			end++
		}
		return end
	}
	for end < len(t.words) && end < i+5 && t.placeGoesOn(i, end) {
		end++
	}
	return end
}

// knownEnd is where a known name of a place ends that begins with word i.
func (a *around) knownEnd(t text, i int) int {
	end := i
	for _, list := range [][][]word{a.names, a.villages, a.communes} {
		for _, name := range list {
			if t.sequence(i, name) {
				end = max(end, i+len(name))
			}
		}
	}
	_, n := lexis().known.at(t, i)
	return max(end, i+n)
}

// sequence reports whether some words stand from word i on, whether with their
// accents or without.
func (t text) sequence(i int, words []word) bool {
	if i+len(words) > len(t.words) || len(words) == 0 {
		return false
	}
	for k, w := range words {
		there := t.words[i+k]
		if there.fold != w.fold || there.spell != w.spell && !there.bare() || k > 0 && there.gap&^(gapSpace|gapHyphen|gapLine|gapOther|gapDot) != 0 {
			return false
		}
	}
	return true
}

// placeGoesOn reports whether the name of a place that began with word i goes on
// with word k.
func (t text) placeGoesOn(i, k int) bool {
	w := t.words[k]
	if k > i && w.gap&^(gapSpace|gapHyphen) != 0 || t.particle(k, "joining") > 0 {
		return false
	}
	if w.number {
		return k == i || !t.counts(k)
	}
	if k > i {
		_, head := lexis().places.at(t, k, "communes", "villages", "levels")
		_, title := lexis().titles.at(t, k)
		if head > 0 || title > 0 || t.particle(k, "school") > 0 {
			return false
		}
	}
	if t.shouted(k) {
		return k < i+2
	}
	return w.upper
}

// counts reports whether a number counts what follows it.
func (t text) counts(i int) bool {
	return t.particle(i+1, "counted") > 0 && t.words[i+1].gap.near()
}

// school generalizes the name of a school from word i to end; what tells it
// from others begins at from.
func (t text) school(i, from, end int) edit {
	if t.follows(i, "school point") && t.particle(i, "school") > 0 {
		return edit{from: t.words[from-1].to, to: t.words[end-1].to}
	}
	return edit{t.words[i].from, t.words[end-1].to, t.asThere(mySchool, i, end)}
}

// villageAt reads the name of a village from word i on: where it begins after
// the word for village, and where it ends; end is 0 if none is named.
func (a *around) villageAt(t text, i int) (from, end int) {
	_, n := lexis().places.at(t, i, "villages", "numbered villages")
	if n == 0 || t.compound(i-1) || t.knownFrom(i) && t.words[i].upper {
		return 0, 0
	}
	if _, commune := lexis().places.before(t, i, "communes", "levels"); commune > 0 {
		return 0, 0
	}
	from, end = i+n, i+n
	if from >= len(t.words) || !t.words[from].gap.near() {
		return 0, 0
	}
	if _, title := lexis().titles.before(t, from); title > n && t.family(from) {
		return 0, 0
	}
	if t.particle(end, "number") > 0 && end+1 < len(t.words) && t.words[end+1].number {
		end++
	}
	if t.words[end].number {
		if t.counts(end) || n == 1 && i > 0 && t.words[i-1].number && t.words[i].gap == gapSpace {
			return 0, 0 // three villages with ten households
		}
		return from, end + 1
	}
	if _, village := lexis().places.at(t, i, "villages"); village == 0 || t.compound(i) && !t.words[from].upper || t.shouted(i) && t.compound(i) {
		return 0, 0
	}
	if end = t.nameEnd(from, a); end == from {
		return 0, 0
	}
	return from, end
}

// villageAlone is where the name of a known village ends that stands alone from
// word i on, or 0. A commune may have the same name.
func (a *around) villageAlone(t text, i int) int {
	if _, n := lexis().places.before(t, i, "communes", "levels"); n > 0 {
		return 0
	}
	for _, name := range a.villages {
		switch n := len(name); {
		case slices.ContainsFunc(a.communes, func(c []word) bool { return same(c, name) }):
		case n > 1 && concatenated(t.words[i].fold, name) == n:
			return i + 1
		case t.sequence(i, name) && (n > 1 || t.capital(i) && t.follows(i, "dwelling")):
			return i + n
		}
	}
	return 0
}

func same(a, b []word) bool {
	return slices.EqualFunc(a, b, func(x, y word) bool { return x.fold == y.fold })
}

// communeOf is the part of a place that names the commune, or nothing.
func communeOf(place string) string {
	t := cut(place)
	a := &around{}
	for i := 0; i < len(t.words); {
		if _, end := a.schoolAt(t, i); end > 0 {
			i = end
			continue
		}
		if _, n := lexis().places.at(t, i, "communes"); n > 0 {
			if end := t.nameEnd(i+n, a); end > i+n {
				return t.s[t.words[i].from:t.words[end-1].to]
			}
		}
		i++
	}
	return ""
}

// unitOf is the name of the unit that introduced a child.
func unitOf(name string) string {
	t := cut(name)
	if isSchool(t) {
		return someSchool
	}
	a := &around{}
	for i := range t.words {
		if _, end := a.villageAt(t, i); end > 0 {
			return someUnit
		}
	}
	return name
}

// class reads the name of a class from word i on, and takes it out: 5A, or lớp
// 5A with the word where nothing needs it. End is 0 if no class is named.
func (t text) class(i int) (e edit, end int) {
	if t.particle(i, "class") == 0 {
		if !t.words[i].number {
			return edit{}, 0
		}
		end = t.grade(i)
		if end > i+1 && t.follows(i, "classed") {
			return edit{from: t.words[i-1].to, to: t.words[end-1].to}, end
		}
		return edit{}, 0
	}
	end = t.grade(i + 1)
	if end == 0 || i > 0 && t.words[i-1].number && t.words[i].gap != 0 {
		return edit{}, 0
	}
	for end+1 < len(t.words) && (t.particle(end, "joining") > 0 || t.words[end].gap&gapComma != 0) {
		next := end
		if t.particle(end, "joining") > 0 {
			next++
		}
		more := t.grade(next)
		if more <= next+1 {
			break
		}
		end = more
	}
	return t.withoutClass(i, end), end
}

// grade is where the designation of a class ends that begins with word i, or 0.
func (t text) grade(i int) int {
	if i >= len(t.words) || i > 0 && !t.words[i].gap.near() {
		return 0
	}
	w := t.words[i]
	if !w.number {
		if t.particle(i, "grade") > 0 && t.particle(i+1, "no grade") == 0 {
			return i + 1
		}
		return 0
	}
	if n, err := strconv.Atoi(w.fold); err != nil || n < 1 || n > 12 {
		return 0
	}
	end := i + 1
	if end < len(t.words) && t.words[end].single() && (t.words[end].gap == 0 || t.words[end].gap == gapSpace && t.words[end].upper) {
		end++
		if end < len(t.words) && t.words[end].number && t.words[end].gap == 0 {
			end++
		}
	} else if t.counts(i) {
		return 0
	}
	return end
}

// withoutClass takes the words of a class out, with what would be left over of
// the commas or brackets around them.
func (t text) withoutClass(i, end int) edit {
	e := edit{from: t.words[i].from, to: t.words[end-1].to}
	rest := t.s[e.to:]
	if i == 0 || t.words[i].starts {
		if after, ok := strings.CutPrefix(rest, ","); ok {
			e.to = len(t.s) - len(strings.TrimLeft(after, " \u00a0"))
			return e
		}
		if strings.TrimSpace(rest) == "" {
			return e
		}
		e.from = t.words[i].to
		return e
	}
	before := t.words[i-1]
	between := t.s[before.to:e.from]
	switch {
	case strings.HasSuffix(between, "(") && strings.HasPrefix(rest, ")"):
		e.from, e.to = before.to, e.to+1
	case strings.Contains(between, ",") && (rest == "" || strings.ContainsAny(rest[:1], ",.;:)!?\n")):
		e.from = before.to
	case strings.Contains(between, ","):
		e.to = len(t.s) - len(strings.TrimLeft(rest, " \u00a0"))
	case t.follows(i, "keeps class"):
		e.from = t.words[i].to
	case t.words[i].gap&^gapSpace == 0:
		e.from = before.to
	}
	return e
}
