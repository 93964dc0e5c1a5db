// Package sheet writes tables as the files that offices open: an Excel
// workbook, and CSV that Excel reads with its accents.
//
// All cells are text. In a CSV, a cell that a spreadsheet would take for a
// formula gets an apostrophe in front: names come from people.
package sheet

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"regexp"
	"slices"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// byteOrderMark tells Excel that the file is UTF-8.
const byteOrderMark = "\ufeff"

// CSV writes rows, the first of them the header.
func CSV(rows [][]string) []byte {
	var b bytes.Buffer
	b.WriteString(byteOrderMark)
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	for _, row := range rows {
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = harmless(cell)
		}
		w.Write(safe) // to memory: cannot go wrong
	}
	w.Flush()
	return b.Bytes()
}

// harmless keeps a spreadsheet from working out what is only text: at the beginning of a
// cell, and behind a semicolon or tab, at which Excel parts cells where that is the custom of
// the country, whatever the file is parted by.
func harmless(cell string) string { return formula.ReplaceAllString(cell, "$1$3'$2$4") }

// formula finds how one begins, wide signs among them, with what a spreadsheet passes over
// before it; behind a semicolon a quotation mark, too, which opens a cell there.
var formula = regexp.MustCompile(`(^|[;\t]+)([\p{Z}\p{Cf}]*[=+\-@\t\r\n＝＋－＠])|([;\t]+)(["\p{Z}\p{Cf}]+[=+\-@＝＋－＠])`)

// Workbook writes rows, the first of them the header, as one sheet.
func Workbook(rows [][]string) ([]byte, error) {
	book := excelize.NewFile()
	defer book.Close()
	const name = "Sheet1"
	w, err := book.NewStreamWriter(name)
	if err != nil {
		return nil, fmt.Errorf("writing a workbook: %w", err)
	}
	bold, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, fmt.Errorf("writing a workbook: %w", err)
	}
	for i, width := range slices.Backward(widths(rows)) { // the library writes the last one first
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return nil, fmt.Errorf("writing a workbook: %w", err)
		}
	}
	for n, row := range rows {
		cells := make([]any, len(row))
		for i, cell := range row {
			style := 0
			if n == 0 {
				style = bold
			}
			cells[i] = excelize.Cell{StyleID: style, Value: cell}
		}
		if err := w.SetRow(fmt.Sprintf("A%d", n+1), cells); err != nil {
			return nil, fmt.Errorf("writing row %d of a workbook: %w", n+1, err)
		}
	}
	if err := w.Flush(); err != nil {
		return nil, fmt.Errorf("writing a workbook: %w", err)
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		return nil, fmt.Errorf("writing a workbook: %w", err)
	}
	return b.Bytes(), nil
}

// widths fits the columns to what is in them, within reason.
func widths(rows [][]string) (widths []float64) {
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 8)
			}
			widths[i] = max(widths[i], min(60, float64(utf8.RuneCountInString(cell)+2)))
		}
	}
	return widths
}
