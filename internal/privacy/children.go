package privacy

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"guongsang/internal/report"
)

// children gives the children beside those whom an example is about of whom its
// texts speak by name, on a day: cứu cháu Lò Văn Nam, 8 tuổi. Nobody was asked for
// them, so their full names may not stand. Own are those the example is about; if one of
// them is a child, its family is looked for too, for whose parents are named has been
// named (Decree 56/2017/NĐ-CP, art. 33).
func children(c report.Content, own []person, child bool, day report.Date) (all []person) {
	texts := textsOf(c)
	small := make([]string, len(texts))
	for i, s := range texts {
		small[i] = strings.ToLower(s)
	}
	place := cut(c.Place)
	schooled := slices.Contains(c.Groups, report.Pupil) || slices.ContainsFunc(small, speaksOfSchool)
	for i, s := range texts {
		if s == "" || !child && !maySpeakOfChildren(small[i]) {
			continue
		}
		f := childFinder{namer: namer{text: cut(s), mixed: true}, day: day, schooled: schooled, ofChild: child}
		f.lookAtCapitals()
		for i := 0; i < len(f.words); {
			i = f.at(i)
		}
		for _, p := range f.people(c) {
			known := func(other person) bool { return slices.EqualFunc(p.name, other.name, word.same) }
			if slices.ContainsFunc(own, p.maybe) || slices.ContainsFunc(all, known) || f.isVillage(p, place) || len(all) == maxChildren {
				continue
			}
			p.beside, p.child = true, false
			all = append(all, p)
		}
	}
	return all
}

// maxChildren is how many of them are looked for in each text: two classes.
const maxChildren = 60

// textsOf are the texts of an example in which children may be named.
func textsOf(c report.Content) []string {
	texts := []string{c.Title, c.Summary, c.Results, c.Spread, c.More.Quote, c.More.Article}
	for _, m := range c.Media {
		texts = append(texts, m.Caption)
	}
	return texts
}

// maySpeakOfChildren spares the cutting of a text, in small letters, that names no child.
func maySpeakOfChildren(small string) bool {
	return hasWord(small, youths[:]) || !norm.NFC.IsNormalString(small) || strings.Contains(small, "(") && strings.ContainsAny(small, "0123456789")
}

// speaksOfSchool reports whether a text in small letters is about pupils, so that who is
// called em in it is one.
func speaksOfSchool(small string) bool { return hasWord(small, schools[:]) }

// hasWord reports whether a text has a word of a list, or one that begins so.
func hasWord(small string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool {
		for from := 0; ; {
			i := strings.Index(small[from:], word)
			if i < 0 {
				return false
			}
			if from += i; from == 0 || small[from-1] < 'a' {
				return true
			}
			from += len(word)
		}
	})
}

// A childFinder looks in a text for the names of children.
type childFinder struct {
	namer
	day      report.Date
	schooled bool // the texts speak of a school, where em is a pupil
	ofChild  bool // the example is about a child, whose family is looked for too
	capital  bool // most words have capitals, which then say nothing
	small    bool // no word has one
}

// lookAtCapitals sees whether capitals tell names; all or most words have one if not.
func (f *childFinder) lookAtCapitals() {
	words, capitals := 0, 0
	for _, w := range f.words {
		if !w.number {
			words++
		}
		if w.upper {
			capitals++
		}
	}
	f.small = capitals == 0
	f.capital = capitals == words || words > 9 && 5*capitals >= 4*words
}

// at looks at word i for what tells that names of children follow, or for the name of
// somebody whose age follows, and tells where to go on.
func (f *childFinder) at(i int) (next int) {
	if !lexis().youths[f.words[i].fold] && !f.words[i].upper && !f.small {
		return i + 1
	}
	if s, ok := f.said(i); ok {
		return max(i+1, f.list(s))
	}
	if !f.accented && f.word(i, new(saying)) > 0 && f.particle(i+1, "middle") == 0 {
		return i + 1 // Ban may be a family name
	}
	end := f.childName(i)
	_, place := lexis().places.before(f.loose(), i)
	if end > i && (place == 0 || f.aged(end)) && !f.titled(i, "adult") && f.age(end, tight) == young {
		f.add(i, end)
	}
	return max(i+1, end)
}

// A saying is what stands before the names of children.
type saying struct {
	name int  // the word with which the first begins
	sure bool // they are children, unless an age says otherwise
	kin  bool // of a child's family, and named whatever the age
}

