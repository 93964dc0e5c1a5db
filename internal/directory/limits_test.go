package directory

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"guongsang/internal/report"
)

// asXLSX packs a workbook of one sheet as the programs do: its cells name texts
// that they share. More parts may be put beside or in place of those.
func asXLSX(t testing.TB, sheet, shared string, more map[string]string) []byte {
	t.Helper()
	const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	const kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	parts := map[string]string{
		"_rels/.rels":                rels + `<Relationship Id="rId1" Type="` + kind + `officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns:r="x"><sheets><sheet name="DS" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": rels + `<Relationship Id="rId1" Type="` + kind + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + kind + `sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet>` + sheet + `</worksheet>`,
		"xl/sharedStrings.xml":       `<sst>` + shared + `</sst>`,
	}
	for name, part := range more {
		parts[name] = part
	}
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for name, part := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(part)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

const headRow = `<row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c><c r="B1" t="inlineStr"><is><t>name</t></is></c></row>`

// listed is a list of so many units as Excel keeps it.
func listed(t testing.TB, units int) []byte {
	t.Helper()
	var sheet, shared strings.Builder
	sheet.WriteString(`<sheetData>` + headRow)
	for i := range units {
		fmt.Fprintf(&sheet, `<row r="%d"><c r="A%d" t="s"><v>%d</v></c><c r="B%d" t="s"><v>%d</v></c></row>`, i+2, i+2, 2*i, i+2, 2*i+1)
		fmt.Fprintf(&shared, `<si><t>X%d</t></si><si><t>Ủy ban nhân dân xã Thử Nghiệm %d</t></si>`, i, i)
	}
	sheet.WriteString(`</sheetData>`)
	return asXLSX(t, sheet.String(), shared.String(), nil)
}

func listedCSV(units int) []byte {
	var file bytes.Buffer
	file.WriteString("code;name;x\n")
	for i := range units {
		fmt.Fprintf(&file, "X%d;Xã Thử Nghiệm %d;\n", i, i)
	}
	return file.Bytes()
}

// As many units as the limit says are read, beside rows without anything in
// them, and one more is refused. (TestReadingStaysWithinItsHeap reads as many from
// a workbook.)
func TestAHundredThousandUnits(t *testing.T) {
	blank := bytes.Repeat([]byte(";;;;\n"), 50_000)
	if list, err := read(t.Context(), append(listedCSV(maxUnits), blank...), report.Directory{}, ""); err != nil || len(list.Units) != maxUnits {
		t.Errorf("%d units, %v", len(list.Units), err)
	}
	if _, err := read(t.Context(), listedCSV(maxUnits+1), report.Directory{}, ""); err == nil || !strings.Contains(err.Error(), "100.000 dòng") {
		t.Errorf("one more: %v", err)
	}
}

// A hostile file and the limit that is named for it.
type hostile struct {
	name string
	file func(t testing.TB) []byte
	says string
	long bool // to read, in seconds
}

// sheetOf, textsOf and partsOf make workbooks when they are asked for.
func sheetOf(sheet func() string) func(t testing.TB) []byte {
	return func(t testing.TB) []byte { return asXLSX(t, sheet(), "", nil) }
}

func textsOf(shared func() string) func(t testing.TB) []byte {
	return func(t testing.TB) []byte { return asXLSX(t, "", shared(), nil) }
}

func partsOf(more func() map[string]string) func(t testing.TB) []byte {
	return func(t testing.TB) []byte { return asXLSX(t, "", "", more()) }
}

func csvOf(text string, repeated string, n int) func(t testing.TB) []byte {
	return func(testing.TB) []byte { return append([]byte(text), strings.Repeat(repeated, n)...) }
}

func cells(n int, cell string) func() string {
	return func() string {
		return `<sheetData>` + headRow + `<row r="2">` + strings.Repeat(cell, n) + `</row></sheetData>`
	}
}

func blanks(n int) func() string { return func() string { return strings.Repeat(" ", n) } }

var hostiles = []hostile{
	{"rows of no list", csvOf("", "a;b\n", maxRows+1), "20.000 dòng", false},
	{"columns", csvOf("code;name\n", "a;", maxColumns+1), "200 cột", false},
	{"semicolons", csvOf("", ";", 19<<20), "200 cột", false},
	{"semicolons in lines", csvOf("", strings.Repeat(";", 9000)+"\n", 2000), "Không tìm thấy cột", true},
	{"an open quote", csvOf("code;name\n\"A", ";\n", 9<<20), "Dòng 2: dấu nháy kép", false},
	{"cells", csvOf("code;name\n", strings.Repeat("a;", maxColumns-1)+"\n", 21_000), "4.000.000 ô", true},
	{"one line", csvOf("code;name\n", "a", 2<<20), "không phải bảng danh sách", false},
	{"styles", partsOf(func() map[string]string { return map[string]string{"xl/styles.xml": strings.Repeat("<xf/>", 31<<20/5)} }), "xl/styles.xml trong bảng tính lớn hơn 4 MB", false},
	{"sheet", sheetOf(blanks(maxSheet)), "xl/worksheets/sheet1.xml trong bảng tính lớn hơn 64 MB", true},
	{"texts", textsOf(blanks(maxSheet)), "xl/sharedStrings.xml trong bảng tính lớn hơn 64 MB", true},
	{"all parts", partsOf(func() map[string]string {
		b := blanks(maxSheet)()
		return map[string]string{"a": b, "b": b, "c": b, "d": b}
	}), "256 MB", true},
	{"many styles", partsOf(func() map[string]string {
		return map[string]string{
			"xl/styles.xml":              "<styleSheet><cellXfs>" + strings.Repeat("<xf/>", 800_000) + "</cellXfs></styleSheet>",
			"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>`,
		}
	}), "Không tìm thấy cột", true},
	{"empty texts", textsOf(func() string { return strings.Repeat("<si/>", 12<<20) }), "256 MB bộ nhớ", true},
	{"one text", textsOf(func() string { return "<si><t>" + blanks(8<<20)() + "</t></si>" }), "- Có ô dài quá 32.767 ký tự", false},
	{"attributes", sheetOf(func() string { return "<row " + strings.Repeat(`a="" `, 1<<20) + "/>" }), "ông mở được", false},
	{"a far column", sheetOf(cells(1, `<c r="XFD2"><v>1</v></c>`)), "200 cột", false},
	{"many columns", sheetOf(cells(20_000, `<c><v>1</v></c>`)), "200 cột", false},
	{"empty cells", sheetOf(cells(1<<18, `<c/>`)), "không có đơn vị nào", false},
	{"more empty cells", sheetOf(cells(15<<20, `<c/>`)), "không có đơn vị nào", true},
	{"depth", sheetOf(func() string { return strings.Repeat("<a>", 1<<18) }), "Không tìm thấy cột", false},
	{"formulas", sheetOf(cells(5<<20, `<c><f/></c>`)), "256 MB", true},
	{"a comment", sheetOf(func() string { return "<!-- " + strings.Repeat("<> ", 1<<20) + " -->" }), "ông mở được", false},
	{"a declaration", sheetOf(func() string { return "<!DOCTYPE x>" }), "ông mở được", false},
	{"parts", partsOf(func() map[string]string {
		more := map[string]string{}
		for i := range maxParts {
			more[fmt.Sprintf("p%d", i)] = ""
		}
		return more
	}), "2.000 phần", false},
	{"a long name", partsOf(func() map[string]string { return map[string]string{strings.Repeat("A", 60_000): ""} }), "mang tên dài quá 255 ký tự", false},
	{"sheets", partsOf(func() map[string]string {
		return map[string]string{"xl/workbook.xml": "<workbook>" + strings.Repeat(`<sheet id="rId1"/>`, maxSheets+1) + "</workbook>"}
	}), "hơn 255 trang", false},
	{"a large part beside many sheets", partsOf(func() map[string]string {
		return map[string]string{
			"xl/workbook.xml": "<workbook>" + strings.Repeat(`<sheet id="rId1"/>`, maxSheets) + "</workbook>", "xl/large.xml": strings.Repeat(" ", maxPart+1),
		}
	}), "xl/large.xml trong bảng tính lớn hơn 4 MB", false},
	{"a long shared text", func(t testing.TB) []byte {
		return asXLSX(t, `<row r="1"><c t="s"><v>0</v></c></row>`, "<si>"+strings.Repeat("<t>"+pieces+"</t>", 200)+"</si>", nil)
	}, "- Có ô dài quá 32.767 ký tự", false},
	{"a long text in runs", sheetOf(cells(1, `<c t="inlineStr"><is>`+strings.Repeat("<r><t>"+pieces+"</t></r>", 200)+"</is></c>")), "- Dòng 2: có ô dài quá 32.767 ký tự", false},
	{"a long value", sheetOf(cells(1, "<c><v>"+strings.Repeat(pieces+"<!---->", 200)+"</v></c>")), "- Dòng 2: có ô dài quá 32.767 ký tự", false},
	{"a long cell", csvOf("code;name\nA;", pieces, 200), "- Dòng 2: có ô dài quá 32.767 ký tự", false},
	{"a record of lines", csvOf("code;name\n\"", pieces+"\n", maxRecord/len(pieces)+1), "Dòng 2: dấu nháy kép", false},
	{"euros in a record", csvOf("code;name\n\"", strings.Repeat("\x80", 1000)+"\n", 19_900), "Tệp không phải UTF-8 nên không đọc được dấu", true},
	{"euros among old letters in a record", csvOf("code;name\n\"", strings.Repeat("\xf0", 910)+strings.Repeat("\x80", 90)+"\n", 19_900), "Dòng 2: dấu nháy kép", true},
	{"notes in a record", csvOf("code;name\n\"", strings.Repeat("\U0001D160", 1000)+"\n", 5000), "Dòng 2: dấu nháy kép", true}, // which NFC makes three of
	{"ends of lines in a record", csvOf("code;name\n\"", "\r\n", 9<<20), "Dòng 2: dấu nháy kép", true},
}

// pieces are a thousand letters in as many bytes.
var pieces = strings.Repeat("a", 1000)

// Each limit is named when it is reached.
func TestWhatIsOverALimitIsRefused(t *testing.T) {
	for _, one := range hostiles {
		if one.long && os.Getenv("GUONGSANG_LONG") == "" {
			continue
		}
		if _, err := read(t.Context(), one.file(t), report.Directory{}, ""); err == nil || !strings.Contains(err.Error(), one.says) {
			t.Errorf("%s: %.300v", one.name, err)
		}
	}
}

// What is kept of a file is what the budget says, and a list whose units are all
// there already holds less than half of the heap: the other half is for what is
// left behind on the way.
func TestWhatALargeListHolds(t *testing.T) {
	const units = maxUnits / 5
	held := func() int64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	file := listed(t, units)
	list := mustRead(t, file)
	current := report.NewDirectory(list.Units)
	b := &budget{ctx: t.Context()}
	before := held()
	table, err := readTable(b, file)
	if err != nil {
		t.Fatal(err)
	}
	if grown := held() - before; grown > int64(b.kept)*3/2 || b.kept > maxKept {
		t.Errorf("a table said to hold %d KB holds %d KB", b.kept>>10, grown>>10)
	}
	again, err := table.list(b, current, "")
	if err != nil {
		t.Fatal(err)
	}
	if grown := held() - before; grown > maxHeap/2/5 {
		t.Errorf("with its units it holds %d MB", grown>>20)
	}
	runtime.KeepAlive([]any{table, again, list, current, file})
}

// TestReadingStaysWithinItsHeap reads the largest lists and all that is hostile
// in a process of its own, and asks how large that was at most.
func TestReadingStaysWithinItsHeap(t *testing.T) {
	if paths := os.Getenv("GUONGSANG_READ"); paths != "" {
		readAll(t, strings.Split(paths, "\n"))
		return
	}
	if os.Getenv("GUONGSANG_LONG") == "" {
		t.Skip("reads for half a minute: GUONGSANG_LONG=1")
	}
	folder := t.TempDir()
	var paths []string
	write := func(name string, file []byte) {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	write("usual.csv", asCSV(province(usual)))
	write("usual.xlsx", workbook(t, province(usual)))
	write("largest.csv", asCSV(province(maxUnits)))
	write("largest.xlsx", workbook(t, province(maxUnits)))
	for _, one := range hostiles {
		write(one.name, one.file(t))
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.CommandContext(t.Context(), self, "-test.run=^TestReadingStaysWithinItsHeap$", "-test.v")
	// The collector is tuned as the program tunes it (bot/main.go): how far it falls
	// behind on a busy machine would else be measured too.
	child.Env = append(os.Environ(), "GUONGSANG_READ="+strings.Join(paths, "\n"), "GOGC=130", "GOMEMLIMIT=160MiB")
	out, err := child.CombinedOutput()
	if err != nil {
		t.Errorf("%v", err)
	}
	t.Logf("%s", out)
}

// The largest list that is usual, and what reading it may take.
const (
	usual       = 20_000
	heapOfUsual = 150 << 20
)

// readAll reads files one after the other, and asks the kernel for the most
// memory that the process had meanwhile: what the collector left lying about is
// in it, what was given back is not.
func readAll(t *testing.T, paths []string) {
	for _, path := range paths {
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		debug.FreeOSMemory()
		if err := os.WriteFile("/proc/self/clear_refs", []byte("5"), 0o200); err != nil {
			t.Skipf("the kernel does not forget the peak of before: %v", err)
		}
		list, err := read(t.Context(), file, report.Directory{}, "")
		peak := peakMB(t)
		said := strings.Split(fmt.Sprint(err), "\n")
		most, units := maxHeap, maxUnits
		if strings.HasPrefix(filepath.Base(path), "usual") {
			most, units = heapOfUsual, usual
		}
		if err == nil && len(list.Units) != units {
			t.Errorf("%s: %d units", filepath.Base(path), len(list.Units))
		}
		t.Logf("%s: %d MB, %d units, %.100s", filepath.Base(path), peak, len(list.Units), said[len(said)-1])
		if peak > most>>20 {
			t.Errorf("%s: the process had %d MB", filepath.Base(path), peak)
		}
	}
}

// peakMB is the most memory that the process had since its peak was forgotten.
func peakMB(t *testing.T) (mb int) {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	kb, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		t.Fatal(err)
	}
	return kb >> 10
}

// expired is a context that has no time left after so many looks at it.
type expired struct {
	context.Context
	left int
}

func (e *expired) Err() error {
	if e.left--; e.left < 0 {
		return context.DeadlineExceeded
	}
	return nil
}

// Whatever the file is, reading looks at the clock all along, and what takes too
// long is refused with the limit named.
func TestReadingHasADeadline(t *testing.T) {
	merged := asXLSX(t, `<sheetData>`+headRow+strings.Repeat(`<row><c><v>1</v></c></row>`, 5000)+`</sheetData>`+strings.Repeat(`<mergeCell ref="A2:AX1048576"/>`, 100), "", nil)
	for name, file := range map[string][]byte{
		"csv": listedCSV(10_000), "xlsx": listed(t, 10_000), "merged": merged, "chain": chained(10_000),
		"sheets": asXLSX(t, `<sheetData>`+strings.Repeat(`<row><c><v>1</v></c></row>`, 40)+`</sheetData>`, "", map[string]string{
			"xl/workbook.xml": "<workbook>" + strings.Repeat(`<sheet id="rId1"/>`, maxSheets) + "</workbook>",
		}),
		"formulas": asXLSX(t, cells(20_000, `<c><f/></c>`)(), "", nil),
	} {
		looks := &expired{Context: t.Context(), left: 1 << 40}
		if _, err := read(looks, file, report.Directory{}, ""); err != nil && slices.Contains([]string{"csv", "xlsx", "chain"}, name) {
			t.Errorf("%s: %v", name, err)
		}
		n := 1<<40 - looks.left
		if n < 50 {
			t.Errorf("%s: %d looks at the clock", name, n)
		}
		for _, left := range []int{0, 1, n / 3, n / 2, n - 1} {
			if _, err := read(&expired{t.Context(), left}, file, report.Directory{}, ""); !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("%s, after %d looks of %d: %v", name, left, n, err)
			}
		}
	}
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
		defer cancel()
		if _, err := Read(ctx, listedCSV(10), report.Directory{}, ""); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("stopped: %v", err)
		}
		late, cancel := context.WithTimeout(t.Context(), maxReading)
		defer cancel()
		time.Sleep(maxReading + 1)
		if _, err := read(late, listedCSV(10), report.Directory{}, ""); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("late: %v", err)
		}
	})
}

// chained is a list in which each unit goes on as the next.
func chained(units int) []byte {
	var file bytes.Buffer
	file.WriteString("code;name;successor\n")
	for i := range units {
		fmt.Fprintf(&file, "X%d;Xã %d;X%d\n", i, i, min(i+1, units-1))
	}
	return bytes.Replace(file.Bytes(), fmt.Appendf(nil, ";X%d\n", units-1), []byte(";\n"), 2)
}
