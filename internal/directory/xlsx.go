package directory

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"

	"guongsang/internal/texts"
)

// What a workbook may unpack to: a small file can hold a very large one.
const maxUnpacked = 64 << 20

// readXLSX reads the first sheet that has the header of a unit list, or the
// first sheet at all, which then says what is missing.
func readXLSX(file []byte) (t table, err error) {
	defer func() {
		if recover() != nil { // a workbook that the library does not survive
			t, err = table{}, refusal(texts.BadWorkbook())
		}
	}()
	book, err := excelize.OpenReader(bytes.NewReader(file), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked / 2,
	})
	if err != nil {
		return t, refusal(texts.BadWorkbook())
	}
	defer book.Close()
	for i, name := range book.GetSheetList() {
		sheet, err := readSheet(book, name)
		if err != nil {
			return table{}, err
		}
		if i == 0 || sheet.header().complete() {
			t = sheet
		}
		if sheet.header().complete() {
			break
		}
	}
	return t, t.tooLong()
}

func readSheet(book *excelize.File, name string) (table, error) {
	t := table{excel: true}
	if props, err := book.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		t.from904 = *props.Date1904
	}
	rows, err := book.Rows(name)
	if err != nil {
		return t, refusal(texts.BadWorkbook())
	}
	defer rows.Close()
	for n := 1; rows.Next() && n <= maxRows+1; n++ {
		cells, err := rows.Columns()
		if err != nil {
			return t, refusal(texts.BadWorkbook())
		}
		t.rows = append(t.rows, row{n, cells})
	}
	t.spread(book, name)
	return t, t.uncalculated(book, name)
}

// spread gives every cell of a merged range the value of its first one, as the
// eye does.
func (t *table) spread(book *excelize.File, name string) {
	merged, _ := book.GetMergeCells(name)
	for _, m := range merged {
		left, top, err1 := excelize.CellNameToCoordinates(m.GetStartAxis())
		right, bottom, err2 := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err1 != nil || err2 != nil {
			continue
		}
		for y := top; y <= min(bottom, len(t.rows)); y++ {
			for x := left; x <= min(right, left+50); x++ {
				t.set(y-1, x-1, m.GetCellValue())
			}
		}
	}
}

func (t *table) set(y, x int, value string) {
	r := &t.rows[y]
	for len(r.cells) <= x {
		r.cells = append(r.cells, "")
	}
	if r.cells[x] == "" {
		r.cells[x] = value
	}
}

// uncalculated refuses formulas that nobody has worked out yet: their cells
// look empty here and would silently mean something else.
func (t *table) uncalculated(book *excelize.File, name string) error {
	h := t.header()
	var problems Problems
	for _, r := range t.rows {
		for _, x := range h.at {
			if r.number <= h.row || r.cell(x) != "" || r.blank() {
				continue
			}
			axis, err := excelize.CoordinatesToCellName(x+1, r.number)
			if err != nil {
				return fmt.Errorf("naming cell %d of row %d: %w", x+1, r.number, err)
			}
			if formula, _ := book.GetCellFormula(name, axis); formula != "" {
				problems = append(problems, Problem{r.number, h.names[x], texts.Uncalculated()})
			}
		}
	}
	if problems != nil {
		return problems
	}
	return nil
}
