package choice

import (
	"slices"
	"strconv"
	"strings"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

// A reading is what a text says of a list that has words of its own: which of its entries
// are named, and whether there is anything else in it.
type reading struct {
	named   []named
	markers []int // where something is taken back, or decided
	doubts  []int // where a question is asked, or two are weighed
	words   int
	unknown int  // so many words are neither of the list nor around an answer
	counted bool // it says how many there are, and not which

	unknownAt int  // the last of these; -1: there is none
	facts     bool // these count something, or name somebody
	concludes int  // where it is said that something follows; -1: nowhere
	clause    int  // where the last clause begins
}

// A named is one entry where it stands.
type named struct {
	value   string // "": a number that no entry has
	at      int
	hint    bool // it is not the label, but tells who it was
	decided bool // behind a word by which people decide
	denied  bool
}

// mostRead is how many words a text has at most that is read for an entry.
const mostRead = 40

// Which reads which entry of a list a text means, whatever polite words are around it. Of no
// list that has no words of its own, and of no text that tells anything else, it is known.
func which(list []Choice, text string) (c Choice, known bool) {
	l := lexiconOf(list)
	if l == nil {
		return Choice{}, false
	}
	r := l.read(text)
	value, known := r.means()
	if i := slices.IndexFunc(list, func(c Choice) bool { return c.Value == value }); i >= 0 && value != "" {
		return list[i], true
	}
	return Choice{}, known
}

// means is the value that is meant; "": it is known that none is. Not known means that
// others have to read it.
func (r reading) means() (value string, known bool) {
	if len(r.named) == 0 || len(r.named) > mostNamed {
		return "", false
	}
	left := r.left()
	if len(r.doubts) > 0 {
		last := r.doubts[len(r.doubts)-1]
		if left = slices.DeleteFunc(left, func(n named) bool { return n.at < last || !r.marked(last, n.at) }); len(left) == 0 {
			return "", true
		}
	}
	if r.unknown > 0 {
		if value, known = r.decides(left); value == "" {
			return r.concluded(left)
		}
		return value, known
	}
	for _, hint := range []bool{false, true} {
		some := slices.DeleteFunc(slices.Clone(left), func(n named) bool { return n.hint != hint })
		if len(some) == 0 {
			continue
		}
		last := some[len(some)-1]
		if !same(some) && !r.marked(-1, last.at) && !r.marked(last.at, r.words+1) || !hint && !same(left) && !last.decided && !r.marked(-1, last.at) {
			return "", true
		}
		return last.value, true
	}
	return "", true
}

// mostNamed is how many entries a text names at most that chooses one.
const mostNamed = 3

// left are the entries that are not denied.
func (r reading) left() []named {
	return slices.DeleteFunc(slices.Clone(r.named), func(n named) bool { return n.denied })
}

func same(some []named) bool {
	return !slices.ContainsFunc(some, func(n named) bool { return n.value != some[0].value })
}

// marked reports whether something is taken back or decided between two words.
func (r reading) marked(from, to int) bool {
	return slices.ContainsFunc(r.markers, func(at int) bool { return at > from && at < to })
}

// decides is the value of the entry with which a sentence ends by a word that decides,
// whatever it told before: "hai vợ chồng cùng nuôi cá nên là ghi hộ gia đình".
func (r reading) decides(left []named) (value string, known bool) {
	if len(left) == 0 || len(r.named) != len(left) || r.unknown > mostBefore {
		return "", false
	}
	last := left[len(left)-1]
	if !last.decided || last.value == "" || last.hint || !same(left) && !r.marked(-1, last.at) {
		return "", false
	}
	return last.value, true
}

// concluded is the value of the entry that alone makes the last clause, or stands behind "nên":
// "chỉ giúp có một lần à, người tốt việc tốt thôi". What stands before it names no other entry,
// and nobody and no number either: it is a reason, and no deed that would be lost.
func (r reading) concluded(left []named) (value string, known bool) {
	if len(left) == 0 || len(r.doubts) > 0 || r.facts {
		return "", false
	}
	last := left[len(left)-1]
	from := max(r.concludes, r.clause)
	if last.hint || last.value == "" || last.at < from || r.unknownAt > from || !same(left) && !r.marked(-1, last.at) {
		return "", false
	}
	if r.concludes < r.clause && !last.decided && !r.marked(last.at, r.words+1) && !r.marked(from-1, last.at) {
		return "", false
	}
	return last.value, true
}

// mostBefore is how many words may tell something before an entry that is chosen.
const mostBefore = 4

// A lexicon has the words of one list.
type lexicon struct {
	phrases map[string][]phrase // by the first word, the longest first
	slips   []phrase            // of which each may have a slip
	numbers bool                // are its entries
	whose   bool                // names and numbers of people may stand in it
	values  []string            // by their numbers
	short   map[string]string
	read    func(text string) reading
}

type phrase struct {
	words []string
	kind  kind
	value string
}

type kind int

const (
	around    kind = iota // says nothing
	label                 // an entry
	hint                  // an entry, by who it was
	group                 // an entry, where it is not only where somebody belongs
	denies                // what follows is not meant
	wrongly               // what stands beside it is not meant
	takes                 // what follows is meant, or what was said before is not
	decides               // by which people choose
	doubts                // it is asked, or not known
	concludes             // what follows is meant for what was told before
)

// A word of a text, folded and in full.
type word struct {
	is      string
	capital bool
	begins  bool // a clause
}

func (l *lexicon) wordsOf(text string) (all []word) {
	folded := strings.Fields(letters.Fold(text))
	raw := strings.Fields(text)
	begins := true
	for i, piece := range folded {
		capital := len(folded) == len(raw) && letters.Capital(letters.BareWord(raw[i]))
		for w := range strings.FieldsFuncSeq(piece, letters.NotOfWord) {
			full := intent.InFull(w)
			if own, ok := l.short[w]; ok {
				full = strings.Fields(own)
			}
			for _, is := range full {
				all, begins = append(all, word{is, capital, begins}), false
			}
		}
		begins = begins || strings.ContainsAny(piece[len(piece)-1:], ",.;:!") || strings.HasSuffix(piece, "…") || piece == "-"
	}
	return all
}

func (l *lexicon) reads(text string) (r reading) {
	words := l.wordsOf(text)
	r.words = len(words)
	if len(words) > mostRead || strings.HasPrefix(text, "-") {
		return reading{}
	}
	if strings.Contains(text, "?") {
		r.doubts = append(r.doubts, len(words))
	}
	r.unknownAt, r.concludes = -1, -1
	s := &scan{l: l, words: words, r: &r, not: -1, wrong: -1, group: -1}
	for s.at < len(words) {
		s.next()
	}
	if s.not >= 0 && len(r.named) > 0 && s.notFrom > r.named[len(r.named)-1].at { // "cá nhân không phải"
		r.named[len(r.named)-1].denied = true
	}
	return r
}

// A scan goes through the words of a text.
type scan struct {
	l       *lexicon
	words   []word
	r       *reading
	at      int
	not     int // where something was said that denies what follows; -1: nowhere
	notFrom int
	wrong   int // where somebody went wrong in this clause; -1: nowhere
	group   int // where a collective ended whose name may follow; -1: nowhere
	verb    bool
}

// next reads the next words that make one.
func (s *scan) next() {
	if w := s.words[s.at]; w.begins {
		s.wrong, s.r.clause = -1, s.at
	}
	if s.l.numbers && (s.words[s.at].begins || chosen[s.words[s.at].is]) {
		s.not = -1
	}
	if s.l.numbers && s.listed() || !s.l.numbers && (s.number() || s.name()) {
		return
	}
	p := s.phrase()
	switch n := max(1, len(p.words)); {
	case p.words == nil && s.ofGroup():
		s.at++
		return
	case p.words == nil:
		s.strange()
		s.at, s.group = s.at+1, -1
	default:
		s.take(p)
		s.at += n
	}
}

// strange notes a word that is none of the list.
func (s *scan) strange() {
	w := s.words[s.at]
	s.r.unknown++
	s.r.unknownAt = s.at
	s.r.facts = s.r.facts || letters.IsDigits(w.is) || w.capital && s.at > 0 && s.words[s.at-1].capital && !w.begins
}

func (s *scan) take(p phrase) {
	switch p.kind {
	case label, hint:
		s.entry(p.value, p.kind == hint)
	case group:
		if s.isGroup(places[p.words[0]]) {
			s.entry(p.value, true)
		}
		s.group = s.at + len(p.words)
		return
	case denies:
		s.not, s.notFrom = s.at, s.at
	case wrongly:
		s.goneWrong()
	case takes:
		s.r.markers = append(s.r.markers, s.at)
	case doubts:
		s.r.doubts = append(s.r.doubts, s.at)
	case concludes:
		s.r.concludes, s.not, s.wrong = s.at, -1, -1
	}
	s.verb = p.kind == decides || s.verb && p.kind == around
}

// entry notes one of the list.
func (s *scan) entry(value string, isHint bool) {
	n := named{value: value, at: s.at, hint: isHint, denied: s.not >= 0 || s.wrong >= 0, decided: s.verb}
	s.r.named = append(s.r.named, n)
	if !s.l.numbers { // of which one denial denies several
		s.not = -1
	}
	s.wrong, s.verb = -1, false
}

// goneWrong denies what was just named in the same clause, or what will be.
func (s *scan) goneWrong() {
	s.r.markers = append(s.r.markers, s.at)
	if last := len(s.r.named) - 1; last >= 0 && !s.begun(s.r.named[last].at+1, s.at) {
		s.r.named[last].denied = true
		return
	}
	s.wrong = s.at
}

// begun reports whether a clause begins between two words.
func (s *scan) begun(from, to int) bool {
	return slices.ContainsFunc(s.words[min(from, to):to+1], func(w word) bool { return w.begins })
}

// phrase is the longest one that stands here.
func (s *scan) phrase() phrase {
	var found phrase
	for _, p := range s.l.phrases[s.words[s.at].is] {
		if s.stands(p, 0) {
			found = p
			break
		}
	}
	for _, p := range s.l.slips {
		if len(p.words) > len(found.words) && s.stands(p, len(p.words)/2) {
			return p
		}
	}
	return found
}

// stands reports whether a phrase stands here, with so many slips at most.
func (s *scan) stands(p phrase, slips int) bool {
	if s.at+len(p.words) > len(s.words) {
		return false
	}
	for i, meant := range p.words {
		is := s.words[s.at+i].is
		if meant == is {
			continue
		}
		if slips--; slips < 0 || len(meant) < leastSlipped || len(is) < leastSlipped-1 || !letters.OneSlip(meant, is) {
			return false
		}
	}
	return true
}

// leastSlipped is how many letters a word has at least in which a slip is allowed.
const leastSlipped = 4

// number reads the number of an entry, or how many people there were.
func (s *scan) number() bool {
	w := s.words[s.at].is
	n := vietnamese.Ordinal(w)
	digits := letters.IsDigits(w)
	if n == 0 && !digits && !ofNumber[w] {
		return false
	}
	if s.l.whose {
		end := s.at + 1
		for end < len(s.words) && (ofNumber[s.words[end].is] || vietnamese.Ordinal(s.words[end].is) > 0) {
			end++
		}
		for end-1 > s.at && s.words[end-1].is == "ba" && end < len(s.words) && !counted[s.words[end].is] {
			end--
		}
		if end < len(s.words) && counted[s.words[end].is] && (n != 1 || digits && w != "1") {
			s.at = end + 1
			return true
		}
	}
	led := s.at > 0 && beforeNumber[s.words[s.at-1].is]
	if !digits && (n == 0 || !led) {
		return false
	}
	if !led && s.beforeEntry() { // "1 tập thể"
		s.at++
		return true
	}
	value := ""
	if n > 0 && n <= len(s.l.values) {
		value = s.l.values[n-1]
	}
	s.entry(value, false)
	s.at++
	return true
}

// listed reads one of many numbers. A word alone behind digits is a year, and "nhất" is a
// number only behind "thứ"; "cả hai" and "hai lý do" are how many there are.
func (s *scan) listed() bool {
	w := s.words[s.at].is
	n, digits := vietnamese.Ordinal(w), letters.IsDigits(w)
	if digits && len(w) <= 2 {
		n, _ = strconv.Atoi(w)
	}
	before, behind := "", ""
	if s.at > 0 {
		before = s.words[s.at-1].is
	}
	if s.at+1 < len(s.words) && !s.words[s.at+1].begins {
		behind = s.words[s.at+1].is
	}
	switch {
	case n == 0 && !digits:
		return false
	case digits && len(w) > 2, (w == "nhat" || w == "nhi") && before != "thu",
		!digits && before != "" && letters.IsDigits(before) && !s.words[s.at].begins:
		s.r.unknown++
	case before == "ca" && (behind == "" || !letters.IsDigits(behind)) && behind != "va" && behind != "lan" && behind != "voi", (behind == "ly" || behind == "li") && !beforeNumber[before] && len(s.r.named) == 0:
		s.r.counted = true
	default:
		s.entry(strconv.Itoa(n), false)
	}
	s.at++
	return true
}

// beforeEntry reports whether an entry follows the word that stands here.
func (s *scan) beforeEntry() bool {
	if s.at+1 == len(s.words) {
		return false
	}
	ahead := *s
	ahead.at++
	p := ahead.phrase()
	return p.kind == label || p.kind == hint || p.kind == group
}

// name passes over the name of somebody behind the word that calls them.
func (s *scan) name() bool {
	if !s.l.whose || s.at == 0 || !s.words[s.at].capital || !called[s.words[s.at-1].is] {
		return false
	}
	for n := 0; s.at < len(s.words) && s.words[s.at].capital && n < mostOfName && !(n > 0 && s.words[s.at].begins); n++ {
		s.at++
	}
	return true
}

// mostOfName is how many words a name has at most.
const mostOfName = 5

// isGroup reports whether a word for a group names it, and not where somebody belongs. Of a
// place it has to be said that all of it did.
func (s *scan) isGroup(place bool) bool {
	for i := s.at - 1; i >= 0; i-- {
		switch w := s.words[i].is; {
		case belongs[w]:
			return false
		case whole[w]:
			return true
		case !intent.Polite[w] && w != "thi" && w != "la":
			return s.words[s.at].begins && !place
		}
	}
	return !place
}

// ofGroup reports whether an unknown word is the name of the group before it.
func (s *scan) ofGroup() bool {
	if s.group < 0 || s.at > s.group+1 || len(s.words) > mostOfGroup || deeds[s.words[s.at].is] {
		return false
	}
	return true
}

// mostOfGroup is how many words a text has at most in which a group has a name.
const mostOfGroup = 10
