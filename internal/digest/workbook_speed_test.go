//go:build unix

package digest

import (
	"bytes"
	"fmt"
	"runtime"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// BenchmarkWorkbook makes workbooks. The floor is writing the same cells with excelize's
// StreamWriter alone, in the same run: x-stream is how many times its processor time a
// workbook takes, x-bytes how many times the bytes that are allocated.
func BenchmarkWorkbook(b *testing.B) {
	for _, size := range []struct{ units, examples int }{{85, 60}, {3321, 1000}, {3321, 10_000}, {10_000, 10_000}} {
		b.Run(fmt.Sprintf("%dunits-%dexamples", size.units, size.examples), func(b *testing.B) {
			in := told(size.units, size.examples)
			file := made(b, in)
			names, sheets := cellsOf(b, file)
			var took, floor time.Duration
			var ours, least uint64
			for b.Loop() {
				d, n := costOf(func() { made(b, in) })
				took, ours = took+d, ours+n
				d, n = costOf(func() { stream(b, names, sheets) })
				floor, least = floor+d, least+n
			}
			b.ReportMetric(0, "ns/op") // of both together
			b.ReportMetric(float64(took)/float64(floor), "x-stream")
			b.ReportMetric(float64(ours)/float64(least), "x-bytes")
			b.ReportMetric(float64(took.Milliseconds())/float64(b.N), "cpu-ms")
			b.ReportMetric(float64(ours)/1e6/float64(b.N), "MB")
			b.ReportMetric(Peak(b, func() { made(b, in) })/1e6, "peak-MB")
			b.ReportMetric(float64(len(file))/1e6, "file-MB")
		})
	}
}

func costOf(run func()) (took time.Duration, bytes uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := CPU()
	run()
	took = CPU() - began
	runtime.ReadMemStats(&after)
	return took, after.TotalAlloc - before.TotalAlloc
}

// cellsOf are the cells of all sheets, as texts.
func cellsOf(b *testing.B, file []byte) (names []string, sheets [][][]any) {
	b.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		b.Fatal(err)
	}
	defer book.Close()
	names = book.GetSheetList()
	for _, name := range names {
		rows, err := book.GetRows(name)
		if err != nil {
			b.Fatal(err)
		}
		var sheet [][]any
		for _, row := range rows {
			cells := make([]any, len(row))
			for i, c := range row {
				cells[i] = c
			}
			sheet = append(sheet, cells)
		}
		sheets = append(sheets, sheet)
	}
	return names, sheets
}

// stream writes cells with the library alone.
func stream(b *testing.B, names []string, sheets [][][]any) {
	b.Helper()
	book := excelize.NewFile()
	defer book.Close()
	for i, name := range names {
		if _, err := book.NewSheet(name); err != nil {
			b.Fatal(err)
		}
		w, err := book.NewStreamWriter(name)
		if err != nil {
			b.Fatal(err)
		}
		for n, row := range sheets[i] {
			if err := w.SetRow(fmt.Sprintf("A%d", n+1), row); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			b.Fatal(err)
		}
	}
	var packed bytes.Buffer
	if err := book.Write(&packed); err != nil {
		b.Fatal(err)
	}
}
