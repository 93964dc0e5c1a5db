package privacy

// isSchool reports whether a unit is a school.
func isSchool(unit text) bool {
	for i := range unit.words {
		if unit.particle(i, "kind of school") > 0 {
			return true
		}
		if unit.particle(i, "school") > 0 && (i == 0 || unit.words[i].upper) && !unit.follows(i, "no school") {
			return i+1 < len(unit.words)
		}
	}
	return false
}

// schoolAt reads the name of a school from word i on: where what tells it from
// others begins and where it ends; end is 0 if no school is named.
func (a *around) schoolAt(t text, i int) (from, end int) {
	loose := t.loose()
	named := loose.particle(i, "school") > 0
	switch n := len(a.school); {
	case named && t.inOffice(i):
		return 0, 0
	case n > 0 && t.sequence(i, a.school):
		return i, i + n
	case named && t.words[i].gap.near() && t.follows(i, "no school"):
		return 0, 0
	}
	from = i
	if named {
		from++
	}
	kinds := loose.kinds(from)
	if !named && (kinds == 0 || !loose.firm(i)) {
		return 0, 0
	}
	from += kinds
	end = from
	if t.particle(end, "number") > 0 && end+1 < len(t.words) && (t.words[end+1].number || t.words[end+1].upper) {
		end += 2
	}
	end = a.schoolNameEnd(t, end)
	if end == from || kinds == 0 && (t.known(i) || t.goesOnName(i)) {
		return 0, 0
	}
	return from, end
}

// goesOnName reports whether the word for a school goes on a name, as in Xuân
// Trường; the A of 5A before it is none.
func (t text) goesOnName(i int) bool {
	return i > 0 && !t.words[i].starts && t.words[i-1].upper && !t.words[i-1].starts && !t.words[i-1].single()
}

// inOffice reports whether the word for a school is rather part of a post when
// read without accents: hieu truong, truong ban.
func (t text) inOffice(i int) bool {
	if !t.words[i].bare() {
		return false
	}
	_, from := lexis().titles.at(t.loose(), i)
	_, to := lexis().titles.before(t.loose(), i+1)
	return from > 1 || to > 1
}

// schoolNameEnd is where the name of a school ends after its kind: the name of a
// place, with or without the word for it.
func (a *around) schoolNameEnd(t text, i int) int {
	if i >= len(t.words) {
		return i
	}
	_, end := a.communeAt(t, i, "communes", "villages", "levels")
	if end = max(end, i+t.loose().particle(i, "place of a school")); end > i && t.words[i].gap.near() {
		return end
	}
	if g := t.words[i].gap; g&gapDot != 0 && t.words[i-1].caps {
		return a.rowEnd(t, i) // TH. Dào San
	}
	return a.nameEnd(t, i)
}

// firm reports whether the kind of a school alone, without the word, tells of
// one: its short form only in capitals.
func (t text) firm(i int) bool {
	return t.particle(i, "kind of school") > 0 && (len(t.words[i].fold) > 2 || t.words[i].caps)
}

// maxKinds is how many words are taken for the kind of one school.
const maxKinds = 12

// kinds is how many words from word i on say what kind of school it is.
func (t text) kinds(i int) (n int) {
	for n < maxKinds && i+n < len(t.words) {
		at := i + n
		if n > 0 && t.particle(at, "joining") > 0 {
			at++
		}
		if n > 0 && t.words[i+n].gap&(gapComma|gapStop) != 0 {
			break
		}
		more := max(t.particle(at, "kind of school"), t.particle(at, "more of a school"))
		if more == 0 {
			break
		}
		n = at + more - i
	}
	return n
}

// school generalizes the name of a school from word i to end; what tells it
// from others begins at from.
func (t text) school(i, from, end int) edit {
	if t.follows(i, "school point") && t.particle(i, "school") > 0 {
		return edit{from: t.words[from-1].to, to: t.words[end-1].to}
	}
	return edit{t.words[i].from, t.words[end-1].to, t.asThere(mySchool, i, end)}
}
