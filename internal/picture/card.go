package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"strings"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/vector"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A CardInput is what a praise card is made of.
type CardInput struct {
	Office  texts.Office
	Example privacy.View
	// Photo is a JPEG without metadata, of at most 1280 pixels a side; nil if
	// there is none. It is only looked at if it may be shown.
	Photo []byte
}

// Card draws the praise card of an example that the agency has accepted, as a
// PNG of Width pixels. Without consent it has neither the name nor the photo;
// a child's has neither surname nor face.
func Card(in CardInput) ([]byte, error) {
	e := in.Example
	if err := privacy.CheckForOthers(e); err != nil {
		return nil, fmt.Errorf("drawing a card: %w", err)
	}
	if !privacy.Accepted(e.Review) {
		return nil, fmt.Errorf("drawing the card of %s: it is not accepted", e.Number)
	}
	c, err := drawCard(in)
	if err != nil {
		return nil, fmt.Errorf("drawing the card of %s: %w", e.Number, err)
	}
	file, err := c.encode()
	if err != nil {
		return nil, fmt.Errorf("drawing the card of %s: %w", e.Number, err)
	}
	return file, nil
}

// The measures and colours of the card.
const (
	cardHead   = 132
	cardFoot   = 128
	photoTall  = 600
	emblemTall = 330
)

var (
	crimson = rgb(0x9B1C1C)
	cream   = rgb(0xFFFBF2)
	bronze  = rgb(0x8A5A00)
)

func drawCard(in CardInput) (*canvas, error) {
	e := in.Example
	photo, err := shownPhoto(in)
	if err != nil {
		return nil, err
	}
	measure, err := newLettering()
	if err != nil {
		return nil, err
	}
	const wide = Width - 2*margin - 40
	name := measure.balanced(e.Name, bold(58), wide, 2)
	title := measure.balanced(e.Title, regular(40), wide, 5)
	top := emblemTall
	if photo != nil {
		top = photoTall + margin
	}
	height := cardHead + top + 30 + len(name)*68 + placeHeight(e) + 34 + len(title)*54 + 50 + cardFoot
	c, err := newCanvas(height, cream)
	if err != nil {
		return nil, err
	}
	c.cardHead(texts.CardHead(e.Category))
	y := cardHead
	if photo != nil {
		c.photo(photo, image.Rect(margin, y+margin, Width-margin, y+margin+photoTall))
	} else {
		c.emblem(e.Object, image.Pt(Width/2, y+emblemTall/2+14))
	}
	y = c.cardName(e, name, y+top+30)
	c.cardTitle(title, y+34)
	c.cardFoot(in, height)
	return c, nil
}

// shownPhoto decodes the photo if it may be shown.
func shownPhoto(in CardInput) (image.Image, error) {
	if in.Photo == nil || len(in.Example.Photos) == 0 {
		return nil, nil
	}
	const most = 1280
	size, err := jpeg.DecodeConfig(bytes.NewReader(in.Photo))
	if err != nil {
		return nil, fmt.Errorf("reading the size of its photo: %w", err)
	}
	if size.Width > most || size.Height > most {
		return nil, fmt.Errorf("its photo has %d by %d pixels, more than a copy has", size.Width, size.Height)
	}
	photo, err := jpeg.Decode(bytes.NewReader(in.Photo))
	if err != nil {
		return nil, fmt.Errorf("decoding its photo: %w", err)
	}
	return photo, nil
}

func (c *canvas) cardHead(head string) {
	c.fill(image.Rect(0, 0, Width, cardHead), crimson)
	c.fill(image.Rect(0, cardHead-8, Width, cardHead), gold)
	how := bold(48)
	head = strings.ToUpper(head)
	for c.width(head, how) > Width-2*margin-160 {
		how.size -= 2
	}
	half := c.width(head, how) / 2
	c.textMiddle(head, how, paper, Width/2, 80)
	for _, x := range []int{Width/2 - half - 66, Width/2 + half + 26} {
		paint(c.img, image.Rect(x, 42, x+40, 82), gold, star(40))
	}
}

