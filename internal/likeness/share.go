package likeness

import (
	"encoding/binary"
	"iter"
)

// A hashSet has one bit for each hash.
type hashSet [1 << 16 / 64]uint64

func (s *hashSet) add(h uint16)      { s[h>>6] |= 1 << (h & 63) }
func (s *hashSet) remove(h uint16)   { s[h>>6] &^= 1 << (h & 63) }
func (s *hashSet) has(h uint16) bool { return s[h>>6]>>(h&63)&1 == 1 }

// count counts the shingles of a text that are in the set.
func (s *hashSet) count(text []byte) (n int) {
	for i := 0; i+1 < len(text); i += 2 {
		h := uint16(text[i]) | uint16(text[i+1])<<8
		n += int(s[h>>6] >> (h & 63) & 1)
	}
	return n
}

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

// A shingledText is a text's shingles, found by their hashes.
type shingledText struct {
	has hashSet
	all []byte
}

func newShingled(all []byte) *shingledText {
	s := &shingledText{all: all}
	for _, h := range eachHash(all) {
		s.has.add(h)
	}
	return s
}

// What is copied: so many percent of the shorter text, and so many shingles.
const (
	copiedShare = 40
	copiedLeast = 8
)

// with says how much of the shorter of two texts is also in the longer, leaving
// out the shingles that are everybody's.
func (s *shingledText) with(other []byte, common *hashSet) (share int, copied bool) {
	limit := min(lastOf(s.all), lastOf(other))
	both, own, others := 0, 0, 0
	for _, h := range eachHash(s.all) {
		if h <= limit && !common.has(h) {
			own++
		}
	}
	for _, h := range eachHash(other) {
		if h > limit || common.has(h) {
			continue
		}
		others++
		if s.has.has(h) {
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
