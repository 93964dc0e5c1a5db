package picture

import (
	"image"
	"image/color"
	"time"

	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// The measures of the board, in pixels.
const (
	rowHeight   = 42
	blockHeight = 46
	nameWidth   = 368 // of the column with the units
	cellGap     = 4
	headHeight  = 136 // title and date
	tileHeight  = 140
	alsoHeight  = 26
	monthHeight = 64
	noteLine    = 46 // of the legend
	noteMargin  = 46
)

// page draws one page of the board.
func (b *board) page(n, of int, rows []boardRow) (*canvas, error) {
	c, err := newCanvas(b.height(n, rows), paper)
	if err != nil {
		return nil, err
	}
	y := c.boardHead(b, n, of)
	if n == 0 {
		y = c.tiles(texts.BigNumbers(b.Total), y)
		y = c.names(b.Names, y)
	}
	y = c.months(b.Periods, y)
	for _, row := range rows {
		y = b.row(c, row, y)
	}
	if len(b.Units) == 0 {
		c.text(texts.BoardEmpty(), regular(26), faded, margin, y+40)
		y += rowHeight + 20
	}
	if len(rows) > 0 && rows[0].whole {
		c.shareLegend(texts.SurveyNote(b.cut()), y+22)
	} else {
		c.legend(y + 22)
	}
	return c, nil
}

func (b *board) height(n int, rows []boardRow) int {
	height := headHeight + monthHeight + noteMargin + noteLine*legendLines(rows)
	for _, row := range rows {
		height += row.height() + b.letters.rowMore(row, len(b.Periods))
	}
	if len(b.Units) == 0 {
		height += rowHeight + 20
	}
	if n == 0 {
		height += tilesHeight(texts.BigNumbers(b.Total)) + 24 + b.letters.namesHeight(b.Names)
	}
	return height
}

// legendLines is how many lines the legend of a page has.
func legendLines(rows []boardRow) int {
	if len(rows) > 0 && rows[0].whole {
		return 2
	}
	return (len(legend) + 3) / 4
}

func (row boardRow) height() int {
	if row.unit == nil && !row.whole && row.note == "" {
		return blockHeight
	}
	return rowHeight
}

// boardHead writes the title, with the page at the right.
func (c *canvas) boardHead(b *board, n, of int) (y int) {
	c.fill(image.Rect(0, 0, Width, 12), blue)
	right := Width - margin
	if of > 1 {
		page := texts.BoardPage(n, of)
		c.textRight(page, regular(24), faded, right, 66)
		right -= c.width(page, regular(24)) + 24
	}
	c.text(c.fit(texts.BoardTitle(b.Period), bold(42), right-margin), bold(42), navy, margin, 68)
	c.asOf(b.Office, b.At)
	return headHeight
}

// tiles writes the three big numbers side by side.
func (c *canvas) tiles(numbers [3]texts.BigNumber, y int) int {
	const gap = 20
	width, height := (Width-2*margin-2*gap)/3, tilesHeight(numbers)
	lift := 0 // of all three, so that the numbers stand on one line
	for _, n := range numbers {
		if len(n.Also) > 0 {
			lift = 12
		}
	}
	for i, n := range numbers {
		r := image.Rect(0, 0, width, height).Add(image.Pt(margin+i*(width+gap), y))
		c.rounded(r, 10, band)
		c.fill(image.Rect(r.Min.X+18, r.Min.Y+22, r.Min.X+24, r.Max.Y-22), [...]color.RGBA{blue, rust, gold}[i])
		how := bold(60)
		for c.width(n.Number, how) > width-60 {
			how.size -= 4
		}
		top := r.Min.Y - lift
		for j, also := range n.Also {
			c.text(also, c.shrunk(also, regular(22), width-56, 14), faded, r.Min.X+40, top+138+j*alsoHeight)
		}
		c.text(n.Number, how, ink, r.Min.X+40, top+78)
		c.text(c.fit(n.Says, regular(22), width-56), regular(22), faded, r.Min.X+40, top+112)
	}
	return y + height + 24
}

// tilesHeight leaves room for what is counted in one of the numbers.
func tilesHeight(numbers [3]texts.BigNumber) int {
	height := tileHeight
	for _, n := range numbers {
		height = max(height, tileHeight+(len(n.Also)-1)*alsoHeight)
	}
	return height
}

// asOf says whose a picture is and of when, in smaller letters if that is long.
func (c *canvas) asOf(office texts.Office, at time.Time) {
	const least = 14
	says := office.BoardAsOf(at)
	how := c.shrunk(says, regular(25), Width-2*margin, least)
	c.text(c.fit(says, how, Width-2*margin), how, faded, margin, 108)
}

// The measures of the names, in pixels.
const (
	namesHead = 46
	nameEntry = 38
	namesFoot = 14
	nameInset = 32 // for the star
)

// usualNames is how high so many names are that take one line each.
func usualNames(n int) int {
	if n == 0 {
		return 0
	}
	return namesHead + n*nameEntry + namesFoot
}

func (l *lettering) namesHeight(examples []privacy.View) int {
	height := usualNames(len(examples))
	for _, v := range examples {
		name, title := l.nameEntry(v)
		height += (max(1, len(name)) + len(title) - 2) * nameEntry
	}
	return height
}

// nameEntry gives the name of an example and what for in lines: both in one line
// if there is room, the last of the name and the first of the title, and each in
// its own lines otherwise.
func (l *lettering) nameEntry(v privacy.View) (name, title []string) {
	const room = Width - 2*margin - nameInset
	who, what := texts.Curly(v.Name), texts.Curly(v.Title)
	if l.width(who, bold(25))+14+l.width(what, regular(25)) <= room {
		return []string{who}, []string{what}
	}
	return l.lines(who, bold(25), room), append([]string{""}, l.lines(what, regular(25), room)...)
}

// names writes whom the page wants seen: the name, and what for.
func (c *canvas) names(examples []privacy.View, y int) int {
	if len(examples) == 0 {
		return y
	}
	c.text(texts.BoardNames(), bold(26), navy, margin, y+28)
	at := y + namesHead + 22
	for _, v := range examples {
		paint(c.img, image.Rect(margin, at-20, margin+20, at), gold, star(20))
		name, title := c.nameEntry(v)
		x := margin + nameInset
		for i, l := range name {
			x = c.text(l, bold(25), ink, margin+nameInset, at+i*nameEntry) + 14
		}
		at += max(0, len(name)-1) * nameEntry
		for i, l := range title {
			if i > 0 {
				x, at = margin+nameInset, at+nameEntry
			}
			c.text(l, regular(25), ink, x, at)
		}
		at += nameEntry
	}
	return y + c.namesHeight(examples)
}

// cellsLeft is where the cells of a row begin. Fewer periods are wider, up to
// twice, and stand at the right: the names have what they leave.
func cellsLeft(periods int) int {
	const room = Width - 2*margin - nameWidth
	return Width - margin - min(room, 2*room*periods/maxPeriods)
}

// column is where the cell of a period stands in a row.
func column(i, periods, y, height int) image.Rectangle {
	left := cellsLeft(periods)
	x0 := left + (Width-margin-left)*i/periods
	x1 := left + (Width-margin-left)*(i+1)/periods
	return image.Rect(x0+cellGap, y+3, x1, y+height-3)
}

const (
	nameLine = 20 // from one line of a long name to the next
	nameGap  = 12 // between names that fill their rows
)

// rowLines gives the name of a row in the room before its cells: smaller where
// it is long, and then in lines.
func (l *lettering) rowLines(name string, how letter, periods int) ([]string, letter) {
	const smaller = 20
	room := cellsLeft(periods) - margin - 10
	if l.width(name, how) > room {
		how.size = smaller
	}
	if l.width(name, how) <= room {
		return []string{name}, how
	}
	how.size -= 2
	return l.lines(name, how, room), how
}

// rowMore is how much higher than usual a row is: a name has room for two lines.
func (l *lettering) rowMore(row boardRow, periods int) int {
	if row.note != "" {
		return 0
	}
	name, how := row.label()
	lines, _ := l.rowLines(name, how, periods)
	if len(lines) <= 2 {
		return 0
	}
	return (len(lines)-2)*nameLine + nameGap
}

// label is how a row is called, and how that is set.
func (row boardRow) label() (string, letter) {
	switch {
	case row.unit != nil:
		return texts.BoardUnit(*row.unit), regular(23)
	case row.whole:
		return texts.ShortUnit(texts.BlockName(row.block)), regular(23)
	}
	return texts.ShortUnit(texts.BlockName(row.block)), bold(22)
}

// rowName sets the name of a row.
func (c *canvas) rowName(row boardRow, colour color.Color, periods, y, height int) {
	name, how := row.label()
	lines, how := c.rowLines(name, how, periods)
	middle := y + height/2 + 8
	if len(lines) == 1 {
		c.text(lines[0], how, colour, margin+6, middle)
		return
	}
	for i, l := range lines {
		c.text(l, how, colour, margin+6, middle-3+(2*i-len(lines)+1)*nameLine/2)
	}
}

// months writes the heads of the columns; the year stands where it begins.
func (c *canvas) months(periods []report.Period, y int) int {
	for i, p := range periods {
		r := column(i, len(periods), y, monthHeight)
		how, colour := regular(21), faded
		if i == len(periods)-1 {
			how, colour = bold(21), navy
		}
		middle := (r.Min.X + r.Max.X) / 2
		c.textMiddle(texts.ShortMonth(p), how, colour, middle, y+52)
		if i == 0 || p.Year != periods[i-1].Year {
			c.textMiddle(time.Date(p.Year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006"), regular(18), faded, middle, y+26)
		}
	}
	c.fill(image.Rect(margin, y+monthHeight-2, Width-margin, y+monthHeight-1), line)
	return y + monthHeight
}

// row writes a unit with its cells, or a block with the shares of its units.
func (b *board) row(c *canvas, row boardRow, y int) int {
	switch {
	case row.note != "":
		c.text(c.fit(row.note, regular(22), Width-2*margin), regular(22), faded, margin+6, y+rowHeight/2+8)
		return y + rowHeight
	case row.whole:
		return b.surveyRow(c, row, y)
	case row.unit == nil:
		return b.blockRow(c, row, y)
	}
	height := rowHeight + c.rowMore(row, len(b.Periods))
	c.rowName(row, ink, len(b.Periods), y, height)
	c.rowLine(len(b.Periods), y+height)
	for i, p := range b.Periods {
		s, ok := b.at[cellKey{row.unit.Code, p}]
		if !ok {
			s = standing{state: report.NotDue}
		}
		c.mark(s, column(i, len(b.Periods), y+(height-rowHeight)/2, rowHeight))
	}
	return y + height
}

// rowLine leads the eye from a name to cells that are far from it.
func (c *canvas) rowLine(periods, y int) {
	if periods < maxPeriods {
		c.fill(image.Rect(margin, y-1, cellsLeft(periods), y), line)
	}
}

func (b *board) blockRow(c *canvas, row boardRow, y int) int {
	height := blockHeight + c.rowMore(row, len(b.Periods))
	c.fill(image.Rect(margin, y+4, Width-margin, y+height-2), band)
	c.rowName(row, navy, len(b.Periods), y+1, height)
	for i := range b.Periods {
		t := b.blocks[row.block][i]
		r := column(i, len(b.Periods), y, height)
		c.textMiddle(texts.BoardPercent(t.met, t.owed), regular(16), faded, (r.Min.X+r.Max.X)/2, y+height/2+8)
	}
	return y + height
}

// legend explains the marks, four in a line.
func (c *canvas) legend(y int) {
	const each = (Width - 2*margin) / 4
	for i, s := range legend {
		x, top := margin+i%4*each, y+i/4*noteLine
		c.mark(s, image.Rect(x, top, x+44, top+34))
		c.text(c.fit(texts.StateWord(s.state, s.contact), regular(22), each-60), regular(22), ink, x+54, top+25)
	}
}
