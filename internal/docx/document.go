package docx

import "strings"

// A Document is what a person sees of a Word document.
type Document struct {
	Body    []Block
	Headers []Block // of pages
	Footers []Block
	Notes   []Block // footnotes and endnotes
}

// A Block is a paragraph, or a table.
type Block struct {
	Number   string // in a list, as Word counts: "1.", "a)"; "-" for all kinds of bullets
	Text     string // lines and tabs stay
	Heading  bool   // by its style
	Pictures []Picture
	Table    *Table // nil for a paragraph
}

// Line is the paragraph with its number.
func (b Block) Line() string {
	if b.Number == "" || b.Text == "" {
		return b.Text
	}
	return b.Number + " " + b.Text
}

// A Table has rows, which may have different numbers of cells.
type Table struct{ Rows [][]Cell }

// A Cell holds blocks.
type Cell struct {
	Blocks  []Block
	Columns int  // that it takes, from 1
	Above   bool // it is merged with the cell above, and empty itself
}

// Text is what a cell says, each paragraph on a line, a table in it row by row.
func (c Cell) Text() string { return strings.Join(c.lines(nil), "\n") }

func (c Cell) lines(lines []string) []string {
	for _, b := range c.Blocks {
		if b.Table == nil {
			if line := b.Line(); line != "" {
				lines = append(lines, line)
			}
			continue
		}
		for _, row := range b.Table.Rows {
			var cells []string
			for _, inner := range row {
				cells = append(cells, inner.Text())
			}
			lines = append(lines, strings.Join(cells, "\t"))
		}
	}
	return lines
}

// Pictures are those in a cell.
func (c Cell) Pictures() (all []Picture) { return pictures(c.Blocks) }

func pictures(blocks []Block) (all []Picture) {
	for _, b := range blocks {
		all = append(all, b.Pictures...)
		if b.Table == nil {
			continue
		}
		for _, row := range b.Table.Rows {
			for _, c := range row {
				all = append(all, c.Pictures()...)
			}
		}
	}
	return all
}

// Grid lays the cells of a table on its columns: each row has as many, a cell
// stands in all those that it takes, and one that is merged with the one above is
// that one.
func (t Table) Grid() [][]Cell {
	width := 0
	for _, row := range t.Rows {
		width = max(width, columns(row))
	}
	grid := make([][]Cell, 0, len(t.Rows))
	for _, row := range t.Rows {
		line := make([]Cell, 0, width)
		for _, c := range row {
			if at := len(line); c.Above && len(grid) > 0 {
				c.Blocks = grid[len(grid)-1][at].Blocks
			}
			for range c.Columns {
				line = append(line, c)
			}
		}
		for len(line) < width {
			line = append(line, Cell{Columns: 1})
		}
		grid = append(grid, line)
	}
	return grid
}

func columns(row []Cell) (n int) {
	for _, c := range row {
		n += c.Columns
	}
	return n
}

// A Picture stands in a document.
type Picture struct {
	Part string // in which its bytes are, see Pictures
}
