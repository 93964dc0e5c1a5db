package directory

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"guongsang/internal/report"
)

func mustRead(t *testing.T, file []byte, current ...report.Unit) List {
	t.Helper()
	list, err := Read(t.Context(), file, report.NewDirectory(current), "")
	if err != nil {
		t.Fatalf("Read: %v", err)
	}
	return list
}

var phongTho = report.Unit{Code: "PT001", Name: "Xã Phong Thổ", Month: true, Quarter: true}

// workbook makes an XLSX of rows, beginning at the first one.
func workbook(t testing.TB, rows [][]any, more ...func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, r := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &r); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range more {
		m(f)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestEncodingsAndDelimiters(t *testing.T) {
	const text = "Mã đơn vị;Tên đơn vị\r\nPT001;Xã Phong Thổ\r\n"
	utf16, err := textunicode.UTF16(textunicode.LittleEndian, textunicode.UseBOM).NewEncoder().Bytes([]byte(strings.ReplaceAll(text, ";", "\t")))
	if err != nil {
		t.Fatal(err)
	}
	// Windows-1258 writes tones as marks of their own.
	old, err := charmap.Windows1258.NewEncoder().Bytes([]byte(tones(text)))
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string][]byte{
		"UTF-8":           []byte(text),
		"UTF-8 with mark": []byte("\ufeff" + text),
		"UTF-16":          utf16,
		"Windows-1258":    old,
		"NFD":             []byte(norm.NFD.String(text)),
		"comma":           []byte(strings.ReplaceAll(text, ";", ",")),
		"tab":             []byte(strings.ReplaceAll(text, ";", "\t")),
		"sep":             []byte("sep=;\r\n" + text),
		"old Mac lines":   []byte(strings.ReplaceAll(text, "\r\n", "\n\n")),
		"no-break space":  []byte("Mã đơn vị;Tên đơn vị\nPT001;\u00a0Xã \u00a0Phong\u200b Thổ \n;\u00a0;\n"),
		"quotes":          []byte("ten don vi,MA DON VI\n\"Xã Phong Thổ\",\"PT001\"\n"),
		"title above":     []byte("DANH SÁCH ĐƠN VỊ\n\nSTT,Code,Name\n1,PT001,Xã Phong Thổ\n"),
		"workbook":        workbook(t, [][]any{{"DANH SÁCH"}, {}, {"Tên đơn vị", "Mã ĐV"}, {"Xã Phong Thổ ", "PT001"}, {nil, " "}}),
	} {
		list := mustRead(t, file)
		if diff := cmp.Diff([]report.Unit{phongTho}, list.Units); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if list.Notices != nil {
			t.Errorf("%s: %q", name, list.Notices)
		}
	}
}

// tones takes the tones off the letters, as Windows-1258 writes them, and
// leaves the hats on.
func tones(s string) string {
	var b strings.Builder
	for _, r := range s {
		d := []rune(norm.NFD.String(string(r)))
		last := len(d) - 1
		if last > 0 && slices.Contains([]rune{0x300, 0x301, 0x303, 0x309, 0x323}, d[last]) {
			b.WriteString(norm.NFC.String(string(d[:last])) + string(d[last]))
			continue
		}
		if last == 2 && d[1] == 0x323 { // ộ: the dot sorts before the hat
			b.WriteString(norm.NFC.String(string([]rune{d[0], d[2]})) + string(d[1]))
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func TestAllColumns(t *testing.T) {
	want := []report.Unit{
		{
			Code: "A.1", Name: "Trường PTDTBT", Kind: "trường", Block: "Khối 10", Quarter: true,
			QuotaMonth: 2, QuotaQuarter: 1, Roster: report.Roster{Months: []int{1, 4, 10}, Quarters: []int{2, 4}},
			ActiveFrom: report.Date{Year: 2025, Month: 7, Day: 1}, ActiveTo: report.Date{Year: 2026, Month: 11, Day: 20}, Successor: "B_2",
		},
		{Code: "B_2", Name: "Trường mới", Block: "Khối 10", Month: true, Quarter: true},
	}
	const csv = `unit_code,Tên đơn vị,Loại hình,Khối thi đua,Hằng tháng,Hàng quý,Chỉ tiêu tháng,quota_quarter,Phân kỳ,Từ ngày,Đến ngày,Kế thừa,provenance
A.1,Trường PTDTBT,trường,Khối 10,,x,2.0,1,"10, T4; 1 quý II q4",1/7/2025,20/11/2026,b_2,typical
B_2,Trường mới,,Khối 10,Có,X,"0,0",,,,,,sourced
`
	list := mustRead(t, []byte(csv))
	if diff := cmp.Diff(want, list.Units); diff != "" {
		t.Errorf("CSV (-want +got):\n%s", diff)
	}
	if !slices.Equal(list.Notices, []string{"Các cột không dùng đến: provenance."}) {
		t.Errorf("notices: %q", list.Notices)
	}

	// The same as a person would have it in Excel: a merged block, dates as
	// dates and as text, numbers as text, a formula with its result.
	book := workbook(t, [][]any{
		{"code", "name", "kind", "block", "month", "quarter", "quota_month", "quota_quarter", "roster", "active_from", "active_to", "successor"},
		{"A.1", "Trường PTDTBT", "trường", "Khối 10", 0, true, "2", 1.0, "1,4,10,q2,q4", time.Date(2025, 7, 1, 0, 0, 0, 0, time.UTC), "20/11/2026", "B_2"},
		{"B_2", "Trường mới", "", nil, "x", 1, nil, 0},
	}, func(f *excelize.File) {
		if err := f.MergeCell("Sheet1", "D2", "D3"); err != nil {
			t.Fatal(err)
		}
		shown := "dd/mm/yyyy"
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &shown})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", "J2", "J2", style); err != nil {
			t.Fatal(err)
		}
		f.NewSheet("Ghi chú")
		f.MoveSheet("Ghi chú", "Sheet1")
	})
	if diff := cmp.Diff(want, mustRead(t, book).Units); diff != "" {
		t.Errorf("XLSX (-want +got):\n%s", diff)
	}
}

