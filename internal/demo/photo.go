package demo

import (
	"bytes"
	"hash/fnv"
	"image"
	"image/color"
	"image/jpeg"
	"math"
)

// photo is a picture of hills in the evening, of other colours for every
// title and number: the people of the story have no faces.
func photo(title string, number int) []byte {
	const wide, high = 960, 640
	h := fnv.New32a()
	h.Write([]byte(title)) // never fails
	seed := h.Sum32() + uint32(number)*2654435761
	shift := float64(seed%997) / 997
	img := image.NewRGBA(image.Rect(0, 0, wide, high))
	for x := range wide {
		far := 0.45 + 0.10*math.Sin(float64(x)/170+shift*9)
		near := 0.68 + 0.12*math.Sin(float64(x)/260+shift*21)
		for y := range high {
			img.SetRGBA(x, y, hills(float64(y)/high, far, near, shift))
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 80}); err != nil {
		panic(err) // into memory
	}
	return b.Bytes()
}

// hills is the colour at a height: sky above, then the far hills, then the
// near ones.
func hills(y, far, near, shift float64) color.RGBA {
	tone := func(from, to float64) uint8 { return uint8(from + (to-from)*shift) }
	switch {
	case y < far:
		return color.RGBA{uint8(150 + 90*y), uint8(180 + 40*y), tone(230, 190), 255}
	case y < near:
		return color.RGBA{tone(90, 120), tone(140, 130), tone(120, 150), 255}
	}
	return color.RGBA{tone(50, 80), tone(100, 90), tone(60, 70), 255}
}
