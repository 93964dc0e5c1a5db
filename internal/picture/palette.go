package picture

import (
	"cmp"
	"image"
	"image/color"
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
	seen := map[color.RGBA]int{}
	for i := 0; i < len(img.Pix); i += 4 {
		seen[pixel(img, i)]++
		if len(seen) > photoColours {
			return nil
		}
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
	for i := range out.Pix {
		out.Pix[i] = numbers[pixel(img, 4*i)]
	}
	return out
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
