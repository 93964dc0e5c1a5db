package likeness

import (
	"bytes"
	"cmp"
	"math/bits"
	"slices"
)

// A Search holds one introduction against many. What the trade says in many
// texts it learns from these: a passage of more than one in a hundred of them
// (and of more than ten), or of more than two hundred, is nobody's.
type Search struct {
	query Traits
	open  opened
	text  *shingledText
	in    []int // how many texts that share some with it have that one, by its place
	seen  int
	found []Found
}

const (
	fewHave  = 10
	manyHave = 200
)

// Found is one of the many.
type Found struct {
	Key     []byte // as it was given
	Traits  Traits
	Verdict Verdict
}

// NewSearch begins a search for what is like the traits given.
func NewSearch(t Traits) *Search {
	if !t.whole() { // then nothing is like it
		t = append(Traits{mark}, make([]byte, header-1)...)
	}
	s := &Search{query: t, text: newShingled(t.text()), in: make([]int, 1+len(t.text())/2)}
	s.open, _ = t.open()
	return s
}

// Look puts one of the many beside it. Neither key nor traits are kept, unless
// they are found.
func (s *Search) Look(key []byte, t Traits) {
	if !t.whole() {
		return
	}
	s.seen++
	var v Verdict
	if s.mayBeSame(t) {
		if o, ok := t.open(); ok {
			v = compareSubject(&s.open, &o)
		}
	}
	if s.shares(t.text()) {
		s.learn(t.text())
		v.Share, v.Copied = s.text.with(t.text(), nobodys)
	}
	if v.Any() {
		s.found = append(s.found, Found{bytes.Clone(key), bytes.Clone(t), v})
	}
}

// mayBeSame is what can be said without looking at the names: nearly all that
// are others are told by it.
func (s *Search) mayBeSame(t Traits) bool {
	both := bits.OnesCount32(s.query.mask() & t.mask())
	if s.query.group() && t.group() && 2*both < min(bits.OnesCount32(s.query.mask()), bits.OnesCount32(t.mask())) {
		return false
	}
	return both > 0 && compareYears(s.open.born, t.born()) != farYear
}

// shares reports whether a text shares enough shingles with it that are not yet known
// to be everybody's.
func (s *Search) shares(text []byte) bool {
	if len(s.query.text()) == 0 || s.text.mayShare(text) < copiedLeast {
		return false
	}
	n := 0
	for _, h := range eachHash(text) {
		if at := s.text.place(h); at != 0 && s.in[at] <= manyHave {
			n++
		}
	}
	return n >= copiedLeast
}

// learn counts the shingles that a text shares with the one that is held against
// all.
func (s *Search) learn(text []byte) {
	for _, h := range eachHash(text) {
		if at := s.text.place(h); at != 0 {
			s.in[at]++
		}
	}
}

// Found gives what is like it, the surest first, and those that were looked at
// last before those that are as sure.
func (s *Search) Found() []Found {
	most := min(manyHave, max(fewHave, s.seen/100))
	everybodys := func(place int) bool { return s.in[place] > most }
	found := slices.Clone(s.found)
	for i := range found {
		if v := &found[i].Verdict; v.Copied {
			v.Share, v.Copied = s.text.with(found[i].Traits.text(), everybodys)
		}
	}
	found = slices.DeleteFunc(found, func(f Found) bool { return !f.Verdict.Any() })
	slices.Reverse(found)
	slices.SortStableFunc(found, func(a, b Found) int { return cmp.Compare(b.Verdict.Score(), a.Verdict.Score()) })
	return found
}

// nobodys are the places that are everybody's when nothing was learnt.
func nobodys(int) bool { return false }
