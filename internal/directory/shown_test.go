package directory

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"guongsang/internal/report"
)

// styled is a workbook of one row below the header, whose cells are raw, with a
// style for each format.
func styled(t *testing.T, header []string, cells []string, formats []string) []byte {
	t.Helper()
	var row, xfs, own strings.Builder
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")
	for i, name := range header {
		fmt.Fprintf(&row, `<c r="%c1" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+i, name)
	}
	row.WriteString(`</row><row r="2">`)
	for i, cell := range cells {
		row.WriteString(strings.Replace(cell, "<c", fmt.Sprintf(`<c r="%c2" s="%d"`, 'A'+i, i), 1))
		id := 0
		if _, err := fmt.Sscanf(formats[i], "#%d", &id); err != nil || strings.HasPrefix(formats[i], "#,") {
			id = 200 + i
			fmt.Fprintf(&own, `<numFmt numFmtId="%d" formatCode="%s"/>`, id, escape.Replace(formats[i]))
		}
		fmt.Fprintf(&xfs, `<xf numFmtId="%d"/>`, id)
	}
	sheet := `<sheetData><row r="1">` + row.String() + `</row></sheetData>`
	const relation = `<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`
	return asXLSX(t, sheet, "", map[string]string{
		"xl/styles.xml": `<styleSheet><numFmts>` + own.String() + `</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>` + xfs.String() + `</cellXfs></styleSheet>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			fmt.Sprintf(relation, 1, "worksheet", "worksheets/sheet1.xml") + fmt.Sprintf(relation, 3, "styles", "styles.xml") + `</Relationships>`,
	})
}

func number(v string) string { return "<c><v>" + v + "</v></c>" }
func words(v string) string  { return `<c t="inlineStr"><is><t>` + v + `</t></is></c>` }

// TestCellsAsShown reads cells as Excel and LibreOffice show them. A format of #n
// is the built-in one of that number.
func TestCellsAsShown(t *testing.T) {
	for _, tt := range []struct{ format, cell, want string }{
		{"#0", number("1"), "1"},
		{"#0", number("1.0"), "1"},
		{"#0", number("001"), "1"},
		{"#0", number("1.5"), "1.5"},
		{"#0", number("1E3"), "1000"},
		{"#0", number("0.30000000000000004"), "0.3"},
		{"#0", number("123456789012"), "123456789012"},
		{"#0", words("001"), "001"},
		{"#1", number("1.4"), "1"},
		{"#2", number("1.5"), "1.50"},
		{"#3", number("1234"), "1234"},
		{"#9", number("0.5"), "50%"},
		{"#9", number("1"), "100%"},
		{"#10", number("0.125"), "12.50%"},
		{"#49", number("7"), "7"},
		{"#49", words("007"), "007"},
		{"000", number("1"), "001"},
		{"000", number("0"), "000"},
		{"000", number("1234"), "1234"},
		{"000", words("1"), "1"},
		{"00000", number("3388"), "03388"},
		{`"PT"000`, number("42"), "PT042"},
		{`\P\T000`, number("42"), "PT042"},
		{`000".01"`, number("7"), "007.01"},
		{`00-00`, number("102"), "01-02"},
		{`00\.00`, number("1234"), "12.34"},
		{`0.0#`, number("2"), "2.0"},
		{`#`, number("0"), ""},
		{`[Red]000`, number("5"), "005"},
		{`[$PT-42A]000`, number("5"), "PT005"},
		{`000_)`, number("5"), "005"},
		{`* 000`, number("5"), "005"},
		{`000;-000;"không"`, number("0"), "không"},
		{`000;(000)`, number("-5"), "(005)"},
		{`000`, number("-5"), "-005"},
		{`;;;`, number("5"), ""},
		{`;;;`, words("x"), ""},
		{`"Mã "@`, words("7A"), "Mã 7A"},
		{`0;0;0;@" (cũ)"`, words("7A"), "7A (cũ)"},
		{`General`, number("12"), "12"},
		{`"PT"General`, number("12"), "PT12"},
		{`[>100]000`, number("12"), "12"},
		{`# ?/?`, number("1.5"), "1.5"},
		{`0.00E+00`, number("12"), "12"},
		{"dd/mm/yyyy", number("45839"), "2025-07-01!"},
		{"yyyy-mm-dd", number("45839"), "2025-07-01!"},
		{`d "tháng" m`, number("45839"), "2025-07-01!"},
		{"mmmm yyyy", number("45839"), "2025-07-01!"},
		{"#15", number("45839.75"), "2025-07-01!"},
		{"#14", number("45839"), "2025-07-01?"},
		{"m/d/yyyy", number("45839"), "2025-07-01?"},
		{"[$-409]m/d/yy h:mm AM/PM", number("45839.5"), "2025-07-01?"},
		{"h:mm", number("0.5"), "0.5"},
		{"#0", `<c t="b"><v>1</v></c>`, "TRUE"},
		{"#0", `<c t="e"><v>#REF!</v></c>`, "#REF!"},
		{"#0", `<c t="str"><f>A1</f><v>PT01</v></c>`, "PT01"},
		{"#0", `<c t="d"><v>2025-07-01T00:00:00</v></c>`, "2025-07-01"},
		{"dd/mm/yyyy", `<c t="d"><v>2025-07-01</v></c>`, "2025-07-01!"},
		{"#14", `<c t="d"><v>2025-07-01T00:00:00</v></c>`, "2025-07-01?"},
		{strings.Repeat("0", 300), number("1"), "1"},
	} {
		table, err := readTable(&budget{ctx: t.Context()}, styled(t, []string{"x"}, []string{tt.cell}, []string{tt.format}))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(table.rows) > 1 {
			got = strings.NewReplacer(sure, "!", unsure, "?").Replace(table.rows[1].cell(0))
		}
		if got != tt.want {
			t.Errorf("%s as %s is shown as %q, not %q", tt.cell, tt.format, got, tt.want)
		}
	}
}

// Cells that look like what they should be are read like that, and only those.
func TestListsOfFormattedCells(t *testing.T) {
	header := []string{"Mã", "Tên", "Từ ngày", "Chỉ tiêu tháng"}
	var told strings.Builder
	for _, tt := range []struct {
		name           string
		cells, formats []string
	}{
		{"code shown with zeros", []string{number("1"), words("Trường Mầm non Dào San"), "", ""}, []string{"000", "#0", "#0", "#0"}},
		{"code that lost its zeros", []string{number("1"), words("Trường Mầm non Dào San"), "", ""}, []string{"#0", "#0", "#0", "#0"}},
		{"code that became a date", []string{number("45839"), words("Xã Phong Thổ"), "", ""}, []string{"#14", "#0", "#0", "#0"}},
		{"code that became 2 January", []string{number("45659"), words("Xã Phong Thổ"), "", ""}, []string{"d-mmm", "#0", "#0", "#0"}},
		{"day shown first", []string{words("PT1"), words("Xã Phong Thổ"), number("45839"), ""}, []string{"#0", "#0", "dd/mm/yyyy", "#0"}},
		{"day in the order of the country", []string{words("PT1"), words("Xã Phong Thổ"), number("45839"), ""}, []string{"#0", "#0", "#14", "#0"}},
		{"day that can only be a day", []string{words("PT1"), words("Xã Phong Thổ"), number("45853"), ""}, []string{"#0", "#0", "#14", "#0"}},
		{"day as a number", []string{words("PT1"), words("Xã Phong Thổ"), number("45853"), ""}, []string{"#0", "#0", "#0", "#0"}},
		{"quota in percent", []string{words("PT1"), words("Xã Phong Thổ"), "", number("1")}, []string{"#0", "#0", "#0", "#9"}},
		{"quota with decimals", []string{words("PT1"), words("Xã Phong Thổ"), "", number("2")}, []string{"#0", "#0", "#0", "0.00"}},
		{"quota with a word", []string{words("PT1"), words("Xã Phong Thổ"), "", number("2")}, []string{"#0", "#0", "#0", `0" gương"`}},
		{"name that is a number", []string{words("PT1"), number("12"), "", ""}, []string{"#0", "#0", "#0", "#0"}},
	} {
		told.WriteString("-- " + tt.name + " --\n" + preview(t, styled(t, header, tt.cells, tt.formats), "") + "\n")
	}
	golden(t, "testdata/formatted.golden", told.String())
}

