package app

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A block is a paragraph or a table of a Word file.
type block struct {
	text string
	rows [][]string
}

// readDocument reads the body of a Word file.
func readDocument(t *testing.T, file []byte) (blocks []block) {
	t.Helper()
	var row []string
	var cell, text strings.Builder
	var rows [][]string
	inTable := false
	decoder := xml.NewDecoder(bytes.NewReader(bodyOf(t, file)))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return blocks
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "tbl":
				inTable, rows = true, nil
			case "br":
				text.WriteString(" ")
			}
		case xml.CharData:
			text.Write(token)
		case xml.EndElement:
			switch said := strings.ReplaceAll(text.String(), "\u00A0", " "); token.Name.Local {
			case "p":
				if inTable {
					cell.WriteString(said)
				} else {
					blocks = append(blocks, block{text: said})
				}
				text.Reset()
			case "tc":
				row = append(row, cell.String())
				cell.Reset()
			case "tr":
				rows, row = append(rows, row), nil
			case "tbl":
				blocks, inTable = append(blocks, block{rows: rows}), false
			}
		}
	}
}

func bodyOf(t *testing.T, file []byte) (body []byte) {
	t.Helper()
	eachPart(t, file, func(name string, part []byte) {
		if name == "word/document.xml" {
			body = part
		}
	})
	return body
}

func eachPart(t *testing.T, file []byte, do func(name string, part []byte)) {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		do(f.Name, part)
	}
}

// retagged is a template with something else in the place of a tag.
func retagged(t *testing.T, template []byte, tag, with string) []byte {
	t.Helper()
	var made bytes.Buffer
	z := zip.NewWriter(&made)
	eachPart(t, template, func(name string, part []byte) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write(bytes.ReplaceAll(part, []byte(tag), []byte(with)))
		}
		if err != nil {
			t.Fatal(err)
		}
	})
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return made.Bytes()
}

// readSheets reads a workbook: its sheets by name, each in rows.
func readSheets(t *testing.T, file []byte) map[string][][]string {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	sheets := map[string][][]string{}
	for _, name := range book.GetSheetList() {
		rows, err := book.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		sheets[name] = rows
	}
	return sheets
}

// boardColours are the grounds of the cells of the board, by what they count.
var boardColours = map[color.RGBA]string{
	{0x17, 0x69, 0xAA, 255}: "on time", {0xF3, 0xB6, 0x1F, 255}: "late", {0xF9, 0xE3, 0xA1, 255}: "made up", {0xA8, 0xCB, 0xE6, 255}: "nil",
	{0xB9, 0x3A, 0x1B, 255}: "asked", {0x87, 0x92, 0xA2, 255}: "unconnected", {0x4B, 0x55, 0x63, 255}: "unreachable", {0xDD, 0xE1, 0xE6, 255}: "exempt",
}

// readBoard counts the cells of the newest period on a page of the board: those
// under each other at its right edge.
func readBoard(t *testing.T, file []byte) map[string]int {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	const head, inside, tall = 130, 44, 20 // below the band at the top; from the edge of the page; of the least cell
	n, run := map[string]int{}, 0
	x := picture.Bounds().Max.X - inside
	at := func(y int) color.RGBA {
		if !(image.Point{X: x, Y: y}).In(picture.Bounds()) {
			return color.RGBA{}
		}
		return color.RGBAModel.Convert(picture.At(x, y)).(color.RGBA)
	}
	for y := head; y <= picture.Bounds().Max.Y; y++ {
		if y > head && at(y) == at(y-1) {
			run++
			continue
		}
		if what := boardColours[at(y-1)]; what != "" && run >= tall {
			n[what]++
		}
		run = 0
	}
	return n
}

// number reads a whole number as people write it: 05, 1.234.
func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(strings.ReplaceAll(s, ".", ""))
	if err != nil {
		t.Fatalf("%q is no number", s)
	}
	return n
}

// found reads the numbers of a pattern, which stands in a text or not.
func found(t *testing.T, pattern, text string) (numbers []int, ok bool) {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if m == nil {
		return nil, false
	}
	for _, s := range m[1:] {
		numbers = append(numbers, number(t, s))
	}
	return numbers, true
}

// counted counts what a pattern finds in a text.
func counted(pattern, text string) int {
	return len(regexp.MustCompile(pattern).FindAllString(text, -1))
}

// columnsOf maps the heads of a table's columns to their places.
func columnsOf(head []string) map[string]int {
	at := map[string]int{}
	for i, name := range head {
		at[name] = i
	}
	return at
}

// blocksText joins the paragraphs of a document.
func blocksText(blocks []block) string {
	var b strings.Builder
	for _, block := range blocks {
		fmt.Fprintln(&b, block.text)
	}
	return b.String()
}
