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
	s.only(func(int) bool { return true })
	return s
}

// only sets the bits anew for the shingles whose places are wanted.
func (s *shingledText) only(wanted func(place int) bool) {
	clear(s.may[:])
	for place, h := range eachHash(s.all) {
		if wanted(place) {
			s.may[h>>6&63] |= 1 << (h & 63)
		}
	}
}

// mayShare counts the shingles of another text that may be among those with a bit set:
// none is left out.
func (s *shingledText) mayShare(other []byte) (n int) {
	for i := 0; i+1 < len(other); i += 2 {
		n += int(s.may[other[i+1]&15<<2|other[i]>>6] >> (other[i] & 63) & 1)
	}
	return n
}

// shared appends the places of those that another text has as well. Both texts lie
// ascending.
func (s *shingledText) shared(places []int, other []byte) []int {
	for i, k := 0, 0; 2*i+1 < len(s.all) && 2*k+1 < len(other); {
		switch own, h := hashAt(s.all, i), hashAt(other, k); {
		case own < h:
			i++
		case own > h:
			k++
		default:
			places = append(places, i)
			i, k = i+1, k+1
		}
	}
	return places
}

func hashAt(text []byte, i int) uint16 { return uint16(text[2*i]) | uint16(text[2*i+1])<<8 }

// What is copied: so many percent of the shorter text, and so many shingles.
const (
	copiedShare = 40
	copiedLeast = 8
)

// with says how much of the shorter of two texts is also in the longer, which has
// the shingles of these places, leaving out those that are everybody's; nil: none is.
func (s *shingledText) with(other []byte, places []int, everybodys []bool) (share int, copied bool) {
	limit := min(lastOf(s.all), lastOf(other))
	both, own, others := 0, upTo(s.all, limit), upTo(other, limit)
	for _, is := range everybodys[:min(own, len(everybodys))] {
		if is {
			own--
		}
	}
	for _, i := range places {
		switch {
		case hashAt(s.all, i) > limit:
		case everybodys != nil && everybodys[i]:
			others--
		default:
			both++
		}
	}
	if both == 0 {
		return 0, false
	}
	share = 100 * both / min(own, others)
	return share, share >= copiedShare && both >= copiedLeast
}

// upTo counts the shingles of a text up to one.
func upTo(text []byte, limit uint16) int {
	if limit == lastOfAll {
		return len(text) / 2
	}
	return sort.Search(len(text)/2, func(i int) bool { return hashAt(text, i) > limit })
}

const lastOfAll = 1<<16 - 1

// lastOf is up to where all shingles of a text are among those that were kept.
func lastOf(all []byte) uint16 {
	if len(all) < 2*kept {
		return lastOfAll
	}
	return binary.LittleEndian.Uint16(all[len(all)-2:])
}
