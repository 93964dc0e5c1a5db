package picture

import (
	"image/color"
	"math"
	"testing"
)

// What the eyes of colour-blind people do to linear light (Machado, Oliveira
// and Fernandes 2009, full severity).
var eyes = map[string][3][3]float64{
	"all colours": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"no red":      {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"no green":    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"no blue":     {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
	"grey":        {{0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}, {0.2126, 0.7152, 0.0722}},
}

// Everybody can tell the standings apart by colour; who sees only shades of
// grey has the marks.
func TestColoursForEverybody(t *testing.T) {
	for eye, m := range eyes {
		for i, a := range legend {
			for _, b := range legend[:i] {
				ground, _ := a.tones()
				other, _ := b.tones()
				if far := apart(seenBy(m, ground), seenBy(m, other)); eye != "grey" && far < 8 {
					t.Errorf("%s: %v and %v are %.1f apart", eye, a, b, far)
				}
			}
		}
	}
}

// A mark stands out on its ground for all.
func TestMarksStandOut(t *testing.T) {
	for eye, m := range eyes {
		for _, s := range legend[:len(legend)-1] { // the last says nothing
			ground, mark := s.tones()
			a, b := luminance(seenBy(m, ground)), luminance(seenBy(m, mark))
			if ratio := (max(a, b) + .05) / (min(a, b) + .05); ratio < 3 {
				t.Errorf("%s: %v has a contrast of %.1f", eye, s, ratio)
			}
		}
	}
}

func linear(v uint8) float64 {
	f := float64(v) / 255
	if f <= 0.04045 {
		return f / 12.92
	}
	return math.Pow((f+0.055)/1.055, 2.4)
}

func seenBy(m [3][3]float64, c color.RGBA) (out [3]float64) {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	for i := range out {
		out[i] = min(1, max(0, m[i][0]*in[0]+m[i][1]*in[1]+m[i][2]*in[2]))
	}
	return out
}

func luminance(c [3]float64) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

// apart is the distance in CIELAB: 2 can just be seen side by side.
func apart(a, b [3]float64) float64 {
	p, q := lab(a), lab(b)
	return math.Sqrt((p[0]-q[0])*(p[0]-q[0]) + (p[1]-q[1])*(p[1]-q[1]) + (p[2]-q[2])*(p[2]-q[2]))
}

func lab(c [3]float64) [3]float64 {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124*c[0] + 0.3576*c[1] + 0.1805*c[2]) / 0.9505)
	y := f(luminance(c))
	z := f((0.0193*c[0] + 0.1192*c[1] + 0.9505*c[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}
