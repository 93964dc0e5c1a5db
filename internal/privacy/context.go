package privacy

import "slices"

// standsFor decides whether a passage of several words means the person. All
// words of a name in their order do, however they are written. Fewer may be
// somebody else's name, or everyday words.
func (t text) standsFor(s span) bool {
	if len(s.parts) == len(s.who.name) && t.entire(s) {
		return len(s.parts) > 2 || t.upper(s) || t.titled(s.from) || !t.compound(s.from)
	}
	if !t.spelled(s) || t.anothers(s) || t.placed(s.from) || t.longer(s) {
		return false
	}
	switch {
	case t.titled(s.from), t.upper(s) && (!t.shouted(s.from) || t.loud(s)), len(s.parts) > 2 && t.entire(s):
		return true
	case t.compound(s.from) && !t.upper(s):
		return false
	}
	return t.upper(s) || !t.everydayAll(s)
}

// entire reports whether a passage has the words themselves rather than their
// first letters.
func (t text) entire(s span) bool {
	if s.to-s.from != len(s.parts) {
		return true
	}
	for k, w := range t.words[s.from:s.to] {
		if w.fold != s.who.name[s.parts[k]].fold {
			return false
		}
	}
	return true
}

// upper reports whether the words of a passage begin with capitals; those in
// the middle of a name some write small.
func (t text) upper(s span) bool {
	for i := s.from; i < s.to; i++ {
		if w := t.words[i]; !w.upper && (i == s.to-1 || t.particle(i, "middle") == 0) {
			return false
		}
	}
	return true
}

// loud reports whether the words of a passage are in capitals and those around
// are not.
func (t text) loud(s span) bool {
	return (t.words[s.from].starts || !t.words[s.from-1].caps) && (s.to == len(t.words) || t.words[s.to].starts || !t.words[s.to].caps)
}

// spelled reports whether the words of a passage can be those of the name: with
// the same accents, or with none.
func (t text) spelled(s span) bool {
	if s.to-s.from != len(s.parts) {
		return true
	}
	for k, w := range t.words[s.from:s.to] {
		if part := s.who.name[s.parts[k]]; w.fold == part.fold && w.spell != part.spell && !w.bare() {
			return false
		}
	}
	return true
}

// everydayAll reports whether each word of a passage is an everyday word.
func (t text) everydayAll(s span) bool {
	for i := s.from; i < s.to; i++ {
		if !t.everyday(i) {
			return false
		}
	}
	return true
}

// anothers reports whether a passage that lacks the family name follows the
// family name of somebody else; before three words or more an everyday word is
// none.
func (t text) anothers(s span) bool {
	if s.parts[0] == 0 || !t.followsFamily(s.from, s.who) {
		return false
	}
	return len(s.parts) < 3 || t.words[s.from-1].upper || !t.everyday(s.from-1)
}

// longer reports whether the family name and the given name alone stand in a
// longer name, which is then somebody else's: Nguyễn Xuân Phúc is not Nguyễn Văn
// Xuân.
func (t text) longer(s span) bool {
	return s.parts[0] == 0 && !t.shouted(s.from) && t.beside(s.to, s.to) && !s.who.has(t.words[s.to]) && !t.customary(s.to)
}

// followsFamily reports whether another family name stands right before word i.
func (t text) followsFamily(i int, who *person) bool {
	return i > 0 && t.words[i].gap.near() && t.family(i-1) && t.words[i-1].fold != who.name[0].fold &&
		(t.words[i-1].upper || !t.words[i].upper) && !t.titled(i)
}

// given decides whether a single word with the letters of a given name is that
// name. It may be an everyday word, part of a place, or of somebody else's name.
func (t text) given(i int, who *person) bool {
	w, name := t.words[i], who.name[len(who.name)-1]
	if w.fold != name.fold || w.single() && !w.upper {
		return false
	}
	addressed := t.titled(i, "adult", "child", "peer")
	if w.spell != name.spell && !t.unmarked(i, addressed) {
		return false
	}
	switch {
	case t.followsFamily(i, who), t.followsOwn(i, who), t.others(i, who), t.inKnown(i):
		return false
	case addressed && w.upper && !t.shouted(i) && !(w.starts && t.compound(i)), w.caps && !t.shouted(i) && !t.placed(i):
		return true
	case t.placed(i), t.known(i), t.compound(i) && !t.subject(i), !addressed && t.dated(i),
		t.compound(i-1) && !t.titledAcross(i) && !t.raised(i):
		return false
	case !addressed && t.addresses(i):
		return t.capital(i) && (!w.starts || i+1 < len(t.words) && t.words[i+1].gap&gapComma != 0)
	case addressed, w.upper, t.opens(i):
		return true
	}
	return !t.everyday(i)
}

// unmarked reports whether word i can be a word with accents that was written
// without: in a text without any, or as names are written.
func (t text) unmarked(i int, addressed bool) bool {
	w := t.words[i]
	return w.bare() && (!t.accented || addressed && w.upper || (addressed || w.upper || t.glued(i)) && !t.everyday(i))
}

