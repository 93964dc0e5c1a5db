package photo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// The markers of a JPEG file that matter here.
const (
	markSOF0  = 0xC0 // begins the twelve kinds of frames: C0-CF without C4, C8, CC
	markSOF2  = 0xC2 // progressive
	markDHT   = 0xC4
	markJPG   = 0xC8
	markDAC   = 0xCC
	markRST0  = 0xD0
	markSOI   = 0xD8
	markEOI   = 0xD9
	markSOS   = 0xDA
	markDQT   = 0xDB
	markDNL   = 0xDC
	markDRI   = 0xDD
	markAPP0  = 0xE0
	markAPP1  = 0xE1
	markAPP2  = 0xE2
	markAPP14 = 0xEE
)

var errTruncated = errors.New("the file ends too early")

// A segment is one piece of a JPEG file. That of a scan has the compressed
// picture after its head in data.
type segment struct {
	marker byte
	body   []byte // without marker and length
	scan   []byte // after SOS: up to the next marker
}

// eachSegment walks over the segments between the beginning of the image and
// its end. What stands behind the end is no part of the image.
func eachSegment(file []byte, fn func(segment) error) error {
	if len(file) < 4 || file[0] != 0xFF || file[1] != markSOI {
		return errors.New("no JPEG: it does not begin as one")
	}
	rest := file[2:]
	for {
		marker, after, err := nextMarker(rest)
		if err != nil {
			return err
		}
		if marker == markEOI {
			return nil
		}
		if marker == 0 || marker >= markRST0 && marker < markSOI { // has no length: decoders differ in what follows
			return fmt.Errorf("marker %X where a segment should begin", marker)
		}
		if len(after) < 2 {
			return errTruncated
		}
		length := int(binary.BigEndian.Uint16(after))
		if length < 2 || length > len(after) {
			return fmt.Errorf("segment %X of %d bytes: %w", marker, length, errTruncated)
		}
		s := segment{marker: marker, body: after[2:length]}
		rest = after[length:]
		if marker == markSOS {
			n := scanLength(rest)
			s.scan, rest = rest[:n], rest[n:]
		}
		if err := fn(s); err != nil {
			return err
		}
	}
}

// nextMarker reads a marker, which any number of FF may precede.
func nextMarker(b []byte) (marker byte, rest []byte, err error) {
	if len(b) < 2 {
		return 0, nil, errTruncated
	}
	if b[0] != 0xFF {
		return 0, nil, fmt.Errorf("byte %X where a segment should begin", b[0])
	}
	for len(b) > 0 && b[0] == 0xFF {
		b = b[1:]
	}
	if len(b) == 0 {
		return 0, nil, errTruncated
	}
	return b[0], b[1:], nil
}

// scanLength is how far compressed data go: to the next marker that is neither
// a stuffed FF nor a restart.
func scanLength(b []byte) int {
	for i := 0; i+1 < len(b); i++ {
		next := b[i+1]
		if b[i] == 0xFF && next != 0 && next != 0xFF && (next < markRST0 || next >= markSOI) {
			return i
		}
	}
	return len(b)
}

// Strip takes out of a JPEG file everything that is not needed to show it:
// EXIF with the place, XMP, IPTC, comments, previews, makers' notes, and what
// hangs behind the picture. The picture itself is copied bit by bit. What says
// how to understand the colours stays.
func Strip(file []byte) ([]byte, error) {
	out := make([]byte, 0, len(file))
	out = append(out, 0xFF, markSOI)
	err := eachSegment(file, func(s segment) error {
		if body, keep := shown(s); keep {
			out = append(out, 0xFF, s.marker)
			out = binary.BigEndian.AppendUint16(out, uint16(len(body)+2))
			out = append(out, body...)
			out = append(out, s.scan...)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("taking the notes out of a JPEG: %w", err)
	}
	return append(out, 0xFF, markEOI), nil
}

// shown gives what remains of a segment: only what is known to be needed.
func shown(s segment) (body []byte, keep bool) {
	switch {
	case s.marker == markAPP0:
		return withoutPreview(s.body)
	case s.marker == markAPP2:
		return s.body, bytes.HasPrefix(s.body, []byte("ICC_PROFILE\x00"))
	case s.marker == markAPP14:
		return s.body, bytes.HasPrefix(s.body, []byte("Adobe"))
	case s.marker == markDHT, s.marker == markDAC, s.marker == markDQT, s.marker == markDNL, s.marker == markDRI, s.marker == markSOS:
		return s.body, true
	}
	return s.body, isFrame(s.marker)
}

// jfifHead is the length of a JFIF head up to its preview.
const jfifHead = 14

// withoutPreview cuts the small picture off a JFIF head.
func withoutPreview(body []byte) (head []byte, keep bool) {
	if len(body) < jfifHead || !bytes.HasPrefix(body, []byte("JFIF\x00")) {
		return nil, false
	}
	head = bytes.Clone(body[:jfifHead])
	head[jfifHead-2], head[jfifHead-1] = 0, 0 // width and height of the preview
	return head, true
}
