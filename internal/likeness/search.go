package likeness

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"math/bits"
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
	in    map[uint16]int // how many texts that share some with it have a shingle
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
	s := &Search{query: t, in: map[uint16]int{}}
	s.open, _ = t.open()
	s.text = newShingled(t.text())
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
	if s.text.shares(t.text()) >= copiedLeast {
		s.learn(t.text())
		v.Share, v.Copied = s.text.with(t.text(), nil)
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
	for ; len(text) > 1; text = text[2:] {
		if h := binary.LittleEndian.Uint16(text); s.text.has[h>>6]>>(h&63)&1 == 1 {
			s.in[h]++
		}
	}
}

// Found gives what is like it, the surest first, and those that were looked at
// last before those that are as sure.
func (s *Search) Found() []Found {
	most := max(10, s.seen/100)
	common := func(h uint16) bool { return s.in[h] > most }
	found := slices.Clone(s.found)
	for i := range found {
		if v := &found[i].Verdict; v.Copied {
			v.Share, v.Copied = s.text.with(found[i].Traits.text(), common)
		}
	}
	found = slices.DeleteFunc(found, func(f Found) bool { return !f.Verdict.Any() })
	slices.Reverse(found)
	slices.SortStableFunc(found, func(a, b Found) int { return cmp.Compare(b.Verdict.Score(), a.Verdict.Score()) })
	return found
}
