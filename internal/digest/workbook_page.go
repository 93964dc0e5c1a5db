package digest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A page is a sheet being written from the top down. Set-up comes before the
// first row: the file is a stream.
type page struct {
	ctx    context.Context // that of the one Workbook it is for
	book   *excelize.File
	stream *excelize.StreamWriter
	styles [looks]int
	zone   *time.Location
	name   string
	row    int // number of the last one written
	widths []float64
	fixed  int     // columns for which a row is as high as they need; 0 for all: the others have mostBeside lines
	paper  float64 // points of rows on a sheet of paper; 0 where that is not reckoned
	used   float64 // of them
}

// A cell is a value and how it is shown. Text is written as text, whatever it
// looks like.
type cell struct {
	look  look
	value any // string, int, float64, report.Date, time.Time; nil leaves it empty
}

// newPage begins a sheet: A4 on its side, as wide as the paper. Where the
// widths of the columns are given, it is scaled to them, so that it can be
// broken between its parts: a sheet that is fitted by the program cannot.
func newPage(ctx context.Context, book *excelize.File, styles [looks]int, name string, first bool, widths []float64) (*page, error) {
	if first {
		if err := book.SetSheetName("Sheet1", name); err != nil {
			return nil, err
		}
	} else if _, err := book.NewSheet(name); err != nil {
		return nil, err
	}
	p := &page{ctx: ctx, book: book, styles: styles, name: name}
	if err := p.setPaper(widths); err != nil {
		return nil, err
	}
	var err error
	p.stream, err = book.NewStreamWriter(name)
	return p, err
}

// The room on the paper between the margins, in points.
const (
	paperWide = 842 - 72
	paperHigh = 595 - 72
)

func (p *page) setPaper(widths []float64) error {
	fits, a4, landscape, one, any := widths == nil, 9, "landscape", 1, 0
	if err := p.book.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: &fits}); err != nil {
		return err
	}
	layout := &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &one, FitToHeight: &any}
	if !fits {
		scale := scaleOf(widths)
		p.paper = paperHigh * 100 / float64(scale)
		layout = &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, AdjustTo: &scale}
	}
	if err := p.book.SetPageLayout(p.name, layout); err != nil {
		return err
	}
	yes, wide, low := true, 0.6, 0.4 // inches: 15 and 10 mm
	err := p.book.SetPageMargins(p.name, &excelize.PageLayoutMarginsOptions{Left: &wide, Right: &low, Top: &low, Bottom: &wide, Footer: &low, Horizontally: &yes})
	if err != nil {
		return err
	}
	return p.book.SetHeaderFooter(p.name, &excelize.HeaderFooterOptions{OddFooter: "&C" + texts.PrintedPage()})
}

// scaleOf is the percentage at which columns fit on the paper.
func scaleOf(widths []float64) uint {
	pixels := 0.0
	for _, width := range widths {
		pixels += width*digitPixels + 5
	}
	return uint(min(100, paperWide*100/(pixels*72/96)))
}

// keep begins a new sheet of paper if that many rows do not fit on this one:
// no table is left without its head, nor a head without its table.
func (p *page) keep(rows int) error {
	high := min(float64(rows)*rowHeight(1), p.paper/2)
	if p.paper == 0 || p.used+high <= p.paper {
		return nil
	}
	p.used = 0
	return p.stream.InsertPageBreak(fmt.Sprintf("A%d", p.row+1))
}

// setWidths fixes the widths of the columns, in letters. The library writes
// the one that was set last first, and a sheet lists them from the left.
func (p *page) setWidths(widths ...float64) error {
	p.widths = widths
	for i, width := range slices.Backward(widths) {
		if err := p.stream.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	return nil
}

// freeze keeps the first rows and columns in sight.
func (p *page) freeze(rows, columns int) error {
	corner, err := excelize.CoordinatesToCellName(columns+1, rows+1)
	if err != nil {
		return err
	}
	pane := "bottomLeft"
	if columns > 0 {
		pane = "bottomRight"
	}
	return p.stream.SetPanes(&excelize.Panes{Freeze: true, XSplit: columns, YSplit: rows, TopLeftCell: corner, ActivePane: pane})
}

// repeat prints the rows on every sheet of paper.
func (p *page) repeat(first, last int) error {
	return p.define("_xlnm.Print_Titles", fmt.Sprintf("'%s'!$%d:$%d", p.name, first, last))
}

func (p *page) define(name, refersTo string) error {
	return p.book.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refersTo, Scope: p.name})
}

