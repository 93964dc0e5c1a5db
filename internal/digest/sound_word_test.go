package digest_test

import (
	"strings"

	"github.com/beevik/etree"

	"guongsang/internal/digest"
)

// emuPerTwip is between the measures of pictures and of pages.
const emuPerTwip = 635

func templateFiles() map[string][]byte {
	files := map[string][]byte{}
	for _, template := range digest.Templates() {
		files[template.Name] = template.File
	}
	return files
}

// styles are the ids of the styles of a document.
func (o *archive) styles() map[string]bool {
	ids := map[string]bool{}
	if root := o.trees["word/styles.xml"]; root != nil {
		eachBelow(root, "w:style", func(e *etree.Element) {
			id := e.SelectAttrValue("w:styleId", "")
			if ids[id] {
				o.add("word/styles.xml: style %s is there twice", id)
			}
			ids[id] = true
		})
	}
	return ids
}

// wordPart holds what the schema does not say of a part of a document.
func (f *faults) wordPart(root *etree.Element, styles map[string]bool) {
	f.unique(root, "wp:docPr", "id")
	f.unique(root, "w:bookmarkStart", "w:id")
	eachBelow(root, "w:tbl", f.table)
	eachBelow(root, "wp:inline", f.picture)
	eachBelow(root, "w:t", f.spaced)
	eachBelow(root, "w:p", f.fields)
	for _, name := range []string{"w:pStyle", "w:basedOn"} {
		eachBelow(root, name, func(e *etree.Element) {
			if id := e.SelectAttrValue("w:val", ""); !styles[id] {
				f.add("no style %s", id)
			}
		})
	}
}

func (f *faults) unique(root *etree.Element, name, key string) {
	seen := map[string]bool{}
	eachBelow(root, name, func(e *etree.Element) {
		id := e.SelectAttrValue(key, "")
		if seen[id] {
			f.add("%s %s is there twice", name, id)
		}
		seen[id] = true
	})
}

// table holds that the rows have as many cells as the table has columns.
func (f *faults) table(tbl *etree.Element) {
	columns := len(tbl.FindElements("./w:tblGrid/w:gridCol"))
	for _, tr := range tbl.SelectElements("w:tr") {
		cells := 0
		for _, tc := range tr.SelectElements("w:tc") {
			span := tc.FindElement("./w:tcPr/w:gridSpan")
			if cells++; span != nil {
				cells += number(span, "w:val") - 1
			}
		}
		if cells != columns {
			f.add("%d cells in %d columns", cells, columns)
		}
	}
}

// picture holds that a picture has one size, which is on the page.
func (f *faults) picture(inline *etree.Element) {
	var sizes [][2]int
	for _, at := range []string{"./wp:extent", ".//a:ext"} {
		if e := inline.FindElement(at); e != nil {
			sizes = append(sizes, [2]int{number(e, "cx"), number(e, "cy")})
		}
	}
	if len(sizes) != 2 || sizes[0] != sizes[1] || min(sizes[0][0], sizes[0][1]) < 1 ||
		sizes[0][0] > textWide*emuPerTwip || sizes[0][1] > (pageHigh-top-bottom)*emuPerTwip {
		f.add("the picture is %v EMU", sizes)
	}
}

// spaced holds that no space at an edge gets lost.
func (f *faults) spaced(t *etree.Element) {
	if text := t.Text(); text != strings.TrimSpace(text) && t.SelectAttrValue("xml:space", "") != "preserve" {
		f.add("%.40q loses its spaces", text)
	}
}

// fields holds that a field begins, then ends, inside of a paragraph.
func (f *faults) fields(p *etree.Element) {
	at := ""
	eachBelow(p, "w:fldChar", func(e *etree.Element) {
		before := at
		at = e.SelectAttrValue("w:fldCharType", "")
		if begun := before == "begin" || before == "separate"; begun == (at == "begin") || at == before {
			f.add("a field that was not begun: %s after %q", at, before)
		}
	})
	if at != "" && at != "end" {
		f.add("a field that is not ended")
	}
}
