package photo

import (
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
)

// A frame is the picture of a JPEG file as its head describes it (ITU-T T.81,
// B.2.2), with the coefficients that its scans have brought so far.
type frame struct {
	width, height int
	progressive   bool
	parts         []component
	h, v          int // the largest sampling factors
	mcusX, mcusY  int // how many units of h by v blocks there are
}

// A component is one plane of a frame: brightness, or one colour.
type component struct {
	id         byte
	h, v       int // sampling factors: blocks in a unit, across and down
	quant      byte
	cols, rows int     // blocks that hold a part of the picture
	stride     int     // blocks in a row: whole units
	coeffs     []int16 // 64 for each block, in the order of rows
}

const blockLen = 64

// frameOf reads the head of a frame that is coded in Huffman's way with eight
// bits a sample. A jpeg.UnsupportedError says that it is another.
func frameOf(s segment) (*frame, error) {
	if s.marker > markSOF2 {
		return nil, jpeg.UnsupportedError(fmt.Sprintf("frame of kind %X", s.marker))
	}
	const head, each = 6, 3
	if len(s.body) < head || len(s.body) != head+each*int(s.body[5]) {
		return nil, jpeg.FormatError("frame has wrong length")
	}
	if s.body[0] != 8 {
		return nil, jpeg.UnsupportedError("precision")
	}
	f := &frame{
		height: int(binary.BigEndian.Uint16(s.body[1:])), width: int(binary.BigEndian.Uint16(s.body[3:])),
		progressive: s.marker == markSOF2,
	}
	for b := s.body[head:]; len(b) > 0; b = b[each:] {
		c := component{id: b[0], h: int(b[1] >> 4), v: int(b[1] & 15), quant: b[2]}
		if c.h < 1 || c.h > 4 || c.v < 1 || c.v > 4 || c.quant > 3 {
			return nil, jpeg.FormatError("sampling factor or table out of range")
		}
		f.parts = append(f.parts, c)
		f.h, f.v = max(f.h, c.h), max(f.v, c.v)
	}
	switch len(f.parts) {
	case 1: // one plane comes block by block, whatever it says
		f.parts[0].h, f.parts[0].v, f.h, f.v = 1, 1, 1, 1
	case 3, 4:
	default:
		return nil, jpeg.UnsupportedError("number of components")
	}
	f.measure()
	return f, nil
}

// measure works out how many blocks there are of each component (A.1.1, A.2.2).
func (f *frame) measure() {
	f.mcusX, f.mcusY = over(f.width, 8*f.h), over(f.height, 8*f.v)
	for i := range f.parts {
		c := &f.parts[i]
		c.cols, c.rows = over(over(f.width*c.h, f.h), 8), over(over(f.height*c.v, f.v), 8)
		c.stride = f.mcusX * c.h
	}
}

// over divides and rounds up.
func over(a, b int) int { return (a + b - 1) / b }

// allocate makes room for the coefficients, once what they cost was judged.
func (f *frame) allocate() {
	for i := range f.parts {
		c := &f.parts[i]
		c.coeffs = make([]int16, c.stride*f.mcusY*c.v*blockLen)
	}
}

// findFrame reads the head of the frame of a JPEG file.
func findFrame(file []byte) (f *frame, err error) {
	f, err = nil, jpeg.FormatError("no frame")
	walk := eachSegment(file, func(s segment) error {
		if !isFrame(s.marker) {
			return nil
		}
		f, err = frameOf(s)
		return errFound
	})
	if walk != nil && walk != errFound {
		return nil, walk
	}
	return f, err
}

// config is what is asked of a picture before it is decoded.
func (f *frame) config() image.Config {
	return image.Config{ColorModel: color.RGBAModel, Width: f.width, Height: f.height}
}
