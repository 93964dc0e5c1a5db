package privacy

import "slices"

// villageAt reads the name of a village from word i on: where it begins after
// the word for village, and where it ends; end is 0 if none is named.
func (a *around) villageAt(t text, i int) (from, end int) {
	_, n := lexis().places.at(t, i, "villages", "numbered villages")
	if n == 0 && t.accented && t.follows(i, "dwelling") { // not every street is where a child lives
		_, n = lexis().places.at(t, i, "streets")
	}
	if n == 0 || t.compound(i-1) || t.knownFrom(i) && t.words[i].upper {
		return 0, 0
	}
	if _, commune := lexis().places.before(t, i, "communes", "levels"); commune > 0 {
		return 0, 0
	}
	from, end = i+n, i+n
	if from >= len(t.words) || !t.words[from].gap.near() {
		return 0, 0
	}
	if _, title := lexis().titles.before(t, from); title > n && t.family(from) {
		return 0, 0
	}
	if t.particle(end, "number") > 0 && end+1 < len(t.words) && t.words[end+1].number {
		end++
	}
	if t.words[end].number {
		if t.counts(end) || n == 1 && i > 0 && t.words[i-1].number && t.words[i].gap == gapSpace {
			return 0, 0 // three villages with ten households
		}
		return from, end + 1
	}
	if _, village := lexis().places.at(t, i, "villages", "streets"); village == 0 || t.compound(i) && (!t.words[from].upper || t.shouted(i)) {
		return 0, 0
	}
	if end = a.nameEnd(t, from); t.shouted(i) && !t.accented {
		end = a.knownEnd(t, from) // BAN may be any word
	}
	if end == from {
		return 0, 0
	}
	return from, end
}

// villageAlone is where the name of a known village ends that stands alone from
// word i on, or 0. A commune may have the same name.
func (a *around) villageAlone(t text, i int) int {
	if _, n := lexis().places.before(t, i, "communes", "levels"); n > 0 {
		return 0
	}
	for _, name := range a.villages {
		switch n := len(name); {
		case slices.ContainsFunc(a.communes, func(c []word) bool { return same(c, name) }):
		case n > 1 && concatenated(t.words[i].fold, name) == n:
			return i + 1
		case t.sequence(i, name) && (n > 1 || t.capital(i) && t.follows(i, "dwelling")):
			return i + n
		}
	}
	return 0
}

// alone takes the name of a village out that stands without the word for one, or
// writes that it is somewhere. Behind what else bears its name, as the stream of
// Nà Cúng does, nothing has to stand.
func (t text) alone(i, end int) edit {
	_, head := lexis().places.before(t, i)
	_, village := lexis().places.before(t.loose(), i, "villages")
	if head+village > 0 && t.words[i].gap.near() {
		return edit{from: t.words[i-1].to, to: t.words[end-1].to}
	}
	return edit{t.words[i].from, t.words[end-1].to, t.asThere(here, i, end)}
}

func same(a, b []word) bool {
	return slices.EqualFunc(a, b, func(x, y word) bool { return x.fold == y.fold })
}

// communeOf is the part of a place that names the commune, or nothing.
func communeOf(place string) string {
	t := cut(place)
	a := &around{}
	for i := 0; i < len(t.words); {
		if _, end := a.schoolAt(t, i); end > 0 {
			i = end
			continue
		}
		if _, end := a.communeAt(t, i, "communes"); end > 0 {
			return t.s[t.words[i].from:t.words[end-1].to]
		}
		i++
	}
	return ""
}

// unitOf is the name of the unit that introduced a child.
func unitOf(name string) string {
	t := cut(name)
	if isSchool(t) {
		return someSchool
	}
	a := &around{}
	for i := range t.words {
		if _, end := a.villageAt(t, i); end > 0 {
			return someUnit
		}
	}
	return name
}
