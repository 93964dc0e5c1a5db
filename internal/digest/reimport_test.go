//go:build unix

package digest

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"guongsang/internal/directory"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// unitsAlone is the sheet of the units as a workbook of its own.
func unitsAlone(t testing.TB, in WorkbookInput) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	styles, err := newStyles(book)
	if err != nil {
		t.Fatal(err)
	}
	p, err := newPage(t.Context(), book, styles, texts.SheetUnits, true, nil)
	if err == nil {
		err = writeUnits(p, in)
	}
	if err == nil {
		err = p.finish()
	}
	var b bytes.Buffer
	if err == nil {
		err = book.Write(&b)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// imported reads a workbook as a list of units, and says what that took.
func imported(t testing.TB, file []byte, units int) (took time.Duration, bytes, objects uint64) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := CPU()
	list, err := directory.Read(t.Context(), file, report.Directory{}, "")
	took = CPU() - began
	runtime.ReadMemStats(&after)
	if err != nil || len(list.Units) != units {
		t.Fatalf("%d units of %d, %v", len(list.Units), units, err)
	}
	return took, after.TotalAlloc - before.TotalAlloc, after.Mallocs - before.Mallocs
}

// resaved is a workbook as Excel writes it: the texts of all sheets stand together, in a
// part of their own.
func resaved(t testing.TB, file []byte) []byte {
	t.Helper()
	from, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	to := excelize.NewFile()
	defer to.Close()
	for i, name := range from.GetSheetList() {
		if i == 0 {
			err = to.SetSheetName("Sheet1", name)
		} else {
			_, err = to.NewSheet(name)
		}
		if err != nil {
			t.Fatal(err)
		}
		rows, err := from.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		for n, row := range rows {
			if err := to.SetSheetRow(name, fmt.Sprintf("A%d", n+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := to.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// told is a workbook's input in which every example says something else.
func told(units, examples int) WorkbookInput {
	in := year(units, examples)
	for i := range in.Examples {
		in.Examples[i].Summary = fmt.Sprintf("Lần thứ %d. ", i) + strings.Repeat("Cô đi từng nhà cùng trưởng bản vận động phụ huynh. ", 12)
	}
	return in
}

// Of the other sheets no more is read than shows that they are no list of units: ten
// times the examples cost next to nothing, as we made the workbook and as Excel saves it.
func TestImportReadsTheUnitsOnly(t *testing.T) {
	const units = 50
	few, many := made(t, told(units, 50)), made(t, told(units, 500))
	imported(t, few, units) // what is made once
	for name, files := range map[string][2][]byte{"as made": {few, many}, "resaved": {resaved(t, few), resaved(t, many)}} {
		_, _, least := imported(t, files[0], units)
		_, _, n := imported(t, files[1], units)
		if float64(n) > 1.1*float64(least) {
			t.Errorf("%s: %d allocations, and %d with a tenth of the examples", name, n, least)
		}
	}
}

// BenchmarkImportOfAWorkbook reads the units of a workbook of 10,000 units and 10,000
// examples. The floor is reading its sheet of units alone, in the same run.
func BenchmarkImportOfAWorkbook(b *testing.B) {
	const units, examples = 10_000, 10_000
	in := told(units, examples)
	for name, as := range map[string]func(testing.TB, []byte) []byte{
		"as made": func(_ testing.TB, file []byte) []byte { return file },
		"resaved": resaved,
	} {
		b.Run(name, func(b *testing.B) { benchmarkImport(b, as(b, made(b, in)), as(b, unitsAlone(b, in)), units) })
	}
}

func benchmarkImport(b *testing.B, whole, alone []byte, units int) {
	var took, floor time.Duration
	var bytes, least uint64
	for b.Loop() {
		d, n, _ := imported(b, alone, units)
		floor, least = floor+d, n
		d, n, _ = imported(b, whole, units)
		took, bytes = took+d, n
	}
	b.ReportMetric(0, "ns/op") // of both together
	b.ReportMetric(float64(took)/float64(floor), "x-alone")
	b.ReportMetric(float64(bytes)/float64(least), "x-bytes")
	b.ReportMetric(float64(bytes)/1e6, "MB")
	b.ReportMetric(took.Seconds()/float64(b.N), "cpu-s")
	b.ReportMetric(float64(len(whole))/1e6, "file-MB")
}
