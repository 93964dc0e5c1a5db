package directory

import (
	"encoding/xml"
	"errors"
	"strconv"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/opc"
	"guongsang/internal/texts"
)

// A sheet is on its way from XML to a table.
type sheet struct {
	table
	budget  *budget
	book    *book
	enough  int // rows
	ended   bool
	row     row
	hidden  bool // is the row
	cell    cell
	pending []place // cells with a formula that nobody has worked out
}

// A place is a cell by the number of its row and the index of its column.
type place struct{ row, column int }

// A cell is on its way from XML to a string.
type cell struct {
	column  int // from 0
	kind    string
	format  *format
	formula bool
	inValue bool
	value   []byte
	text    richText
}

// errEnough ends the reading of a sheet of which nothing more is wanted.
var errEnough = errors.New("enough rows")

// sheet reads at most so many rows of a sheet.
func (w *book) sheet(b *budget, part string, rows int) (table, error) {
	s := &sheet{table: table{excel: true, from904: w.from904}, budget: b, book: w, enough: rows}
	err := w.each(part, maxSheet, s.token)
	switch {
	case errors.Is(err, errEnough):
		return s.table, nil
	case err != nil:
		return table{}, err
	case !s.ended:
		return table{}, errors.New("ends in the middle of a sheet")
	}
	return s.table, s.uncalculated()
}

func (s *sheet) token(token xml.Token) error {
	switch token := token.(type) {
	case xml.StartElement:
		return s.start(token)
	case xml.CharData:
		return s.letters(token)
	case xml.EndElement:
		return s.end(token.Name.Local)
	}
	return nil
}

func (s *sheet) letters(b []byte) error {
	if s.cell.inValue {
		s.cell.value = append(s.cell.value, b...)
	}
	if err := checkCell(s.row.number, len(s.cell.value)); err != nil {
		return err
	}
	return s.cell.text.letters(s.row.number, b)
}

func (s *sheet) start(e xml.StartElement) error {
	s.cell.text.start(e.Name.Local)
	switch e.Name.Local {
	case "row":
		s.hidden = isTrue(opc.Attribute(e, "hidden")) || opc.Attribute(e, "ht") == "0"
		return s.startRow(opc.Attribute(e, "r"))
	case "c":
		return s.startCell(e)
	case "v":
		s.cell.inValue = true
	case "f":
		s.cell.formula = true
	case "mergeCell":
		return s.spread(opc.Attribute(e, "ref"))
	}
	return nil
}

// startRow begins the next row: below the last one, whatever is between.
func (s *sheet) startRow(number string) error {
	next := row{number: s.row.number + 1}
	if number != "" {
		n, err := strconv.Atoi(number)
		if err != nil || n < next.number {
			return errors.New("rows out of order")
		}
		next.number = n
	}
	next.cells = s.row.cells[:0]
	s.row, s.cell = next, cell{column: -1, value: s.cell.value[:0], text: richText{b: s.cell.text.b[:0]}}
	return nil
}

func (s *sheet) startCell(e xml.StartElement) error {
	column := s.cell.column + 1
	if at := opc.Attribute(e, "r"); at != "" {
		c, _, err := coordinates(at)
		if err != nil || c < column {
			return errors.New("cells out of order")
		}
		column = c
	}
	s.cell = cell{
		column: column, kind: opc.Attribute(e, "t"), format: s.book.styles.of(opc.Attribute(e, "s")),
		value: s.cell.value[:0], text: richText{b: s.cell.text.b[:0]},
	}
	return nil
}

func (s *sheet) end(name string) error {
	s.cell.text.end(name)
	switch name {
	case "v":
		s.cell.inValue = false
	case "c":
		return s.endCell()
	case "row":
		return s.endRow()
	case "worksheet":
		s.ended = true
	}
	return nil
}

// endRow puts a row into the table, if it is shown.
func (s *sheet) endRow() error {
	if s.hidden {
		if len(s.row.cells) > 0 {
			s.unread.hide(s.row.number)
		}
		return s.budget.time()
	}
	if err := s.add(s.budget, s.row); err != nil {
		return err
	}
	if len(s.rows) >= s.enough {
		return errEnough
	}
	return nil
}

