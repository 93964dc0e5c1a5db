package privacy

import (
	_ "embed"
	"guongsang/internal/vietnamese"
	"strings"
	"sync"
)

//go:embed lexicon/places.txt
var placesText string

//go:embed lexicon/compounds.txt
var compoundsText string

//go:embed lexicon/ordinary.txt
var ordinaryText string

//go:embed lexicon/custom.txt
var customText string

//go:embed lexicon/particles.txt
var particlesText string

// A phrase is one or more words that belong together.
type phrase struct {
	words []word
	kind  string // the section of the list in which it stands
}

// phrases are found by their first word, or by their last.
type phrases struct{ byFirst, byLast map[string][]phrase }

// A lexicon is what the package knows of words.
type lexicon struct {
	families   map[string]bool    // spelled
	familiesF  map[string]bool    // folded
	titles     phrases            // of the kinds child, adult, plain
	places     phrases            // words that say that a place follows: heads, communes, levels, villages, numbered villages
	known      phrases            // places and people who are meant by nobody: names, famous
	compounds  map[string]bool    // two spellings with a space
	compoundsF map[string]bool    // two words folded, with a space
	ordinary   map[string]bool    // spelled
	ordinaryF  map[string]bool    // folded
	custom     map[string]bool    // spelled
	particles  map[string]phrases // by section
	opening    map[string]bool    // folded: words with which the name of a school, a class or a village can begin
	youths     map[string]bool    // folded: words with which what stands before the name of a child can begin
}

// lexis is read once, when first needed.
var lexis = sync.OnceValue(func() *lexicon {
	l := &lexicon{families: map[string]bool{}, familiesF: map[string]bool{}, compounds: map[string]bool{}, compoundsF: map[string]bool{}, ordinary: map[string]bool{}, ordinaryF: map[string]bool{}, custom: map[string]bool{}}
	for _, name := range vietnamese.FamilyNames() {
		w := cut(name).words[0]
		l.families[w.spell], l.familiesF[w.fold] = true, true
	}
	for _, p := range list(compoundsText, ",") {
		for i := range len(p.words) - 1 {
			l.compounds[p.words[i].spell+" "+p.words[i+1].spell] = true
			l.compoundsF[p.words[i].fold+" "+p.words[i+1].fold] = true
		}
	}
	for _, p := range list(ordinaryText, " ") {
		l.ordinary[p.words[0].spell], l.ordinaryF[p.words[0].fold] = true, true
	}
	for _, p := range list(customText, " ") {
		l.custom[p.words[0].spell] = true
	}
	l.titles = index(list(vietnamese.Titles, ","))
	sections := map[string][]phrase{}
	for _, p := range list(particlesText, ",") {
		sections[p.kind] = append(sections[p.kind], p)
	}
	l.particles = map[string]phrases{}
	for kind, all := range sections {
		l.particles[kind] = index(all)
	}
	var heads, known []phrase
	for _, village := range vietnamese.Villages {
		heads = append(heads, phrase{cut(village).words, "villages"})
	}
	for _, p := range list(placesText, ",") {
		if p.kind == "names" || p.kind == "famous" {
			known = append(known, p)
		} else {
			heads = append(heads, p)
		}
	}
	l.places, l.known = index(heads), index(known)
	l.opening = firsts(l.places, l.particles["school"], l.particles["kind of school"], l.particles["class"], l.particles["grade level"])
	l.youths = firsts(l.particles["young"], l.particles["pupil or younger"], l.particles["perhaps young"], l.particles["kin"])
	return l
})

// firsts are the words, folded, with which phrases begin.
func firsts(all ...phrases) map[string]bool {
	words := map[string]bool{}
	for _, ps := range all {
		for first := range ps.byFirst {
			words[first] = true
		}
	}
	return words
}

// list reads the phrases of a word list: parted by sep or the end of a line, in
// sections with a head in brackets; # begins a remark.
func list(s, sep string) (all []phrase) {
	kind := ""
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "#") {
			continue
		}
		if head, ok := strings.CutPrefix(line, "["); ok {
			kind = strings.TrimSuffix(head, "]")
			continue
		}
		for part := range strings.SplitSeq(line, sep) {
			if words := cut(part).words; len(words) > 0 {
				all = append(all, phrase{words, kind})
			}
		}
	}
	return all
}

func index(all []phrase) phrases {
	by := phrases{map[string][]phrase{}, map[string][]phrase{}}
	for _, p := range all {
		first, last := p.words[0].fold, p.words[len(p.words)-1].fold
		by.byFirst[first] = append(by.byFirst[first], p)
		by.byLast[last] = append(by.byLast[last], p)
	}
	return by
}

// at finds the longest phrase of the kinds given, or of any, that begins with
// word i, and how many words it has; 0 if none does.
func (ps phrases) at(t text, i int, kinds ...string) (kind string, n int) {
	for _, p := range ps.byFirst[t.words[i].fold] {
		if len(p.words) > n && p.in(kinds) && t.has(i, p.words) {
			kind, n = p.kind, len(p.words)
		}
	}
	return kind, n
}

// before finds the longest phrase that ends right before word i.
func (ps phrases) before(t text, i int, kinds ...string) (kind string, n int) {
	if i == 0 {
		return "", 0
	}
	for _, p := range ps.byLast[t.words[i-1].fold] {
		if len(p.words) > n && p.in(kinds) && i >= len(p.words) && t.has(i-len(p.words), p.words) {
			kind, n = p.kind, len(p.words)
		}
	}
	return kind, n
}

// in reports whether a phrase is of one of the kinds; none given means any.
func (p phrase) in(kinds []string) bool {
	for _, k := range kinds {
		if k == p.kind {
			return true
		}
	}
	return len(kinds) == 0
}

// has reports whether the words of a phrase stand from word i on.
func (t text) has(i int, words []word) bool {
	if i+len(words) > len(t.words) {
		return false
	}
	for k, w := range words {
		if !t.is(i+k, w) || k > 0 && t.words[i+k].gap&^(gapSpace|gapLine|gapHyphen|gapOther) != 0 {
			return false
		}
	}
	return true
}

// compound reports whether words i and i+1 stand for one thing, as an ninh.
func (t text) compound(i int) bool {
	if i < 0 || i+1 >= len(t.words) || !t.words[i+1].gap.near() {
		return false
	}
	a, b := t.words[i], t.words[i+1]
	var key [64]byte
	if t.accented {
		return lexis().compounds[string(append(append(append(key[:0], a.spell...), ' '), b.spell...))]
	}
	return lexis().compoundsF[string(append(append(append(key[:0], a.fold...), ' '), b.fold...))]
}

// family reports whether word i is a family name.
func (t text) family(i int) bool {
	w := t.words[i]
	return lexis().families[w.spell] || w.bare() && (w.upper || !t.accented) && lexis().familiesF[w.fold]
}

// everyday reports whether a word is one that is used every day.
func (t text) everyday(i int) bool {
	w := t.words[i]
	return lexis().ordinary[w.spell] || !t.accented && lexis().ordinaryF[w.fold]
}

// particle is how many words from word i on are one of the small words of a
// section, or 0.
func (t text) particle(i int, section string) int {
	if i < 0 || i >= len(t.words) {
		return 0
	}
	_, n := lexis().particles[section].at(t, i)
	return n
}

// follows reports whether one of the small words of a section stands before
// word i.
func (t text) follows(i int, section string) bool {
	_, n := lexis().particles[section].before(t, i)
	return n > 0
}
