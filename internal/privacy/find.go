package privacy

import (
	"slices"
	"strings"
	"unicode"
)

// A span is a passage of a text that means a person.
type span struct {
	from, to int // words
	who      *person
	parts    []int // which words of the name it has
}

// find gives the passages of a text that mean one of several people, in order.
// Of one whose given name may stand, only passages with more than that.
func (t text) find(people []person) (spans []span) {
	for i := 0; i < len(t.words); {
		best := span{}
		for p := range people {
			who := &people[p]
			s := t.meant(i, who)
			if s.to > best.to && !(who.byGiven && len(s.parts) == 1) {
				best = s
			}
		}
		switch row := t.row(i, people); {
		case len(row) > 1 && best.to <= i+1:
			spans = append(spans, row...)
			i = row[len(row)-1].to
		case best.to > 0:
			spans = append(spans, best)
			i = best.to
		default:
			i++
		}
	}
	return spans
}

// row finds different people by their given names with nothing but a space or a
// dash between: vợ chồng Tủa Chở, anh em Dinh - Dếnh. Each alone would be part of
// a longer name.
func (t text) row(i int, people []person) (row []span) {
	if len(people) < 2 {
		return nil
	}
	for at := i; at < len(t.words) && (at == i || t.words[at].gap.near()); at++ {
		p := slices.IndexFunc(people, func(p person) bool {
			return !p.byGiven && t.words[at].upper && t.words[at].spell == p.name[len(p.name)-1].spell
		})
		if p < 0 || slices.ContainsFunc(row, func(s span) bool { return s.who == &people[p] }) {
			break
		}
		row = append(row, span{at, at + 1, &people[p], []int{len(people[p].name) - 1}})
	}
	return row
}

// meant is the longest passage from word i on that means a person, or none.
func (t text) meant(i int, who *person) span {
	w := t.words[i]
	last := len(who.name) - 1
	if len(w.fold) > len(who.joined) && who.joined != "" && strings.Contains(iForY(w.fold), who.joined) {
		return span{i, i + 1, who, who.all()}
	}
	if !who.mayBegin(w) {
		return span{}
	}
	if joined := t.joined(i, who); joined.to > 0 {
		return joined
	}
	if i > 0 && w.single() && w.gap == 0 && t.words[i-1].number {
		return span{} // the A of 5A
	}
	if apart := t.apart(i, who); apart.to > 0 {
		return apart
	}
	if turned := t.turned(i, who); turned.to > 0 {
		return turned
	}
	for k := range who.name {
		if !t.begins(w, who.name[k]) {
			continue
		}
		if k == last {
			if t.given(i, who) {
				return span{i, i + 1, who, []int{k}}
			}
			continue
		}
		if s, ok := t.follow(i, k, who); ok && t.standsFor(s) {
			return s
		}
	}
	return span{}
}

// begins reports whether a word can stand for a word of a name: the same
// letters, or the first of them.
func (t text) begins(w, part word) bool {
	return w.fold == part.fold || w.single() && w.upper && w.fold[0] == part.fold[0]
}

// follow reads a name from its word k on, beginning with word i of the text. The
// given name has to be there, and one word that is more than a bare letter; what
// is between the family name and the given name may be left out.
func (t text) follow(i, k int, who *person) (s span, ok bool) {
	s = span{from: i, who: who}
	whole, fromFamily, last := false, k == 0, len(who.name)-1
	for at := i; at < len(t.words) && k <= last; at++ {
		if at > i && !t.adjoins(at, i, k, who) {
			break
		}
		w := t.words[at]
		n := concatenated(w.fold, who.name[k:])
		if n == 0 {
			for n = 1; fromFamily && k < last && !t.begins(w, who.name[k]); {
				k++
			}
			if !t.begins(w, who.name[k]) {
				break
			}
		}
		for range n {
			s.parts = append(s.parts, k)
			k++
		}
		s.to, whole = at+1, whole || len(w.fold) > 1 || !w.bare()
	}
	return s, whole && k > last && len(s.parts) > 1
}

// adjoins reports whether a word can go on a name that began before it. Between
// the words of a whole name anything may stand.
func (t text) adjoins(at, from, k int, who *person) bool {
	g := t.words[at].gap
	if g.near() || g&(gapComma|gapStop|gapOther) == 0 && (t.words[at-1].single() || g&(gapSpace|gapLine) == 0) {
		return true
	}
	whole := at-from == k && t.words[from].fold == who.name[0].fold && t.words[at].fold == who.name[k].fold
	return whole && (len(who.name) > 2 || g&(gapDot|gapStop) == 0)
}

// concatenated is how many of some words, two at least, a word consists of.
func concatenated(fold string, words []word) int {
	fold = iForY(fold)
	for n, w := range words {
		rest, ok := strings.CutPrefix(fold, iForY(w.fold))
		switch {
		case !ok:
			return 0
		case rest == "" && n > 0:
			return n + 1
		}
		fold = rest
	}
	return 0
}

