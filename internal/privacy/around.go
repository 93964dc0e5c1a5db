package privacy

import (
	"slices"
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
// place, what stands alone between commas without such a word is a village.
func (a *around) learn(t text, place bool) {
	for i := 0; i < len(t.words); {
		if from, end := a.schoolAt(t, i); end > 0 {
			a.names = append(a.names, t.words[from:end])
			i = end
		} else if from, end := a.villageAt(t, i); end > 0 {
			if !t.words[from].number {
				a.villages = append(a.villages, t.words[from:end])
			}
			i = end
		} else if from, end := a.communeAt(t, i); end > 0 {
			a.communes = append(a.communes, t.words[from:end])
			i = end
		} else if end := a.placeAlone(t, i); place && end > 0 {
			a.villages = append(a.villages, t.words[i:end])
			i = end
		} else {
			i++
		}
	}
}

// communeAt reads the name of a commune, or of something larger, with the word
// for it from word i on: where the name begins and where it ends, or 0.
func (a *around) communeAt(t text, i int, kinds ...string) (from, end int) {
	if kinds == nil {
		kinds = []string{"communes", "levels"}
	}
	_, n := lexis().places.at(t, i, kinds...)
	if from = i + n; n == 0 || a.nameEnd(t, from) == from {
		return 0, 0
	}
	return from, a.nameEnd(t, from)
}

// placeAlone is where a name ends that is all that stands between commas from
// word i on, or 0.
func (a *around) placeAlone(t text, i int) int {
	if i > 0 && t.words[i].gap&gapComma == 0 || t.known(i) {
		return 0
	}
	end := a.rowEnd(t, i)
	if end == i || end < len(t.words) && t.words[end].gap&gapComma == 0 {
		return 0
	}
	return end
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
		} else if end := a.villageAlone(t, i); end > 0 {
			edits = append(edits, t.alone(i, end))
			i = end
		} else if from, end := a.villageAt(t, i); end > 0 {
			edits = append(edits, edit{from: t.words[from-1].to, to: t.words[end-1].to})
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
	loud := t.words[end-1].caps && (from == 0 || t.words[from-1].caps || t.shouted(from-1)) && (end == len(t.words) || t.words[end].caps || t.words[end].number)
	switch {
	case loud:
		return strings.ToUpper(words)
	case t.words[from].starts:
		return capitalized(words)
	}
	return words
}

// nameEnd is where the name of a place ends that begins with word i: one that is
// known, or a row of capitals; where everything is in capitals, two words.
func (a *around) nameEnd(t text, i int) int {
	if i >= len(t.words) || i > 0 && !t.words[i].gap.near() {
		return i
	}
	return a.rowEnd(t, i)
}

// rowEnd is nameEnd whatever stands before the name.
func (a *around) rowEnd(t text, i int) int {
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
		return k < i+2 || !t.everyday(k)
	}
	return w.upper
}

// counts reports whether a number counts what follows it.
func (t text) counts(i int) bool {
	return t.particle(i+1, "counted") > 0 && t.words[i+1].gap.near()
}
