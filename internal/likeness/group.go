package likeness

import (
	"bytes"
	"slices"
	"strings"
)

// subject is what a collective or a model is called, without what tells nothing and
// what is added in brackets.
func subject(name string) string {
	before, added, ok := strings.Cut(name, "(")
	if added = strings.TrimSpace(added); ok && strings.TrimSpace(before) != "" && !isNumber(added[:min(1, len(added))]) {
		_, behind, _ := strings.Cut(added, ")")
		name = before + " " + behind
	}
	var told []string
	for _, w := range words(name) {
		if w = sounds(w); !lexis().filler[w] && !slices.Contains(told, w) {
			told = append(told, w)
		}
	}
	return strings.Join(told, " ")
}

// A shared counts the words of two subjects.
type shared struct {
	both    int  // in both, numbers and places left out
	left    int  // in the first alone
	another bool // one of those makes another body
	apart   bool // it names its place, and the second is not there
	numbers int  // numbers of the first
	missing int  // those that the second does not have
}

// compareSubjects reports whether two collectives or models are called alike:
// where one has words that the other has not, the other has none; and the
// numbers do not contradict. Places are words of their own. Bodies says that another
// body of the same place is another collective.
func compareSubjects(a, b, placesOfA, placesOfB []byte, bodies bool) bool {
	ab, ba := share(a, b, placesOfA, placesOfB), share(b, a, placesOfB, placesOfA)
	longest := ab.both + max(ab.left, ba.left)
	switch {
	case ab.missing > 0 && ba.missing > 0, ab.missing > 0 && ab.numbers <= ba.numbers, ba.missing > 0 && ba.numbers <= ab.numbers && ba.numbers > 0 && ab.numbers > 0:
		return false
	case ab.left > 0 && ba.left > 0, ab.apart && ba.apart, bodies && (ab.another || ba.another):
		return false
	case ab.both == 0:
		return longest == 0 && len(a) > 0 && len(b) > 0
	}
	return 2*ab.both >= longest
}

func share(a, b, placesOfA, placesOfB []byte) (s shared) {
	eachWord(a, func(w []byte) {
		found := false
		eachWord(b, func(v []byte) { found = found || bytes.Equal(v, w) || slip(v, w, 5) })
		switch {
		case isNumber(string(w)):
			s.numbers++
			if !found && !hasWord(placesOfB, w) {
				s.missing++
			}
		case hasWord(placesOfB, w):
		case hasWord(placesOfA, w):
			s.apart = s.apart || !found
		case found:
			s.both++
		default:
			s.left++
			s.another = s.another || lexis().bodies[string(w)]
		}
	})
	return s
}

func eachWord(s []byte, fn func(w []byte)) {
	for len(s) > 0 {
		w, rest, _ := bytes.Cut(s, []byte{' '})
		fn(w)
		s = rest
	}
}

// hasWord reports whether some village or commune has a word in its name.
func hasWord(p, w []byte) (has bool) {
	eachPlace(p, func(level byte, name []byte) {
		if level != office {
			eachWord(name, func(v []byte) { has = has || bytes.Equal(v, w) })
		}
	})
	return has
}
