package digest_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/beevik/etree"
	"github.com/xuri/excelize/v2"

	"guongsang/internal/digest"
	"guongsang/internal/privacy"
	"guongsang/internal/report"
	"guongsang/internal/sheet"
)

// workbooks are all kinds that the program makes.
func workbooks(t testing.TB) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	add := func(name string, in digest.ReportInput, examples []report.Example) {
		file, err := digest.Workbook(t.Context(), workbookOf(in, examples))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		files[name] = file
	}
	for name, p := range map[string]report.Period{"workbook-month": november, "workbook-quarter": fourth, "workbook-empty": december} {
		in, all := written(p, map[report.Period]int{november: 13, fourth: 30}[p], nil, func([]report.Example) {})
		add(name, in, all)
	}
	many, all, _ := large(t)
	add("workbook-large", many, all)
	file, err := sheet.Workbook([][]string{{"Mã", "Tên"}, {"007", " =1+1 "}, {"", strings.Repeat("dài ", 90)}})
	if err != nil {
		t.Fatal(err)
	}
	files["rows"] = file
	return files
}

// workbookOf makes the input of a workbook from that of a report.
func workbookOf(in digest.ReportInput, examples []report.Example) digest.WorkbookInput {
	dir := report.NewDirectory(units())
	book := digest.WorkbookInput{
		Office: in.Office, Summary: in.Summary, Balance: in.Balance, Units: dir, Contacts: map[string]report.Contact{"PT101": report.Unreachable},
		Examples:  privacy.Views(examples, dir, privacy.Desk, report.DateOf(at)),
		Periods:   []report.Period{in.Summary.Schedule.Period},
		Year:      in.Year,
		Reminders: []digest.Reminder{{At: at, Unit: "PT101", Deadline: report.NewDate(2026, 11, 20), Stage: "-5", To: "Lò Thị Nhung", Result: digest.ReminderSent}},
	}
	states := []report.State{report.OnTime, report.Late, report.NilFiled, report.Pending, report.MadeUp, report.Exempt, report.NotDue}
	n := 0
	for u := range dir.All() {
		book.Standings = append(book.Standings, report.Standing{Unit: u.Code, Period: book.Periods[0], State: states[n%len(states)]})
		n++
	}
	return book
}

// sheetPart holds what the schema does not say of a part of a workbook.
func (f *faults) sheetPart(root, styles *etree.Element) {
	f.counts(root)
	switch nameOf(root) {
	case "x:workbook":
		f.book(root)
	case "x:styleSheet":
		f.cellStyles(root)
	case "x:worksheet":
		f.columns(root)
		known := len(styles.FindElements("./cellXfs/xf"))
		last := 0
		eachBelow(root, "x:row", func(row *etree.Element) {
			if n := number(row, "r"); n <= last {
				f.add("row %d after %d", n, last)
			}
			last = number(row, "r")
			f.cells(row, known)
		})
	}
}

// counts holds that a list has as many items as it says.
func (f *faults) counts(e *etree.Element) {
	if a := e.SelectAttr("count"); a != nil && number(e, "count") != len(e.ChildElements()) {
		f.add("count of %s is %s of %d", nameOf(e), a.Value, len(e.ChildElements()))
	}
	for _, child := range e.ChildElements() {
		f.counts(child)
	}
}

// book holds the names of the sheets, and that what is defined is of one.
func (f *faults) book(root *etree.Element) {
	seen := map[string]bool{}
	sheets := root.FindElements("./sheets/sheet")
	for _, e := range sheets {
		name := e.SelectAttrValue("name", "")
		if utf8.RuneCountInString(name) > 31 || strings.ContainsAny(name, `:\/?*[]`) || strings.Trim(name, "'") != name {
			f.add("a sheet cannot be called %s", name)
		}
		for _, key := range []string{strings.ToUpper(name), "sheet " + e.SelectAttrValue("sheetId", "")} {
			if seen[key] {
				f.add("%s is there twice", key)
			}
			seen[key] = true
		}
	}
	eachBelow(root, "x:definedName", func(e *etree.Element) {
		if n := number(e, "localSheetId"); n >= len(sheets) {
			f.add("no sheet %d", n)
		}
	})
}

// cellStyles holds that a cell's style is made of what is there, and the two
// fills that Excel puts first whatever the file says.
func (f *faults) cellStyles(root *etree.Element) {
	formats := map[int]bool{}
	eachBelow(root, "x:numFmt", func(e *etree.Element) { formats[number(e, "numFmtId")] = true })
	eachBelow(root, "x:xf", func(e *etree.Element) {
		for _, part := range []string{"font", "fill", "border"} {
			if n := number(e, part+"Id"); n >= len(root.FindElements("./"+part+"s/"+part)) {
				f.add("no %s %d", part, n)
			}
		}
		if n := number(e, "numFmtId"); n >= 164 && !formats[n] { // the lower ones are built in
			f.add("no format %d", n)
		}
	})
	for i, want := range []string{"none", "gray125"} {
		fills := root.FindElements("./fills/fill/patternFill")
		if len(fills) <= i || fills[i].SelectAttrValue("patternType", "") != want {
			f.add("fill %d is not %s", i, want)
		}
	}
}

func (f *faults) columns(root *etree.Element) {
	last := 0
	eachBelow(root, "x:col", func(e *etree.Element) {
		from, to := number(e, "min"), number(e, "max")
		if from <= last || to < from {
			f.add("column %d after %d", from, last)
		}
		last = to
	})
}

// cells holds that the cells of a row stand in their order and are what they
// say; known is how many styles there are.
func (f *faults) cells(row *etree.Element, known int) {
	last := 0
	for _, c := range row.ChildElements() {
		name := c.SelectAttrValue("r", "")
		column, line, err := excelize.CellNameToCoordinates(name)
		if err != nil || line != number(row, "r") {
			f.add("%s in row %d", name, number(row, "r"))
		}
		if column <= last {
			before, _ := excelize.CoordinatesToCellName(last, line)
			f.add("%s after %s", name, before)
		}
		if last = column; number(c, "s") >= known {
			f.add("%s: no style %s", name, c.SelectAttrValue("s", ""))
		}
		f.cell(name, c)
	}
}

func (f *faults) cell(name string, c *etree.Element) {
	text, value := c.FindElement("./is/t"), c.SelectElement("v")
	switch kind := c.SelectAttrValue("t", "n"); {
	case (text != nil) != (kind == "inlineStr"):
		f.add("%s holds a text and is no text, or the other way round", name)
	case text != nil:
		if s := text.Text(); len(utf16.Encode([]rune(s))) > 32_767 {
			f.add("%s holds %d letters", name, len(s))
		}
		f.spaced(text)
	case kind == "n" && value != nil:
		var n float64
		if _, err := fmt.Sscan(value.Text(), &n); err != nil {
			f.add("%s: %q is no number", name, value.Text())
		}
	}
}
