package unitname

import (
	"slices"
	"strings"
	"sync/atomic"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// An Index is a directory made ready to be searched.
type Index struct {
	of      report.Directory
	day     report.Date
	entries []entry
}

// last is the index that was made last: for thousands of units that takes longer than all
// else of a turn, and they are asked about at nearly each message of an officer.
var last atomic.Pointer[Index]

// An entry is a name with the units that are meant by it: the one that bears it; or,
// where nobody does any more, the one that bore it, or those that go on from a unit that
// has closed.
type entry struct {
	units  []report.Unit
	code   string // folded; empty if the units are found by it elsewhere
	name   name
	former bool
}

// A name is in the words by which names are compared.
type name struct {
	kind, rest []string // what sort of unit, and which of them
	joined     string   // the rest without spaces: where words end, people differ
	place      bool     // people live there: who is mentioned with it need not be of it
}

// isPlace reports whether a name is that of a village.
func isPlace(name string) bool {
	lower := strings.ToLower(name)
	return slices.ContainsFunc(texts.Villages(), func(word string) bool { return strings.HasPrefix(lower, word+" ") })
}

// New makes the index of the units of a directory that exist on a day, by the names
// that they have and had, and by those of the units that they go on from.
func New(d report.Directory, day report.Date) *Index {
	if x := last.Load(); x != nil && x.day == day && x.of.Is(d) {
		return x
	}
	x := &Index{of: d, day: day, entries: make([]entry, 0, d.Len())}
	defer last.Store(x)
	for u := range d.All() {
		switch {
		case u.ActiveOn(day):
			x.add(u.Code, u.Name, false, u)
			for _, name := range u.FormerNames() {
				x.add("", name, true, u)
			}
		case u.Successor != "":
			heirs := slices.DeleteFunc(d.Living(u.Code, day), func(heir report.Unit) bool { return !heir.ActiveOn(day) })
			if len(heirs) == 0 {
				continue
			}
			x.add(u.Code, u.Name, true, heirs...)
			for _, name := range u.FormerNames() {
				x.add("", name, true, heirs...)
			}
		}
	}
	return x
}

func (x *Index) add(code, called string, former bool, units ...report.Unit) {
	n := nameOf(wordsOf(called))
	n.place = isPlace(called)
	x.entries = append(x.entries, entry{units, strings.ToLower(code), n, former})
}

// unitsOf are the units of the entries that were found, each once. What somebody is
// called today goes before what another was called.
func unitsOf(found []entry) (units []report.Unit) {
	present, known := slices.ContainsFunc(found, func(e entry) bool { return !e.former }), map[string]bool{}
	for _, e := range found {
		if present && e.former {
			continue
		}
		for _, u := range e.units {
			if !known[u.Code] {
				known[u.Code] = true
				units = append(units, u)
			}
		}
	}
	return units
}

// nameOf parts the words of a name. A commune is its people's committee, however
// the directory calls it.
func nameOf(words []word) (n name) {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.text
	}
	if len(all) > 1 && left[all[0]] {
		all[0] = "#ubnd"
	}
	at := 0
	for at < len(all) && kinds[all[at]] && (at == 0 || all[at][0] == '#') {
		at++
	}
	n.kind, n.rest = all[:at], all[at:]
	n.joined = strings.Join(n.rest, "")
	return n
}

// bare reports whether a name says too little to be found among other words: only
// of what sort a unit is, or only a word or two of no sort.
func (n name) bare() bool { return len(n.rest) == 0 || len(n.kind) == 0 && len(n.rest) < 3 }

// A span is where the words of a text name a unit: from the first to beyond the
// last.
type span struct{ from, to int }

// A passage is a text, or a part of one, in words.
type passage struct {
	words []word
	first map[string][]int // where each word stands
	after map[int][]string // what follows a word, without spaces: one word, two, …
}

// mostWords is how many words of a text are looked at: three pages. Whose a longer one is,
// is said in these, and each of thousands of names is looked for in all of them.
const mostWords = 1500