// endCell puts a cell into its row. What is blank takes no room.
func (s *sheet) endCell() error {
	if s.cell.column < 0 {
		return errors.New("a cell ends that did not begin")
	}
	value, err := s.value()
	if err != nil {
		return err
	}
	at := s.cell.column
	switch {
	case value == "" && s.cell.formula && !s.hidden && len(s.cell.value) == 0:
		s.pending = append(s.pending, place{s.row.number, at})
		return s.budget.keepPlace()
	case value == "":
	case at >= maxColumns:
		return refusal(texts.ListTooWide(maxColumns))
	default:
		s.row.cells = set(s.row.cells, at, value)
	}
	return nil
}

// value is what a person sees in a cell.
func (s *sheet) value() (string, error) {
	switch s.cell.kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(string(s.cell.value)))
		if err != nil || i < 0 || i >= s.book.shared.len() {
			return "", errors.New("names a text that is not there")
		}
		text, err := s.book.text(i)
		return s.cell.format.text(text), err
	case "inlineStr":
		return s.cell.format.text(s.budget.clean(s.cell.text.take())), nil
	case "str":
		return s.cell.format.text(s.budget.clean(unescaped(string(s.cell.value)))), nil
	case "b":
		return strings.ToUpper(strconv.FormatBool(isTrue(string(s.cell.value)))), nil
	case "e":
		return clean(string(s.cell.value)), nil
	case "d":
		day, _, _ := strings.Cut(string(s.cell.value), "T")
		return s.cell.format.day(clean(day)), nil
	}
	value := clean(string(s.cell.value))
	if value == "" || s.cell.format == nil {
		return general(value), nil
	}
	return s.cell.format.number(value, s.table), nil
}

// isTrue reads a switch of a workbook.
func isTrue(v string) bool { return v == "1" || v == "true" }

// spread gives every cell of a merged range the value of its first one, as the
// eye does. Only cells of rows that are there get it.
func (s *sheet) spread(ref string) error {
	from, to, _ := strings.Cut(ref, ":")
	left, top, err1 := coordinates(from)
	right, bottom, err2 := coordinates(to)
	if err1 != nil || err2 != nil {
		return nil
	}
	begin, ok := s.from(top)
	if !ok || left >= len(s.rows[begin].cells) || s.rows[begin].cells[left] == "" {
		return nil
	}
	value := s.rows[begin].cells[left]
	right = min(right, left+50, maxColumns-1)
	for i := begin; i < len(s.rows) && s.rows[i].number <= bottom; i++ {
		if err := s.budget.time(); err != nil {
			return err
		}
		r := &s.rows[i]
		before := len(r.cells)
		for x := left; x <= right; x++ {
			if x >= len(r.cells) || r.cells[x] == "" {
				r.cells = set(r.cells, x, value)
			}
		}
		if err := s.budget.keep(r.cells[before:]); err != nil {
			return err
		}
	}
	return nil
}

// set puts a value at an index, behind as many blanks as it takes.
func set(cells []string, at int, value string) []string {
	for len(cells) <= at {
		cells = append(cells, "")
	}
	cells[at] = value
	return cells
}

// uncalculated refuses formulas that nobody has worked out yet: their cells
// look empty here and would silently mean something else.
func (s *sheet) uncalculated() error {
	h := s.header()
	var problems Problems
	for _, p := range s.pending {
		if err := s.budget.time(); err != nil {
			return err
		}
		for _, x := range h.at {
			if x != p.column {
				continue
			}
			i, ok := s.from(p.row)
			if ok && p.row > h.row && s.rows[i].cell(x) == "" && len(problems) < maxProblems {
				problems = append(problems, Problem{p.row, h.names[x], texts.Uncalculated()})
			}
		}
	}
	if problems != nil {
		return problems
	}
	return nil
}

// coordinates reads a cell's name, such as AB12, into its column from 0 and its
// row from 1.
func coordinates(name string) (column, row int, err error) {
	letters := strings.TrimRight(name, "0123456789")
	for _, c := range strings.ToUpper(letters) {
		if c < 'A' || c > 'Z' || column > 1<<14 {
			return 0, 0, errors.New("no name of a cell: " + name)
		}
		column = column*26 + int(c-'A') + 1
	}
	row, err = strconv.Atoi(name[len(letters):])
	if err != nil || column == 0 || row < 1 {
		return 0, 0, errors.New("no name of a cell: " + name)
	}
	return column - 1, row, nil
}

// escape is how a workbook writes letters that XML does not have: _x000D_.
var escape = letters.Pattern(`_x[0-9A-Fa-f]{4}_`)

func unescaped(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return escape().ReplaceAllStringFunc(s, func(e string) string {
		n, _ := strconv.ParseUint(e[2:6], 16, 16)
		return string(rune(n))
	})
}
