package photo

import (
	"context"
	"errors"
	"image"
	"image/color"
	"math"
)

// decodeRare decodes a JPEG of any sampling. It knows what photos that people send
// are made of and no more, and takes some three times as long as the standard
// library's decoder, so that is asked first.
func decodeRare(ctx context.Context, file []byte) (image.Image, error) {
	d := &scanner{ctx: ctx}
	if err := eachSegment(file, d.take); err != nil {
		return nil, err
	}
	if d.frame == nil {
		return nil, errors.New("a JPEG without a frame")
	}
	planes := make([][]byte, len(d.frame.parts))
	for i := range d.frame.parts {
		c := &d.frame.parts[i]
		if planes[i] = c.plane(ctx, &d.quant[c.quant]); planes[i] == nil {
			return nil, ctx.Err()
		}
		c.coeffs = nil
	}
	return d.frame.colour(ctx, planes, coloursOf(file, d.frame))
}

// plane makes the samples of a component from its coefficients; nil if ctx ended.
func (c *component) plane(ctx context.Context, quant *[blockLen]uint16) []byte {
	width := c.stride * 8
	samples := make([]byte, len(c.coeffs))
	for i := 0; i < len(c.coeffs); i += blockLen {
		x, y := i/blockLen%c.stride, i/blockLen/c.stride
		if x == 0 && ctx.Err() != nil {
			return nil
		}
		cosines((*[blockLen]int16)(c.coeffs[i:]), quant, samples[y*8*width+x*8:], width)
	}
	return samples
}

// waves holds the inverse cosine transform of eight numbers: what the u-th adds at
// x (ITU-T T.81, A.3.3).
var waves = func() (w [8][8]float32) {
	for u := range w {
		scale := 0.5
		if u == 0 {
			scale = 0.5 / math.Sqrt2
		}
		for x := range w[u] {
			w[u][x] = float32(scale * math.Cos(float64((2*x+1)*u)*math.Pi/16))
		}
	}
	return w
}()

// cosines turns the coefficients of a block into samples: across, then down.
func cosines(b *[blockLen]int16, quant *[blockLen]uint16, out []byte, width int) {
	var across [8][8]float32
	for v := range 8 {
		for u := range 8 {
			k := b[v*8+u]
			if k == 0 {
				continue
			}
			value := float32(k) * float32(quant[v*8+u])
			for x, w := range waves[u] {
				across[v][x] += value * w
			}
		}
	}
	for y := range 8 {
		var line [8]float32
		for v := range 8 {
			w := waves[v][y]
			for x := range line {
				line[x] += w * across[v][x]
			}
		}
		for x, s := range line {
			out[y*width+x] = byte(min(max(s+128.5, 0), 255))
		}
	}
}

// colours says what the components of a frame are.
type colours struct {
	direct   bool // they are colours, not brightness and two differences
	inverted bool // 255 is no ink
}

// coloursOf reads it from the note that Adobe's and many other programs leave, or
// else from the names of the components, as libjpeg does.
func coloursOf(file []byte, f *frame) colours {
	transform, noted, jfif := byte(0), false, false
	_ = eachSegment(file, func(s segment) error {
		switch {
		case s.marker == markAPP0:
			jfif = true
		case s.marker == markAPP14 && len(s.body) > 11 && string(s.body[:5]) == "Adobe":
			transform, noted = s.body[11], true
		}
		return nil
	})
	if len(f.parts) == 4 {
		return colours{direct: transform == 0, inverted: noted}
	}
	named := f.parts[0].id == 'R' && len(f.parts) == 3 && f.parts[1].id == 'G' && f.parts[2].id == 'B'
	return colours{direct: !jfif && (noted && transform == 0 || named)}
}

// colour puts the planes together, each as often beside itself as its sampling
// factors say.
func (f *frame) colour(ctx context.Context, planes [][]byte, is colours) (image.Image, error) {
	out := image.NewRGBA(image.Rect(0, 0, f.width, f.height))
	var sample [4]byte
	for y := range f.height {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		for x := range f.width {
			for i, c := range f.parts {
				sample[i] = planes[i][y*c.v/f.v*c.stride*8+x*c.h/f.h]
			}
			out.SetRGBA(x, y, is.rgb(sample, len(f.parts)))
		}
	}
	return out, nil
}

// rgb is a colour as screens show it.
func (is colours) rgb(s [4]byte, n int) color.RGBA {
	if n == 1 {
		return color.RGBA{s[0], s[0], s[0], 255}
	}
	if !is.direct {
		s[0], s[1], s[2] = color.YCbCrToRGB(s[0], s[1], s[2])
	}
	if n == 4 {
		if !is.direct { // what was told apart was not the ink but what it leaves
			s[0], s[1], s[2] = 255-s[0], 255-s[1], 255-s[2]
		}
		if !is.inverted {
			s = [4]byte{255 - s[0], 255 - s[1], 255 - s[2], 255 - s[3]}
		}
		for i := range 3 {
			s[i] = byte(int(s[i]) * int(s[3]) / 255)
		}
	}
	return color.RGBA{s[0], s[1], s[2], 255}
}
