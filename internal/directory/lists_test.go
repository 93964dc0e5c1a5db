package directory

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	textunicode "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/tools/txtar"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// known is the directory beside which the lists of this file are read.
var known = report.NewDirectory([]report.Unit{
	{Code: "001", Name: "Trường Mầm non Dào San", Month: true, Quarter: true},
	{Code: "002", Name: "Xã Mồ Sì San", Month: true, Quarter: true, ActiveFrom: report.NewDate(2025, 7, 1)},
})

// preview is all that a person reads of a list, with what comes of each answer
// below each question.
func preview(t *testing.T, file []byte, answers Answers) string {
	t.Helper()
	list, err := Read(t.Context(), file, known, answers)
	if err != nil {
		return err.Error()
	}
	if list.Question == nil {
		return strings.Join(slices.Concat(Compare(known, list.Units).Lines(8), dates(list.Units), list.Notices), "\n")
	}
	if list.Units != nil {
		t.Error("units in spite of a question")
	}
	lines := []string{"? " + list.Question.Says}
	for _, c := range list.Question.Choices {
		after := preview(t, file, c.Answers)
		lines = append(lines, "> "+c.Label, "    "+strings.ReplaceAll(after, "\n", "\n    "))
	}
	return strings.Join(lines, "\n")
}

// dates are the days of the units, which the preview shows of few.
func dates(units []report.Unit) (lines []string) {
	for _, u := range units {
		if !u.ActiveFrom.IsZero() || !u.ActiveTo.IsZero() {
			lines = append(lines, fmt.Sprintf("  (%s: %s – %s)", u.Code, u.ActiveFrom, u.ActiveTo))
		}
	}
	return lines
}

// kinds are the tables of testdata/lists.txtar.
func kinds(t *testing.T) (names []string, tables map[string][][]string) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/lists.txtar")
	if err != nil {
		t.Fatal(err)
	}
	tables = map[string][][]string{}
	for _, f := range archive.Files {
		names = append(names, f.Name)
		for line := range strings.SplitSeq(strings.TrimSuffix(string(f.Data), "\n"), "\n") {
			tables[f.Name] = append(tables[f.Name], strings.Split(strings.ReplaceAll(line, `\n`, "\n"), ";"))
		}
	}
	return names, tables
}

// A packing makes a file of a table; nil if the table does not go into it.
type packing struct {
	name string
	file func(t *testing.T, rows [][]string) []byte
}

// packings are the ways in which a table comes: text with each delimiter, each end
// of a line, in each encoding, with quotes where they must be or everywhere; and
// workbooks whose texts are shared by the cells or stand in them.
func packings() (all []packing) {
	encodings := map[string]encoding.Encoding{
		"UTF-8": encoding.Nop, "UTF-8 with mark": textunicode.UTF8BOM, "NFD": nil, "Windows-1258": charmap.Windows1258,
		"UTF-16LE": littleEndian, "UTF-16BE": bigEndian,
		"UTF-16LE with mark": textunicode.UTF16(textunicode.LittleEndian, textunicode.UseBOM),
		"UTF-16BE with mark": textunicode.UTF16(textunicode.BigEndian, textunicode.UseBOM),
	}
	for name, coding := range encodings {
		for _, delimiter := range []string{";", ",", "\t", "|"} {
			for _, end := range []string{"\n", "\r\n", "\r"} {
				all = append(all, packing{fmt.Sprintf("%s, %q, %q", name, delimiter, end), func(t *testing.T, rows [][]string) []byte {
					return encoded(t, coding, joined(rows, delimiter, end))
				}})
			}
		}
	}
	for name, inline := range map[string]bool{"workbook": false, "workbook with texts in its cells": true} {
		all = append(all, packing{name, func(t *testing.T, rows [][]string) []byte { return asBook(t, rows, inline) }})
	}
	return all
}

