package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// Width is that of every picture, in pixels.
const Width = 1080

// margin is kept free on all sides.
const margin = 40

// A canvas is a picture being drawn.
type canvas struct {
	*lettering
	img   *image.RGBA
	marks map[mark]*image.RGBA
	set   []placed // every text drawn, so that a test can see that none runs over another
}

// A placed is a text and where it stands.
type placed struct {
	text string
	box  image.Rectangle
}

func newCanvas(height int, ground color.Color) (*canvas, error) {
	letters, err := newLettering()
	if err != nil {
		return nil, err
	}
	c := &canvas{lettering: letters, img: image.NewRGBA(image.Rect(0, 0, Width, height)), marks: map[mark]*image.RGBA{}}
	c.fill(c.img.Rect, ground)
	return c, nil
}

// end cuts off what is below y.
func (c *canvas) end(y int) {
	c.img.Rect.Max.Y = min(y, c.img.Rect.Max.Y)
	c.img.Pix = c.img.Pix[:c.img.Stride*c.img.Rect.Dy()]
}

// packing is quick: print is large areas of one colour, which any search finds.
var packing = png.Encoder{CompressionLevel: png.BestSpeed}

// encode packs the picture as PNG.
func (c *canvas) encode() ([]byte, error) {
	var img image.Image = c.img
	if numbered := byNumber(c.img); numbered != nil {
		img = numbered
	}
	var b bytes.Buffer
	if err := packing.Encode(&b, img); err != nil {
		return nil, fmt.Errorf("packing a picture of %v: %w", c.img.Rect.Size(), err)
	}
	return b.Bytes(), nil
}

func (c *canvas) fill(r image.Rectangle, colour color.Color) {
	draw.Draw(c.img, r, image.NewUniform(colour), image.Point{}, draw.Src)
}

// text sets a text with its left end at x and its letters standing on y, and
// gives where it ends.
func (c *canvas) text(s string, how letter, colour color.Color, x, y int) int {
	s = c.settable(s)
	d := font.Drawer{Dst: c.img, Src: image.NewUniform(colour), Face: c.face(how), Dot: fixed.P(x, y)}
	d.DrawString(s)
	end := d.Dot.X.Ceil()
	if s != "" {
		c.set = append(c.set, placed{s, image.Rect(x, y-how.size*3/4, end, y+how.size/4)})
	}
	return end
}

// textRight sets a text that ends at x.
func (c *canvas) textRight(s string, how letter, colour color.Color, x, y int) {
	c.text(s, how, colour, x-c.width(s, how), y)
}

// textMiddle sets a text around x.
func (c *canvas) textMiddle(s string, how letter, colour color.Color, x, y int) {
	c.text(s, how, colour, x-c.width(s, how)/2, y)
}

// A point of a shape, in pixels.
type point struct{ x, y float32 }

// A shape is what a pen goes round, relative to the corner of its box.
type shape func(z *vector.Rasterizer)

// paint fills a shape. The rasterizer is as large as the box and no larger:
// its work grows with its size.
func paint(dst *image.RGBA, box image.Rectangle, colour color.Color, draws shape) {
	z := vector.NewRasterizer(box.Dx(), box.Dy())
	draws(z)
	z.Draw(dst, box, image.NewUniform(colour), image.Point{})
}

// rounded fills a rectangle with round corners.
func (c *canvas) rounded(r image.Rectangle, radius int, colour color.Color) {
	paint(c.img, r, colour, roundedShape(float32(r.Dx()), float32(r.Dy()), float32(radius)))
}

// bend is how far a curve's handles stand off to make a quarter of a circle.
const bend = 0.5523

func roundedShape(w, h, r float32) shape {
	k := r * (1 - bend)
	return func(z *vector.Rasterizer) {
		z.MoveTo(r, 0)
		z.LineTo(w-r, 0)
		z.CubeTo(w-k, 0, w, k, w, r)
		z.LineTo(w, h-r)
		z.CubeTo(w, h-k, w-k, h, w-r, h)
		z.LineTo(r, h)
		z.CubeTo(k, h, 0, h-k, 0, h-r)
		z.LineTo(0, r)
		z.CubeTo(0, k, k, 0, r, 0)
		z.ClosePath()
	}
}

// circle is a closed ring around a centre; the other way round it cuts a hole.
func circle(z *vector.Rasterizer, x, y, r float32, hole bool) {
	k := r * bend
	if hole {
		r, k = -r, -k
		z.MoveTo(x+r, y)
		z.CubeTo(x+r, y-k, x+k, y-r, x, y-r)
		z.CubeTo(x-k, y-r, x-r, y-k, x-r, y)
		z.CubeTo(x-r, y+k, x-k, y+r, x, y+r)
		z.CubeTo(x+k, y+r, x+r, y+k, x+r, y)
		z.ClosePath()
		return
	}
	z.MoveTo(x+r, y)
	z.CubeTo(x+r, y+k, x+k, y+r, x, y+r)
	z.CubeTo(x-k, y+r, x-r, y+k, x-r, y)
	z.CubeTo(x-r, y-k, x-k, y-r, x, y-r)
	z.CubeTo(x+k, y-r, x+r, y-k, x+r, y)
	z.ClosePath()
}

// polygon is a closed line through points.
func polygon(z *vector.Rasterizer, points ...point) {
	z.MoveTo(points[0].x, points[0].y)
	for _, p := range points[1:] {
		z.LineTo(p.x, p.y)
	}
	z.ClosePath()
}
