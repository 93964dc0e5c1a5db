package picture

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"guongsang/internal/report"
)

// A mark is one drawn cell: a standing at a size.
type mark struct {
	standing
	size image.Point
}

// mark draws a standing's cell; each kind is drawn once and copied after that.
func (c *canvas) mark(s standing, r image.Rectangle) {
	m := mark{s, r.Size()}
	cell, ok := c.marks[m]
	if !ok {
		cell = m.draw()
		c.marks[m] = cell
	}
	draw.Draw(c.img, r, cell, image.Point{}, draw.Over)
}

func (m mark) draw() *image.RGBA {
	cell := image.NewRGBA(image.Rectangle{Max: m.size})
	ground, ink := m.tones()
	paint(cell, cell.Rect, ground, roundedShape(float32(m.size.X), float32(m.size.Y), 5))
	side := min(m.size.X, m.size.Y) * 7 / 10
	box := image.Rect(0, 0, side, side).Add(image.Pt((m.size.X-side)/2, (m.size.Y-side)/2))
	paint(cell, box, ink, m.sign(float32(side)))
	return cell
}

// sign is the shape of a standing in a square: a tick, a half circle, a plus,
// a dash, a ring, a cross, a ring struck through, two bars, a dot.
func (s standing) sign(a float32) shape {
	thick := a * 0.17
	switch s.contact {
	case report.Unconnected:
		return cross(a, thick)
	case report.Unreachable:
		return struck(a, thick)
	}
	switch s.state {
	case report.OnTime:
		return strokes(thick, point{a * .08, a * .55}, point{a * .38, a * .85}, point{a * .93, a * .18})
	case report.Late:
		return half(a)
	case report.MadeUp:
		return func(z *vector.Rasterizer) {
			stroke(z, point{a * .1, a * .5}, point{a * .9, a * .5}, thick)
			stroke(z, point{a * .5, a * .9}, point{a * .5, a * .1}, thick)
		}
	case report.NilFiled:
		return strokes(thick, point{a * .1, a * .5}, point{a * .9, a * .5})
	case report.Pending:
		return ring(a, thick)
	case report.Exempt:
		return func(z *vector.Rasterizer) {
			stroke(z, point{a * .33, a * .15}, point{a * .33, a * .85}, thick)
			stroke(z, point{a * .67, a * .15}, point{a * .67, a * .85}, thick)
		}
	}
	return func(z *vector.Rasterizer) { circle(z, a/2, a/2, a*.1, false) }
}

func ring(a, thick float32) shape {
	return func(z *vector.Rasterizer) {
		circle(z, a/2, a/2, a*.44, false)
		circle(z, a/2, a/2, a*.44-thick, true)
	}
}

// half is a ring whose left half is full.
func half(a float32) shape {
	rim := a * .09
	return func(z *vector.Rasterizer) {
		circle(z, a/2, a/2, a*.46, false)
		r := a*.46 - rim
		k := r * bend
		z.MoveTo(a/2, a/2-r) // the hole: the right half, against the ring's direction
		z.LineTo(a/2, a/2+r)
		z.CubeTo(a/2+k, a/2+r, a/2+r, a/2+k, a/2+r, a/2)
		z.CubeTo(a/2+r, a/2-k, a/2+k, a/2-r, a/2, a/2-r)
		z.ClosePath()
	}
}

// struck is a ring with a bar across.
func struck(a, thick float32) shape {
	return func(z *vector.Rasterizer) {
		ring(a, thick)(z)
		d := (a*.44 - thick) * float32(math.Sqrt2/2)
		stroke(z, point{a/2 - d, a/2 + d}, point{a/2 + d, a/2 - d}, thick*.8)
	}
}

// cross is two bars from corner to corner.
func cross(a, thick float32) shape {
	return func(z *vector.Rasterizer) {
		stroke(z, point{a * .15, a * .15}, point{a * .85, a * .85}, thick)
		stroke(z, point{a * .15, a * .85}, point{a * .85, a * .15}, thick)
	}
}

// strokes joins points by straight strokes with round bends.
func strokes(thick float32, points ...point) shape {
	return func(z *vector.Rasterizer) {
		for i := 1; i < len(points); i++ {
			stroke(z, points[i-1], points[i], thick)
		}
		for _, p := range points {
			circle(z, p.x, p.y, thick/2, false)
		}
	}
}

// stroke is a straight bar, drawn in the direction of circles, so that what
// overlaps adds up.
func stroke(z *vector.Rasterizer, from, to point, thick float32) {
	dx, dy := to.x-from.x, to.y-from.y
	length := float32(math.Hypot(float64(dx), float64(dy)))
	nx, ny := -dy/length*thick/2, dx/length*thick/2
	polygon(z, point{from.x - nx, from.y - ny}, point{to.x - nx, to.y - ny}, point{to.x + nx, to.y + ny}, point{from.x + nx, from.y + ny})
}
