package privacy

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"guongsang/internal/report"
)

// A person is somebody meant by the name of an example.
type person struct {
	name     []word   // from the family name to the given name
	initials []string // of each, as L.
	given    string   // the last word as it is written
	joined   string   // the name as one word; empty if it is short
	from, to int      // words of the text in which the name was found
	child    bool     // a word before says so
	byGiven  bool     // may be called by the given name, rather than by initials
	beside   bool     // named in another field than that of the name
}

// maxName is how many words of a name are taken for one person's.
const maxName = 6

// about gives the persons in an example's name. The name of a person or of the
// head of a household is all a name, but for words of address; in the name of a
// collective or a model people are looked for.
func about(c report.Content) (named text, all []person) {
	named = cut(c.Name)
	r := namer{text: named}
	r.mixed = slices.ContainsFunc(named.words, func(w word) bool { return !w.upper && !w.number })
	if c.Object != report.Collective && (c.Category != report.NewModel || r.nothingElse()) {
		r.whole()
	} else {
		r.search(0)
	}
	return named, r.people(c)
}

// aboutBeside gives the persons named in the fields beside the name: who is at the
// head of a collective, who runs a model. Such a field may name nobody.
func aboutBeside(c report.Content) (all []person) {
	for _, field := range []string{c.More.Chief, c.More.RunBy} {
		if field == "" {
			continue
		}
		r := namer{text: cut(field), mixed: true}
		if r.nothingElse() {
			r.whole()
		} else {
			r.search(0)
		}
		all = append(all, r.people(c)...)
	}
	for i := range all {
		all[i].beside = true
	}
	return all
}

// alsoCalled gives the other names by which the texts say that whoever an example is
// about is called: Dở (tên ở nhà là Bống). They hold for the one person of the name.
// Each name is looked for in every text, so only so many different ones are taken.
func alsoCalled(c report.Content, people []person) (all []person) {
	if len(people) != 1 || people[0].beside {
		return nil
	}
	for _, s := range []string{c.Title, c.Summary, c.Results, c.More.Quote, c.More.Article} {
		if !mayCall(s) {
			continue
		}
		r := namer{text: cut(s), mixed: true}
		for i := 0; i < len(r.words); i++ {
			n := r.particle(i, "also called")
			if n == 0 {
				continue
			}
			if i = r.address(min(i+n, len(r.words)-1)); r.words[i].upper && r.words[i].gap&^(gapSpace|gapStop|gapOther) == 0 {
				r.add(i, max(i+1, r.nameEnd(i)))
			}
		}
		for _, p := range r.people(c) {
			known := slices.ContainsFunc(all, func(other person) bool { return slices.EqualFunc(p.name, other.name, word.same) })
			if p.beside = true; !known && len(all) < maxCalled {
				all = append(all, p)
			}
		}
	}
	return all
}

// maxCalled is how many other names somebody may have.
const maxCalled = 6

// mayCall reports whether a text can have words before another name of somebody;
// most have none, and to cut them would be half of the work.
func mayCall(s string) bool {
	small := strings.ToLower(s)
	return !norm.NFC.IsNormalString(s) || slices.ContainsFunc(calling[:], func(word string) bool { return strings.Contains(small, word) })
}

// people are those that were found, with what may stand for their names.
func (r *namer) people(c report.Content) []person {
	pupils := slices.Contains(c.Groups, report.Pupil)
	for i := range r.found {
		p := &r.found[i]
		p.child = p.child || pupils
		p.joined = asOneWord(p.name)
		for _, w := range p.name {
			p.initials = append(p.initials, initial(r.s[w.from:w.to]))
			p.given = r.s[w.from:w.to]
		}
	}
	return r.found
}

// inName reports whether any of these persons stands in the name of the example.
func inName(people []person) bool {
	return slices.ContainsFunc(people, func(p person) bool { return !p.beside })
}

// initial is the first letter of a word, with its accents, and a full stop.
func initial(s string) string {
	for _, r := range norm.NFC.String(s) {
		if unicode.IsLetter(r) && read(r).kind == alphabet {
			return string(unicode.ToUpper(r)) + "."
		}
	}
	return ""
}

// short writes the initials of some words of a name.
func (p person) short(words []int) string {
	var b strings.Builder
	for _, k := range words {
		b.WriteString(p.initials[k])
	}
	return b.String()
}

