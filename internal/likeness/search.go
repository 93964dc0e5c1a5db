package likeness

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
	"sort"
)

// A Search holds one introduction against many. What the trade says in many
// texts it learns from these: a passage of more than one in a hundred of them
// (and of more than ten), or of more than two hundred, is nobody's.
type Search struct {
	query Traits
	open  opened
	text  *shingledText
	own   hashSet     // its shingles that are not yet known to be everybody's
	in    [1 << 8]int // how many texts that share some with it have that one, by its place
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
	s := &Search{query: t, text: newShingled(t.text())}
	s.open, _ = t.open()
	s.own = s.text.has
	return s
}

// place is where a shingle is among its own, from 1; 0 if it is none of them.
func (s *Search) place(h uint16) int {
	if !s.text.has.has(h) {
		return 0
	}
	all := s.text.all
	return 1 + sort.Search(len(all)/2, func(i int) bool { return binary.LittleEndian.Uint16(all[2*i:]) >= h })
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
	if len(s.query.text()) > 0 && s.own.count(t.text()) >= copiedLeast {
		s.learn(t.text())
		v.Share, v.Copied = s.text.with(t.text(), &nothing)
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

// learn counts the shingles that a text shares with the one that is held against
// all.
func (s *Search) learn(text []byte) {
	for _, h := range eachHash(text) {
		if at := s.place(h); at != 0 {
			if s.in[at]++; s.in[at] > manyHave {
				s.own.remove(h)
			}
		}
	}
}

// Found gives what is like it, the surest first, and those that were looked at
// last before those that are as sure.
func (s *Search) Found() []Found {
	common := s.common()
	found := slices.Clone(s.found)
	for i := range found {
		if v := &found[i].Verdict; v.Copied {
			v.Share, v.Copied = s.text.with(found[i].Traits.text(), &common)
		}
	}
	found = slices.DeleteFunc(found, func(f Found) bool { return !f.Verdict.Any() })
	slices.Reverse(found)
	slices.SortStableFunc(found, func(a, b Found) int { return cmp.Compare(b.Verdict.Score(), a.Verdict.Score()) })
	return found
}

// common are its shingles that are everybody's, as far as was looked.
func (s *Search) common() (common hashSet) {
	most := min(manyHave, max(fewHave, s.seen/100))
	for _, h := range eachHash(s.query.text()) {
		if s.in[s.place(h)] > most {
			common.add(h)
		}
	}
	return common
}

var nothing hashSet
