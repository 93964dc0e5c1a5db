package picture

import (
	"fmt"
	"image"
	"image/color"
	"strconv"
	"time"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A ChartInput is what the picture of introductions shows.
type ChartInput struct {
	Office texts.Office
	At     time.Time
	Months []report.MonthCount // the oldest first, at most twelve

	// What the bars by category and group count.
	From, To   report.Period
	Total      int
	ByCategory map[report.Category]int
	ByGroup    map[report.Group]int
	Balance    report.Balance // left out if it counts nothing
}

// Chart draws the introductions by month, category and priority group as a
// PNG of Width pixels. All bars begin at zero.
func Chart(in ChartInput) ([]byte, error) {
	c, err := drawChart(in)
	if err != nil {
		return nil, fmt.Errorf("drawing the chart up to %s: %w", in.To, err)
	}
	file, err := c.encode()
	if err != nil {
		return nil, fmt.Errorf("drawing the chart up to %s: %w", in.To, err)
	}
	return file, nil
}

// The measures of the chart, in pixels.
const (
	partHeight  = 74 // the title of a part
	monthsTall  = 380
	barHeight   = 52
	labelWidth  = 330
	numberGap   = 12 // between a bar and its number
	chartBottom = 36
	chartHeight = headHeight + 3*partHeight + monthsTall + (len(report.Categories)+len(report.Groups))*barHeight + 40 + chartBottom
)

func drawChart(in ChartInput) (*canvas, error) {
	measure, err := newLettering()
	if err != nil {
		return nil, err
	}
	c, err := newCanvas(chartHeight+measure.balanceHeight(in.Balance), paper)
	if err != nil {
		return nil, err
	}
	in.Months = in.Months[max(0, len(in.Months)-maxPeriods):]
	c.fill(image.Rect(0, 0, Width, 12), blue)
	c.text(c.fit(texts.ChartTitle(in.To), bold(38), Width-2*margin), bold(38), navy, margin, 68)
	c.asOf(in.Office, in.At)
	y := c.part(texts.ChartPart(string(in.To.Duty)), "", headHeight)
	y = c.columns(in.Months, y)

	y = c.part(texts.ChartPart("category"), texts.ChartNote(in.Total, in.From, in.To), y)
	var kinds []bar
	for _, k := range report.Categories {
		kinds = append(kinds, counted(texts.Category(k), in.ByCategory[k]))
	}
	y = c.bars(kinds, longest(kinds), blue, y) + 20

	y = c.part(texts.ChartPart("group"), texts.ChartGroupsNote(), y)
	var groups []bar
	for _, g := range report.Groups {
		groups = append(groups, counted(texts.Group(g), in.ByGroup[g]))
	}
	y = c.bars(groups, longest(groups), teal, y) + 20
	c.balance(in.Balance, y)
	return c, nil
}

// part heads one part of the chart, with a note at the right.
func (c *canvas) part(title, note string, y int) int {
	c.fill(image.Rect(margin, y, Width-margin, y+2), line)
	end := c.text(title, bold(27), navy, margin, y+46)
	c.textRight(c.fit(note, regular(21), Width-margin-end-20), regular(21), faded, Width-margin, y+46)
	return y + partHeight
}

// columns draws one upright bar for each month. A month without any is a line
// on the floor and a zero.
func (c *canvas) columns(months []report.MonthCount, y int) int {
	const top, foot = 34, 66
	floor, room := y+monthsTall-foot, monthsTall-foot-top
	most := 1
	for _, m := range months {
		most = max(most, m.Examples)
	}
	for i, m := range months {
		left, right := margin+(Width-2*margin)*i/max(1, len(months)), margin+(Width-2*margin)*(i+1)/max(1, len(months))
		middle := (left + right) / 2
		half := min(60, (right-left)/3)
		colour, how := rgb(0x7FB2DD), regular(22)
		if i == len(months)-1 {
			colour, how = blue, bold(22)
		}
		height := room * m.Examples / most
		c.fill(image.Rect(middle-half, floor-height, middle+half, floor), colour)
		c.textMiddle(texts.Number(m.Examples), how, ink, middle, floor-height-9)
		c.textMiddle(texts.ShortMonth(m.Period), how, faded, middle, floor+29)
		if i == 0 || m.Period.Year != months[i-1].Period.Year {
			c.textMiddle(strconv.Itoa(m.Period.Year), regular(18), faded, middle, floor+53)
		}
	}
	c.fill(image.Rect(margin, floor, Width-margin, floor+2), faded)
	return y + monthsTall
}

// A bar is one line of a bar chart.
type bar struct {
	label string
	n     int
	says  string // at the end of the bar
}

func counted(label string, n int) bar { return bar{label, n, texts.Number(n)} }

// longest is the largest number of a list, at least one.
func longest(list []bar) int {
	most := 1
	for _, b := range list {
		most = max(most, b.n)
	}
	return most
}

// bars draws lying bars from a common zero; one of the number full takes all
// the room. Zero is a number without a bar.
func (c *canvas) bars(list []bar, full int, colour color.Color, y int) int {
	const zero = margin + labelWidth
	numbers := 0
	for _, b := range list {
		numbers = max(numbers, c.width(b.says, bold(23)))
	}
	room := Width - margin - zero - numberGap - numbers
	for i, b := range list {
		top := y + i*barHeight
		c.text(c.fit(b.label, regular(24), labelWidth-20), regular(24), ink, margin, top+32)
		end := zero + room*b.n/full
		c.fill(image.Rect(zero, top+8, end, top+barHeight-10), colour)
		shade := ink
		if b.n == 0 {
			shade = faded
		}
		c.text(b.says, bold(23), shade, end+numberGap, top+32)
	}
	c.fill(image.Rect(zero-2, y, zero, y+len(list)*barHeight), faded)
	return y + len(list)*barHeight
}