// all are the words of a name by number.
func (p person) all() []int {
	words := make([]int, len(p.name))
	for k := range words {
		words[k] = k
	}
	return words
}

// A namer finds persons in a name.
type namer struct {
	text
	found []person
	mixed bool // not all of it is in capitals
	child bool // words of address before the next person say that it is a child
}

// nothingElse reports whether words of address and a name beginning with a family
// name are all there is: then a model is called by who has it.
func (r *namer) nothingElse() bool {
	i := r.address(0)
	return len(r.words) > i+1 && r.family(i) && r.words[i].upper && !r.compound(i) && r.nameEnd(i) == len(r.words) && len(r.words) < i+maxName
}

// whole reads a name that is somebody's: words of address, the name, and
// perhaps others after it.
func (r *namer) whole() {
	i := r.address(0)
	end := r.nameEnd(i)
	if i >= end {
		return
	}
	r.add(i, end)
	r.alias(end)
	r.search(end)
}

// alias takes a name by which somebody is known besides, which is set apart from
// the name by a bracket, a quotation mark or a dash: Giàng A Minh (tức Páo).
func (r *namer) alias(i int) {
	if i >= len(r.words) || r.words[i].gap&gapComma != 0 || r.words[i].gap&(gapOther|gapHyphen) == 0 {
		return
	}
	for n := 0; i < len(r.words) && !r.words[i].upper && n < maxName; n++ {
		if _, place := lexis().places.at(r.text, i); place > 0 || r.words[i].number {
			return
		}
		i++
	}
	if i == len(r.words) {
		return // Lò Văn Pản - người hiến đất
	}
	if _, title := lexis().titles.at(r.text, i); title > 0 {
		return // ông Lò Văn Pản - Trưởng bản
	}
	end := i
	for end < len(r.words) && r.words[end].upper && end < i+maxName && (end == i || r.words[end].gap == gapSpace) {
		end++
	}
	if end > i && !r.compound(i) && !r.known(i) && !r.elsewhere(i) && !lexis().custom[r.words[i].spell] {
		r.add(i, end)
	}
}

func (r *namer) add(from, to int) {
	p := person{from: from, to: to, child: r.child}
	for _, w := range r.words[from:to] {
		if !w.number {
			p.name = append(p.name, w)
		}
	}
	known := func(other person) bool { return from < other.to && other.from < to }
	if len(p.name) > 0 && !slices.ContainsFunc(r.found, known) {
		r.found = append(r.found, p)
	}
}

// address skips the words of address from word i on; the last word is always
// left, as a name.
func (r *namer) address(i int) int {
	for i < len(r.words) {
		kind, n := lexis().titles.at(r.text, i)
		if n == 0 || i+n >= len(r.words) || r.words[i+n].gap&gapComma != 0 || n == 1 && r.alsoFamily(i) {
			break
		}
		r.child = kind == "child" || r.child && kind != "adult"
		i += n
	}
	return i
}

// alsoFamily reports whether a word of address is rather a family name here: Già
// A Páo is nobody's elder.
func (r *namer) alsoFamily(i int) bool {
	return r.words[i].upper && r.family(i) && i+2 < len(r.words) && !r.family(i+1)
}

// nameEnd is where a name that begins with word i ends: before what is set
// apart from it, before "and", and before small letters after capitals.
func (r *namer) nameEnd(i int) int {
	end := i
	for ; end < len(r.words) && end < i+maxName; end++ {
		w := r.words[end]
		if end > i && (w.gap&(gapComma|gapStop|gapOther) != 0 || w.gap&gapHyphen != 0 && w.gap&gapSpace != 0 || r.particle(end, "joining") > 0) {
			break
		}
		if end > i && !w.upper && r.words[i].upper && r.particle(end, "middle") == 0 {
			break
		}
	}
	return end
}

// search looks for people from word i on; before it may stand one.
func (r *namer) search(i int) {
	for after := len(r.found) > 0; i < len(r.words); {
		r.child = r.child && after
		j := r.address(i)
		end := r.run(j, j > i, after)
		switch {
		case end > j:
			r.add(j, end)
			i, after = end, true
		case j > i:
			i, after = j, false
		default:
			after = after && (r.particle(i, "joining") > 0 || r.words[i].gap&gapComma != 0)
			i++
		}
	}
}