func TestWhatAFileDoesNotSayStays(t *testing.T) {
	old := phongTho
	old.Block, old.QuotaMonth, old.Month, old.Kind = "Khối 7", 3, false, "xã"
	// The column kind is there, so an empty cell empties it; month is empty in
	// every row, which is as good as no column.
	units := mustRead(t, []byte("code,name,kind,month\npt001,Xã Phong Thổ mới,,\nPT002,Trường,trường,\n"), old).Units
	want := old
	want.Name, want.Kind = "Xã Phong Thổ mới", ""
	school := report.Unit{Code: "PT002", Name: "Trường", Kind: "trường", Month: true, Quarter: true}
	if diff := cmp.Diff([]report.Unit{want, school}, units); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestImportingTwiceChangesNothing(t *testing.T) {
	demo := Demo()
	first := Compare(report.Directory{}, demo)
	if len(demo) != 85 || len(first.New) != 85 || len(first.Units()) != 85 {
		t.Fatalf("the demo has %d units, %d of them new", len(demo), len(first.New))
	}
	d := report.NewDirectory(demo)
	again := Compare(d, mustRead(t, slices.Clone(demoFile(t)), demo...).Units)
	if again.Unchanged != 85 || again.Units() != nil || again.Absent != nil {
		t.Errorf("again: %q", again.Lines(3))
	}
	if blocks := d.Blocks(); len(blocks) != 10 || blocks[9] != "Khối 10 - Trường tiểu học, mầm non" {
		t.Errorf("blocks: %q", blocks)
	}
	for _, u := range demo {
		if !u.Month || !u.Quarter {
			t.Errorf("%s does not owe both", u.Code)
		}
	}
}

func demoFile(t *testing.T) []byte {
	t.Helper()
	b, err := os.ReadFile("demo-district-2024.csv")
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestCompare(t *testing.T) {
	day := report.Date{Year: 2026, Month: 12, Day: 31}
	u := func(code, name string) report.Unit { return report.Unit{Code: code, Name: name, Month: true} }
	renamed, closed, changed := u("B", "Đơn vị B mới"), u("C", "C"), u("D", "D")
	renamed.Block = "Khối 2"
	closed.ActiveTo, closed.Successor = day, "A"
	changed.QuotaMonth, changed.Month = 2, false
	p := Compare(report.NewDirectory([]report.Unit{u("A", "A"), u("B", "B"), u("C", "C"), u("D", "D"), u("E", "E")}),
		[]report.Unit{u("A", "A"), renamed, closed, changed, u("F", "F"), u("G", "G")})
	got := strings.Join(p.Lines(1), "\n")
	const want = `Thêm mới 2, đổi tên 1, ngừng hoạt động 1, thay đổi khác 1, giữ nguyên 1, không có trong tệp 1.
Thêm mới:
  F F
  … và 1 đơn vị nữa
Đổi tên:
  B B → Đơn vị B mới
Ngừng hoạt động:
  C C, đến hết ngày 31/12/2026, kế thừa: A
Thay đổi khác:
  D D: nghĩa vụ tháng, chỉ tiêu tháng
Không có trong tệp, giữ nguyên:
  E E`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(p.Units()) != 5 {
		t.Errorf("to be written: %v", p.Units())
	}
}

// FuzzRead: no file, however broken, stops the program.
func FuzzRead(f *testing.F) {
	f.Add([]byte("code,name\nA,B\n"))
	f.Add([]byte("sep=\t\n\"code\"\tname\tđến ngày\tkế thừa\nA\tB\t31.02.2026\tA\n"))
	f.Add([]byte("PK\x03\x04"))
	f.Add(workbook(f, province(2)))
	f.Fuzz(func(t *testing.T, b []byte) {
		readAgain(t, b)
	})
}
