package demo

import (
	"cmp"
	"image"
	"image/color"
	"slices"
)

// fewColours gives a picture of at most 256 colours: a page has few, and its
// file becomes a third of its size. The colours that are there most often stay
// as they are; every other takes the nearest of them.
func fewColours(full image.Image) *image.Paletted {
	box := full.Bounds()
	count := map[color.RGBA]int{}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			count[at8(full, x, y)]++
		}
	}
	few := image.NewPaletted(box, choose(count))
	index := map[color.RGBA]uint8{}
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			c := at8(full, x, y)
			i, known := index[c]
			if !known {
				i = uint8(few.Palette.Index(c))
				index[c] = i
			}
			few.SetColorIndex(x, y, i)
		}
	}
	return few
}

func at8(full image.Image, x, y int) color.RGBA {
	return color.RGBAModel.Convert(full.At(x, y)).(color.RGBA)
}

// choose takes the most frequent colours, none very like another; it looks for
// ever greater likeness until they fill the palette.
func choose(count map[color.RGBA]int) color.Palette {
	var all []color.RGBA
	for c := range count {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	var chosen []color.RGBA
	for apart := 5; apart >= 0 && len(chosen) < 256; apart /= 2 {
		for _, c := range all {
			if len(chosen) == 256 {
				break
			}
			if !slices.ContainsFunc(chosen, func(d color.RGBA) bool { return far(c, d) <= apart }) {
				chosen = append(chosen, c)
			}
		}
		if apart == 0 {
			break
		}
	}
	palette := make(color.Palette, len(chosen))
	for i, c := range chosen {
		palette[i] = c
	}
	return palette
}

func far(a, b color.RGBA) int {
	return max(off(a.R, b.R), off(a.G, b.G), off(a.B, b.B))
}

func off(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }
