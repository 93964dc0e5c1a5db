package sheet

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestCSVKeepsFormulasHarmless(t *testing.T) {
	got := string(CSV([][]string{{"Mã", "Tên"}, {"PT001", `=HYPERLINK("x")`}, {"PT002", "  +84"}, {"PT003", "Xã Dào San, \"bản\""}}))
	want := "\ufeffMã,Tên\r\nPT001,\"'=HYPERLINK(\"\"x\"\")\"\r\nPT002,'  +84\r\nPT003,\"Xã Dào San, \"\"bản\"\"\"\r\n"
	if got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestWorkbookReadsBack(t *testing.T) {
	rows := [][]string{{"Mã", "Tên"}, {"007", "=1+1"}, {"PT002", strings.Repeat("dài ", 40)}}
	b, err := Workbook(rows)
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	got, err := book.GetRows("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		for j := range rows[i] {
			if got[i][j] != rows[i][j] {
				t.Errorf("cell %d,%d: got %q, want %q", i, j, got[i][j], rows[i][j])
			}
		}
	}
	if formula, _ := book.GetCellFormula("Sheet1", "B2"); formula != "" {
		t.Errorf("cell B2 is the formula %q", formula)
	}
}
