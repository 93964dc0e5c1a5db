package directory

import (
	"errors"
	"strings"
	"testing"

	"guongsang/internal/report"
)

// FuzzCSV: whatever a text file holds, its units are taken whole or refused with
// a sentence for each row, and importing what was taken changes nothing.
func FuzzCSV(f *testing.F) {
	for _, seed := range []string{
		"code,name\nA,B\n", "sep=;\r\ncode;name\r\nA;\"B\"\"\r\n\"", "Mã\tTên đơn vị\tĐến ngày\tKế thừa\nA\tB\t31.02.2026\tA\n",
		"code,name,successor\nA,x,B\nB,y,A\n", "code,name,roster,quota_month\nA,x,\"1;q4\",2.0\n", ";;;\n;;;\n", "\"", "code;name;code\n",
		"Danh sách\n\nSTT,Mã,Tên\n1,A,B\n", "Mã;Tên;Từ ngày\nA;B;1/7/2025\nC;D;7/15/2025\n", "Mã;Tên\n1;2\nI;Khối A\nA;B?\nTổng cộng;3\n;Người lập\n",
		"MÃ£;TÃªn\rA;Tráº¡m\r", "Mã;Tên;Chỉ tiêu\n;;Tháng\nA;B\xff;1\n", "sep=", "sep=x\n", "code,name\nA,Uû ban nh©n d©n x· §Æc §oµn\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !strings.HasPrefix(text, "PK\x03\x04") {
			readAgain(t, []byte(text))
		}
	})
}

// FuzzXLSX: the same of what stands in the parts of a workbook.
func FuzzXLSX(f *testing.F) {
	const cells = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="inlineStr"><is><r><t>B</t></r><rPh><t>x</t></rPh></is></c><c t="b"><v>1</v></c><c><f>1+1</f></c></row>`
	for _, sheet := range []string{
		`<sheetData>` + headRow + cells + `</sheetData>`, `<sheetData>` + headRow + cells + `</sheetData><mergeCells><mergeCell ref="A2:B3"/><mergeCell ref="XFD1:A9"/></mergeCells>`,
		`<sheetData><row r="2"/><row r="1"/></sheetData>`, `<c r="B1"/><c r="A1"/>`, `<row><c t="s"><v>9</v></c></row>`, `<row r="99999999999999999999"/>`, `<row><c t="s"><v>-1</v></c></row>`, "<v>1</v></c></row>",
	} {
		f.Add(sheet, `<si><t>A_x0041_</t></si>`)
	}
	f.Fuzz(func(t *testing.T, sheet, shared string) { readAgain(t, asXLSX(t, sheet, shared, nil)) })
}

func readAgain(t *testing.T, file []byte) {
	t.Helper()
	list, err := Read(t.Context(), file, report.Directory{}, "")
	for err == nil && list.Question != nil {
		if list.Units != nil || list.Question.Says == "" || len(list.Question.Choices) != 2 {
			t.Fatalf("asked %+v with %d units", list.Question, len(list.Units))
		}
		list, err = Read(t.Context(), file, report.Directory{}, list.Question.Choices[len(file)%2].Answers)
	}
	var problems Problems
	if err != nil && !errors.As(err, &problems) {
		t.Fatalf("refused without a sentence: %v", err)
	}
	for _, p := range problems {
		if p.Says == "" || p.Row < 0 {
			t.Errorf("a problem that says nothing: %+v", p)
		}
	}
	if (err == nil) != (len(list.Units) > 0) {
		t.Errorf("%d units and %v", len(list.Units), err)
	}
	again := Compare(report.NewDirectory(list.Units), list.Units)
	if len(again.Units()) > 0 {
		t.Errorf("importing again would change %v", again.Lines(5))
	}
	for _, u := range list.Units {
		if u.Code == "" || u.Name == "" || clean(u.Name) != u.Name {
			t.Errorf("a unit %+v", u)
		}
	}
}

// FuzzFormat: whatever a format says, a cell is shown by it in no more letters than
// the format has and the number needs.
func FuzzFormat(f *testing.F) {
	for _, code := range []string{"000", `"PT"000;-0;"x";@`, "[$-42A]dd/mm/yyyy", `\`, `"`, "[", "0.0#%", "General", "_", "*", "#,##0.00;;;", "0E+0", ";", "@@"} {
		f.Add(code, "45839")
	}
	f.Fuzz(func(t *testing.T, code, v string) {
		form := formatOf(200, code)
		if form == nil {
			return
		}
		number, text := form.number(v, table{}), form.text(v)
		if most := 4*maxFormat + 400 + len(v)*(maxFormat+1); len(number) > most || len(text) > most {
			t.Errorf("%q as %q: %d and %d letters", v, code, len(number), len(text))
		}
	})
}