// run is where the name of a person ends that begins with word i, or i if none
// begins there. Addressed says that a word of address stands before it, after
// that another person does.
func (r *namer) run(i int, addressed, after bool) int {
	if i >= len(r.words) || r.words[i].number || r.compound(i) || r.compound(i-1) && !r.words[i].upper || r.known(i) {
		return i
	}
	loud := r.words[i].upper && (r.mixed || !r.shouted(i))
	mong := r.mong(i)
	family := r.family(i) || mong || r.middled(i)
	listed := after && loud && len(r.found[len(r.found)-1].name) == 1 && r.closes(i) // Minh, Mai và Lan
	if !family && !listed && (!addressed || !loud && r.everyday(i)) || r.elsewhere(i) && !(addressed && family) {
		return i
	}
	end := i + 1
	for end < len(r.words) && end < i+maxName-1 && r.goesOn(i, end, loud) {
		end++
	}
	switch n := end - i; {
	case addressed, n >= 3 && (loud || family && r.words[i].upper):
	case n == 2 && (loud || family && !r.everyday(i+1)) && (after || mong || r.particle(i-1, "owning") > 0):
	case n == 1 && listed:
	default:
		return i
	}
	return end
}

// goesOn reports whether a name that began with word i goes on with word k.
func (r *namer) goesOn(i, k int, loud bool) bool {
	w := r.words[k]
	switch _, head := lexis().places.at(r.text, k, "communes", "villages", "levels"); {
	case w.number, w.gap&^gapSpace != 0, r.particle(k, "joining") > 0, head > 0, w.caps && lexis().custom[w.spell] && r.particle(k-1, "middle") == 0, r.knownFrom(k):
		return false
	case loud:
		return w.upper || r.particle(k, "middle") > 0
	case !r.everyday(k):
		return k < i+2 || k < i+4 && r.family(i)
	}
	return r.particle(k-1, "middle") > 0 || r.family(i) && (k == i+1 || k == i+2 && r.closes(k))
}

// closes reports whether nothing follows that could belong to a name which ends
// with word k.
func (r *namer) closes(k int) bool {
	return k+1 == len(r.words) || r.words[k+1].gap&^gapSpace != 0 || r.particle(k+1, "joining") > 0
}

// middled reports whether what follows word i is what stands in the middle of
// names: Mè Thị Lan, but not Nhà Văn hóa.
func (r *namer) middled(i int) bool {
	if i+1 < len(r.words) {
		if _, head := lexis().places.at(r.text, i+1); head > 0 {
			return false
		}
	}
	return i+2 < len(r.words) && r.words[i].upper && r.words[i+2].upper && r.particle(i+1, "middle") > 0 && !r.compound(i+1) && !lexis().custom[r.words[i].spell]
}

// mong reports whether a name without the family name begins with word i as many
// do: A Páo.
func (r *namer) mong(i int) bool {
	return i > 0 && i+1 < len(r.words) && r.words[i].fold == "a" && r.words[i].upper && r.words[i+1].upper && r.words[i+1].gap == gapSpace && !r.everyday(i+1)
}

// elsewhere reports whether what stands before word i says that it names a place
// or an institution.
func (r *namer) elsewhere(i int) bool {
	if _, n := lexis().places.before(r.text, i); n > 0 {
		return true
	}
	return i > 0 && r.words[i-1].upper && !r.words[i-1].caps && r.words[i].gap == gapSpace && lexis().custom[r.words[i-1].spell] && !r.titled(i)
}

// titled reports whether a word of address stands before word i.
func (t text) titled(i int, kinds ...string) bool {
	if g := t.words[i].gap; i == 0 || g&(gapStop|gapComma) != 0 && g&gapOther == 0 || g&gapDot != 0 && t.words[i].starts {
		return false
	}
	_, n := lexis().titles.before(t, i, kinds...)
	return n > 0
}

// knownFrom reports whether a name that is nobody's here begins with word i.
func (t text) knownFrom(i int) bool {
	_, n := lexis().known.at(t, i)
	return n > 0
}

// known reports whether word i is part of a name that is nobody's here.
func (t text) known(i int) bool { return t.knownFrom(i) || t.inKnown(i) }

// inKnown reports whether a name that is nobody's here goes on with word i. Where
// accents do not tell, gia lang Son is no Lạng Sơn: both have capitals then.
func (t text) inKnown(i int) bool {
	for from := max(0, i-3); from < i; from++ {
		if _, n := lexis().known.at(t, from); from+n > i && (t.accented || t.words[i-1].upper || !t.words[i].upper) {
			return true
		}
	}
	return false
}
