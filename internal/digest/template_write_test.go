package digest_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"
)

// The default templates are written by these few functions rather than kept as
// drawn by a word processor, so that every figure of Decree 30/2020 in them can
// be read here. Lengths are in twips, 1/20 of a point.
const (
	pageWide, pageHigh         = 11906, 16838
	top, bottom, left, right   = 1418, 1134, 1985, 1134
	textWide                   = pageWide - left - right
	leftHead, rightHead        = 3829, 5670 // the two columns of the letterhead
	leftFoot, rightFoot        = 2994, 5793 // of the recipients, from the margin on, and the signature
	leftParty, rightParty      = 4330, 5169 // the same of the Party, whose names are set larger
	motto                      = 3305       // "Độc lập - Tự do - Hạnh phúc", 13.5 pt bold
	partyTitle, youthTitle     = 4130, 3478 // "ĐẢNG CỘNG SẢN VIỆT NAM", 15 pt bold; "ĐOÀN TNCS HỒ CHÍ MINH", 13.5 pt
	agencyRule                 = 1100       // a third to a half of most agencies' names
	subjectRule                = 2900       // a third of the line of the subject
	firstLine                  = 720        // 1,27 cm
	addresseeIndent, underWord = 1417, 1077 // "Kính gửi:", 14 pt
)

// A look is the format of a paragraph.
type look struct {
	style                      string
	align                      string // left, center, both, right
	left, right, first, hang   int
	before, after, line        int
	exact, keep, rule, noSpace bool
	section, wide              bool // the section ends here, and had wide pages
}

func (l look) xml() string {
	var b strings.Builder
	put := func(is bool, format string, args ...any) {
		if is {
			fmt.Fprintf(&b, format, args...)
		}
	}
	put(l.style != "", `<w:pStyle w:val="%s"/>`, l.style)
	put(l.keep, `<w:keepNext/>`)
	put(l.rule, `<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>`)
	if l.before+l.after+l.line > 0 || l.noSpace {
		fmt.Fprintf(&b, `<w:spacing w:before="%d" w:after="%d"`, l.before, l.after)
		put(l.line > 0 && !l.exact, ` w:line="%d" w:lineRule="auto"`, l.line)
		put(l.line > 0 && l.exact, ` w:line="%d" w:lineRule="exact"`, l.line)
		b.WriteString(`/>`)
	}
	if l.left+l.right+l.first+l.hang > 0 {
		fmt.Fprintf(&b, `<w:ind w:left="%d" w:right="%d"`, l.left, l.right)
		put(l.hang > 0, ` w:hanging="%d"`, l.hang)
		put(l.hang == 0, ` w:firstLine="%d"`, l.first)
		b.WriteString(`/>`)
	}
	put(l.align != "", `<w:jc w:val="%s"/>`, l.align)
	put(l.section && !l.wide, `<w:rPr><w:sz w:val="2"/></w:rPr>%s`, sectionXML)
	put(l.section && l.wide, `<w:rPr><w:sz w:val="2"/></w:rPr>%s`, wideSectionXML)
	if b.Len() == 0 {
		return ""
	}
	return "<w:pPr>" + b.String() + "</w:pPr>"
}