// Dates that a spreadsheet kept beside dates that it did not understand were
// perhaps understood wrongly too.
func TestDatesTypedInAnAmericanSpreadsheet(t *testing.T) {
	day := func(v string) string { return `<c s="0"><v>` + v + `</v></c>` }
	sheet := `<sheetData><row><c t="inlineStr"><is><t>Mã</t></is></c><c t="inlineStr"><is><t>Tên</t></is></c><c t="inlineStr"><is><t>Từ ngày</t></is></c></row>` +
		`<row>` + words("PT1") + words("Xã Một") + day("45664") + `</row><row>` + words("PT2") + words("Xã Hai") + words("31/7/2025") + `</row></sheetData>`
	golden(t, "testdata/american.golden", preview(t, asXLSX(t, sheet, "", nil), "")+"\n")
}

// Hidden rows are not read, whichever they are, and are named.
func TestHiddenRows(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 40 {
		var hidden []int
		list := workbook(t, province(30), func(f *excelize.File) {
			for row := 2; row <= 31; row++ {
				if rng.IntN(4) > 0 {
					continue
				}
				hidden = append(hidden, row)
				hide := func() error { return f.SetRowVisible("Sheet1", row, false) }
				if rng.IntN(3) == 0 {
					hide = func() error { return f.SetRowHeight("Sheet1", row, 0) }
				}
				if err := hide(); err != nil {
					t.Fatal(err)
				}
			}
		})
		got := mustRead(t, list)
		if len(got.Units) != 30-len(hidden) {
			t.Errorf("%d units, %d rows hidden", len(got.Units), len(hidden))
		}
		for _, u := range got.Units {
			var n int
			if _, err := fmt.Sscanf(u.Code, "X%05d", &n); err != nil || slices.Contains(hidden, n+2) {
				t.Errorf("%s was read from a hidden row", u.Code)
			}
		}
		for _, row := range hidden[:min(len(hidden), maxNamed)] {
			if !strings.Contains(strings.Join(got.Notices, "\n"), fmt.Sprint(row)) {
				t.Errorf("row %d is not named: %q", row, got.Notices)
			}
		}
	}
}

// Hidden sheets are not read, wherever they are; of several with a list the first
// is, and the others are named.
func TestSheets(t *testing.T) {
	unit := func(code string) [][]any { return [][]any{{"Mã", "Tên"}, {code, "Xã " + code}} }
	none := [][]any{{"Ghi chú"}, {"không có gì"}}
	for _, tt := range []struct {
		sheets  map[string][][]any
		order   []string
		hidden  []string
		want    string
		notices []string
	}{
		{map[string][][]any{"A": unit("A"), "B": unit("B")}, []string{"A", "B"}, []string{"A"}, "B", []string{"Không đọc trang tính đang ẩn: A."}},
		{map[string][][]any{"A": unit("A"), "B": unit("B")}, []string{"A", "B"}, []string{"B"}, "A", []string{"Không đọc trang tính đang ẩn: B."}},
		{map[string][][]any{"A": unit("A"), "B": unit("B"), "C": none}, []string{"A", "B", "C"}, nil, "A", []string{"Chỉ đọc trang tính A; chưa đọc: B."}},
		{map[string][][]any{"A": none, "B": unit("B"), "C": unit("C")}, []string{"A", "B", "C"}, []string{"C"}, "B", []string{"Không đọc trang tính đang ẩn: C."}},
		{map[string][][]any{"A": none, "B": unit("B")}, []string{"A", "B"}, nil, "B", nil},
	} {
		for _, very := range []bool{false, true} {
			f := excelize.NewFile()
			for i, name := range tt.order {
				if i == 0 {
					if err := f.SetSheetName("Sheet1", name); err != nil {
						t.Fatal(err)
					}
				} else if _, err := f.NewSheet(name); err != nil {
					t.Fatal(err)
				}
				for y, r := range tt.sheets[name] {
					if err := f.SetSheetRow(name, fmt.Sprintf("A%d", y+1), &r); err != nil {
						t.Fatal(err)
					}
				}
			}
			for _, name := range tt.order {
				if !slices.Contains(tt.hidden, name) {
					i, _ := f.GetSheetIndex(name)
					f.SetActiveSheet(i)
				}
			}
			for _, name := range tt.hidden {
				if err := f.SetSheetVisible(name, false, very); err != nil {
					t.Fatal(err)
				}
			}
			b, err := f.WriteToBuffer()
			if err != nil {
				t.Fatal(err)
			}
			list := mustRead(t, b.Bytes())
			if len(list.Units) != 1 || list.Units[0].Code != tt.want || !slices.Equal(list.Notices, tt.notices) {
				t.Errorf("%v, %v hidden: %v %q", tt.order, tt.hidden, list.Units, list.Notices)
			}
		}
	}
}

