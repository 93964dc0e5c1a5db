package picture

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	"slices"
	"time"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A SummaryInput is what leaders see of a period at a glance.
type SummaryInput struct {
	Office    texts.Office
	Period    report.Period
	At        time.Time
	Total     report.Figures
	Before    *report.Figures // of the period before; nil if there is none
	Blocks    []report.BlockFigures
	Published int // of the period's examples
}

// Summary draws a period in a few large figures and a bar for each block, as a
// PNG of Width pixels. It names nobody. On a phone of 360 pixels in width its
// smallest capitals are 11 pixels high.
func Summary(in SummaryInput) ([]byte, error) {
	c, err := drawSummary(in)
	if err != nil {
		return nil, fmt.Errorf("drawing the summary of %s: %w", in.Period, err)
	}
	file, err := c.encode()
	if err != nil {
		return nil, fmt.Errorf("drawing the summary of %s: %w", in.Period, err)
	}
	return file, nil
}

// The measures of the summary, in pixels.
const (
	small          = 46 // the smallest letters: their capitals are 33 pixels high
	summarySide    = 52
	summaryWide    = Width - 2*summarySide
	summaryHead    = 184
	summaryLine    = 60 // from one line of small letters to the next
	heroSize       = 200
	figureTile     = 196
	barThick       = 18
	barGap         = 14        // below a bar
	summaryTallest = 2 * Width // what a phone shows whole
)

var track = rgb(0xDDE4EB) // where a bar is not full

func drawSummary(in SummaryInput) (*canvas, error) {
	c, err := newCanvas(summaryTallest, paper)
	if err != nil {
		return nil, err
	}
	y := c.summaryHead(in)
	y = c.hero(in, y)
	y = c.figureTiles(in, y)
	y = c.blockBars(in.Blocks, y)
	c.end(y + summarySide)
	return c, nil
}

// summaryHead says of which period and whose the figures are, and of when.
func (c *canvas) summaryHead(in SummaryInput) (y int) {
	c.fill(image.Rect(0, 0, Width, summaryHead), navy)
	c.text(texts.SummaryHead(), regular(small), rgb(0xD6E4F2), summarySide, 68)
	c.text(texts.Cap(texts.Period(in.Period)), bold(80), paper, summarySide, 150)
	y = summaryHead + 18
	for _, text := range []string{in.Office.Organization, in.Office.SummaryAsOf(in.At)} {
		y = c.paragraph(text, regular(small), faded, y)
	}
	return y
}

// paragraph sets a text in small letters over the whole width.
func (c *canvas) paragraph(text string, how letter, colour color.Color, y int) int {
	for _, l := range c.lines(text, how, summaryWide) {
		c.text(l, how, colour, summarySide, y+summaryLine*3/4)
		y += summaryLine
	}
	return y
}

// hero writes how many units have sent, large enough for the other end of a
// table, with the rate as a figure and as a bar.
func (c *canvas) hero(in SummaryInput, y int) int {
	f := in.Total
	if f.Duties == 0 {
		return c.paragraph(texts.SummaryNobody(), bold(small), ink, y+40) + 40
	}
	number, rate := texts.Number(f.Met())+"/"+texts.Number(f.Duties), texts.BoardPercent(f.Met(), f.Duties)
	big, second := bold(heroSize), bold(heroSize*6/10)
	for c.width(number, big)+c.width(rate, second)+60 > summaryWide {
		big.size, second.size = big.size-4, max(small*2, second.size-2)
	}
	floor := y + heroSize*3/4 + 22
	c.text(number, big, ink, summarySide-8, floor)
	c.textRight(rate, second, blue, Width-summarySide, floor)
	y = c.paragraph(texts.SummaryMet(), regular(small), ink, floor+38)
	c.bar(image.Rect(summarySide, y+10, Width-summarySide, y+10+barThick*2), f.Met(), f.Duties)
	y = c.paragraph(texts.SummaryMissing(f), regular(small), ink, y+barThick*2+20)
	if in.Before != nil && in.Before.Duties > 0 {
		y = c.paragraph(texts.SummaryBefore(*in.Before), regular(small), faded, y)
	}
	return y + 22
}

// bar draws how much of a whole is there.
func (c *canvas) bar(r image.Rectangle, part, whole int) {
	c.rounded(r, r.Dy()/2, track)
	if wide := r.Dx() * part / max(1, whole); part > 0 {
		r.Max.X = r.Min.X + max(r.Dy(), wide)
		c.rounded(r, r.Dy()/2, blue)
	}
}

// figureTiles write how many examples there are, and how many of them are
// published.
func (c *canvas) figureTiles(in SummaryInput, y int) int {
	const gap, inset = 24, 34
	wide := (summaryWide - gap) / 2
	for i, f := range []struct {
		n    int
		says string
	}{{in.Total.Examples, texts.SummaryExamples()}, {in.Published, texts.SummaryPublished()}} {
		r := image.Rect(0, 0, wide, figureTile).Add(image.Pt(summarySide+i*(wide+gap), y))
		c.rounded(r, 18, band)
		number, how := texts.Number(f.n), bold(112)
		for c.width(number, how) > wide-2*inset {
			how.size -= 4
		}
		c.text(number, how, ink, r.Min.X+inset-4, r.Min.Y+104)
		c.text(f.says, regular(small), ink, r.Min.X+inset, r.Min.Y+172)
	}
	return y + figureTile + 18
}

// blockBars write for each block how many of its units have sent. Where there
// are more than fit, those with the lowest share are shown, and the others
// counted.
func (c *canvas) blockBars(blocks []report.BlockFigures, y int) int {
	blocks = slices.DeleteFunc(slices.Clone(blocks), func(b report.BlockFigures) bool { return b.Duties == 0 })
	if len(blocks) < 2 {
		return y
	}
	y = c.paragraph(texts.SummaryBlocks(), bold(small+4), navy, y) + 4
	last := summaryTallest - summarySide
	whole := y
	for _, b := range blocks {
		whole += c.blockHeight(b)
	}
	if whole > last {
		slices.SortStableFunc(blocks, func(a, b report.BlockFigures) int {
			return cmp.Compare(a.Met()*b.Duties, b.Met()*a.Duties)
		})
		last -= summaryLine + 10
	}
	for i, b := range blocks {
		if y+c.blockHeight(b) > last {
			return c.paragraph(texts.BoardBlocksLeft(len(blocks)-i), regular(small), faded, y)
		}
		y = c.blockBar(b, y)
	}
	return y
}

func (c *canvas) blockLines(b report.BlockFigures) (lines []string, figure string) {
	figure = texts.Number(b.Met()) + "/" + texts.Number(b.Duties)
	room := summaryWide - c.width(figure, bold(small)) - 30
	return c.lines(texts.ShortUnit(texts.BlockName(b.Block)), regular(small), room), figure
}

// blockHeight is how much of the picture a block takes.
func (c *canvas) blockHeight(b report.BlockFigures) int {
	lines, _ := c.blockLines(b)
	return len(lines)*summaryLine + barThick + barGap
}

func (c *canvas) blockBar(b report.BlockFigures, y int) int {
	lines, figure := c.blockLines(b)
	for i, l := range lines {
		c.text(l, regular(small), ink, summarySide, y+i*summaryLine+summaryLine*3/4)
	}
	y += len(lines) * summaryLine
	c.textRight(figure, bold(small), ink, Width-summarySide, y-summaryLine/4)
	c.bar(image.Rect(summarySide, y, Width-summarySide, y+barThick), b.Met(), b.Duties)
	return y + barThick + barGap
}
