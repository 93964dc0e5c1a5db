package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"strings"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A Shape is that of the paper of a praise card.
type Shape int

const (
	Portrait Shape = iota // as A4 and A5 are, to be printed and hung up
	Square                // for the pages of Zalo and Facebook
)

// A CardInput is what a praise card is made of.
type CardInput struct {
	Office  texts.Office
	Example privacy.View
	Shape   Shape
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

// The measures of a card, in pixels.
const (
	cardEdge = 34  // from the paper's edge to the frame
	cardSide = 112 // from the paper's edge to what is written
	cardWide = Width - 2*cardSide
	cardTall = 1528 // of a portrait: the proportions of A4

	leastName = 40 // pixels of its letters
	nameLines = 3  // up to which its letters stay as they are
)

// A sheet is how a card of one shape is laid out, with a photo and without.
type sheet struct {
	height      int
	edge        int // above what is written, and below
	lotus       int // how wide the flower is; 0: none
	photo       int // the least height of a photo; 0: there is none
	head        int // the letters that are begun with
	name, title int
	gap         int // the least free room between what does not belong together
}

func sheetOf(shape Shape, photo bool) sheet {
	switch {
	case shape == Square && photo:
		return sheet{height: Width, edge: 84, photo: 330, head: 50, name: 64, title: 38, gap: 14}
	case shape == Square:
		return sheet{height: Width, edge: 96, lotus: 250, head: 50, name: 84, title: 46, gap: 22}
	case photo:
		return sheet{height: cardTall, edge: 108, lotus: 150, photo: 480, head: 54, name: 82, title: 46, gap: 22}
	}
	return sheet{height: cardTall, edge: 124, lotus: 430, head: 54, name: 100, title: 54, gap: 30}
}

// A piece is a part of the card: lines of text, or a picture of some height.
type piece struct {
	lines  []string
	how    letter
	colour color.RGBA
	height int
	draw   func(y, height int) // for what is no text
	room   int                 // how much more of the free room stands above it than above others
	close  bool                // it belongs to what stands above, from which it is gap away
	gap    int
}

// leading is from one line to the next: Vietnamese capitals have two marks
// above and one below.
func (how letter) leading() int { return how.size * 128 / 100 }

func drawCard(in CardInput) (*canvas, error) {
	photo, err := shownPhoto(in)
	if err != nil {
		return nil, err
	}
	s := sheetOf(in.Shape, photo != nil)
	c, err := newCanvas(s.height, cream)
	if err != nil {
		return nil, err
	}
	c.frame(image.Rect(cardEdge, cardEdge, Width-cardEdge, s.height-cardEdge))
	foot := c.cardFoot(in.Example)
	bottom := s.height - s.edge - total(foot)
	c.cardLines(foot, bottom, 0)
	c.cardBody(in, s, photo, bottom-s.gap)
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

// cardBody writes who is praised and what for, as large as there is room down
// to the foot; the photo has what is left.
func (c *canvas) cardBody(in CardInput, s sheet, photo image.Image, bottom int) {
	room := bottom - s.edge
	quote := in.Example.More.Quote
	var body []piece
	const levels = 12
	for level := 0; ; level++ {
		body = c.cardPieces(in, s, level, quote)
		if total(body)+spaces(body)*s.gap <= room || level == levels && quote == "" {
			break
		}
		if level == levels {
			level, quote = -1, "" // what was done comes before what was said
		}
	}
	free := room - total(body)
	if photo != nil {
		free -= c.photoPiece(body, photo, free-spaces(body)*s.gap)
	}
	c.cardLines(body, s.edge, max(0, free))
}

// cardPieces are the parts of the body, with letters the smaller the higher
// the level.
func (c *canvas) cardPieces(in CardInput, s sheet, level int, quote string) []piece {
	e := in.Example
	size := func(from, least int) int { return max(least, from-from*level/18) }
	written := func(text string, style style, size int, colour color.RGBA) piece {
		how := letter{style, size}
		return piece{lines: c.lines(texts.Curly(text), how, cardWide), how: how, colour: colour}
	}
	wide := size(s.lotus, min(s.lotus, 220))
	flower := piece{height: lotusHeight(wide), draw: func(y, _ int) { c.lotus(Width/2, y, wide) }}
	office := written(strings.ToUpper(in.Office.Organization), serifBold, size(30, 24), bronze)
	head := c.oneLine(strings.ToUpper(texts.CardHead(e.Category)), letter{serifBold, s.head}, crimson)
	name := written(e.Name, serifBold, size(s.name, leastName), crimson)
	for len(name.lines) > nameLines && name.how.size > leastName {
		name = written(e.Name, serifBold, max(leastName, name.how.size-4), crimson)
	}
	all := []piece{office, head.below(12)}
	switch {
	case s.photo == 0:
		flower.room, name.room = 2, 1
		all = append(all, flower)
	case s.lotus > 0:
		all = []piece{flower, office, head.below(12), {height: s.photo}}
	default:
		all = append(all, piece{height: s.photo})
	}
	all = append(all, name)
	if e.Place != "" {
		all = append(all, written(e.Place, serif, size(32, 26), umber).below(10))
	}
	all = append(all,
		piece{height: 22, draw: func(y, _ int) { c.rule(Width/2, y+11, 420) }},
		written(e.Title, serif, size(s.title, 30), ink),
	)
	if quote != "" {
		all = append(all, written(texts.CardQuote(quote), serifItalic, size(s.title*4/5, 28), bronze))
	}
	return all
}

// oneLine is a text in letters that let it stand in one line.
func (c *canvas) oneLine(text string, how letter, colour color.RGBA) piece {
	for c.width(text, how) > cardWide {
		how.size -= 2
	}
	return piece{lines: []string{text}, how: how, colour: colour}
}

// below lets a piece stand right under the one before.
func (p piece) below(gap int) piece {
	p.close, p.gap = true, gap
	return p
}

// cardFoot says who introduced the example, and when; a unit that may not be
// named, or a period that is not known, is left out.
func (c *canvas) cardFoot(e privacy.View) (foot []piece) {
	add := func(text string, style style) {
		how := letter{style, 29}
		foot = append(foot, piece{lines: c.lines(texts.Curly(text), how, cardWide), how: how, colour: bronze, close: true})
	}
	if e.Unit.Name != "" {
		add(texts.CardUnit(e.Unit.Name), serif)
	}
	if len(e.Periods) > 0 {
		add(texts.CardPeriod(e.Periods[0]), serifBold)
	}
	return foot
}

// Says says in words what the card shows.
func (in CardInput) Says() string {
	e := in.Example
	var period report.Period
	if len(e.Periods) > 0 {
		period = e.Periods[0]
	}
	return texts.CardSays(e.Category, e.Name, e.Title, e.Unit.Name, period)
}

func (p piece) tall() int {
	if p.lines == nil {
		return p.gap + p.height
	}
	return p.gap + len(p.lines)*p.how.leading()
}

func total(pieces []piece) (height int) {
	for _, p := range pieces {
		height += p.tall()
	}
	return height
}

// spaces counts where free room goes: above each piece but the first, unless
// it belongs to what stands above.
func spaces(pieces []piece) (n int) {
	for i, p := range pieces {
		if i > 0 && !p.close {
			n += 1 + p.room
		}
	}
	return n + 1 // below the last
}

// cardLines writes pieces from y down, with the free room shared out between
// them.
func (c *canvas) cardLines(pieces []piece, y, free int) {
	gaps := spaces(pieces)
	for i, p := range pieces {
		if i > 0 && !p.close {
			share := free * (1 + p.room) / gaps
			y, free, gaps = y+share, free-share, gaps-1-p.room
		}
		if p.draw != nil {
			p.draw(y, p.height)
		}
		for n, l := range p.lines {
			c.textMiddle(l, p.how, p.colour, Width/2, y+p.gap+n*p.how.leading()+p.how.size*98/100)
		}
		y += p.tall()
	}
}