// What is wrong with a sheet behind the one with the list is nobody's concern.
func TestABrokenSheetBehindTheList(t *testing.T) {
	more := map[string]string{
		"xl/workbook.xml":          `<workbook xmlns:r="x"><sheets><sheet name="DS" r:id="rId1"/><sheet name="Khác" r:id="rId3"/></sheets></workbook>`,
		"xl/worksheets/sheet2.xml": "<worksheet><sheetData><row",
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId3" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
	}
	if list := mustRead(t, asXLSX(t, "<sheetData>"+headRow+"<row>"+words("A")+words("Xã A")+"</row></sheetData>", "", more)); len(list.Units) != 1 {
		t.Error(list)
	}
}

// Blocks and units stand as people count, whatever the order of the file.
func TestNaturalOrder(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	var rows []string
	for block := 8; block <= 11; block++ {
		for n := 9; n <= 11; n++ {
			rows = append(rows, fmt.Sprintf("PT%d.%d;Xã %d;Cụm %d", block, n, n, block))
		}
	}
	var want []string
	for _, r := range rows {
		code, _, _ := strings.Cut(r, ";")
		want = append(want, code)
	}
	for range 40 {
		rng.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		list := mustRead(t, []byte("Mã;Tên;Khối\n"+strings.Join(rows, "\n")+"\n"))
		var got []string
		for _, u := range Compare(report.Directory{}, list.Units).New {
			got = append(got, u.Code)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
		if blocks := report.NewDirectory(list.Units).Blocks(); !slices.Equal(blocks, []string{"Cụm 8", "Cụm 9", "Cụm 10", "Cụm 11"}) {
			t.Fatal(blocks)
		}
	}
}

// What cannot be read is told what to save it as, by its name and by what it is.
func TestKinds(t *testing.T) {
	for name, want := range map[string]Kind{
		"don-vi.csv": {Table: true, List: true}, "DON VI.XLSX": {Table: true, List: true}, "a.xls": {Table: true, List: true},
		"a.pdf": {}, "a.docx": {}, "anh.jpg": {}, "khong-duoi": {},
	} {
		if got := KindOf(name); got != want {
			t.Errorf("%s: %+v", name, got)
		}
	}
	for name, table := range map[string]bool{"a.ods": true, "a.xlsm": true, "a.XLSB": true, "a.tsv": true, "a.txt": false} {
		if got := KindOf(name); !got.List || got.Table != table || !strings.Contains(got.SaveAs, ".xlsx") {
			t.Errorf("%s: %+v", name, got)
		}
	}
	ods := "PK\x03\x04\x14\x00\x00\x08\x00\x00 and so on mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
	if _, err := Read(t.Context(), []byte(ods), known, ""); err == nil || !strings.Contains(err.Error(), ".ods") {
		t.Error(err)
	}
}
