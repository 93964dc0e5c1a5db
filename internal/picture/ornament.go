package picture

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"
)

// The colours of a card: a deep red and an old gold on warm paper, as on a
// certificate. gilt is for lines and ornaments, bronze for letters.
var (
	crimson = rgb(0x8E1B1B)
	cream   = rgb(0xFFFBF1)
	gilt    = rgb(0xC9962E)
	bronze  = rgb(0x7A4F00)
	umber   = rgb(0x5C5044) // for what is read second
)

// frame draws the border of a card: a red band, and a golden line inside it
// that turns in at the corners, where there is a star.
func (c *canvas) frame(r image.Rectangle) {
	const band, gap, thread, corner, mark = 12, 14, 3, 54, 38
	c.fill(r, crimson)
	c.fill(r.Inset(band), cream)
	in := r.Inset(band + gap)
	c.fill(in, gilt)
	c.fill(in.Inset(thread), cream)
	for i, at := range [4]image.Point{in.Min, {in.Max.X, in.Min.Y}, in.Max, {in.Min.X, in.Max.Y}} {
		box := image.Rect(-corner-thread, -corner-thread, corner+thread, corner+thread).Add(at).Intersect(in)
		c.fill(box, cream)
		x, y := float32(at.X-box.Min.X), float32(at.Y-box.Min.Y)
		paint(c.img, box, gilt, func(z *vector.Rasterizer) { circle(z, x, y, corner+thread, false) })
		paint(c.img, box, cream, func(z *vector.Rasterizer) { circle(z, x, y, corner, false) })
		inward := [4]image.Point{{}, {-mark, 0}, {-mark, -mark}, {0, -mark}}[i]
		outward := [4]image.Point{{-gap / 2, -gap / 2}, {gap / 2, -gap / 2}, {gap / 2, gap / 2}, {-gap / 2, gap / 2}}[i]
		paint(c.img, image.Rect(0, 0, mark, mark).Add(at).Add(inward).Add(outward), gilt, star(mark))
	}
}

// A petal of a lotus: how far it leans from upright, in degrees, and its
// length and breadth as parts of the flower's width.
type petal struct{ lean, long, broad float64 }

// petals of a lotus in rows, those that lie behind first, and their reds: what
// is behind has more light.
var petals = []struct {
	red color.RGBA
	row []petal
}{
	{rgb(0xC0564A), []petal{{-80, .49, .17}, {80, .49, .17}, {-58, .53, .21}, {58, .53, .21}}},
	{rgb(0xB2453B), []petal{{-35, .565, .24}, {35, .565, .24}, {-13, .585, .25}, {13, .585, .25}}},
	{rgb(0xA2332D), []petal{{-68, .40, .18}, {68, .40, .18}}},
	{rgb(0x962520), []petal{{-42, .47, .22}, {42, .47, .22}}},
	{crimson, []petal{{-20, .50, .22}, {20, .50, .22}}},
	{crimson, []petal{{0, .52, .235}}},
}

// lotusHeight is how high a lotus of a width is.
func lotusHeight(width int) int { return width * 66 / 100 }

// lotus draws an open flower with its middle at x and its top at y: each petal
// is red with a golden edge and lies on those behind it.
func (c *canvas) lotus(x, y, width int) {
	box := image.Rect(x-width/2, y, x+width/2, y+lotusHeight(width))
	w := float64(width)
	base := [2]float64{w / 2, w * .595}
	for _, row := range petals {
		for _, p := range row.row {
			paint(c.img, box, gilt, p.shape(base, w, 0))
			paint(c.img, box, row.red, p.shape(base, w, max(1.3, w*.006)))
		}
	}
}

// shape is a petal from its foot to its tip, drawn thinner by an edge.
func (p petal) shape(base [2]float64, w, edge float64) shape {
	sin, cos := math.Sincos(p.lean * math.Pi / 180)
	long, broad := p.long*w-edge*2.6, p.broad*w/2-edge
	at := func(across, up float64) (float32, float32) {
		up += edge
		return float32(base[0] + across*cos + up*sin), float32(base[1] + across*sin - up*cos)
	}
	return func(z *vector.Rasterizer) {
		side := func(s float64, fromX, fromY, toX, toY float64) {
			x1, y1 := at(s*fromX, fromY)
			x2, y2 := at(s*toX, toY)
			var x3, y3 float32
			if toY > fromY {
				x3, y3 = at(0, long)
			} else {
				x3, y3 = at(0, 0)
			}
			z.CubeTo(x1, y1, x2, y2, x3, y3)
		}
		z.MoveTo(at(0, 0))
		side(1, broad*1.25, long*.16, broad*1.45, long*.66)
		side(-1, broad*1.45, long*.66, broad*1.25, long*.16)
		z.ClosePath()
	}
}

// rule is a line that thins out to both sides of a star.
func (c *canvas) rule(x, y, width int) {
	const mark, gap = 22, 18
	paint(c.img, image.Rect(x-mark/2, y-mark/2, x+mark/2, y+mark/2), gilt, star(mark))
	long := width/2 - mark/2 - gap
	needle := func(tip, foot float32) shape {
		return func(z *vector.Rasterizer) { polygon(z, point{tip, 2}, point{foot, 0}, point{foot, 4}) }
	}
	paint(c.img, image.Rect(x-width/2, y-2, x-width/2+long, y+2), gilt, needle(0, float32(long)))
	paint(c.img, image.Rect(x+width/2-long, y-2, x+width/2, y+2), gilt, func(z *vector.Rasterizer) {
		polygon(z, point{float32(long), 2}, point{0, 4}, point{0, 0})
	})
}
