package docx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/opc"
)

// blocks reads all blocks inside an element.
func (p *part) blocks(into *[]Block) error {
	return p.children(func(e xml.StartElement) error { return p.block(e, into) })
}

// block reads a block, or what stands around some.
func (p *part) block(e xml.StartElement, into *[]Block) error {
	switch e.Name.Local {
	case "p":
		return p.paragraph(into)
	case "tbl":
		return p.table(into)
	case "body", "ins", "moveTo", "customXml", "smartTag":
		return p.blocks(into)
	case "footnote", "endnote":
		if opc.Attribute(e, "type") == "" { // else the line above the notes
			return p.blocks(into)
		}
	case "sdt":
		return p.control(func(e xml.StartElement) error { return p.block(e, into) })
	case "AlternateContent":
		return p.choose(func(e xml.StartElement) error { return p.block(e, into) })
	}
	return p.skip()
}

// A layout is what a paragraph says of itself before its text.
type layout struct {
	style        string
	list, level  string
	heading      bool
	endIsDeleted bool
}

// paragraph reads a paragraph, and the text boxes that hang on it.
func (p *part) paragraph(into *[]Block) error {
	goesOn := p.unended == into
	p.unended = nil
	var at layout
	var l line
	err := p.children(func(e xml.StartElement) error {
		if e.Name.Local == "pPr" {
			return p.layout(&at)
		}
		return p.inline(e, &l)
	})
	if err != nil {
		return err
	}
	b := Block{Text: tidy(l.text.String()), Pictures: l.pictures}
	if goesOn && len(*into) > 0 {
		last := &(*into)[len(*into)-1]
		last.Text, last.Pictures = join(last.Text, b.Text), append(last.Pictures, b.Pictures...)
	} else {
		if err := p.number(&b, at); err != nil {
			return err
		}
		*into = append(*into, b)
	}
	if *into = append(*into, l.boxes...); at.endIsDeleted && len(l.boxes) == 0 {
		p.unended = into
	}
	return nil
}

// layout reads the properties of a paragraph.
func (p *part) layout(at *layout) error {
	return p.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "pStyle":
			at.style = value(e)
		case "outlineLvl":
			at.heading = isHeading(value(e))
		case "numPr":
			return p.numbering(&at.list, &at.level)
		case "rPr":
			return p.children(func(e xml.StartElement) error {
				at.endIsDeleted = at.endIsDeleted || e.Name.Local == "del" || e.Name.Local == "moveFrom"
				return p.skip()
			})
		}
		return p.skip()
	})
}

// numbering reads which list, and which level of it, a paragraph or a style
// belongs to.
func (p *part) numbering(list, level *string) error {
	return p.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "numId":
			*list = value(e)
		case "ilvl":
			*level = value(e)
		}
		return p.skip()
	})
}

// number gives a paragraph what its style and its list say. An empty one is not
// counted, as Word shows its number but nobody means it.
func (p *part) number(b *Block, at layout) error {
	s := p.styleOf(at.style)
	b.Heading = at.heading || s.heading
	if at.list == "" {
		at.list = s.list
	}
	if at.level == "" {
		at.level = s.level
	}
	if b.Text == "" {
		return nil
	}
	var number strings.Builder
	if err := p.write(&number, p.lists.next(at.list, at.level)); err != nil {
		return err
	}
	b.Number = number.String()
	return nil
}

// tidy is a text as it is kept: composed, with plain spaces, and without blanks
// at the ends of lines. Tabs stay where they separate something.
func tidy(s string) string {
	s = strings.ReplaceAll(letters.Clean(s), "\u00a0", " ")
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimSpace(l)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// join puts two parts of a paragraph together that a deleted end held apart.
func join(a, b string) string { return strings.TrimSpace(strings.TrimSpace(a) + " " + b) }

// table reads a table.
func (p *part) table(into *[]Block) error {
	p.unended = nil
	t := &Table{}
	if err := p.children(func(e xml.StartElement) error { return p.row(e, t) }); err != nil {
		return err
	}
	if len(t.Rows) > 0 {
		*into = append(*into, Block{Table: t})
	}
	return nil
}

// row reads a row of a table, or what stands around some.
func (p *part) row(e xml.StartElement, t *Table) error {
	inside := func(e xml.StartElement) error { return p.row(e, t) }
	switch e.Name.Local {
	case "tr":
	case "sdt":
		return p.control(inside)
	case "ins", "moveTo", "customXml":
		return p.children(inside)
	default:
		return p.skip()
	}
	if p.rows++; p.rows > maxRows {
		return &opc.LimitError{Limit: Rows, Most: maxRows, Where: p.name}
	}
	var cells []Cell
	deleted := false
	err := p.children(func(e xml.StartElement) error {
		if e.Name.Local == "trPr" {
			return p.rowProperties(&cells, &deleted)
		}
		return p.cell(e, &cells)
	})
	if err != nil || deleted || len(cells) == 0 {
		return err
	}
	if columns(cells) > maxColumns {
		return &opc.LimitError{Limit: Width, Most: maxColumns, Where: p.name}
	}
	t.Rows = append(t.Rows, cells)
	return nil
}

// rowProperties reads what a row says of itself: that it begins further right,
// or was deleted.
func (p *part) rowProperties(cells *[]Cell, deleted *bool) error {
	return p.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "gridBefore":
			if n := span(e); n > 0 {
				*cells = append(*cells, Cell{Columns: n})
			}
		case "del":
			*deleted = true
		}
		return p.skip()
	})
}

// cell reads a cell of a row, or what stands around some.
func (p *part) cell(e xml.StartElement, cells *[]Cell) error {
	inside := func(e xml.StartElement) error { return p.cell(e, cells) }
	switch e.Name.Local {
	case "tc":
	case "sdt":
		return p.control(inside)
	case "ins", "customXml":
		return p.children(inside)
	default:
		return p.skip()
	}
	c := Cell{Columns: 1}
	left := false // merged with the cell before, as old programs write it
	err := p.children(func(e xml.StartElement) error {
		if e.Name.Local == "tcPr" {
			return p.cellProperties(&c, &left)
		}
		return p.block(e, &c.Blocks)
	})
	if err != nil {
		return err
	}
	c.Blocks = withoutBlank(c.Blocks)
	if left && len(*cells) > 0 {
		(*cells)[len(*cells)-1].Columns += c.Columns
		return nil
	}
	*cells = append(*cells, c)
	return nil
}

func (p *part) cellProperties(c *Cell, left *bool) error {
	return p.children(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "gridSpan":
			c.Columns = max(1, span(e))
		case "vMerge":
			c.Above = value(e) != "restart"
		case "hMerge":
			*left = value(e) != "restart"
		}
		return p.skip()
	})
}

// span is a number of columns, at most one more than a table may have.
func span(e xml.StartElement) int {
	n, err := strconv.Atoi(value(e))
	if err != nil {
		return 0
	}
	return min(max(n, 0), maxColumns+1)
}

// withoutBlank leaves the paragraphs out that say and show nothing.
func withoutBlank(blocks []Block) (kept []Block) {
	for _, b := range blocks {
		if b.Text != "" || len(b.Pictures) > 0 || b.Table != nil {
			kept = append(kept, b)
		}
	}
	return kept
}
