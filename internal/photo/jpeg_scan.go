package photo

import (
	"context"
	"encoding/binary"
	"image/jpeg"
)

// A scanner puts the coefficients of a frame's scans where they belong (ITU-T
// T.81, F.2.2 and G.2).
type scanner struct {
	ctx     context.Context
	frame   *frame
	tables  [2][4]*huffman // for the first coefficient of a block, and for the others
	quant   [4][blockLen]uint16
	restart int // units between two restarts; 0: there are none
}

// A scan is the head of one scan.
type scan struct {
	parts      []scanned
	start, end int  // which coefficients of a block, in zigzag order
	low        uint // the bit that they come down to
	refine     bool // they were there before, without that bit
	eobRun     int  // blocks for which nothing more comes
}

// scanned is a component in a scan.
type scanned struct {
	*component
	dc, ac *huffman
	last   int32 // the first coefficient of the block before
}

var errScan = jpeg.FormatError("scan does not fit its frame")

// zigzag says where the coefficients of a block stand.
var zigzag = [blockLen]byte{
	0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5,
	12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
	35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
	58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
}

// take reads one segment.
func (d *scanner) take(s segment) (err error) {
	if err := d.ctx.Err(); err != nil {
		return err
	}
	switch {
	case s.marker == markDQT:
		return d.readQuant(s.body)
	case s.marker == markDHT:
		return d.readHuffman(s.body)
	case s.marker == markDRI && len(s.body) == 2:
		d.restart = int(binary.BigEndian.Uint16(s.body))
	case s.marker == markSOS:
		return d.readScan(s)
	case isFrame(s.marker):
		if d.frame != nil {
			return jpeg.FormatError("more than one frame")
		}
		if d.frame, err = frameOf(s); err == nil {
			d.frame.allocate()
		}
		return err
	}
	return nil
}

func (d *scanner) readQuant(b []byte) error {
	for len(b) > 0 {
		size := 1 + int(b[0]>>4) // bytes of an entry
		if size > 2 || b[0]&15 > 3 || len(b) < 1+size*blockLen {
			return jpeg.FormatError("quantization table out of range")
		}
		table := &d.quant[b[0]&15]
		for i := range blockLen {
			if table[zigzag[i]] = uint16(b[1+i]); size == 2 {
				table[zigzag[i]] = binary.BigEndian.Uint16(b[1+2*i:])
			}
		}
		b = b[1+size*blockLen:]
	}
	return nil
}

func (d *scanner) readHuffman(b []byte) error {
	for len(b) > 0 {
		if b[0]>>4 > 1 || b[0]&15 > 3 {
			return errHuffman
		}
		table, n, err := newHuffman(b[1:])
		if err != nil {
			return err
		}
		d.tables[b[0]>>4][b[0]&15] = table
		b = b[1+n:]
	}
	return nil
}

// readScan reads a scan's head, and then its units, one restart interval after
// the other.
func (d *scanner) readScan(s segment) error {
	sc, err := d.scanOf(s.body)
	if err != nil {
		return err
	}
	cols, rows := d.frame.mcusX, d.frame.mcusY
	alone := len(sc.parts) == 1
	if alone {
		cols, rows = sc.parts[0].cols, sc.parts[0].rows
	}
	var bits bitReader
	var buf []byte
	rest := s.scan
	for unit := range cols * rows {
		if unit == 0 || d.restart > 0 && unit%d.restart == 0 {
			buf, rest = interval(rest, buf)
			bits = bitReader{bytes: buf}
			sc.begin()
		}
		if unit%cols == 0 {
			if err := d.ctx.Err(); err != nil {
				return err
			}
		}
		if err := sc.unit(&bits, unit%cols, unit/cols, alone); err != nil {
			return err
		}
	}
	return nil
}

