package directory

import (
	"encoding/xml"
	"strconv"

	"guongsang/internal/opc"
)

// styles are the forms in which the cells of a workbook show numbers, by the
// number that a cell names.
type styles struct {
	cells   []int          // which format each has
	codes   map[int]string // of the workbook's own formats
	formats map[int]*format
}

// of is the form of a cell. nil shows everything as it is.
func (s *styles) of(style string) *format {
	if style == "" || len(s.cells) == 0 {
		return nil
	}
	i, err := strconv.Atoi(style)
	if err != nil || i < 0 || i >= len(s.cells) {
		return nil
	}
	id := s.cells[i]
	f, ok := s.formats[id]
	if !ok {
		f = formatOf(id, s.codes[id])
		s.formats[id] = f
	}
	return f
}

// readStyles reads the formats of numbers, and nothing else of the styles.
func (w *book) readStyles(part string) error {
	w.styles = styles{codes: map[int]string{}, formats: map[int]*format{}}
	inCells := false
	return w.each(part, 0, func(token xml.Token) error {
		switch token := token.(type) {
		case xml.StartElement:
			switch name := token.Name.Local; {
			case name == "cellXfs":
				inCells = true
			case name == "xf" && inCells:
				id, _ := strconv.Atoi(opc.Attribute(token, "numFmtId")) // else 0: as it is
				w.styles.cells = append(w.styles.cells, id)
				w.budget.kept += costOfCell
			case name == "numFmt":
				w.format(opc.Attribute(token, "numFmtId"), opc.Attribute(token, "formatCode"))
			}
		case xml.EndElement:
			inCells = inCells && token.Name.Local != "cellXfs"
		}
		return w.budget.rich()
	})
}

// format notes a format of the workbook's own.
func (w *book) format(id, code string) {
	if n, err := strconv.Atoi(id); err == nil {
		w.styles.codes[n] = code
		w.budget.kept += len(code) + costOfText
	}
}
