package directory

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"runtime"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"guongsang/internal/report"
)

// allCommunes is how many communes the country has.
const allCommunes = 3321

// province is a list of so many units.
func province(rows int) [][]any {
	table := [][]any{{"Mã đơn vị", "Tên đơn vị", "Loại hình", "Khối thi đua", "Tháng", "Quý", "Chỉ tiêu tháng", "Chỉ tiêu quý", "Phân kỳ", "Từ ngày", "Đến ngày", "Kế thừa"}}
	for i := range rows {
		table = append(table, []any{fmt.Sprintf("X%05d", i), fmt.Sprintf("Ủy ban nhân dân xã Thử Nghiệm %d", i), "xã", fmt.Sprintf("Khối %d", i/40), "x", "x", 1, nil, nil, "15/7/2025", nil, nil})
	}
	return table
}

// asCSV writes a table as an office's CSV.
func asCSV(table [][]any) []byte {
	var file bytes.Buffer
	for _, row := range table {
		for _, cell := range row {
			if cell != nil {
				fmt.Fprint(&file, cell)
			}
			file.WriteByte(';')
		}
		file.WriteByte('\n')
	}
	return file.Bytes()
}

// A list as large as the country costs for each unit what a list of a few
// hundred costs, first read and read again, from both kinds of file.
func TestALargeListCostsWhatItsUnitsCost(t *testing.T) {
	for name, file := range map[string]func(rows int) []byte{
		"csv":  func(rows int) []byte { return asCSV(province(rows)) },
		"xlsx": func(rows int) []byte { return workbook(t, province(rows)) },
	} {
		smallCount, smallBytes := costOfAUnit(t, file(allCommunes/8), allCommunes/8)
		count, size := costOfAUnit(t, file(allCommunes), allCommunes)
		// Maps and pools make a unit cost a tenth more or less by chance; what
		// grows with the list would cost eight times as much.
		if count > smallCount*1.5 || size > smallBytes*1.5 {
			t.Errorf("%s: a unit costs %.0f allocations of %.0f bytes in a list of %d, and %.0f of %.0f in one of %d",
				name, count, size, allCommunes, smallCount, smallBytes, allCommunes/8)
		}
	}
}

// costOfAUnit is what reading a list and comparing it with an empty directory
// and with itself allocates, shared among its units.
func costOfAUnit(t *testing.T, file []byte, units int) (count, size float64) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	list := mustRead(t, file)
	first := Compare(report.Directory{}, list.Units)
	again := Compare(report.NewDirectory(list.Units), list.Units)
	runtime.ReadMemStats(&after)
	if len(first.New) != units || len(again.Units()) != 0 {
		t.Fatalf("%d new units of %d, and %d to be written once they are there", len(first.New), units, len(again.Units()))
	}
	return float64(after.Mallocs-before.Mallocs) / float64(units), float64(after.TotalAlloc-before.TotalAlloc) / float64(units)
}

// BenchmarkRead3321Units and BenchmarkRead20000Units say how much longer it takes to
// read a list than to read the bare cells of the same file with the library alone
// (x-bare), in turns.
func BenchmarkRead3321Units(b *testing.B)  { benchmarkRead(b, allCommunes) }
func BenchmarkRead20000Units(b *testing.B) { benchmarkRead(b, 20_000) }

func benchmarkRead(b *testing.B, units int) {
	table := province(units)
	for _, kind := range []struct {
		name string
		file []byte
		bare func([]byte) error
	}{{"csv", asCSV(table), bareCSV}, {"xlsx", workbook(b, table), bareXLSX}} {
		b.Run(kind.name, func(b *testing.B) {
			var real, bare time.Duration
			for b.Loop() {
				began := time.Now()
				if err := kind.bare(kind.file); err != nil {
					b.Fatal(err)
				}
				between := time.Now()
				if list, err := Read(b.Context(), kind.file, report.Directory{}, ""); err != nil || len(list.Units) != units {
					b.Fatal(len(list.Units), err)
				}
				bare, real = bare+between.Sub(began), real+time.Since(between)
			}
			b.ReportMetric(0, "ns/op") // of both together
			b.ReportMetric(float64(real)/float64(bare), "x-bare")
			b.ReportMetric(float64(real.Milliseconds())/float64(b.N), "ms/list")
		})
	}
}

func bareCSV(file []byte) error {
	r := csv.NewReader(bytes.NewReader(file))
	r.Comma = ';'
	for {
		if _, err := r.Read(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func bareXLSX(file []byte) error {
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		return err
	}
	defer book.Close()
	rows, err := book.Rows("Sheet1")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if _, err := rows.Columns(); err != nil {
			return err
		}
	}
	return nil
}