// scanOf reads a scan's head (B.2.3).
func (d *scanner) scanOf(b []byte) (*scan, error) {
	if d.frame == nil || len(b) < 1 || b[0] < 1 || len(b) != 4+2*int(b[0]) {
		return nil, errScan
	}
	sc := &scan{}
	for at := 1; at < len(b)-3; at += 2 {
		if b[at+1]>>4 > 3 || b[at+1]&15 > 3 {
			return nil, errScan
		}
		for i := range d.frame.parts {
			if c := &d.frame.parts[i]; c.id == b[at] {
				sc.parts = append(sc.parts, scanned{component: c, dc: d.tables[0][b[at+1]>>4], ac: d.tables[1][b[at+1]&15]})
			}
		}
	}
	last := b[len(b)-3:]
	sc.start, sc.end, sc.low, sc.refine = int(last[0]), int(last[1]), uint(last[2]&15), last[2]>>4 > 0
	if !d.frame.progressive {
		sc.start, sc.end, sc.low, sc.refine = 0, blockLen-1, 0, false
	}
	mixed := d.frame.progressive && sc.start == 0 && sc.end > 0
	if len(sc.parts) != int(b[0]) || sc.start > sc.end || sc.end >= blockLen || sc.low > 13 || mixed || sc.start > 0 && len(sc.parts) > 1 {
		return nil, errScan
	}
	for _, c := range sc.parts {
		if sc.start == 0 && !sc.refine && c.dc == nil || sc.end > 0 && c.ac == nil {
			return nil, errScan
		}
	}
	return sc, nil
}

// begin forgets what a restart ends.
func (sc *scan) begin() {
	sc.eobRun = 0
	for i := range sc.parts {
		sc.parts[i].last = 0
	}
}

// unit reads one unit: a block of a component that comes alone, else of every
// component as many as its sampling factors say.
func (sc *scan) unit(r *bitReader, x, y int, alone bool) error {
	for i := range sc.parts {
		c := &sc.parts[i]
		if alone {
			return sc.block(r, c, x, y)
		}
		for n := range c.h * c.v {
			if err := sc.block(r, c, x*c.h+n%c.h, y*c.v+n/c.h); err != nil {
				return err
			}
		}
	}
	return nil
}

func (sc *scan) block(r *bitReader, c *scanned, x, y int) error {
	at := (y*c.stride + x) * blockLen
	b := (*[blockLen]int16)(c.coeffs[at : at+blockLen])
	if sc.start == 0 {
		sc.first(r, c, b)
	}
	switch {
	case sc.end == 0:
	case sc.refine:
		sc.refineOthers(r, c, b)
	default:
		sc.others(r, c, b)
	}
	return r.err
}

// first reads a block's first coefficient, which is told by how it differs from
// the one before, or one more bit of it.
func (sc *scan) first(r *bitReader, c *scanned, b *[blockLen]int16) {
	if sc.refine {
		b[0] |= int16(r.bits(1) << sc.low)
		return
	}
	c.last += r.number(uint(r.symbol(c.dc)))
	b[0] = int16(c.last << sc.low)
}

// others reads the coefficients after the first: how many are nothing, and the
// one after them.
func (sc *scan) others(r *bitReader, c *scanned, b *[blockLen]int16) {
	if sc.eobRun > 0 {
		sc.eobRun--
		return
	}
	for k := max(1, sc.start); k <= sc.end && r.err == nil; k++ {
		symbol := r.symbol(c.ac)
		zeros, size := int(symbol>>4), uint(symbol&15)
		if size == 0 && zeros < 15 {
			sc.eobRun = 1<<zeros + int(r.bits(uint(zeros))) - 1
			return
		}
		if k += zeros; k > sc.end {
			return
		}
		if size > 0 {
			b[zigzag[k]] = int16(r.number(size) << sc.low)
		}
	}
}

// refineOthers reads one more bit of those that are something, and among them
// which of the others become something now.
func (sc *scan) refineOthers(r *bitReader, c *scanned, b *[blockLen]int16) {
	k := sc.start
	for ; sc.eobRun == 0 && k <= sc.end && r.err == nil; k++ {
		symbol := r.symbol(c.ac)
		zeros, size := int(symbol>>4), symbol&15
		if size == 0 && zeros < 15 {
			sc.eobRun = 1<<zeros + int(r.bits(uint(zeros)))
			break
		}
		var value int16
		if size > 0 {
			value = int16(r.number(1)) << sc.low
		}
		if k = sc.sharpen(r, b, k, zeros); k <= sc.end {
			b[zigzag[k]] = value
		}
	}
	if sc.eobRun > 0 {
		sc.sharpen(r, b, k, blockLen)
		sc.eobRun--
	}
}

// sharpen reads a bit of every coefficient from k on that is something, until it
// has passed so many that are nothing and stands at one more.
func (sc *scan) sharpen(r *bitReader, b *[blockLen]int16, k, zeros int) int {
	for ; k <= sc.end; k++ {
		switch v := &b[zigzag[k]]; {
		case *v == 0 && zeros == 0:
			return k
		case *v == 0:
			zeros--
		case r.bits(1) == 0:
		case *v > 0:
			*v += 1 << sc.low
		default:
			*v -= 1 << sc.low
		}
	}
	return k
}
