package word

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"guongsang/internal/letters"
)

// unbraced is what a tag that was written wrongly says without its braces.
func unbraced(tag string) string { return strings.Trim(plain(tag), "{}[]<>«»“”‘’\"' ") }

var (
	dots = regexp.MustCompile(`\s*\.\s*`)
	gaps = regexp.MustCompile(`[\s\-‐‑–—]+`)
)

// meant reads what somebody may have meant for a tag: names have no diacritics, and
// _ between their words.
func meant(inner string) (kind Kind, name string) {
	name = unbraced(inner)
	if name != "" && strings.Contains("#?/", name[:1]) {
		kind, name = Kind(name[0]), strings.TrimSpace(name[1:])
	}
	return kind, gaps.ReplaceAllString(dots.ReplaceAllString(letters.Fold(name), "."), "_")
}

// has reports whether a tag of that kind can have the name here.
func (s scope) has(kind Kind, name string) bool {
	v, _, ok := s.find(name)
	return ok && fits(v, kind)
}

// fits reports whether a value can stand for a tag of that kind.
func fits(v Value, kind Kind) bool {
	_, isList := v.(List)
	_, isFlag := v.(Flag)
	switch kind {
	case Each:
		return isList
	case If, End:
		return isList || isFlag
	}
	return !isList && !isFlag
}

// near is the tag that may have been meant by one of a name that nothing has here;
// "" if none is alike.
func (s scope) near(kind Kind, name string) string {
	_, name = meant(name)
	if s.has(kind, name) {
		return kind.written(name)
	}
	var known []string
	for _, f := range slices.Backward(s) {
		for _, n := range slices.Sorted(maps.Keys(f.values)) {
			if list, ok := f.values[n].(List); ok && kind == Plain && len(list) > 0 && strings.Contains(name, ".") {
				for _, inner := range slices.Sorted(maps.Keys(list[0])) {
					if fits(list[0][inner], Plain) {
						known = append(known, n+"."+inner)
					}
				}
			}
			if fits(f.values[n], kind) {
				known = append(known, n)
			}
		}
	}
	if best := letters.Nearest(name, known); best != "" {
		return kind.written(best)
	}
	return ""
}

// maxOwners is how many lists are named of those that a name belongs to.
const maxOwners = 3

// owners are the lists whose items have a value of that name; a part of a list (guong_cuoi)
// is not named beside it (guong).
func owners(values Values, name string) (lists []string) {
	for _, n := range slices.Sorted(maps.Keys(values)) {
		list, ok := values[n].(List)
		if !ok || len(list) == 0 || wholeOf(values, n) != n {
			continue
		}
		_, item := list[0][name]
		_, dotted := list[0][strings.TrimPrefix(name, n+".")]
		if item || dotted {
			lists = append(lists, n)
		}
		lists = append(lists, owners(list[0], name)...)
	}
	return lists[:min(len(lists), maxOwners)]
}

// within are all names that stand for something inside a block of a value.
func within(v Value) (all []string) {
	list, _ := v.(List)
	if len(list) == 0 {
		return nil
	}
	for name, inner := range list[0] {
		all = append(append(all, name), within(inner)...)
	}
	return all
}

// instead is how a tag has to be written for the value that its name has.
func (s scope) instead(at place) string {
	v, _, _ := s.find(at.name)
	switch v.(type) {
	case List:
		return Each.written(at.name)
	case Flag:
		return If.written(at.name)
	}
	return Plain.written(at.name)
}
