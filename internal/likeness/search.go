package likeness

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
)

// A Search holds one introduction against many. What the trade says in many
// texts it learns from these: a passage of more than one in a hundred of them
// (and of more than ten) is nobody's.
type Search struct {
	query Traits
	open  opened
	text  *shingledText
	seen  int
	in    [kept + 1]int // how many texts have a shingle
	found []Found
}

// Found is one of the many.
type Found struct {
	Key     []byte // as it was given
	Traits  Traits
	Verdict Verdict
}

// NewSearch begins a search for what is like the traits given.
func NewSearch(t Traits) *Search {
	s := &Search{query: t}
	s.open, _ = t.open()
	s.text = newShingled(s.open.text)
	return s
}

// Look puts one of the many beside it. Neither key nor traits are kept, unless
// they are found.
func (s *Search) Look(key []byte, t Traits) {
	if len(t) < header || t[0] != mark {
		return
	}
	s.seen++
	o, ok := t.open()
	if !ok {
		return
	}
	var v Verdict
	if s.mayBeSame(t) {
		v = compareSubject(&s.open, &o)
	}
	if both := s.countShared(o.text); both >= copiedLeast {
		v.Share, v.Copied = s.text.with(o.text, nil)
	}
	if v.Any() {
		s.found = append(s.found, Found{bytes.Clone(key), bytes.Clone(t), v})
	}
}

// mayBeSame is what can be said without looking at the names: nearly all that
// are others are told by it.
func (s *Search) mayBeSame(t Traits) bool {
	if s.query[1]&t[1]&group != 0 {
		return true
	}
	return compareYears(s.open.born, t.born()) != farYear && s.query.mask()&t.mask() != 0
}

func (s *Search) countShared(text []byte) (n int) {
	if len(s.open.text) == 0 {
		return 0
	}
	for ; len(text) > 1; text = text[2:] {
		if at := s.text.at[binary.LittleEndian.Uint16(text)]; at != 0 {
			s.in[at]++
			n++
		}
	}
	return n
}

// Found gives what is like it, the surest first, and those that were looked at
// last before those that are as sure.
func (s *Search) Found() []Found {
	most := max(10, s.seen/100)
	common := func(at uint8) bool { return s.in[at] > most }
	found := slices.Clone(s.found)
	for i := range found {
		if v := &found[i].Verdict; v.Copied {
			o, _ := found[i].Traits.open()
			v.Share, v.Copied = s.text.with(o.text, common)
		}
	}
	found = slices.DeleteFunc(found, func(f Found) bool { return !f.Verdict.Any() })
	slices.Reverse(found)
	slices.SortStableFunc(found, func(a, b Found) int { return cmp.Compare(b.Verdict.Score(), a.Verdict.Score()) })
	return found
}
