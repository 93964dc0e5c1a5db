package likeness

import (
	"bytes"
	"iter"
	"strings"
)

// The levels of a place, each the first byte of its name in the traits.
const (
	village = 'v'
	commune = 'c'
	office  = 'o' // an institution, named with what it is
	unsaid  = '?' // a name without a word before it
	above   = 0   // a district's or a province's: not kept
)

// places cuts a place into names, each behind its level and before a semicolon:
// "bản Vàng Pheo, xã Mường So" is "vvang pheo;cmuong so;". What is above a commune
// tells nothing here. Of a name only what has a word before it is a place.
func places(place, name string) string {
	var b strings.Builder
	for level, words := range placesIn(name) {
		if level == village || level == commune {
			writePlace(&b, level, words)
		}
	}
	for level, words := range placesIn(place) {
		writePlace(&b, level, words)
	}
	return b.String()
}

func placesIn(place string) iter.Seq2[byte, []string] {
	return func(yield func(byte, []string) bool) {
		for part := range strings.FieldsFuncSeq(place, apart) {
			for level, name := range placesOf(words(strings.ReplaceAll(part, "-", " "))) {
				if !yield(level, name) {
					return
				}
			}
		}
	}
}

// apart reports whether a sign parts two places.
func apart(r rune) bool { return strings.ContainsRune(",;()/:\n\"“”–", r) }

func writePlace(b *strings.Builder, level byte, name []string) {
	b.WriteByte(level)
	for i, w := range name {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(sounds(w))
	}
	b.WriteByte(';')
}

// placesOf are the places that some words name one after the other.
func placesOf(all []string) iter.Seq2[byte, []string] {
	return func(yield func(byte, []string) bool) {
		level, from := byte(unsaid), 0
		end := func(to int) bool {
			name := all[from:to]
			if len(name) > 1 && name[len(name)-1] == "cu" { // bản Dền Thàng A cũ
				name = name[:len(name)-1]
			}
			switch {
			case len(name) == 0 || level == above:
				return true
			case level != unsaid || !officeAt(name):
				return yield(level, name)
			}
			return yield(office, name) && communeOf(name, yield)
		}
		for i := 0; i < len(all); {
			at, n := headAt(all, i)
			if n == 0 || i > 0 && i == from && level != unsaid { // the second word of bản Bản Lang
				i++
				continue
			}
			if !end(i) {
				return
			}
			level, from = at, i+n
			i += n
		}
		end(len(all))
	}
}

// communeOf gives the commune by which an institution is called, if it is: Trường
// Mầm non Mường So.
func communeOf(office []string, yield func(byte, []string) bool) bool {
	for n := min(4, len(office)-1); n > 0; n-- {
		if name := office[len(office)-n:]; isCommune()[heard(strings.Join(name, " "))] {
			return yield(commune, name)
		}
	}
	return true
}

// headAt is the level of the word, or words, before a place's name that stand at i,
// and how many they are.
func headAt(all []string, i int) (level byte, n int) {
	l := lexis()
	for from := max(0, i-1); from <= i; from++ {
		for n := 2; n <= 3 && from+n <= len(all); n++ {
			if l.nowhere[strings.Join(all[from:from+n], " ")] {
				return unsaid, 0
			}
		}
	}
	for n := min(3, len(all)-i-1); n > 0; n-- { // a name must follow
		switch phrase := strings.Join(all[i:i+n], " "); {
		case l.villages[phrase]:
			return village, n
		case l.communes[phrase]:
			return commune, n
		case l.levels[phrase]:
			return above, n
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
	inCommune                    // a workplace of the commune in which the other lives or works
	sameCommune                  // the same as far as the less exact of them says
	movedHere                    // the same village, in another commune: since the merging, or another of the name
	sameVillage                  // or workplace
)

// comparePlaces compares what places gave.
func comparePlaces(a, b []byte) likePlace {
	villages := hasLevel(a, village) && hasLevel(b, village)
	communes := hasLevel(a, commune) && hasLevel(b, commune)
	exact, work, wide, merged := false, false, false, false
	eachPlace(a, func(la byte, na []byte) {
		eachPlace(b, func(lb byte, nb []byte) {
			switch {
			case la == office && lb == office:
				work = work || sameOffice(na, nb)
			case la == office && lb != village && endsWith(na, nb), lb == office && la != village && endsWith(nb, na):
				wide = true
			case la == office || lb == office:
			case la != village && lb != village && (madeOf()[string(na)] == string(nb) || madeOf()[string(nb)] == string(na)):
				merged = true
			case !alikePlaces(na, nb):
			case la == village && lb != commune, lb == village && la != commune:
				exact = true
			default:
				wide = true
			}
		})
	})
	switch {
	case exact && communes && villages && !wide && !merged:
		return movedHere
	case exact, work && (wide || merged || !communes):
		return sameVillage
	case villages, communes && !wide && !merged:
		return elsewhere
	case wide && exactly(a) && exactly(b):
		return inCommune
	case wide:
		return sameCommune
	}
	return unknown
}

// exactly reports whether more than a commune is said.
func exactly(p []byte) bool { return hasLevel(p, village) || hasLevel(p, office) }

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

// alikePlaces reports whether two names are one place's: the same but, in one of
// three words or more, for one letter.
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
		case isNumber(string(p.word[i])) || isNumber(string(q.word[i])):
			return false
		case p.n > 2 && slip(p.word[i], q.word[i], 2): // Lả Nhì Thàng
			slips++
		default:
			return false
		}
	}
	return slips == 1
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