// iForY writes every y of a word's letters as i. Whether y is i was decided by
// what stands before it, which differs between a word of its own and one that
// others are joined to: AQuý, VănYên.
func iForY(fold string) string { return strings.ReplaceAll(fold, "y", "i") }

// mayBegin reports whether a word begins as some word of the name does, which
// few words of a text do.
func (p *person) mayBegin(w word) bool {
	for _, part := range p.name {
		if part.fold[0] == w.fold[0] {
			return true
		}
	}
	return false
}

// joined finds a name that is written as one word: #lovanpan.
func (t text) joined(i int, who *person) span {
	fold := t.words[i].fold
	for k := range len(who.name) - 1 { // one word alone is not joined
		rest := who.name[k:]
		if concatenated(fold, rest) == len(rest) && (len(fold) > 4 || !t.everyday(i)) {
			return span{i, i + 1, who, who.all()[k:]}
		}
		if t.abbreviated(t.words[i], rest) {
			return span{i, i + 1, who, who.all()[k:]}
		}
	}
	return span{}
}

// abbreviated reports whether a word is the first letters of a name with the given
// name behind, each with a capital: TQVinh.
func (t text) abbreviated(w word, name []word) bool {
	last := len(name) - 1
	rest, ok := strings.CutSuffix(w.fold, name[last].fold)
	if !ok || len(rest) != last || len(name[last].fold) < 2 {
		return false
	}
	for k := range last {
		if rest[k] != name[k].fold[0] {
			return false
		}
	}
	capitals := 0
	for _, r := range t.s[w.from:w.to] {
		if !unicode.IsUpper(r) {
			break
		}
		capitals++
	}
	return capitals == last+1 || w.caps && last > 1
}

// apart finds a name that is written in more pieces than it has words, letter
// by letter as a rule: L ò V ă n P ả n, L-ò Văn P-ả-n.
func (t text) apart(i int, who *person) span {
	for k := range who.name {
		if to := t.pieces(i, who.name[k:]); to > i+len(who.name)-k {
			return span{i, to, who, who.all()[k:]}
		}
	}
	return span{}
}

// turned finds a name whose given name stands first, with what else of the name
// there is behind: Vinh Trần Quang, Páo A Sùng, Hoa Lò, chị Mai Thanh.
func (t text) turned(i int, who *person) span {
	last := len(who.name) - 1
	if w := t.words[i]; last < 1 || !w.upper || w.fold != who.name[last].fold || w.spell != who.name[last].spell && !w.bare() {
		return span{}
	}
	s := span{i, i + 1, who, []int{last}}
	for ; s.to < len(t.words) && t.words[s.to].upper && (t.words[s.to].gap.near() || t.listedTurned(s.to, who)); s.to++ {
		k := slices.IndexFunc(who.name, func(part word) bool { return part.fold == t.words[s.to].fold })
		if k < 0 || slices.Contains(s.parts, k) || t.knownFrom(s.to) {
			break
		}
		s.parts = append(s.parts, k)
	}
	whole := len(s.parts) > 2 && len(s.parts) == len(who.name)
	family := slices.Contains(s.parts[1:], 0)
	if len(s.parts) == 1 || !(family && (whole || !t.everyday(i))) && !t.given(i, who) {
		return span{}
	}
	return s
}

// listedTurned reports whether a name goes on with word i as in lists, the whole family
// name behind a comma: Páo, Sùng A.
func (t text) listedTurned(i int, who *person) bool {
	last := len(who.name) - 1
	return last > 1 && t.words[i].gap == gapComma|gapSpace && t.sequence(i, who.name[:last]) && !t.beside(i+last, i+last)
}

// minApart is how many letters a name has that is looked for in pieces.
const minApart = 3

// pieces is where the words end that, one after the other from word i on, have
// just the letters of a name; 0 if they have others. Of a single word of a name
// the pieces are letters.
func (t text) pieces(i int, name []word) (to int) {
	at, n := 0, 0 // in which word of the name, and behind how many of its letters
	for to = i; to < len(t.words) && at < len(name); to++ {
		w := t.words[to]
		if to > i && w.gap&(gapComma|gapStop|gapOther) != 0 || len(name) == 1 && !w.single() {
			return 0
		}
		for j := range len(w.fold) {
			if at == len(name) || !alike(w.fold[j], name[at].fold[n]) {
				return 0
			}
			if n++; n == len(name[at].fold) {
				at, n = at+1, 0
			}
		}
	}
	if at < len(name) || len(name) == 1 && len(name[0].fold) < minApart {
		return 0
	}
	return to
}

// alike reports whether two letters are the same, y and i being one (iForY).
func alike(a, b byte) bool { return a == b || a == 'y' && b == 'i' || a == 'i' && b == 'y' }

// minJoined is how long a name has to be to be looked for within longer words,
// as in camonlovanpan.
const minJoined = 7

// asOneWord is a name as one word, with i for y, or nothing if that is too short
// to mean it.
func asOneWord(name []word) string {
	var b strings.Builder
	for _, w := range name {
		b.WriteString(w.fold)
	}
	if b.Len() < minJoined {
		return ""
	}
	return iForY(b.String())
}
