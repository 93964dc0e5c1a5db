package privacy

import (
	"slices"
	"strconv"
	"strings"
)

// class reads the name of a class from word i on, and takes it out: 5A, or lớp
// 5A with the word where nothing needs it. End is 0 if no class is named.
func (t text) class(i int) (e edit, end int) {
	n := max(t.loose().particle(i, "class"), t.particle(i, "grade level"))
	if n == 0 {
		if !t.words[i].number {
			return edit{}, 0
		}
		end = t.grade(i)
		if end > i+1 && t.words[i].gap.near() && t.follows(i, "classed") {
			return edit{from: t.words[i-1].to, to: t.words[end-1].to}, end
		}
		return edit{}, 0
	}
	if i+n >= len(t.words) || !t.words[i+n].gap.near() || i > 0 && t.words[i-1].number && t.words[i].gap == gapSpace {
		return edit{}, 0
	}
	if end = t.grade(i + n); end == 0 {
		return edit{}, 0
	}
	end = t.moreGrades(end)
	return t.withoutClass(i, end), end
}

// moreGrades is where a row of designations ends of which some end at word end:
// 5A, 5B và 5C.
func (t text) moreGrades(end int) int {
	for end < len(t.words) {
		next := end
		if t.particle(end, "joining") > 0 {
			next++
		} else if t.words[end].gap&gapComma == 0 {
			break
		}
		more := t.grade(next)
		if more <= next+1 { // a number alone may count something
			break
		}
		end = more
	}
	return end
}

// grade is where the designation of a class ends that begins with word i, or 0.
func (t text) grade(i int) int {
	if i >= len(t.words) {
		return 0
	}
	w := t.words[i]
	if !w.number {
		if t.particle(i, "grade") > 0 && t.particle(i+1, "no grade") == 0 {
			return i + 1
		}
		return 0
	}
	if n, _ := strconv.Atoi(w.fold); n < 1 || n > 12 { // 0 for what is no number
		return 0
	}
	end := i + 1
	if t.letterOfClass(end) {
		end++
		if end < len(t.words) && t.words[end].number && t.words[end].gap == 0 {
			end++
		}
	} else if end < len(t.words) && t.words[end].number && slices.Contains([]string{"/", "+", "-", "."}, t.s[t.words[i].to:t.words[end].from]) {
		end++ // 5/1
	} else if t.counts(i) {
		return 0
	}
	return end
}

// letterOfClass reports whether word i is the letter behind the number of a
// class: 5A, 5 A, 5-A.
func (t text) letterOfClass(i int) bool {
	if i >= len(t.words) || !t.words[i].single() {
		return false
	}
	g := t.words[i].gap
	return g == 0 || t.words[i].upper && (g == gapSpace || g == gapHyphen)
}

// withoutClass takes the words of a class out, with what would be left over of
// the commas or brackets around them.
func (t text) withoutClass(i, end int) edit {
	e := edit{from: t.words[i].from, to: t.words[end-1].to}
	rest := t.s[e.to:]
	if i == 0 || t.words[i].starts {
		if after, ok := strings.CutPrefix(rest, ","); ok {
			e.to = len(t.s) - len(strings.TrimLeft(after, " \u00a0"))
			return e
		}
		if strings.TrimSpace(rest) == "" {
			return e
		}
		e.from = t.words[i].to
		return e
	}
	before := t.words[i-1]
	between := t.s[before.to:e.from]
	switch {
	case strings.HasSuffix(between, "(") && strings.HasPrefix(rest, ")"):
		e.from, e.to = before.to, e.to+1
	case strings.HasSuffix(between, "(") && strings.HasPrefix(rest, ","):
		e.to = len(t.s) - len(strings.TrimLeft(rest, ", \u00a0"))
	case strings.Contains(between, ",") && (rest == "" || strings.ContainsAny(rest[:1], ",.;:)!?\n")):
		e.from = before.to
	case strings.Contains(between, ","):
		e.to = len(t.s) - len(strings.TrimLeft(rest, " \u00a0"))
	case t.follows(i, "keeps class"):
		e.from = t.words[i].to
	case t.words[i].gap&^gapSpace == 0:
		e.from = before.to
	}
	return e
}