func joined(rows [][]string, delimiter, end string) string {
	var b strings.Builder
	for _, cells := range rows {
		for i, cell := range cells {
			if i > 0 {
				b.WriteString(delimiter)
			}
			cell = strings.ReplaceAll(cell, "\n", end)
			if strings.ContainsAny(cell, "\"\r\n"+delimiter) {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
		b.WriteString(end)
	}
	return b.String()
}

// encoded is nil if the encoding has not all of the letters.
func encoded(t *testing.T, coding encoding.Encoding, text string) []byte {
	t.Helper()
	switch coding {
	case nil:
		return []byte(norm.NFD.String(text))
	case encoding.Encoding(charmap.Windows1258):
		text = tones(text)
	}
	b, err := coding.NewEncoder().Bytes([]byte(text))
	if err != nil {
		return nil
	}
	return b
}

// asBook makes a workbook of a table, as the programs do: blank cells and rows
// are not there.
func asBook(t *testing.T, rows [][]string, inline bool) []byte {
	t.Helper()
	var sheet, shared strings.Builder
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	texts := 0
	sheet.WriteString("<sheetData>")
	for i, cells := range rows {
		fmt.Fprintf(&sheet, `<row r="%d">`, i+1)
		for x, cell := range cells {
			text := `<t xml:space="preserve">` + escape.Replace(cell) + `</t>`
			switch at := fmt.Sprintf("%c%d", 'A'+x, i+1); {
			case cell == "":
			case inline:
				fmt.Fprintf(&sheet, `<c r="%s" t="inlineStr"><is>%s</is></c>`, at, text)
			default:
				fmt.Fprintf(&sheet, `<c r="%s" t="s"><v>%d</v></c>`, at, texts)
				shared.WriteString("<si>" + text + "</si>")
				texts++
			}
		}
		sheet.WriteString("</row>")
	}
	sheet.WriteString("</sheetData>")
	return asXLSX(t, sheet.String(), shared.String(), nil)
}

// golden compares with a golden file.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", path, diff)
	}
}

// TestListsAsTheyCome reads each kind of list in every packing: at least forty
// files of each, all with the same preview.
func TestListsAsTheyCome(t *testing.T) {
	names, tables := kinds(t)
	var told strings.Builder
	for _, name := range names {
		want, files := preview(t, asBook(t, tables[name], false), ""), 0
		told.WriteString("-- " + name + " --\n" + want + "\n")
		for _, p := range packings() {
			file := p.file(t, tables[name])
			if file == nil || strings.HasPrefix(p.name, "Windows-1258") && strings.HasPrefix(name, "letters of") {
				continue // is told besides that it is not UTF-8
			}
			files++
			if diff := cmp.Diff(want, preview(t, file, "")); diff != "" {
				t.Errorf("%s, as %s (-as in a workbook +got):\n%s", name, p.name, diff)
			}
		}
		if files < 40 {
			t.Errorf("%s: %d files", name, files)
		}
	}
	golden(t, "testdata/lists.golden", told.String())
}

// misreadAs is what a program shows of a text that takes its UTF-8 for another
// encoding, and saves then.
func misreadAs(page *charmap.Charmap, text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		r := page.DecodeByte(c)
		if r == '\ufffd' {
			r = rune(c)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// UTF-8 that was read as something else before it came into the list is read again
// where its letters are all there, and refused where some are not; nothing else is
// taken for it.
func TestListsWhoseLettersWereMisread(t *testing.T) {
	names, tables := kinds(t)
	for _, name := range names {
		if strings.Contains(name, "letters") || strings.Contains(name, "in the header") {
			continue
		}
		want := preview(t, asBook(t, tables[name], false), "")
		for what, page := range map[string]*charmap.Charmap{"Windows-1252": charmap.Windows1252, "Windows-1258": charmap.Windows1258, "Latin-1": charmap.ISO8859_1} {
			rows := [][]string{}
			for _, cells := range tables[name] {
				var row []string
				for _, cell := range cells {
					row = append(row, misreadAs(page, cell))
				}
				rows = append(rows, row)
			}
			for _, file := range [][]byte{[]byte(joined(rows, ";", "\n")), encoded(t, littleEndian, joined(rows, "\t", "\r\n")), asBook(t, rows, false), asBook(t, rows, true)} {
				var got []string
				for line := range strings.SplitSeq(preview(t, file, ""), "\n") {
					if !strings.Contains(line, texts.LettersMended()) {
						got = append(got, line)
					}
				}
				if diff := cmp.Diff(want, strings.Join(got, "\n")); diff != "" {
					t.Errorf("%s, read as %s (-want +got):\n%s", name, what, diff)
				}
			}
		}
	}
}

// One byte that is damaged, wherever it is, never makes other letters of a whole
// file: its row is refused for it, or the units are what they were.
func TestOneBadByte(t *testing.T) {
	text := "Mã;Tên đơn vị;Ghi chú\n"
	for i := range 12 {
		text += fmt.Sprintf("PT%03d;Xã Thử Nghiệm %d;được sáp nhập\n", i, i)
	}
	want := mustRead(t, []byte(text)).Units
	for at := range text {
		for _, bad := range []byte{0xFF, 0xC3, 0x80} {
			file := []byte(text)
			file[at] = bad
			if utf8.Valid(file) {
				continue // another letter, as far as anybody can say
			}
			list, err := Read(t.Context(), file, report.Directory{}, "")
			if err == nil && !cmp.Equal(want, list.Units) {
				t.Errorf("byte %d as %#x: %v", at, bad, list.Units)
			}
			if err != nil && (!strings.Contains(err.Error(), "Dòng ") || strings.Contains(err.Error(), "bảng mã")) {
				t.Errorf("byte %d as %#x: %v", at, bad, err)
			}
		}
	}
}