// glued reports whether word i stands with others as in the names of files and
// accounts, without a space: pan.lo@gmail.com.
func (t text) glued(i int) bool {
	joins := func(i int) bool {
		return i < len(t.words) && t.words[i].gap != 0 && t.words[i].gap&(gapSpace|gapLine|gapComma) == 0
	}
	return i > 0 && joins(i) || joins(i+1)
}

// opens reports whether word i begins the text, a line or a sentence, where a
// name may have lost its capital with the others.
func (t text) opens(i int) bool {
	return t.words[i].starts && (i == 0 || t.words[i].gap&(gapDot|gapLine) != 0)
}

// dated reports whether an everyday word stands before a number, as in Xuân 2026
// and Sáng 5/10, or counts what follows it, as in Hai hộ.
func (t text) dated(i int) bool {
	if i+1 == len(t.words) || t.words[i+1].gap != gapSpace {
		return false
	}
	return t.words[i+1].number && t.everyday(i) || t.particle(i, "grade") > 0 && t.particle(i+1, "counted") > 0
}

// addresses reports whether word i is itself a word of address: anh.
func (t text) addresses(i int) bool {
	_, n := lexis().titles.at(t, i, "adult", "child")
	return n > 0
}

// followsOwn reports whether the word of the name that stands before the given
// name stands before word i: then the two were looked at together.
func (t text) followsOwn(i int, who *person) bool {
	if i == 0 || len(who.name) < 2 || !t.words[i].gap.near() {
		return false
	}
	before, own := t.words[i-1], who.name[len(who.name)-2]
	return before.fold == own.fold && (before.spell == own.spell || before.bare()) && before.upper == t.words[i].upper
}

// titledAcross reports whether the word before word i makes a word of two
// syllables with it only because it is a word of address: anh Dũng, but not anh
// dũng; đồng chí minh.
func (t text) titledAcross(i int) bool {
	kind, n := lexis().titles.before(t, i)
	if kind == "plain" || kind == "peer" {
		return t.words[i].upper && t.words[i-1].fold != "nguoi" // nhà Hoa, but người Hoa
	}
	return n > 1 || n == 1 && t.words[i].upper
}

// raised reports whether word i has a capital where the everyday word has none:
// có Tâm, but not mùa Xuân.
func (t text) raised(i int) bool {
	return t.capital(i) && !t.words[i].starts && !t.words[i-1].upper && !t.follows(i, "raising")
}

// subject reports whether word i has a capital behind a comma, where somebody is
// named as a rule: nuôi bò, Thanh thoát nghèo.
func (t text) subject(i int) bool {
	return t.words[i].gap&gapComma != 0 && t.raised(i) && t.particle(i, "official") == 0
}

// others reports whether word i is part of a longer name: of another person, or
// of a place.
func (t text) others(i int, who *person) bool {
	if i > 0 && t.words[i].gap.near() && !t.words[i-1].single() && t.particle(i-1, "middle") > 0 {
		return true
	}
	if t.shouted(i) || !t.words[i].upper {
		return false
	}
	if t.beside(i, i-1) && !t.words[i-1].starts && !t.words[i-1].caps && !t.titled(i) && !who.has(t.words[i-1]) && !t.customary(i-1) {
		return true
	}
	return t.beside(i+1, i+1) && !who.has(t.words[i+1]) && !t.customary(i+1)
}

// beside reports whether word other is written as part of a name, with nothing
// but a space between it and the one at its side; at is the later of the two.
func (t text) beside(at, other int) bool {
	return at > 0 && at < len(t.words) && t.words[at].gap == gapSpace && t.words[other].upper && !t.words[other].number
}

// customary reports whether word i has a capital that says nothing: by custom,
// or because a place or a word of address begins there.
func (t text) customary(i int) bool {
	if lexis().custom[t.words[i].spell] || t.knownFrom(i) {
		return true
	}
	_, place := lexis().places.at(t, i)
	_, title := lexis().titles.at(t, i)
	return place > 0 || title > 0 || t.particle(i, "grade") > 0 // Anh Ba
}

// has reports whether a word is one of a name.
func (p *person) has(w word) bool {
	return slices.ContainsFunc(p.name, func(part word) bool { return part.fold == w.fold })
}

// placed reports whether the word before word i says that a place is named.
func (t text) placed(i int) bool {
	if t.words[i].gap&^(gapSpace|gapLine) != 0 {
		return false
	}
	_, n := lexis().places.before(t, i)
	if n == 0 {
		return false
	}
	if t.posted(i-n) && !t.beside(i+1, i+1) {
		return false
	}
	_, title := lexis().titles.before(t, i)
	return title < n || title == n && t.accented // cháu and châu look alike without accents
}

// maxPost is how many words may stand between a post and the place in which it is
// held: chủ tịch Hội Cựu chiến binh xã.
const maxPost = 6

// posted reports whether the word for a place before which word i stands belongs to
// a post, behind which its holder is named. Word i is the first of the place.
func (t text) posted(i int) bool {
	for k := i; k > 0 && k > i-maxPost && t.words[k].gap.near(); k-- {
		if t.follows(k, "post") {
			return true
		}
	}
	return false
}
