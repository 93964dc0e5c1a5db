package likeness

import "bytes"

// A Verdict says what a person should be told of two introductions, and why.
type Verdict struct {
	Same  bool // probably the same person, household, collective or model
	Exact bool // the name is the same, but for how it is written
	Born  bool // so is the year of birth, or one off
	Near  bool // so is the village, the workplace or at least the commune

	Copied bool // the text, or much of it, is the other's
	Share  int  // percent of the shorter text that stands in the other
}

// Any reports whether there is anything to tell.
func (v Verdict) Any() bool { return v.Same || v.Copied }

// Score orders verdicts: the surer, the higher, 0 to 200.
func (v Verdict) Score() (n int) {
	for _, in := range []struct {
		favour bool
		weight int
	}{{v.Same, 40}, {v.Exact, 20}, {v.Born, 20}, {v.Near, 20}} {
		if v.Same && in.favour {
			n += in.weight
		}
	}
	if v.Copied {
		n += v.Share
	}
	return n
}

// A likeYear says how two years of birth lie to each other.
type likeYear int

const (
	farYear    likeYear = iota
	turnedYear          // its last two digits are swapped
	unknownYear
	nearYear // by the other calendar, or as somebody remembers
	sameYear
)

func compareYears(a, b int) likeYear {
	switch d := a - b; {
	case a == 0 || b == 0:
		return unknownYear
	case d == 0:
		return sameYear
	case d == 1 || d == -1:
		return nearYear
	case a/100 == b/100 && a%10 == b/10%10 && b%10 == a/10%10:
		return turnedYear
	}
	return farYear
}

// compareSubject judges whether two are about the same.
func compareSubject(p, q *opened) (v Verdict) {
	year := compareYears(p.born, q.born)
	if year == farYear || p.flags&sexes != 0 && q.flags&sexes != 0 && p.flags&sexes != q.flags&sexes {
		return v
	}
	name := comparePeople(p.people, q.people)
	if name == otherName && len(p.subject) > 0 && len(q.subject) > 0 && (!several(p.people) || !several(q.people)) {
		return compareGroups(p, q)
	}
	if name == otherName {
		return v
	}
	place := comparePlaces(p.places, q.places)
	v.Same = samePerson(name, year, place) && (place > unknown || several(p.people) == several(q.people)) // one of two
	v.Exact, v.Born, v.Near = name == sameName, year >= nearYear, place > unknown
	return v
}

// samePerson is the rule: what a name lacks in likeness year and place must give,
// and nothing that is known may speak against it.
func samePerson(name likeName, year likeYear, place likePlace) bool {
	if place == elsewhere || year == turnedYear && (name != sameName || place != sameVillage) {
		return false
	}
	switch name {
	case sameName:
		return place >= sameCommune && place != movedHere || year == sameYear && place > unknown || year == unknownYear && place != movedHere
	case shortName:
		return year >= nearYear && place >= sameCommune || place == sameVillage
	case slippedName:
		return place == sameVillage && year == sameYear
	case givenName:
		return place >= sameVillage
	}
	return false
}

func compareGroups(p, q *opened) (v Verdict) {
	place := comparePlaces(p.places, q.places)
	if place == elsewhere || place == movedHere || !compareSubjects(p.subject, q.subject, p.places, q.places, (p.flags|q.flags)&model == 0) {
		return v
	}
	v.Same, v.Near = true, place > unknown
	v.Exact = bytes.Equal(p.subject, q.subject)
	return v
}

func several(people []byte) bool { return bytes.IndexByte(people, ';') >= 0 }

// comparePeople compares those who are named. Where both name several, as many
// as the fewer, but for one of four, must be among the others.
func comparePeople(a, b []byte) likeName {
	best, found, n := otherName, 0, 0
	if bytes.Count(a, []byte{';'}) > bytes.Count(b, []byte{';'}) {
		a, b = b, a
	}
	for rest := a; len(rest) > 0; n++ {
		var one []byte
		one, rest, _ = bytes.Cut(rest, []byte{';'})
		like, name := otherName, partsOf(one)
		for others := b; len(others) > 0; {
			var other []byte
			other, others, _ = bytes.Cut(others, []byte{';'})
			parts := partsOf(other)
			like = max(like, compareNames(&name, &parts))
		}
		if like != otherName {
			found++
		}
		best = max(best, like)
	}
	if 4*found < 3*n {
		return otherName
	}
	return best
}
