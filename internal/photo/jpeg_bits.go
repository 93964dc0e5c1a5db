package photo

import "image/jpeg"

var (
	errHuffman = jpeg.FormatError("bad Huffman table")
	errBits    = jpeg.FormatError("bad or short Huffman data")
)

// A huffman table says, for the next sixteen bits, which symbol they begin with
// (low byte) and how long its code is (high byte); 0 is no code.
type huffman [1 << 16]uint16

// newHuffman reads a table, and says how long it is in bytes (ITU-T T.81, C.2).
func newHuffman(b []byte) (table *huffman, length int, err error) {
	const longest = 16
	if len(b) < longest {
		return nil, 0, errHuffman
	}
	table, length = &huffman{}, longest
	next := 0 // the first sixteen bits that no code begins yet
	for size := 1; size <= longest; size++ {
		for range b[size-1] {
			span := 1 << (longest - size)
			if length >= len(b) || next+span > len(table) {
				return nil, 0, errHuffman
			}
			for i := range span {
				table[next+i] = uint16(size)<<8 | uint16(b[length])
			}
			next += span
			length++
		}
	}
	return table, length, nil
}

// interval cuts the bits up to the next restart off what a scan holds, without
// the zeros that stand behind every FF. They are written over buf.
func interval(scan, buf []byte) (bits, rest []byte) {
	bits = buf[:0]
	for i := 0; i < len(scan); i++ {
		b := scan[i]
		if b != 0xFF {
			bits = append(bits, b)
			continue
		}
		for i++; i < len(scan) && scan[i] == 0xFF; i++ {
		}
		switch {
		case i < len(scan) && scan[i] == 0:
			bits = append(bits, b)
		case i < len(scan): // a restart: scans end at any other mark
			return bits, scan[i+1:]
		}
	}
	return bits, nil
}

// A bitReader reads the bits of an interval; err stays once there are too few.
type bitReader struct {
	bytes []byte
	held  uint64
	n     uint // how many of held's lowest bits are not read yet
	err   error
}

// peek gives the next sixteen bits, zeros behind the last.
func (r *bitReader) peek() uint16 {
	for r.n < 16 && len(r.bytes) > 0 {
		r.held, r.bytes, r.n = r.held<<8|uint64(r.bytes[0]), r.bytes[1:], r.n+8
	}
	if r.n < 16 {
		return uint16(r.held << (16 - r.n))
	}
	return uint16(r.held >> (r.n - 16))
}

func (r *bitReader) skip(n uint) {
	if n > r.n {
		r.err, r.n, r.bytes = errBits, 0, nil
		return
	}
	r.n -= n
}

// bits reads at most sixteen bits.
func (r *bitReader) bits(n uint) (v uint16) {
	if n > 0 {
		v = r.peek() >> (16 - n)
		r.skip(n)
	}
	return v
}

// symbol reads the next symbol.
func (r *bitReader) symbol(table *huffman) byte {
	code := table[r.peek()]
	if code == 0 {
		r.err = errBits
		return 0
	}
	r.skip(uint(code >> 8))
	return byte(code)
}

// number reads a number of so many bits, of which the first tells the sign
// (F.2.2.1).
func (r *bitReader) number(size uint) int32 {
	if size > 15 {
		r.err = errBits
		return 0
	}
	v := int32(r.bits(size))
	if size > 0 && v < 1<<(size-1) {
		v -= 1<<size - 1
	}
	return v
}
