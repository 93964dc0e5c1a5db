package directory

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// strict is a workbook as Excel saves it under "Strict Open XML Spreadsheet": other
// namespaces, switches in words, and dates written out.
func strict(t *testing.T, book []byte) []byte {
	t.Helper()
	names := strings.NewReplacer(
		"http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
		"http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/",
		"http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/",
		"<workbook ", `<workbook conformance="strict" `, `hidden="1"`, `hidden="true"`)
	dates := regexp.MustCompile(`(<c r="[A-Z]+\d+" s="\d+")><v>(4\d{4})</v>`)
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		text := dates.ReplaceAllStringFunc(names.Replace(string(part)), func(cell string) string {
			m := dates.FindStringSubmatch(cell)
			day, _ := table{}.serialDay(m[2])
			return fmt.Sprintf(`%s t="d"><v>%sT00:00:00</v>`, m[1], day)
		})
		w, err := out.Create(f.Name)
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A list says the same in a strict workbook: its units, and what is asked about
// days that may be months.
func TestStrictWorkbooks(t *testing.T) {
	for name, change := range map[string]func(*excelize.File) error{
		"dates that show the day first": func(f *excelize.File) error {
			shown := "dd/mm/yyyy"
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &shown})
			if err != nil {
				return err
			}
			return f.SetCellStyle("Sheet1", "C2", "C3", style)
		},
		"dates in the order of the country": func(f *excelize.File) error {
			style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
			if err != nil {
				return err
			}
			return f.SetCellStyle("Sheet1", "C2", "C3", style)
		},
		"a hidden row":   func(f *excelize.File) error { return f.SetRowVisible("Sheet1", 3, false) },
		"a merged block": func(f *excelize.File) error { return f.MergeCell("Sheet1", "D2", "D3") },
	} {
		book := workbook(t, [][]any{
			{"Mã đơn vị", "Tên đơn vị", "Từ ngày", "Khối thi đua", "Chỉ tiêu tháng", "Hằng tháng"},
			{"007", "Xã Mường So", 45664, "Khối 1", 2, true},
			{"PT2", "Xã Dào San", 45689, nil, 1, false},
		}, func(f *excelize.File) {
			if err := change(f); err != nil {
				t.Fatal(err)
			}
		})
		want, got := preview(t, book, ""), preview(t, strict(t, book), "")
		if diff := cmp.Diff(want, got); diff != "" || !strings.Contains(got, "007") {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	// What calls itself a date and is none is no date.
	sheet := strings.Replace(headRow, `</row>`, `<c r="C1" t="inlineStr"><is><t>active_from</t></is></c></row>`, 1)
	book := asXLSX(t, `<sheetData>`+sheet+`<row r="2">`+words("PT1")+words("Xã Một")+`<c t="d"><v>hôm qua</v></c></row></sheetData>`, "", nil)
	if _, err := Read(t.Context(), book, report.Directory{}, ""); err == nil || !strings.Contains(err.Error(), texts.BadListDay("hôm qua")) {
		t.Errorf("%v", err)
	}
}
