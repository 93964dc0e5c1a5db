package publicity

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"
)

// The template of an article is written here, so that its figures can be read:
// A4, Times New Roman 14, margins of Decree 30/2020, no tables. Lengths are in
// twips, 1/20 of a point.
func articleBody() string {
	paragraph := func(format, marks, text string) string {
		return `<w:p><w:pPr>` + format + `</w:pPr><w:r><w:rPr>` + marks + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
	}
	const (
		bold, italic = `<w:b/><w:bCs/>`, `<w:i/><w:iCs/>`
		middle       = `<w:keepNext/><w:spacing w:before="0" w:after="120"/><w:jc w:val="center"/>`
		text         = `<w:spacing w:before="0" w:after="120" w:line="276" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>`
		under        = `<w:spacing w:before="0" w:after="160"/><w:jc w:val="center"/>`
		signed       = `<w:spacing w:before="0" w:after="0"/><w:jc w:val="right"/>`
	)
	return strings.Join([]string{
		paragraph(middle, ``, `{{loai}}`), paragraph(middle, bold, `{{tieu_de}}`), paragraph(text, bold+italic, `{{sapo}}`),
		paragraph(text, ``, `{{#than}}`), paragraph(text, ``, `{{doan}}`), paragraph(text, ``, `{{/than}}`),
		paragraph(middle, ``, `{{#hinh}}`), paragraph(middle, ``, `{{anh}}`), paragraph(under, italic, `{{chu_thich}}`), paragraph(middle, ``, `{{/hinh}}`),
		paragraph(signed, ``, `{{#tac_gia}}`), paragraph(signed, italic, `{{dong}}`), paragraph(signed, ``, `{{/tac_gia}}`),
	}, "")
}

func TestArticleTemplate(t *testing.T) {
	const (
		declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
		namespaces  = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
		office      = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
		packaged    = `http://schemas.openxmlformats.org/package/2006/`
		word        = `application/vnd.openxmlformats-officedocument.wordprocessingml.`
		page        = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1134" w:bottom="1134" w:left="1985" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`
		font        = "Times New Roman"
	)
	styles := `<w:styles ` + namespaces + `><w:docDefaults><w:rPrDefault><w:rPr>` +
		fmt.Sprintf(`<w:rFonts w:ascii="%s" w:eastAsia="%s" w:hAnsi="%s" w:cs="%s"/>`, font, font, font, font) +
		`<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		`</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style></w:styles>`
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="` + packaged + `content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="` + word + `document.main+xml"/>` +
			`<Override PartName="/word/styles.xml" ContentType="` + word + `styles+xml"/>` +
			`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + packaged + `relationships"><Relationship Id="rId1" Type="` + office + `/officeDocument" Target="word/document.xml"/>` +
			`<Relationship Id="rId2" Type="` + packaged + `relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`},
		{"docProps/core.xml", `<cp:coreProperties xmlns:cp="` + packaged + `metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
			`<dc:title></dc:title><dc:creator></dc:creator></cp:coreProperties>`},
		{"word/document.xml", `<w:document ` + namespaces + `><w:body>` + articleBody() + page + `</w:body></w:document>`},
		{"word/styles.xml", styles},
		{"word/_rels/document.xml.rels", `<Relationships xmlns="` + packaged + `relationships"><Relationship Id="rId1" Type="` + office + `/styles" Target="styles.xml"/></Relationships>`},
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
	if *update {
		if err := os.WriteFile("templates/bai.docx", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if kept, err := os.ReadFile("templates/bai.docx"); err != nil || !bytes.Equal(kept, b.Bytes()) {
		t.Errorf("templates/bai.docx is not what is written here (-update): %v", err)
	}
}
