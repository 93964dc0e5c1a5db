package likeness

import (
	"bytes"
	"strings"
)

// The levels of a place, each the first byte of its name in the traits.
const (
	village = 'v'
	commune = 'c'
	office  = 'o' // an institution, named with what it is
	unsaid  = '?' // a name without a word before it
)

// places cuts a place into names, each behind its level and before a semicolon:
// "bản Vàng Pheo, xã Mường So" is "vvang pheo;cmuong so;". What is above a commune
// tells nothing here.
func places(place string) string {
	var b strings.Builder
	for part := range strings.FieldsFuncSeq(place, func(r rune) bool { return strings.ContainsRune(",;()/:\n\"“”–", r) }) {
		part = strings.ReplaceAll(part, "-", " ")
		placesOf(words(part), &b)
	}
	return b.String()
}

func placesOf(all []string, b *strings.Builder) {
	level, from := byte(unsaid), 0
	end := func(to int) {
		name := all[from:to]
		if level == unsaid && len(name) > 0 && officeAt(name) {
			level = office
		}
		if len(name) > 0 && level != 0 {
			b.WriteByte(level)
			for i, w := range name {
				if i > 0 {
					b.WriteByte(' ')
				}
				b.WriteString(sounds(w))
			}
			b.WriteByte(';')
		}
	}
	for i := 0; i < len(all); {
		at, n := headAt(all, i)
		if n == 0 || i+n >= len(all) && i == 0 || i > 0 && i == from && level != unsaid { // Bản Lang
			i++
			continue
		}
		end(i)
		level, from = at, i+n
		i += n
	}
	end(len(all))
}

// headAt is the level of the word, or words, before a place's name that stand at i,
// and how many they are.
func headAt(all []string, i int) (level byte, n int) {
	l := lexis()
	if i+1 < len(all) && l.nowhere[all[i]+" "+all[i+1]] || i > 1 && all[i] == "xa" && all[i-1] == "tac" {
		return 0, 0
	}
	for n := min(3, len(all)-i); n > 0; n-- {
		switch phrase := strings.Join(all[i:i+n], " "); {
		case l.villages[phrase]:
			return village, n
		case l.communes[phrase]:
			return commune, n
		case l.levels[phrase]:
			return 0, n
		}
	}
	return 0, 0
}

func officeAt(name []string) bool {
	return lexis().offices[name[0]] || len(name) > 1 && lexis().offices[name[0]+" "+name[1]]
}

// A likePlace says how two places lie to each other.
type likePlace int

const (
	elsewhere   likePlace = iota // both are known, and not the same
	unknown                      // nothing to compare
	sameCommune                  // the same as far as the less exact of them says
	movedHere                    // the same village, in another commune: since the merging, or another of the name
	sameVillage                  // or workplace
)

// comparePlaces compares what places gave.
func comparePlaces(a, b []byte) likePlace {
	villages := hasLevel(a, village) && hasLevel(b, village)
	communes := hasLevel(a, commune) && hasLevel(b, commune)
	exact, wide := false, false
	eachPlace(a, func(la byte, na []byte) {
		eachPlace(b, func(lb byte, nb []byte) {
			switch {
			case la == office && lb == office:
				exact = exact || sameOffice(na, nb)
			case la == office && lb != village && endsWith(na, nb), lb == office && la != village && endsWith(nb, na):
				wide = true
			case la == office || lb == office:
			case !alikePlaces(na, nb):
			case la == village && lb != commune, lb == village && la != commune:
				exact = true
			default:
				wide = true
			}
		})
	})
	switch {
	case exact && communes && villages && !wide:
		return movedHere
	case exact:
		return sameVillage
	case villages, communes && !wide:
		return elsewhere
	case wide:
		return sameCommune
	}
	return unknown
}

func hasLevel(p []byte, level byte) (has bool) {
	eachPlace(p, func(l byte, _ []byte) { has = has || l == level })
	return has
}

func eachPlace(p []byte, fn func(level byte, name []byte)) {
	for len(p) > 1 {
		one, rest, _ := bytes.Cut(p, []byte{';'})
		if len(one) > 1 {
			fn(one[0], one[1:])
		}
		p = rest
	}
}

// alikePlaces reports whether two names are one place's: the same but for one
// letter, with the same numbers, or one of them with a word more.
func alikePlaces(a, b []byte) bool {
	if bytes.Equal(a, b) {
		return true
	}
	p, q := partsOf(a), partsOf(b)
	if p.n != q.n {
		return false
	}
	slips := 0
	for i := range p.n {
		switch {
		case bytes.Equal(p.word[i], q.word[i]):
		case !isNumber(string(p.word[i])) && !isNumber(string(q.word[i])) && slip(p.word[i], q.word[i]):
			slips++
		default:
			return false
		}
	}
	return slips == 1 && p.n > 1
}

// sameOffice reports whether two institutions are one: what one is called by is
// all in the other's name.
func sameOffice(a, b []byte) bool {
	p, q := partsOf(a), partsOf(b)
	if p.n > q.n {
		p, q = q, p
	}
	if p.n < 2 {
		return false
	}
	for _, w := range p.word[:p.n] {
		found := false
		for _, v := range q.word[:q.n] {
			found = found || bytes.Equal(v, w)
		}
		if !found {
			return false
		}
	}
	return true
}

// endsWith reports whether an institution's name ends with that of a place.
func endsWith(name, place []byte) bool {
	return bytes.HasSuffix(name, place) && len(place) > 3 && len(name) > len(place) && name[len(name)-len(place)-1] == ' '
}
