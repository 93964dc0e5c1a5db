package privacy

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/report"
)

// children gives the children beside those whom an example is about of whom its
// texts speak by name, on a day: cứu cháu Lò Văn Nam, 8 tuổi. Nobody was asked for
// them, so their names may not stand. Own are those the example is about.
func children(c report.Content, own []person, day report.Date) (all []person) {
	pupils := slices.Contains(c.Groups, report.Pupil)
	for _, s := range textsOf(c) {
		if !maySpeakOfChildren(s) {
			continue
		}
		t := cut(s)
		n := t.capitals()
		r := namer{text: t, mixed: true, pupils: pupils, capital: 2*n > len(t.words), small: n == 0}
		for i := 0; i < len(r.words); {
			i = r.childAt(i, day)
		}
		for _, p := range r.people(c) {
			if slices.ContainsFunc(own, p.maybe) || len(all) == maxChildren {
				continue
			}
			p.beside, p.child = true, false
			p.byGiven = slices.ContainsFunc(own, func(o person) bool { return o.name[len(o.name)-1].fold == p.name[len(p.name)-1].fold })
			all = append(all, p)
		}
	}
	return all
}

// maxChildren is how many of them are looked for in each text.
const maxChildren = 12

// textsOf are the texts of an example in which children may be named.
func textsOf(c report.Content) []string {
	texts := []string{c.Title, c.Summary, c.Results, c.Spread, c.More.Quote, c.More.Article}
	for _, m := range c.Media {
		texts = append(texts, m.Caption)
	}
	return texts
}

// maySpeakOfChildren reports whether a text can have words before the name of a
// child; most have none, and to cut them would be half of the work.
func maySpeakOfChildren(s string) bool {
	capitals := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == 0xcc || c == 0xcd: // accents apart from their letters
			return true
		case c < 'A' || 'Z' < c && c < utf8.RuneSelf || i > 0 && s[i-1] > '@' && s[i-1] != 0xa0: // the end of a no-break space
			continue
		}
		if first, _ := utf8.DecodeRuneInString(s[i:]); !unicode.IsUpper(first) {
			continue
		}
		capitals = true
		before := strings.TrimRight(s[max(0, i-longestYouth):i], " \n\u00a0\"“'(:")
		before = before[1+strings.LastIndexAny(before, " \n"):]
		if slices.ContainsFunc(youths[:], func(youth string) bool { return strings.EqualFold(before, youth) }) {
			return true
		}
	}
	return s != "" && !capitals
}

// longestYouth is how many bytes before a capital are looked at: a word for a child, and
// what may stand behind it.
const longestYouth = 24

// childAt looks at word i for words of address with the names of children behind, and
// tells where to go on.
func (r *namer) childAt(i int, day report.Date) (next int) {
	r.child = false
	perhaps := r.particle(i, "perhaps young")
	name := r.address(i + perhaps)
	if name == i || !r.child && perhaps == 0 || r.known(i) || name < len(r.words) && r.words[name].gap&(gapDot|gapComma) != 0 {
		return max(i+1, name)
	}
	for more := true; more; name, more = r.listed(next) {
		end := r.childName(name)
		if end == name || !r.young(i, end, day) {
			return max(i+1, next, name)
		}
		r.add(name, end)
		next = end
	}
	return next
}

// childName is where the name of somebody ends that begins with word i with the
// family name, or i. Where all words have capitals, what stands in the middle of names tells.
func (r *namer) childName(i int) (end int) {
	if i >= len(r.words) || !r.family(i) || !r.words[i].upper && !r.small {
		return i
	}
	if r.capital {
		if r.particle(i+1, "middle") == 0 || i+2 >= len(r.words) {
			return i
		}
		return i + 3
	}
	if end = r.run(i, true, false); end < i+2 {
		return i
	}
	return end
}

// listed is where the next name of a list begins that goes on with word i.
func (r *namer) listed(i int) (name int, ok bool) {
	switch {
	case i >= len(r.words):
		return i, false
	case r.particle(i, "joining") > 0:
		name = r.address(i + 1)
		return name, r.childName(name) > name
	}
	return i, r.words[i].gap&gapComma != 0 && r.childName(i) > i
}

// capitals counts the words of a text that begin with a capital.
func (t text) capitals() (n int) {
	for _, w := range t.words {
		if w.upper {
			n++
		}
	}
	return n
}

// near is how many words behind a name, in its sentence, tell of whom it is.
const near = 12

// young reports whether a name from which the words of address begin at word i and
// that goes to word end is a child's on a day: an age, a year of birth or a class
// tells, or the word of address if none does.
func (r *namer) young(i, end int, day report.Date) bool {
	for k := end; k < min(end+near, len(r.words)) && !r.words[k].starts; k++ {
		switch n, err := strconv.Atoi(r.words[k].fold); {
		case err == nil && k+1 < len(r.words) && r.words[k+1].fold == "tuoi":
			return n < adultAge
		case err == nil && r.follows(k, "born"):
			return day.Year-n <= adultAge
		}
		if _, to := r.class(k); to > 0 {
			return true
		}
	}
	return r.particle(i, "young") > 0 || r.child && r.pupils
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
