package likeness

import "bytes"

// A likeName says how alike two people's names are.
type likeName int

const (
	otherName   likeName = iota
	givenName            // one is the given name, or the last two words, of the other
	slippedName          // a letter is wrong, or the words stand in another order
	shortName            // the words of one are among the other's, the given name the same
	sameName             // as it is heard
)

// maxWords is how many words of a name are looked at: those of schools are long.
const maxWords = 14

// parts are the words of a name, within its bytes.
type parts struct {
	word [maxWords][]byte
	n    int
}

func partsOf(name []byte) (p parts) {
	from := 0
	for to := range name {
		if name[to] == ' ' && p.n < maxWords {
			p.word[p.n] = name[from:to]
			p.n, from = p.n+1, to+1
		}
	}
	if from < len(name) && p.n < maxWords {
		p.word[p.n] = name[from:]
		p.n++
	}
	return p
}

// compareNames puts two names side by side.
func compareNames(p, q *parts) likeName {
	if p.n > q.n {
		p, q = q, p
	}
	if p.n == 0 || p.sexed(q) {
		return otherName
	}
	if p.n == q.n {
		like := compareEqual(p, q)
		if like != otherName && p.given() {
			return givenName
		}
		return like
	}
	if !wordAlike(p.word[p.n-1], q.word[q.n-1]) {
		return otherName
	}
	k := 0
	for _, w := range q.word[:q.n] {
		if k < p.n && wordAlike(p.word[k], w) {
			k++
		}
	}
	switch {
	case k < p.n:
		return otherName
	case p.given():
		return givenName
	}
	return shortName
}

// given reports whether it is but a given name: Cường, A Páo.
func (p *parts) given() bool { return p.n == 1 || p.n == 2 && len(p.word[0]) == 1 }

// compareEqual compares names of as many words.
func compareEqual(p, q *parts) likeName {
	alike, slips := 0, 0
	for ; alike < p.n; alike++ {
		if v, w := p.word[alike], q.word[alike]; wordAlike(v, w) {
			continue
		} else if !nForL(v, w) && (alike == 0 || !slip(v, w, 4) || v[0] != w[0]) { // Vàng and Giàng are two families, Hai and Bảy two children
			break
		}
		slips++
	}
	switch {
	case alike == p.n && slips == 0:
		return sameName
	case alike == p.n && slips == 1 && p.n > 1, p.n > 2 && turned(p, q):
		return slippedName
	}
	return otherName
}

// sexed reports whether one name is a man's by its middle and the other a
// woman's.
func (p *parts) sexed(q *parts) bool {
	return p.has("thi") && q.has("van") || p.has("van") && q.has("thi")
}

func (p *parts) has(word string) bool {
	for _, w := range p.word[1:max(1, p.n-1)] {
		if string(w) == word {
			return true
		}
	}
	return false
}

// turned reports whether the words of one begin in the middle of the other, and
// go round: Cường Nguyễn Hữu.
func turned(p, q *parts) bool {
	for by := 1; by < p.n; by++ {
		k := 0
		for k < p.n && bytes.Equal(p.word[k], q.word[(k+by)%p.n]) {
			k++
		}
		if k == p.n {
			return true
		}
	}
	return false
}

// wordAlike reports whether two words are heard alike, or one is the initial of
// the other; a alone is no initial but a word of Mông names.
func wordAlike(v, w []byte) bool {
	if len(v) > len(w) {
		v, w = w, v
	}
	return bytes.Equal(v, w) || len(v) == 1 && v[0] != 'a' && len(w) > 1 && v[0] == w[0]
}

// nForL reports whether one word begins with l, the other with n, and all else
// is the same.
func nForL(v, w []byte) bool {
	return len(v) == len(w) && len(v) > 1 && (v[0] == 'l' && w[0] == 'n' || v[0] == 'n' && w[0] == 'l') && bytes.Equal(v[1:], w[1:])
}

// slip reports whether one word may be a mistyped other: two letters swapped, one
// more, less or other, where both have at least so many and are known by the rest.
func slip(v, w []byte, least int) bool {
	if len(v) > len(w) {
		v, w = w, v
	}
	if len(v) < least || len(w) > len(v)+1 {
		return false
	}
	i := 0
	for i < len(v) && v[i] == w[i] {
		i++
	}
	if len(v) < len(w) {
		return bytes.Equal(v[i:], w[i+1:])
	}
	if i+1 < len(v) && v[i] == w[i+1] && v[i+1] == w[i] {
		return bytes.Equal(v[i+2:], w[i+2:])
	}
	return bytes.Equal(v[i+1:], w[i+1:])
}
