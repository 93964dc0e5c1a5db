package photo

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"time"
)

// What decoding one picture may cost.
const (
	maxPixels   = 40_000_000
	maxScans    = 64 // of a progressive JPEG; cameras write about ten, and each costs a walk over the picture
	maxDecoding = 2 * time.Second
	maxMemory   = maxPixels * 32 / 8 // bytes: that many pixels of 32 bits
	maxSide     = 20_000             // pixels
)

var errTooBig = errors.New("more than is decoded")

// worstJPEG is the bits for a pixel of a JPEG whose frame is not found where it
// should be: progressive, and of all colours in full.
const worstJPEG = 5 * 24

// affordable says why a picture is not to be decoded: errTooBig, or that a JPEG
// cannot be followed from its first segment to its last. Of such a file nobody
// knows what it costs: decoders pass over what lies between segments. A baseline
// JPEG of 40 megapixels is decoded, a progressive one of 20, a PNG of 40, and of 20
// or 10 if it is interlaced, of 16 bits a channel, or both.
func affordable(file []byte, format string, c image.Config) error {
	size := fmt.Sprintf("%d by %d", c.Width, c.Height)
	pixels := int64(c.Width) * int64(c.Height)
	if c.Width > maxSide || c.Height > maxSide || pixels > maxPixels {
		return fmt.Errorf("a picture of %s: %w", size, errTooBig)
	}
	if format == "jpeg" || format == rareJPEG {
		n, err := scans(file)
		if err != nil {
			return err
		}
		if n > maxScans {
			return fmt.Errorf("a picture of %d scans: %w", n, errTooBig)
		}
	}
	if pixels*perPixel(file, format)/8 > maxMemory {
		return fmt.Errorf("a picture of %s, too rich for its size: %w", size, errTooBig)
	}
	return nil
}

// perPixel is the memory that decoding needs for a pixel, in bits.
func perPixel(file []byte, format string) int64 {
	switch format {
	case "jpeg":
		return jpegPerPixel(file)
	case rareJPEG: // coefficients of 16 bits and the samples, then a picture of 32
		return 3*samplesPerPixel(file) + 32
	case "png":
		return pngPerPixel(file)
	case "webp": // the lossless kind is held twice while colours are looked up
		return 64
	}
	return 32
}

// pngPerPixel reads it from the first chunk, which is always IHDR, and from
// whether there is a chunk tRNS: one colour is then to be seen through, and grey
// becomes a picture of four channels (PNG, 3rd edition, 11.2.1 and 11.3.1.1). An
// interlaced file comes in seven passes, each a picture of its own, which together
// are as large as the one that they make.
func pngPerPixel(file []byte) int64 {
	const depth, colours, interlace = 24, 25, 28 // where they stand
	const grey, palette = 0, 3
	if len(file) <= interlace {
		return 2 * 64
	}
	channel, bits := int64(max(8, file[depth])), int64(0)
	switch {
	case file[colours] == palette, file[colours] == grey && !bytes.Contains(file, []byte("tRNS")):
		bits = channel
	default:
		bits = 4 * channel
	}
	if file[interlace] != 0 {
		bits *= 2
	}
	return bits
}

// jpegPerPixel adds up the planes of the frame. A progressive file is held as
// coefficients of 32 bits besides, and other colours than those of photos are
// turned into a second picture.
func jpegPerPixel(file []byte) int64 {
	bits := int64(worstJPEG)
	_ = eachSegment(file, func(s segment) error {
		if !isFrame(s.marker) {
			return nil
		}
		bits = frameBits(s.body)
		if s.marker == markSOF2 {
			bits *= 5
		}
		if otherColours(file, s.body) {
			bits += 32
		}
		return errFound
	})
	return bits
}

// samplesPerPixel adds up the planes of a frame in bits.
func samplesPerPixel(file []byte) int64 {
	f, err := findFrame(file)
	if err != nil {
		return worstJPEG
	}
	samples := 0
	for _, c := range f.parts {
		samples += c.h * c.v
	}
	return int64(over(8*samples, f.h*f.v))
}

// otherColours reports whether a JPEG holds red, green and blue, or the four
// colours of print.
func otherColours(file, frame []byte) bool {
	if len(frame) > 12 && (frame[5] == 4 || frame[6] == 'R' && frame[9] == 'G' && frame[12] == 'B') {
		return true
	}
	for {
		_, after, ok := bytes.Cut(file, []byte{0xFF, markAPP14})
		if !ok {
			return false
		}
		if note := after[min(2, len(after)):]; len(note) > 11 && bytes.HasPrefix(note, []byte("Adobe")) && note[11] == 0 {
			return true
		}
		file = after
	}
}

func scans(file []byte) (n int, err error) {
	err = eachSegment(file, func(s segment) error {
		if s.marker == markSOS {
			n++
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("counting the scans of a JPEG: %w", err)
	}
	return n, nil
}

func isFrame(marker byte) bool {
	return marker >= markSOF0 && marker < markRST0 && marker != markDHT && marker != markJPG && marker != markDAC
}

// frameBits is what the samples of a frame need for a pixel: 12 bits where
// colours have half the resolution both ways, 24 where they have all of it.
func frameBits(frame []byte) int64 {
	const head, component = 6, 3
	var samples, most int64
	for i := head; i+component <= len(frame); i += component {
		n := int64(frame[i+1]>>4) * int64(frame[i+1]&15)
		samples += n
		most = max(most, n)
	}
	if len(frame) <= head+component { // one plane has one sample, whatever it says
		return 8
	}
	return 8 * samples / max(1, most)
}