// run is a piece of text; size in points, 0 for that of the style; marks of
// b(old), i(talic), u(nderlined), f(ramed).
func run(size float64, marks, text string) string {
	var b strings.Builder
	if strings.ContainsRune(marks, 'b') {
		b.WriteString(`<w:b/><w:bCs/>`)
	}
	if strings.ContainsRune(marks, 'i') {
		b.WriteString(`<w:i/><w:iCs/>`)
	}
	if size > 0 {
		fmt.Fprintf(&b, `<w:sz w:val="%g"/><w:szCs w:val="%g"/>`, size*2, size*2)
	}
	if strings.ContainsRune(marks, 'u') {
		b.WriteString(`<w:u w:val="single"/>`)
	}
	if strings.ContainsRune(marks, 'f') {
		b.WriteString(`<w:bdr w:val="single" w:sz="6" w:space="0" w:color="000000"/>`)
	}
	format := ""
	if b.Len() > 0 {
		format = "<w:rPr>" + b.String() + "</w:rPr>"
	}
	text = strings.NewReplacer("&", "&amp;", "<", "&lt;", "\n", `</w:t><w:br/><w:t xml:space="preserve">`).Replace(text)
	return `<w:r>` + format + `<w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

func para(l look, runs ...string) string {
	return "<w:p>" + l.xml() + strings.Join(runs, "") + "</w:p>"
}

// text is a paragraph of the style with that text.
func text(style, s string) string { return para(look{style: style}, run(0, "", s)) }

// ruleOf is a drawn line of that length in the middle of the room.
func ruleOf(room, length int) string { return ruleUnder(room, length, 50) }

// ruleUnder is one that far below the line before it.
func ruleUnder(room, length, below int) string {
	side := (room - length) / 2
	return para(look{rule: true, left: side, right: side, before: below, line: 60, exact: true}, run(1, "", ""))
}

// A grid is a table: the widths of its columns, then its rows.
type grid struct {
	widths    []int
	borders   bool
	center    bool
	zeroInset bool
	rows      [][]string // cells, each of whole paragraphs
	head      int        // rows that come again on each page
}

func (g grid) xml() string {
	var b strings.Builder
	total := 0
	for _, w := range g.widths {
		total += w
	}
	fmt.Fprintf(&b, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/>`, total)
	if g.center {
		b.WriteString(`<w:jc w:val="center"/>`)
	}
	if g.borders {
		b.WriteString(`<w:tblBorders>`)
		for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
			fmt.Fprintf(&b, `<w:%s w:val="single" w:sz="4" w:space="0" w:color="000000"/>`, side)
		}
		b.WriteString(`</w:tblBorders>`)
	}
	inset := 70
	if g.zeroInset {
		inset = 0
	}
	fmt.Fprintf(&b, `<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="%d" w:type="dxa"/><w:right w:w="%d" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`, inset, inset)
	for _, w := range g.widths {
		fmt.Fprintf(&b, `<w:gridCol w:w="%d"/>`, w)
	}
	b.WriteString(`</w:tblGrid>`)
	for i, row := range g.rows {
		b.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
		if i < g.head {
			b.WriteString(`<w:tblHeader/>`)
		}
		b.WriteString(`</w:trPr>`)
		for j, cell := range row {
			fmt.Fprintf(&b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, g.widths[j])
			if g.borders {
				b.WriteString(`<w:vAlign w:val="center"/>`)
			}
			b.WriteString(`</w:tcPr>` + cell + `</w:tc>`)
		}
		b.WriteString(`</w:tr>`)
	}
	return b.String() + `</w:tbl>`
}

const sectionXML = `<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>` +
	`<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>` +
	`<w:pgMar w:top="1418" w:right="1134" w:bottom="1134" w:left="1985" w:header="567" w:footer="567" w:gutter="0"/>` +
	`<w:pgNumType w:start="1"/><w:cols w:space="720"/><w:titlePg/></w:sectPr>`

const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

const declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// stylesXML has one style for each kind of paragraph, so that an agency changes
// its letters in one place.
func stylesXML() string {
	style := func(id, name, pPr, rPr string) string {
		return fmt.Sprintf(`<w:style w:type="paragraph" w:customStyle="1" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`,
			id, name, pPr, rPr)
	}
	const font = "Times New Roman"
	body := func(line int) string {
		return fmt.Sprintf(`<w:spacing w:before="0" w:after="120" w:line="%d" w:lineRule="auto"/><w:ind w:firstLine="%d"/><w:jc w:val="both"/>`, line, firstLine)
	}
	heading := func(level int) string {
		return fmt.Sprintf(`<w:keepNext/><w:spacing w:before="60" w:after="120" w:line="276" w:lineRule="auto"/><w:ind w:firstLine="%d"/><w:jc w:val="both"/><w:outlineLvl w:val="%d"/>`, firstLine, level)
	}
	return `<w:styles ` + namespaces + `><w:docDefaults><w:rPrDefault><w:rPr>` +
		fmt.Sprintf(`<w:rFonts w:ascii="%s" w:eastAsia="%s" w:hAnsi="%s" w:cs="%s"/>`, font, font, font, font) +
		`<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>` +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="60"/><w:jc w:val="center"/></w:pPr></w:style>` +
		style("Than", "Thân văn bản", body(276), "") +
		style("ThanCongVan", "Thân công văn", body(240), "") + // single, so that most letters are one page
		style("Muc", "Mục", heading(0), `<w:b/><w:bCs/>`) +
		style("Khoan", "Khoản", heading(1), `<w:b/><w:bCs/>`) +
		style("DauBang", "Đầu bảng", `<w:keepNext/><w:spacing w:before="40" w:after="40"/><w:jc w:val="center"/>`, `<w:b/><w:bCs/><w:sz w:val="22"/><w:szCs w:val="22"/>`) +
		style("OBang", "Ô bảng", `<w:spacing w:before="40" w:after="40"/>`, `<w:sz w:val="22"/><w:szCs w:val="22"/>`) +
		style("SoBang", "Số trong bảng", `<w:spacing w:before="40" w:after="40"/><w:jc w:val="center"/>`, `<w:sz w:val="22"/><w:szCs w:val="22"/>`) +
		style("NoiNhan", "Nơi nhận", ``, `<w:sz w:val="22"/><w:szCs w:val="22"/>`) +
		`</w:styles>`
}

// packDocx makes a file of a body.
func packDocx(t testing.TB, body string) []byte {
	t.Helper()
	return packParts(t, body+sectionXML, "")
}

// packParts makes a file of a body with its last section; above stands at the head of
// each page.
func packParts(t testing.TB, body, above string) []byte {
	t.Helper()
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	header := func(inside string) string {
		return `<w:hdr ` + namespaces + `>` + above + `<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>` + inside + `</w:p></w:hdr>`
	}
	number := `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
	types := ""
	for _, part := range [][2]string{{"document", "document.main"}, {"styles", "styles"}, {"settings", "settings"}, {"header1", "header"}, {"header2", "header"}} {
		types += fmt.Sprintf(`<Override PartName="/word/%s.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"/>`, part[0], part[1])
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	types += `<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>`
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` + types + `</Types>`},
		{"_rels/.rels", relationshipsXML("rId1 "+office+"/officeDocument word/document.xml",
			"rId2 http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties docProps/core.xml")},
		{"docProps/core.xml", `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
			`<dc:title></dc:title><dc:creator></dc:creator></cp:coreProperties>`},
		{"word/document.xml", `<w:document ` + namespaces + `><w:body>` + body + `</w:body></w:document>`},
		{"word/styles.xml", stylesXML()},
		{"word/settings.xml", `<w:settings ` + namespaces + `><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>` +
			`<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`},
		{"word/header1.xml", header(number)},
		{"word/header2.xml", header("")},
		{"word/_rels/document.xml.rels", relationshipsXML("rId1 "+office+"/styles styles.xml", "rId2 "+office+"/settings settings.xml",
			"rId3 "+office+"/header header1.xml", "rId4 "+office+"/header header2.xml")},
	} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part[0], Method: zip.Deflate, Modified: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = io.WriteString(w, declaration+part[1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func relationshipsXML(rels ...string) string {
	s := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	for _, rel := range rels {
		f := strings.Fields(rel)
		s += fmt.Sprintf(`<Relationship Id="%s" Type="%s" Target="%s"/>`, f[0], f[1], f[2])
	}
	return s + `</Relationships>`
}
