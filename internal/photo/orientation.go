package photo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
)

// An orientation is EXIF's number for how the camera was held, 1 to 8; 1 is
// upright. Above 4, width and height are exchanged.
type orientation int

const upright orientation = 1

// orientationTag is the EXIF tag, of one 16-bit number.
const orientationTag = 0x0112

var errFound = errors.New("found")

// orientationOf reads the orientation of a JPEG file; whatever cannot be
// understood is upright.
func orientationOf(file []byte) orientation {
	found := upright
	_ = eachSegment(file, func(s segment) error {
		exif, ok := bytes.CutPrefix(s.body, []byte("Exif\x00\x00"))
		if s.marker != markAPP1 || !ok {
			return nil
		}
		if o := tiffOrientation(exif); o >= 1 && o <= 8 {
			found = o
		}
		return errFound
	})
	return found
}

// tiffOrientation looks through the first directory of EXIF.
func tiffOrientation(b []byte) orientation {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(b, []byte("II*\x00")):
		order = binary.LittleEndian
	case bytes.HasPrefix(b, []byte("MM\x00*")):
		order = binary.BigEndian
	default:
		return upright
	}
	if len(b) < 8 {
		return upright
	}
	at := int64(order.Uint32(b[4:]))
	if at+2 > int64(len(b)) {
		return upright
	}
	const entry = 12
	entries := int(order.Uint16(b[at:]))
	b = b[at+2:]
	for range entries {
		if len(b) < entry {
			return upright
		}
		if order.Uint16(b) == orientationTag {
			return orientation(order.Uint16(b[8:]))
		}
		b = b[entry:]
	}
	return upright
}

// turn sets a picture upright.
func (o orientation) turn(src *image.RGBA) *image.RGBA {
	if o <= upright || o > 8 {
		return src
	}
	w, h := src.Rect.Dx(), src.Rect.Dy()
	outW, outH := w, h
	if o > 4 {
		outW, outH = h, w
	}
	out := image.NewRGBA(image.Rect(0, 0, outW, outH))
	for y := range h {
		for x := range w {
			to := o.place(x, y, w, h)
			copy(out.Pix[out.PixOffset(to.X, to.Y):][:4], src.Pix[y*src.Stride+4*x:])
		}
	}
	return out
}

// place says where the stored point x, y of a picture of w by h belongs.
func (o orientation) place(x, y, w, h int) image.Point {
	switch o {
	case 2:
		return image.Pt(w-1-x, y)
	case 3:
		return image.Pt(w-1-x, h-1-y)
	case 4:
		return image.Pt(x, h-1-y)
	case 5:
		return image.Pt(y, x)
	case 6:
		return image.Pt(h-1-y, x)
	case 7:
		return image.Pt(h-1-y, w-1-x)
	case 8:
		return image.Pt(y, w-1-x)
	}
	return image.Pt(x, y)
}
