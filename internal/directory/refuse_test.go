package directory

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/tools/txtar"

	"guongsang/internal/report"
)

var update = flag.Bool("update", false, "write the golden files")

// TestRefusals reads each file of testdata/refused.txtar, beside a directory
// that holds PT900, and compares what the person is told.
func TestRefusals(t *testing.T) {
	files, err := txtar.ParseFile("testdata/refused.txtar")
	if err != nil {
		t.Fatal(err)
	}
	current := report.NewDirectory([]report.Unit{{Code: "PT900", Name: "Cũ", Successor: "PT901"}, {Code: "PT901", Name: "Cũ"}})
	var told strings.Builder
	for _, f := range files.Files {
		list, err := Read(t.Context(), f.Data, current, "")
		text := "(không có lỗi)"
		if err != nil {
			text = err.Error()
			if list.Units != nil {
				t.Errorf("%s: units in spite of mistakes", f.Name)
			}
		}
		told.WriteString("-- " + f.Name + " --\n" + text + "\n")
	}
	const golden = "testdata/refused.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(told.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), told.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRefusedFiles(t *testing.T) {
	good := workbook(t, province(3))
	formula := workbook(t, [][]any{{"code", "name", "quota_month"}, {"A", "B"}}, func(f *excelize.File) {
		if err := f.SetCellFormula("Sheet1", "C2", "=1+1"); err != nil {
			t.Fatal(err)
		}
	})
	for name, tt := range map[string]struct {
		file []byte
		says string
	}{
		"nothing":       {nil, "không có đơn vị nào"},
		"blank":         {[]byte("\r\n \n"), "không có đơn vị nào"},
		"header only":   {[]byte("code,name\n"), "không có đơn vị nào"},
		"too big":       {bytes.Repeat([]byte("a"), maxBytes+1), "20 MB"},
		"too long":      {append([]byte("code,name\n"), bytes.Repeat([]byte("A,B\n"), maxUnits+1)...), "100.000 dòng"},
		"xls":           {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"), ".xls"},
		"pdf":           {[]byte("%PDF-1.7"), "không phải bảng danh sách"},
		"web page":      {[]byte(" <html><table>"), "trang web"},
		"picture":       {[]byte("\x89PNG\r\n\x1a\n\x00\x00\x00"), "không phải bảng danh sách"},
		"cut workbook":  {good[:len(good)/2], "hông mở được"},
		"not a book":    {[]byte("PK\x03\x04 nothing"), "hông mở được"},
		"no result yet": {formula, "Dòng 2, cột quota_month: ô có công thức"},
		"no columns":    {workbook(t, [][]any{{"tên", "mã"}, {}}), "không có đơn vị nào"},
		"TCVN3":         {[]byte("code,name\nA,\xd1y ban nh\xa9n d\xa9n x\xb7 T\xa9n \xae\xb5 \xae\xac\xad\n"), "TCVN3"},
		"TCVN3 pasted":  {[]byte("code,name\nA,Uû ban nh©n d©n x· §Æc §oµn\n"), "TCVN3"},
		"VNI":           {[]byte("code,name\nA,UÛy ban nhaân daân xaõ Phong Thoå, ñôn vò töï quaûn\n"), "VNI"},
	} {
		_, err := Read(t.Context(), tt.file, report.Directory{}, "")
		if err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestALongName(t *testing.T) {
	big := workbook(t, [][]any{{"code", "name"}, {"A", strings.Repeat("0", 32000)}})
	if list, err := Read(t.Context(), big, report.Directory{}, ""); err == nil {
		t.Errorf("a name of 32,000 letters was taken: %d units", len(list.Units))
	}
}

// Whatever stands in a cell, what is said of it is short, and so is all that is
// said of a list.
func TestWhatIsSaidOfLongCellsIsShort(t *testing.T) {
	long := strings.Repeat("é", 5000)
	cycle := "code;name;successor\nA" + strings.Repeat("B", 5000) + ";x;A" + strings.Repeat("B", 5000) + "\n"
	files := []string{
		"code;name;kind;block;quota_month;roster;active_from;month;successor\n" + strings.Repeat(long+";", 9) + "\n",
		"code;name\n#" + strings.Repeat("A", 5000) + "!;x\n", cycle, long + ";" + long + "\n1;2\n",
		"code;name;code" + strings.Repeat(" ", 100) + "\nA;B;C\n", "code;name\n" + strings.Repeat("A", 5000) + ";x\n" + strings.Repeat("A", 5000) + ";x\n",
	}
	for _, file := range files {
		_, err := read(t.Context(), []byte(file), report.Directory{}, "")
		for line := range strings.Lines(fmt.Sprint(err)) {
			if n := utf8.RuneCountInString(line); n > 250 {
				t.Errorf("%.100s: a line of %d letters", file, n)
			}
		}
	}
	unseen := strings.Repeat("\ue000", 200) // each is written as \ue000
	_, err := read(t.Context(), []byte("code;name\n"+strings.Repeat(unseen+";x\n", 2*maxProblems)), report.Directory{}, "")
	if said := fmt.Sprint(err); len(said) > maxSaid+1000 || !strings.Contains(said, "trở lên") {
		t.Errorf("%d KB are said: %.200s", len(said)>>10, said)
	}
	list, err := read(t.Context(), []byte("code;name"+strings.Repeat(";"+strings.Repeat("é", 2000), 150)+"\nA;B\n"), report.Directory{}, "")
	if err != nil || len(list.Notices) != 1 || utf8.RuneCountInString(list.Notices[0]) > 2000 {
		t.Errorf("%.300q, %v", list.Notices, err)
	}
}