// said reads what says from word i on that names of children follow.
func (f *childFinder) said(i int) (s saying, ok bool) {
	n := f.word(i, &s)
	if n == 0 || f.known(i) {
		return s, false
	}
	owned := false
	for s.name = i + n; s.name < min(i+maxBetween, len(f.words)) && f.words[s.name].gap&gapDot == 0; s.name += n {
		if n = f.between(s.name, &s); n == 0 {
			break
		}
		owned = f.particle(s.name+n-1, "owner") > 0
	}
	if s.name >= len(f.words) {
		return s, false
	}
	g := f.words[s.name].gap
	switch {
	case g&gapDot != 0, g&gapComma != 0 && s.name == i+1:
		return s, false
	case owned && !s.kin && g&^(gapSpace|gapLine) == 0:
		return f.behindOwner(s)
	}
	return s, true
}

// maxBetween is how many words stand between a word for a child and its name at most.
const maxBetween = 40

// behindOwner goes on behind the name of whose child is spoken of: con ông Lò Văn A là.
func (f *childFinder) behindOwner(s saying) (child saying, ok bool) {
	end := f.childName(s.name)
	n := f.particle(end, "being")
	if end == s.name || n == 0 || end+n >= len(f.words) {
		return s, false
	}
	s.name = f.address(end + n)
	return s, true
}

// word reads a word for a child, or for somebody of its family, at word i.
func (f *childFinder) word(i int, s *saying) (n int) {
	if n = f.particle(i, "young"); n > 0 {
		s.sure = true
		return n
	}
	if n = f.particle(i, "pupil or younger"); n > 0 {
		s.sure = s.sure || f.schooled
		return n
	}
	if n = f.particle(i, "kin"); n > 0 && f.ofChild {
		s.kin = true
		return n
	}
	return f.particle(i, "perhaps young")
}

// between reads what may stand between the word for a child and its name: con gái út
// của ông là, con 2 tuổi tên, em học sinh lớp 5A.
func (f *childFinder) between(k int, s *saying) (n int) {
	if n = f.word(k, s); n > 0 {
		return n
	}
	if n = f.particle(k, "beside a child"); n > 0 && !f.words[k].upper {
		return n
	}
	if age, n := f.years(k); n > 0 {
		s.sure = age == young
		return n
	}
	if _, end := f.class(k); end > 0 {
		s.sure = true
		return end - k
	}
	return 0
}

// list takes the names of a list, and tells where it ends.
func (f *childFinder) list(s saying) (end int) {
	for name, more := s.name, true; more; name, more = f.listed(end) {
		to := f.childName(name)
		if to == name {
			break
		}
		end = to
		if age := f.age(end, near); age == young || age == unknown && s.sure || s.kin {
			f.add(name, end)
		}
	}
	return end
}

// childName is where the name of somebody ends that begins with word i with the
// family name, or i. Where all words have capitals, what stands in the middle of names
// tells, or what stands behind; the second word of học sinh begins none (HỌC SINH A MINH),
// and what somebody does ends one (Em Mai Trả Người Mất).
func (f *childFinder) childName(i int) (end int) {
	if i >= len(f.words) || !f.family(i) || !f.words[i].upper && !f.small || f.capital && f.endsYoung(i) {
		return i
	}
	if f.capital && f.particle(i+1, "middle") > 0 && i+2 < len(f.words) {
		return i + 3
	}
	end = f.run(i, true, false)
	acts := f.acts(i, end)
	end = min(end, acts)
	alone := end == acts || end == len(f.words) || f.words[min(end, len(f.words)-1)].gap&^gapSpace != 0
	if end < i+2 || f.capital && (!alone || f.words[i].caps || end > i+4) {
		return i
	}
	return end
}

// endsYoung reports whether a word for a child of two words ends with word i.
func (f *childFinder) endsYoung(i int) bool {
	_, n := lexis().particles["young"].before(f.text, i+1)
	return n > 1
}

// acts is where words in capitals go on from a name to what somebody does, or behind all.
func (f *childFinder) acts(i, end int) int {
	for k := i + 1; f.capital && f.accented && k+1 < end; k++ {
		if f.particle(k, "acting") > 0 && f.age(end, tight) != young {
			return k
		}
	}
	return len(f.words) + 1
}

// listed is where a list may go on whose last name, or the age behind it, ends before word i.
func (f *childFinder) listed(i int) (name int, ok bool) {
	for k := i; k < min(i+tight+3, len(f.words)); k++ {
		switch w := f.words[k]; {
		case w.gap&(gapDot|gapLine) != 0 && w.gap&gapSpace != 0:
			return i, false
		case f.particle(k, "joining") > 0:
			return f.address(k + 1), true
		case w.gap&(gapComma|gapStop) != 0 && w.upper && k+1 <= len(f.words):
			return f.address(k), true
		case k == i && w.gap&(gapComma|gapOther|gapHyphen) == 0:
			return i, false
		}
	}
	return i, false
}