func newPassage(text string) passage {
	words := wordsOf(letters.First(text, 10*mostWords))
	p := passage{words: words[:min(len(words), mostWords)], first: map[string][]int{}, after: map[int][]string{}}
	for i, w := range p.words {
		p.first[w.text] = append(p.first[w.text], i)
	}
	return p
}

// whole finds a name of which every word is said, one after the other. What is
// followed by a number that it does not have is another's.
func (p passage) whole(n name) (found []span) {
	for _, at := range p.starts(n) {
		end := at + len(n.kind) + len(n.rest)
		if !p.says(at+len(n.kind), n.rest) || end < len(p.words) && p.words[end].number {
			continue
		}
		found = append(found, span{at, end})
	}
	return found
}

// starts are the places at which the kind of a name is said; of one without, the
// places of its first word.
func (p passage) starts(n name) (at []int) {
	switch {
	case len(n.kind) == 0 && len(n.rest) == 0:
		return nil
	case len(n.kind) == 0:
		return p.first[n.rest[0]]
	}
	for _, i := range p.first[n.kind[0]] {
		if p.says(i, n.kind) {
			at = append(at, i)
		}
	}
	if len(n.kind) == 1 && n.kind[0] == "truong" && len(n.rest) > 0 { // of whatever sort
		for _, i := range p.first[n.rest[0]] {
			if i > 0 && schools[p.words[i-1].text] {
				at = append(at, i-1)
			}
		}
	}
	return at
}

// says reports whether these words stand at a place.
func (p passage) says(at int, words []string) bool {
	if at+len(words) > len(p.words) {
		return false
	}
	for i, w := range words {
		if p.words[at+i].text != w {
			return false
		}
	}
	return true
}

// part finds a name of which only a part is said: the end of its kind, and all of
// the rest, or two words or more with which that begins or ends.
func (p passage) part(n name) (found []span) {
	if n.bare() || len(n.kind) == 0 {
		return nil
	}
	at := p.first[n.kind[len(n.kind)-1]]
	if len(at) == 0 {
		return nil
	}
	parts := partsOf(n.rest)
	for _, at := range at {
		for _, part := range parts {
			if end := at + 1 + len(part); p.says(at+1, part) && (end == len(p.words) || !p.words[end].number) {
				found = append(found, span{at, end})
				break
			}
		}
	}
	return found
}

// partsOf are the parts of words that may stand for all of them, the longest
// first.
func partsOf(words []string) (parts [][]string) {
	parts = append(parts, words)
	for n := len(words) - 1; n >= 2; n-- {
		parts = append(parts, words[:n], words[len(words)-n:])
	}
	return parts
}

// near finds a name that is one slip away: a letter too much, too few or another, two that
// changed places, or words put together or apart.
func (p passage) near(n name) (found []span) {
	if n.bare() || len(n.kind) == 0 || len(n.joined) < 5 {
		return nil
	}
	for _, at := range p.first[n.kind[len(n.kind)-1]] {
		for i, said := range p.following(at) {
			end := at + 2 + i
			numbered := end < len(p.words) && p.words[end].number
			if !numbered && mayBeNear(said, n.joined) && letters.OneSlip(said, n.joined) && letters.Digits(said) == letters.Digits(n.joined) {
				found = append(found, span{at, end})
				break
			}
		}
	}
	return found
}

// mostFollowing is how many words a name has at most beside its kind.
const mostFollowing = 10

// following is what follows a word, without spaces: the next word, the next two,
// and so on.
func (p passage) following(at int) []string {
	all, known := p.after[at]
	if known {
		return all
	}
	said := ""
	for end := at + 1; end < min(len(p.words), at+1+mostFollowing); end++ {
		said += p.words[end].text
		all = append(all, said)
	}
	p.after[at] = all
	return all
}

// mayBeNear reports whether two words can be one slip apart at all: as much is
// found out before letters are counted.
func mayBeNear(a, b string) bool {
	n := len(b)
	if len(a) < n-1 || len(a) > n+1 {
		return false
	}
	return a[:n/2-1] == b[:n/2-1] || a[len(a)-(n/2-1):] == b[n-(n/2-1):]
}