// photo fills a frame with the photo; of a tall one the upper part is shown,
// where faces are.
func (c *canvas) photo(photo image.Image, frame image.Rectangle) {
	b, size := photo.Bounds(), frame.Size()
	part := image.Rect(0, 0, b.Dx(), b.Dx()*size.Y/size.X)
	if part.Dy() > b.Dy() {
		part = image.Rect(0, 0, b.Dy()*size.X/size.Y, b.Dy())
	}
	part = part.Add(b.Min).Add(image.Pt((b.Dx()-part.Dx())/2, (b.Dy()-part.Dy())/4))
	scaled := image.NewRGBA(image.Rectangle{Max: size})
	xdraw.BiLinear.Scale(scaled, scaled.Rect, photo, part, draw.Src, nil)
	z := vector.NewRasterizer(size.X, size.Y)
	roundedShape(float32(size.X), float32(size.Y), 18)(z)
	z.Draw(c.img, frame, scaled, image.Point{})
}

// emblem stands where no photo is: a medal with one head, three heads or a
// house on it.
func (c *canvas) emblem(o report.Object, at image.Point) {
	const a = 270
	box := image.Rect(0, 0, a, a).Add(at.Sub(image.Pt(a/2, a/2)))
	paint(c.img, box, gold, func(z *vector.Rasterizer) { circle(z, a/2, a/2, a/2, false) })
	paint(c.img, box, cream, func(z *vector.Rasterizer) { circle(z, a/2, a/2, a/2-8, false) })
	paint(c.img, box, crimson, func(z *vector.Rasterizer) { circle(z, a/2, a/2, a/2-16, false) })
	paint(c.img, box, rgb(0xFFE9B0), figure(o, a))
}

// figure is who is praised, drawn without a face.
func figure(o report.Object, a float32) shape {
	head := func(z *vector.Rasterizer, x, y, r float32) {
		circle(z, x, y, r, false)
		top, wide := y+r*1.3, r*1.75
		z.MoveTo(x-wide, top+r*2) // shoulders
		z.CubeTo(x-wide, top+r*.4, x-wide*.6, top, x, top)
		z.CubeTo(x+wide*.6, top, x+wide, top+r*.4, x+wide, top+r*2)
		z.ClosePath()
	}
	return func(z *vector.Rasterizer) {
		switch o {
		case report.Collective:
			head(z, a*.27, a*.512, a*.065)
			head(z, a*.73, a*.512, a*.065)
			head(z, a*.5, a*.38, a*.105)
		case report.Household:
			polygon(z, point{a * .2, a * .5}, point{a * .5, a * .24}, point{a * .8, a * .5})
			polygon(z, point{a * .29, a * .53}, point{a * .71, a * .53}, point{a * .71, a * .74}, point{a * .56, a * .74}, point{a * .56, a * .6},
				point{a * .44, a * .6}, point{a * .44, a * .74}, point{a * .29, a * .74})
		default:
			head(z, a*.5, a*.36, a*.13)
		}
	}
}

// placeHeight is what the line with the place takes.
func placeHeight(e privacy.View) int {
	if e.Place == "" {
		return 0
	}
	return 44
}

func (c *canvas) cardName(e privacy.View, name []string, y int) int {
	for _, l := range name {
		y += 68
		c.textMiddle(l, bold(58), crimson, Width/2, y-14)
	}
	if e.Place != "" {
		y += placeHeight(e)
		c.textMiddle(c.fit(e.Place, regular(30), Width-2*margin), regular(30), faded, Width/2, y-8)
	}
	return y
}

func (c *canvas) cardTitle(title []string, y int) {
	c.fill(image.Rect(Width/2-60, y-12, Width/2+60, y-8), gold)
	for _, l := range title {
		y += 54
		c.textMiddle(l, regular(40), ink, Width/2, y)
	}
}

func (c *canvas) cardFoot(in CardInput, height int) {
	top := height - cardFoot
	c.fill(image.Rect(0, top, Width, height), rgb(0xFBEBC8))
	c.fill(image.Rect(0, top, Width, top+3), gold)
	var period report.Period
	if len(in.Example.Periods) > 0 {
		period = in.Example.Periods[0]
	}
	c.textMiddle(c.fit(in.Office.Organization, bold(30), Width-2*margin), bold(30), bronze, Width/2, top+52)
	c.textMiddle(c.fit(texts.CardUnit(in.Example.Unit.Name, period), regular(25), Width-2*margin), regular(25), faded, Width/2, top+94)
}