// filter puts buttons for choosing over a table whose head is in row head and
// which ends with the last row.
func (p *page) filter(head, columns int) error {
	left, err := excelize.CoordinatesToCellName(1, head)
	if err != nil {
		return err
	}
	right, err := excelize.CoordinatesToCellName(columns, max(p.row, head))
	if err != nil {
		return err
	}
	return p.book.AutoFilter(p.name, left+":"+right, nil)
}

// heading writes the title, and below it the time that the figures are of.
func (p *page) heading(in WorkbookInput) error {
	title := in.Office.WorkbookTitle(p.name, in.Summary.Schedule.Period)
	if err := p.write(cell{lookTitle, title}); err != nil {
		return err
	}
	return p.write(cell{lookNote, in.Office.DigestAsOf(in.Summary.At, in.Summary.Schedule.Deadline)})
}

// head writes the names of the columns.
func (p *page) head(names ...string) error {
	cells := make([]cell, len(names))
	for i, name := range names {
		cells[i] = cell{lookHead, name}
	}
	return p.write(cells...)
}

func (p *page) skip() {
	p.row++
	p.used += rowHeight(1)
}

// write writes one row, as high as its longest text needs.
func (p *page) write(cells ...cell) error {
	if err := p.ctx.Err(); err != nil {
		return err
	}
	values := make([]any, len(cells))
	lines := 1
	for i, c := range cells {
		if text, ok := c.value.(string); ok && i < len(p.widths) && c.look != lookTitle && c.look != lookNote && c.look != lookBlock {
			most := mostLines
			if p.fixed > 0 && i >= p.fixed {
				most = mostBeside
			}
			n := linesUpTo(text, c.look.room(p.widths[i]), c.look.bold(), most)
			if n > most && c.look == lookText {
				c.look = lookLong // else its middle would show
			}
			lines = max(lines, min(n, most))
		}
		values[i] = excelize.Cell{StyleID: p.styles[c.look], Value: p.value(c)}
	}
	p.row++
	height := rowHeight(lines)
	if cells[0].look == lookTitle {
		height = 20
	}
	p.used += height
	return p.stream.SetRow(fmt.Sprintf("A%d", p.row), values, excelize.RowOpts{Height: height})
}

// A row is as high as its lines, in points, and never higher than a sheet allows.
const (
	lineHigh   = 15
	highest    = 409
	mostLines  = (highest - 1) / lineHigh
	mostBeside = 6 // of what is not printed
)

// rowHeight is the height of a row of that many lines.
func rowHeight(lines int) float64 { return min(highest, float64(lines)*lineHigh+1) }

// value turns a cell's value into what the library writes.
func (p *page) value(c cell) any {
	switch v := c.value.(type) {
	case string:
		if v == "" {
			return nil
		}
		return written(v)
	case report.Date:
		if v.IsZero() {
			return nil
		}
		return time.Date(v.Year, v.Month, v.Day, 0, 0, 0, 0, time.UTC)
	case time.Time:
		if v.IsZero() {
			return nil
		}
		v = v.In(p.zone) // a sheet knows no zones: it shows the clock on the wall
		return time.Date(v.Year(), v.Month(), v.Day(), v.Hour(), v.Minute(), 0, 0, time.UTC)
	}
	return c.value
}

// finish closes the sheet.
func (p *page) finish() error { return p.stream.Flush() }

// longestCell is how much a cell holds, in units of UTF-16.
const longestCell = 32_767

// written makes a text fit for a cell: clean, and no longer than a cell holds.
func written(s string) string {
	s = strings.ReplaceAll(letters.Clean(s), "\t", " ")
	units := 0
	for i, r := range s {
		width := 1
		if r > 0xFFFF {
			width = 2
		}
		if units+width >= longestCell && i+utf8.RuneLen(r) < len(s) {
			return s[:i] + "…"
		}
		units += width
	}
	return s
}
