package picture

import (
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"iter"
	"slices"
)

// A PNG names at most so many colours by number.
const paletteSize = 256

// photoColours is how many colours tell a photo from print.
const photoColours = 6000

// byNumber gives the picture with its colours numbered, which makes a file of
// a third of the size; the shades at the edges of letters go to the nearest
// of the most frequent ones. It gives nil for a photo, whose colours are too
// many.
func byNumber(img *image.RGBA) *image.Paletted {
	seen := countColours(img)
	if seen == nil {
		return nil
	}
	colours := make([]color.RGBA, 0, len(seen))
	for c := range seen {
		colours = append(colours, c)
	}
	slices.SortFunc(colours, func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(seen[b], seen[a]), cmp.Compare(hex(a), hex(b)))
	})
	chosen := spread(colours)
	palette := make(color.Palette, len(chosen))
	for i, c := range chosen {
		palette[i] = c
	}
	numbers := map[color.RGBA]uint8{}
	for _, c := range colours {
		i, _ := nearest(chosen, c)
		numbers[c] = uint8(i)
	}
	out := image.NewPaletted(img.Rect, palette)
	for begin, end := range runs(img) {
		number := numbers[pixel(img, begin)]
		for i := begin / 4; i < end/4; i++ {
			out.Pix[i] = number
		}
	}
	return out
}

// countColours counts the pixels of each colour; nil if there are more colours
// than print has.
func countColours(img *image.RGBA) map[color.RGBA]int {
	seen := map[color.RGBA]int{}
	for begin, end := range runs(img) {
		seen[pixel(img, begin)] += (end - begin) / 4
		if len(seen) > photoColours {
			return nil
		}
	}
	return seen
}

// runs goes through the pixels of one colour that lie side by side, by where in
// img.Pix they begin and end: nearly all of print is ground, and a table is
// asked for each run rather than for each pixel.
func runs(img *image.RGBA) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for begin := 0; begin < len(img.Pix); {
			colour := binary.NativeEndian.Uint32(img.Pix[begin:])
			end := begin + 4
			for end < len(img.Pix) && binary.NativeEndian.Uint32(img.Pix[end:]) == colour {
				end += 4
			}
			if !yield(begin, end) {
				return
			}
			begin = end
		}
	}
}

func pixel(img *image.RGBA, i int) color.RGBA {
	return color.RGBA{img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3]}
}

func hex(c color.RGBA) uint32 { return uint32(c.R)<<16 | uint32(c.G)<<8 | uint32(c.B) }

// spread picks the colours of a palette: the frequent first, and none that the
// eye could not tell from one already there, so that edges keep their shades.
func spread(colours []color.RGBA) (chosen []color.RGBA) {
	const alike = 5 * 5
	for _, c := range colours {
		if _, far := nearest(chosen, c); far > alike && len(chosen) < paletteSize {
			chosen = append(chosen, c)
		}
	}
	return chosen
}

// nearest gives the number of the colour next to c, and the square of how far
// off it is.
func nearest(colours []color.RGBA, c color.RGBA) (best, least int) {
	least = 1 << 30
	for i, other := range colours {
		r, g, b := int(c.R)-int(other.R), int(c.G)-int(other.G), int(c.B)-int(other.B)
		if far := r*r + g*g + b*b; far < least {
			best, least = i, far
		}
	}
	return best, least
}
