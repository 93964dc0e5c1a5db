package likeness

import "encoding/binary"

// A shingledText is a text's shingles, found by their hashes.
type shingledText struct {
	has [1 << 16 / 64]uint64 // one bit for each hash
	all []byte
}

func newShingled(all []byte) *shingledText {
	s := &shingledText{all: all}
	for i := 0; i+1 < len(all); i += 2 {
		h := binary.LittleEndian.Uint16(all[i:])
		s.has[h>>6] |= 1 << (h & 63)
	}
	return s
}

// shares counts the shingles of another text that are in this one too.
func (s *shingledText) shares(other []byte) (n int) {
	for i := 0; i+1 < len(other); i += 2 {
		h := uint16(other[i]) | uint16(other[i+1])<<8
		n += int(s.has[h>>6] >> (h & 63) & 1)
	}
	return n
}

// What is copied: so many percent of the shorter text, and so many shingles.
const (
	copiedShare = 40
	copiedLeast = 8
)

// with says how much of the shorter of two texts is also in the longer, leaving
// out the shingles that are everybody's.
func (s *shingledText) with(other []byte, common func(h uint16) bool) (share int, copied bool) {
	limit := min(lastOf(s.all), lastOf(other))
	both, own, others := 0, s.count(s.all, limit, common), 0
	for i := 0; i+1 < len(other); i += 2 {
		h := binary.LittleEndian.Uint16(other[i:])
		switch in := s.has[h>>6]>>(h&63)&1 == 1; {
		case h > limit, in && common != nil && common(h):
			continue
		case in:
			both++
		}
		others++
	}
	if both == 0 {
		return 0, false
	}
	share = 100 * both / min(own, others)
	return share, share >= copiedShare && both >= copiedLeast
}

// count counts the shingles up to a hash that are not everybody's.
func (s *shingledText) count(all []byte, limit uint16, common func(h uint16) bool) (n int) {
	for i := 0; i+1 < len(all); i += 2 {
		if h := binary.LittleEndian.Uint16(all[i:]); h <= limit && (common == nil || !common(h)) {
			n++
		}
	}
	return n
}

// lastOf is up to where all shingles of a text are among those that were kept.
func lastOf(all []byte) uint16 {
	if len(all) < 2*kept {
		return 1<<16 - 1
	}
	return binary.LittleEndian.Uint16(all[len(all)-2:])
}