// An age is what is said of how old somebody is.
type age int

const (
	unknown age = iota
	young       // under 16
	grown
)

// How many words behind a name tell of whom it is, behind a word for a child and else.
const (
	near  = 12
	tight = 4
)

// age is what the words behind a name that ends before word end say of an age: a number
// of years, a year of birth, a class, a word for a child or for what only the grown up are.
func (f *childFinder) age(end, words int) age {
	for k := end; k < min(end+words, len(f.words)); k++ {
		w, behind := f.words[k], f.words[k].gap&^gapSpace != 0
		if w.gap&(gapDot|gapLine) != 0 && w.starts || k > end && f.childName(k) > k {
			break
		}
		if words == tight && k > end && !f.words[k-1].number && f.particle(k-1, "before an age") == 0 {
			break
		}
		if said, n := f.years(k); n > 0 {
			return said
		}
		if year, ok := f.year(k); ok && (k == end && w.gap&gapOther != 0 || f.born(end, k)) {
			return f.bornIn(year)
		}
		if f.particle(k, "grown") > 0 || f.post(k) && (k == end && behind || k > end && f.particle(k-1, "being") > 0) {
			return grown
		}
		if f.particle(k, "no pupil") > 0 {
			break
		}
		if k == end && behind && (f.grade(k) > k+1 || f.particle(k, "young") > 0) {
			return young
		}
		if _, to := f.class(k); to > 0 {
			return young
		}
	}
	return unknown
}

// years reads an age from word k on: 8 tuổi, 5 tháng tuổi, 13T.
func (f *childFinder) years(k int) (age age, n int) {
	years, err := strconv.Atoi(f.words[k].fold)
	if err != nil || k+1 >= len(f.words) || !f.words[k+1].gap.near() {
		return unknown, 0
	}
	switch next := f.words[k+1]; {
	case next.fold == "thang" && k+2 < len(f.words) && f.words[k+2].fold == "tuoi":
		return young, 3
	case next.fold == "tuoi", next.fold == "t" && next.gap == 0:
		if years < adultAge {
			return young, 2
		}
		return grown, 2
	}
	return unknown, 0
}

// aged reports whether an age or a class stands right behind a name, as behind no village's.
func (f *childFinder) aged(end int) bool {
	if end >= len(f.words) {
		return false
	}
	_, class := f.class(end)
	return class > 0 || f.words[end].number
}

// year reads a year in which somebody can have been born.
func (f *childFinder) year(k int) (year int, ok bool) {
	year, err := strconv.Atoi(f.words[k].fold)
	return year, err == nil && year > 1900 && year <= f.day.Year
}

// born reports whether a word for birth stands in a passage.
func (f *childFinder) born(from, to int) bool {
	for k := from; k < to; k++ {
		if f.particle(k, "born") > 0 {
			return true
		}
	}
	return false
}

func (f *childFinder) bornIn(year int) age {
	if f.day.Year-year <= adultAge {
		return young
	}
	return grown
}

// post reports whether a word of address of the grown up begins at word k that is one
// for more than their age.
func (f *childFinder) post(k int) bool {
	_, n := lexis().titles.at(f.text, k, "adult")
	return n > 0 && f.particle(k, "owner") != n
}

// isVillage reports whether a name behind ban, without accents a friend or a village, is
// the whole name of a village of the place.
func (f *childFinder) isVillage(p person, place text) bool {
	if f.accented || p.from == 0 || f.words[p.from-1].fold != "ban" || f.aged(p.to) {
		return false
	}
	for i, end := 0, p.to-p.from+1; end <= len(place.words); i, end = i+1, end+1 {
		if whole := end == len(place.words) || place.words[end].gap&gapComma != 0; whole &&
			slices.EqualFunc(place.words[i:end], f.words[p.from-1:p.to], func(a, b word) bool { return a.fold == b.fold }) {
			return true
		}
	}
	return false
}

// maybe reports whether another name can be this person's: one of them begins with the
// other, where capitals stand behind it too (Giàng A Minh Tặng Bạn), or, of names of
// which one lacks what stands in the middle, the family name and the given name tell.
func (p person) maybe(other person) bool {
	n, same := min(len(p.name), len(other.name)), func(a, b word) bool { return a.fold == b.fold }
	if n > 1 && slices.EqualFunc(p.name[:n], other.name[:n], same) {
		return true
	}
	last, of := len(p.name)-1, len(other.name)-1
	return last != of && same(p.name[last], other.name[of]) && (n == 1 || same(p.name[0], other.name[0]))
}
