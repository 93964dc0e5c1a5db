package picture

import (
	"image"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// shareBands are from which percentage on a share has the colours of which
// standing.
var shareBands = []struct {
	from int
	like standing
}{
	{90, standing{state: report.OnTime}}, {70, standing{state: report.NilFiled}}, {50, standing{state: report.Late}}, {0, standing{state: report.Pending}},
}

// surveyRow writes a block with the share of its duties that was met, in
// figures and colours.
func (b *board) surveyRow(c *canvas, row boardRow, y int) int {
	height := rowHeight + c.rowMore(row, len(b.Periods))
	c.rowName(row, ink, len(b.Periods), y, height)
	c.rowLine(len(b.Periods), y+height)
	for i := range b.Periods {
		t := b.blocks[row.block][i]
		r := column(i, len(b.Periods), y+(height-rowHeight)/2, rowHeight)
		ground, letters := standing{state: report.NotDue}.tones()
		if t.owed > 0 {
			ground, letters = bandOf(texts.Percent(t.met, t.owed)).tones()
		}
		c.rounded(r, 5, ground)
		c.textMiddle(texts.BoardPercent(t.met, t.owed), bold(16), letters, (r.Min.X+r.Max.X)/2, r.Min.Y+24)
	}
	return y + height
}

func bandOf(percent int) standing {
	for _, band := range shareBands {
		if percent >= band.from {
			return band.like
		}
	}
	return standing{state: report.NotDue}
}

// shareLegend explains the colours of the survey.
func (c *canvas) shareLegend(note string, y int) {
	const each = (Width - 2*margin) / 4
	c.text(note, regular(22), faded, margin, y+25)
	for i, band := range shareBands {
		x, to := margin+i*each, 100
		if i > 0 {
			to = shareBands[i-1].from
		}
		ground, _ := band.like.tones()
		c.rounded(image.Rect(x, y+46, x+44, y+80), 5, ground)
		c.text(texts.ShareBand(band.from, to), regular(22), ink, x+54, y+71)
	}
}
