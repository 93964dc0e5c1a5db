package sheet_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"guongsang/internal/sheet"
)

// Whatever a spreadsheet would work out arrives as text: it begins with an
// apostrophe once the file is read again, not only while it is being written.
// (The list of first characters is OWASP's for CSV injection.)
func TestNoCellOfACSVIsAFormula(t *testing.T) {
	for _, first := range []string{"=", "+", "-", "@", "\t", "\r", "\n"} {
		for _, before := range []string{"", " ", "   "} {
			cell := before + first + `HYPERLINK("http://x")`
			for place, row := range map[string][]string{"first": {cell, "b"}, "last": {"a", cell}, "alone": {cell}} {
				for _, read := range readCSV(t, sheet.CSV([][]string{row}))[0] {
					if len(read) > 1 && !strings.HasPrefix(read, "'") {
						t.Errorf("%s: %q is read as %q", place, cell, read)
					}
				}
			}
		}
	}
}

// Nor is one where Excel parts cells at semicolons, nor behind what it passes over, nor with
// wide signs.
func TestNoPartOfACellIsAFormula(t *testing.T) {
	for cell, want := range map[string]string{
		`Hoa Ban;=HYPERLINK("http://x")`:    `Hoa Ban;'=HYPERLINK("http://x")`,
		`Hoa Ban; "=cmd|' /C calc'!A0`:      `Hoa Ban;' "=cmd|' /C calc'!A0`,
		"a;\t-1;@SUM(1)":                    "a;\t'-1;'@SUM(1)",
		"\u00a0=1+1":                        "'\u00a0=1+1",
		"\u200b\ufeff+1":                    "'\u200b\ufeff+1",
		"＝1＋1":                              "'＝1＋1",
		"số 12; bản Nà Cúng; đã xong":       "số 12; bản Nà Cúng; đã xong",
		"Đội 1-2, a=b, c@d.vn; e@d.vn; f-g": "Đội 1-2, a=b, c@d.vn; e@d.vn; f-g",
	} {
		if got := readCSV(t, sheet.CSV([][]string{{"x", cell}}))[0][1]; got != want {
			t.Errorf("%q is read as %q", cell, got)
		}
	}
}

// What is no formula is left as it is, whatever stands further in.
func TestOtherCellsOfACSVAreUntouched(t *testing.T) {
	for _, cell := range []string{
		"", " ", "Lò Thị Xuân", "a=1+1", "a+b", "bản 2 - xã", "lan@x.vn", "a\tb", "a\nb", "'=1", `"=1"`, "0900 000 001", "(=1)", "–1", "Đội 1, bản =2",
	} {
		row := []string{"x", cell}
		if got := readCSV(t, sheet.CSV([][]string{row}))[0][1]; got != cell {
			t.Errorf("%q is read as %q", cell, got)
		}
	}
}

func readCSV(t *testing.T, file []byte) [][]string {
	t.Helper()
	text, marked := strings.CutPrefix(string(file), "\ufeff")
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || !marked || len(rows) == 0 {
		t.Fatalf("%q: marked %v, %d rows, %v", file, marked, len(rows), err)
	}
	return rows
}
