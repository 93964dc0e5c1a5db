package likeness

import (
	"bytes"
	"cmp"
	"math/bits"
	"slices"
	"sync"
)

// A Search holds one introduction against many. What the trade says in many
// texts it learns from these: a passage of more than one in a hundred of them
// (and of more than ten), or of more than two hundred, is nobody's.
type Search struct {
	query Traits
	open  opened
	text  *shingledText
	in    []int // how many texts that share some with it have that one, by its place
	both  []int // places of those that the text has which is looked at
	seen  int
	found []Found
	room  *[]Found // in which it is found at first; nil: given back
	own   int      // so many of those found are its own copies
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
	s := &Search{query: t, text: newShingled(t.text()), in: make([]int, len(t.text())/2)}
	s.open, _ = t.open()
	s.room = rooms.Get().(*[]Found)
	s.found = *s.room
	return s
}

// rooms are for what a search finds until it is asked: of many texts with the same
// passage hundreds are found before that is known to be everybody's.
var rooms = sync.Pool{New: func() any { return new([]Found) }}

// Look puts one of the many beside it. Key and traits must stay as they are until
// Found, which copies those that it gives, or Keep.
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
		s.count()
		v.Share, v.Copied = s.text.with(t.text(), s.both, nil)
	}
	if v.Any() {
		s.found = append(s.found, Found{key, t, v})
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
// to be everybody's, and finds all that it shares.
func (s *Search) shares(text []byte) bool {
	if len(s.query.text()) == 0 || s.text.mayShare(text) < copiedLeast {
		return false
	}
	s.both = s.text.shared(s.both[:0], text)
	return s.mayCopy()
}

// count notes what a text shares. What by that is everybody's for good no text is looked
// at for any more.
func (s *Search) count() {
	more := false
	for _, i := range s.both {
		s.in[i]++
		more = more || s.in[i] == manyHave+1
	}
	if more {
		s.text.only(func(place int) bool { return s.in[place] <= manyHave })
	}
}

// mayCopy reports whether enough of what was shared last is not everybody's for good.
func (s *Search) mayCopy() bool {
	n := 0
	for _, i := range s.both {
		if s.in[i] <= manyHave {
			n++
		}
	}
	return n >= copiedLeast
}

// Found gives what is like it, the surest first, and those that were looked at
// last before those that are as sure. What was found and can be a copy no more,
// whatever else is looked at, is forgotten.
func (s *Search) Found() (found []Found) {
	most := min(manyHave, max(fewHave, s.seen/100))
	everybodys := make([]bool, len(s.in))
	for place, n := range s.in {
		everybodys[place] = n > most
	}
	may, own := s.found[:0], 0
	for i, f := range s.found {
		v := f.Verdict
		if v.Copied {
			s.both = s.text.shared(s.both[:0], f.Traits.text())
			v.Share, v.Copied = s.text.with(f.Traits.text(), s.both, everybodys)
		}
		if v.Any() {
			found = append(found, Found{bytes.Clone(f.Key), bytes.Clone(f.Traits), v})
		} else if !s.mayCopy() {
			continue
		}
		may = append(may, f)
		if i < s.own {
			own++
		}
	}
	s.leave(may)
	s.own = own
	slices.Reverse(found)
	slices.SortStableFunc(found, func(a, b Found) int { return cmp.Compare(b.Verdict.Score(), a.Verdict.Score()) })
	return found
}

// leave keeps what may still be a copy, and gives the room back that it was found in.
func (s *Search) leave(may []Found) {
	all := s.found
	if s.room == nil {
		clear(all[len(may):])
		s.found = may
		return
	}
	s.found = append([]Found(nil), may...)
	clear(all)
	*s.room = all[:0]
	rooms.Put(s.room)
	s.room = nil
}

// mostKept is how many a search has found at most that is kept.
const mostKept = 64

// Keep copies what was found, so that more can be looked at when what it was given
// is gone. It reports whether that is worth the room: a look at names alone is cheap.
func (s *Search) Keep() bool {
	if len(s.query.text()) == 0 || len(s.found) > mostKept {
		return false
	}
	for ; s.own < len(s.found); s.own++ {
		f := &s.found[s.own]
		f.Key, f.Traits = bytes.Clone(f.Key), bytes.Clone(f.Traits)
	}
	return true
}
