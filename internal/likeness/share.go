package likeness

import (
	"encoding/binary"
	"iter"
	"sort"
)

// eachHash goes through the shingles of a text as they lie in traits.
func eachHash(text []byte) iter.Seq2[int, uint16] {
	return func(yield func(int, uint16) bool) {
		for i := 0; i+1 < len(text); i += 2 {
			if !yield(i/2, binary.LittleEndian.Uint16(text[i:])) {
				return
			}
		}
	}
}

// A shingledText is a text's shingles, as they lie in traits, with a bit set for the
// last twelve of each hash: most that are not among them are told by that.
type shingledText struct {
	all []byte
	may [1 << 12 / 64]uint64
}

func newShingled(all []byte) *shingledText {
	s := &shingledText{all: all}
	for _, h := range eachHash(all) {
		s.may[h>>6&63] |= 1 << (h & 63)
	}
	return s
}

// mayShare counts the shingles of another text that may be among them: none is
// left out.
func (s *shingledText) mayShare(other []byte) (n int) {
	for i := 0; i+1 < len(other); i += 2 {
		n += int(s.may[other[i+1]&15<<2|other[i]>>6] >> (other[i] & 63) & 1)
	}
	return n
}

// place is where a shingle is among them, from 1; 0 if it is not.
func (s *shingledText) place(h uint16) int {
	if s.may[h>>6&63]>>(h&63)&1 == 0 {
		return 0
	}
	at := func(i int) uint16 { return binary.LittleEndian.Uint16(s.all[2*i:]) }
	i := sort.Search(len(s.all)/2, func(i int) bool { return at(i) >= h })
	if i == len(s.all)/2 || at(i) != h {
		return 0
	}
	return 1 + i
}

// What is copied: so many percent of the shorter text, and so many shingles.
const (
	copiedShare = 40
	copiedLeast = 8
)

// with says how much of the shorter of two texts is also in the longer, leaving
// out the shingles of places that are everybody's.
func (s *shingledText) with(other []byte, everybodys func(place int) bool) (share int, copied bool) {
	limit := min(lastOf(s.all), lastOf(other))
	both, own, others := 0, 0, 0
	for i, h := range eachHash(s.all) {
		if h <= limit && !everybodys(1+i) {
			own++
		}
	}
	for _, h := range eachHash(other) {
		if h > limit {
			break
		}
		at := s.place(h)
		if at != 0 && everybodys(at) {
			continue
		}
		others++
		if at != 0 {
			both++
		}
	}
	if both == 0 {
		return 0, false
	}
	share = 100 * both / min(own, others)
	return share, share >= copiedShare && both >= copiedLeast
}

// lastOf is up to where all shingles of a text are among those that were kept.
func lastOf(all []byte) uint16 {
	if len(all) < 2*kept {
		return 1<<16 - 1
	}
	return binary.LittleEndian.Uint16(all[len(all)-2:])
}
