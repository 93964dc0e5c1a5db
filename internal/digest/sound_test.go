package digest_test

import (
	"archive/zip"
	"bytes"
	"io"
	"net/http"
	"path"
	"strings"
	"testing"

	"github.com/beevik/etree"
)

// partKinds are the kinds of parts: what their relationships and content types
// end with, and the element that such a part is.
var partKinds = []struct{ relation, content, root string }{
	{"officeDocument/2006/relationships/officeDocument", "wordprocessingml.document.main+xml", "w:document"},
	{"officeDocument/2006/relationships/styles", "wordprocessingml.styles+xml", "w:styles"},
	{"officeDocument/2006/relationships/settings", "wordprocessingml.settings+xml", "w:settings"},
	{"officeDocument/2006/relationships/numbering", "wordprocessingml.numbering+xml", "w:numbering"},
	{"officeDocument/2006/relationships/fontTable", "wordprocessingml.fontTable+xml", "w:fonts"},
	{"officeDocument/2006/relationships/header", "wordprocessingml.header+xml", "w:hdr"},
	{"officeDocument/2006/relationships/footer", "wordprocessingml.footer+xml", "w:ftr"},
	{"officeDocument/2006/relationships/image", "image/jpeg", ""},
	{"officeDocument/2006/relationships/image", "image/png", ""},
	{"officeDocument/2006/relationships/officeDocument", "spreadsheetml.sheet.main+xml", "x:workbook"},
	{"officeDocument/2006/relationships/worksheet", "spreadsheetml.worksheet+xml", "x:worksheet"},
	{"officeDocument/2006/relationships/styles", "spreadsheetml.styles+xml", "x:styleSheet"},
	{"officeDocument/2006/relationships/theme", "officedocument.theme+xml", "a:theme"},
	{"officeDocument/2006/relationships/extended-properties", "officedocument.extended-properties+xml", "ap:Properties"},
	{"package/2006/relationships/metadata/core-properties", "package.core-properties+xml", "cp:coreProperties"},
}

// relationOf is the relationship that an element asks for.
var relationOf = map[string]string{
	"w:headerReference": "/header", "w:footerReference": "/footer", "a:blip": "/image", "x:sheet": "/worksheet",
}

// An archive is a file of Word or Excel, unpacked.
type archive struct {
	names []string
	parts map[string][]byte
	trees map[string]*etree.Element // of the parts that are XML
	faults
}

const typesPart = "[Content_Types].xml"

func unpackAll(t testing.TB, file []byte) *archive {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	o := &archive{parts: map[string][]byte{}, trees: map[string]*etree.Element{}}
	for _, f := range z.File {
		if o.parts[f.Name] != nil {
			o.add("%s is there twice", f.Name)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		o.put(f.Name, data)
	}
	return o
}

// put takes a part in.
func (o *archive) put(name string, data []byte) {
	if o.parts[name] == nil {
		o.names = append(o.names, name)
	}
	o.parts[name] = data
	if ext := path.Ext(name); ext != ".xml" && ext != ".rels" {
		return
	}
	doc := etree.NewDocument()
	if err := doc.ReadFromBytes(data); err != nil || doc.Root() == nil {
		o.add("%s: not XML: %v", name, err)
		return
	}
	o.trees[name] = doc.Root()
}

// sound holds what Word and Excel ask of a document that has been filled.
func sound(t testing.TB, file []byte) {
	t.Helper()
	o := unpackAll(t, file)
	o.packed()
	o.formed()
	o.filled()
	o.tell(t)
}

func (o *archive) tell(t testing.TB) {
	t.Helper()
	for _, fault := range o.faults[:min(len(o.faults), 20)] {
		t.Error(fault)
	}
}

// packed holds how the parts are held together: each has a type, and what is
// related to is there.
func (o *archive) packed() {
	if o.trees[typesPart] == nil {
		o.add("no %s", typesPart)
		return
	}
	o.typed()
	for _, name := range o.names {
		if path.Ext(name) == ".rels" && o.trees[name] != nil {
			o.related(name)
		}
	}
}

func (o *archive) typed() {
	seen := map[string]bool{}
	for _, e := range o.trees[typesPart].ChildElements() {
		key := e.SelectAttrValue("PartName", e.SelectAttrValue("Extension", ""))
		if seen[key] {
			o.add("%s: %s is there twice", typesPart, key)
		}
		if seen[key] = true; e.Tag == "Override" && o.parts[strings.TrimPrefix(key, "/")] == nil {
			o.add("%s: no part %s", typesPart, key)
		}
	}
	for _, name := range o.names {
		if kind := o.typeOf(name); kind == "" && name != typesPart {
			o.add("%s has no type", name)
		} else if strings.HasPrefix(kind, "image/") && http.DetectContentType(o.parts[name]) != kind {
			o.add("%s is no %s", name, kind)
		}
	}
}

// typeOf is the content type of a part.
func (o *archive) typeOf(name string) (kind string) {
	for _, e := range o.trees[typesPart].ChildElements() {
		if e.SelectAttrValue("PartName", "") == "/"+name {
			return e.SelectAttrValue("ContentType", "")
		}
		if ext := e.SelectAttrValue("Extension", ""); ext != "" && strings.EqualFold("."+ext, path.Ext(name)) {
			kind = e.SelectAttrValue("ContentType", "")
		}
	}
	return kind
}

// related holds that the relationships of a part lead to parts of their kind,
// and that the part asks for no others.
func (o *archive) related(rels string) {
	dir := path.Dir(path.Dir(rels))
	ways := map[string]string{}
	for _, e := range o.trees[rels].ChildElements() {
		id, way, target := e.SelectAttrValue("Id", ""), e.SelectAttrValue("Type", ""), e.SelectAttrValue("Target", "")
		if ways[id] != "" {
			o.add("%s: %s is there twice", rels, id)
		}
		ways[id] = way
		to := path.Join(dir, target)
		if strings.HasPrefix(target, "/") {
			to = target[1:]
		}
		if o.parts[to] == nil {
			o.add("%s: no part %s", rels, to)
		} else if !o.isKind(to, way) {
			o.add("%s: %s is no %s", rels, to, path.Base(way))
		}
	}
	source := path.Join(dir, strings.TrimSuffix(path.Base(rels), ".rels"))
	if root := o.trees[source]; root != nil {
		o.asks(source, root, ways)
	}
}

// isKind reports whether type and contents of a part are those of a way of
// relating to it.
func (o *archive) isKind(name, way string) bool {
	for _, k := range partKinds {
		if strings.HasSuffix(way, "/"+k.relation) && strings.HasSuffix(o.typeOf(name), k.content) {
			return k.root == "" || o.trees[name] != nil && nameOf(o.trees[name]) == k.root
		}
	}
	return false
}

// asks holds that each element finds the relationship that it names.
func (o *archive) asks(source string, e *etree.Element, ways map[string]string) {
	for _, a := range e.Attr {
		if a.Space == "" || prefixed(a.NamespaceURI(), a.Space, "") != "r:" {
			continue
		}
		if way := ways[a.Value]; way == "" || !strings.HasSuffix(way, relationOf[nameOf(e)]) {
			o.add("%s: %s asks for %s, which is %q", source, nameOf(e), a.Value, path.Base(way))
		}
	}
	for _, child := range e.ChildElements() {
		o.asks(source, child, ways)
	}
}

// formed holds the schema and what it does not say.
func (o *archive) formed() {
	styles := o.styles()
	for _, name := range o.names {
		root := o.trees[name]
		if root == nil {
			continue
		}
		var found faults
		found.schema(root, "")
		switch prefix, _, _ := strings.Cut(nameOf(root), ":"); prefix {
		case "w":
			found.wordPart(root, styles)
		case "x":
			found.sheetPart(root, o.trees["xl/styles.xml"])
		}
		for _, fault := range found {
			o.add("%s: %s", name, fault)
		}
	}
}

// filled holds that no tag is left.
func (o *archive) filled() {
	for _, name := range o.names {
		root := o.trees[name]
		if root == nil || !strings.HasPrefix(nameOf(root), "w:") {
			continue
		}
		eachBelow(root, "w:p", func(p *etree.Element) {
			text := ""
			eachBelow(p, "w:t", func(e *etree.Element) { text += e.Text() })
			if strings.Contains(text, "{{") || strings.Contains(text, "}}") {
				o.add("%s: a tag is left: %.200s", name, text)
			}
		})
	}
}

func TestSoundFindsFaults(t *testing.T) {
	files := documents(t)
	month, book := files["report-month"], workbooks(t)["workbook-month"]
	for _, c := range []struct {
		file             []byte
		part, cut, paste string
		want             string
	}{
		{month, typesPart, "/word/styles.xml", "/word/style.xml", "no part /word/style.xml"},
		{month, typesPart, `Extension="jpeg"`, `Extension="jpg"`, "filled1.jpeg has no type"},
		{month, typesPart, "image/jpeg", "image/png", "is no image/png"},
		{month, typesPart, "styles+xml", "settings+xml", "word/styles.xml is no styles"},
		{month, "word/_rels/document.xml.rels", "header1.xml", "header9.xml", "no part word/header9.xml"},
		{month, "word/_rels/document.xml.rels", `Id="rId4"`, `Id="rId3"`, "rId3 is there twice"},
		{month, "word/document.xml", `r:id="rId3"`, `r:id="rId1"`, `w:headerReference asks for rId1, which is "styles"`},
		{month, "word/document.xml", `r:embed="rIdFilled1"`, `r:embed="rIdFilled99"`, "a:blip asks for rIdFilled99"},
		{month, "word/document.xml", `<w:gridCol `, `<w:gridCol w:w="5"/><w:gridCol `, "cells in 3 columns"},
		{files["introduction"], "word/document.xml", `docPr id="2"`, `docPr id="1"`, "wp:docPr 1 is there twice"},
		{month, "word/document.xml", `<wp:extent cx="`, `<wp:extent cx="9`, "the picture is"},
		{month, "word/document.xml", ` xml:space="preserve">`, `> `, "loses its spaces"},
		{month, "word/document.xml", `w:pStyle w:val="Than"`, `w:pStyle w:val="Thân"`, "no style Thân"},
		{month, "word/document.xml", `>BÁO CÁO`, `>{{ten}} BÁO CÁO`, "a tag is left"},
		{month, "word/document.xml", `<w:body>`, `<w:body><w:p><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkStart w:id="1" w:name="b"/></w:p>`, "w:bookmarkStart 1 is there twice"},
		{month, "word/header1.xml", `"separate"`, `"end"`, "a field that was not begun"},
		{month, "word/header1.xml", `"begin"`, `"separate"`, "a field that was not begun"},
		{month, "word/settings.xml", `</w:settings>`, ``, "not XML"},
		{book, "xl/workbook.xml", "Theo đơn vị", "Theo đơn vị: bảng", "a sheet cannot be called"},
		{book, "xl/workbook.xml", "Theo đơn vị", "TỔNG HỢP", "is there twice"},
		{book, "xl/workbook.xml", `localSheetId="5"`, `localSheetId="6"`, "no sheet 6"},
		{book, "xl/worksheets/sheet2.xml", `<row r="5"`, `<row r="4"`, "row 4 after 4"},
		{book, "xl/worksheets/sheet2.xml", `<c r="B5"`, `<c r="A5"`, "A5 after A5"},
		{book, "xl/worksheets/sheet2.xml", `<c r="B5"`, `<c r="B6"`, "B6 in row 5"},
		{book, "xl/worksheets/sheet2.xml", ` t="inlineStr"`, ``, "holds a text and is no text"},
		{book, "xl/worksheets/sheet2.xml", `<c r="A5" s="`, `<c r="A5" s="9`, "no style 9"},
		{book, "xl/worksheets/sheet2.xml", `min="2" max="2"`, `min="1" max="2"`, "column 1 after 1"},
		{book, "xl/styles.xml", `<cellXfs count="`, `<cellXfs count="1`, "count of x:cellXfs"},
		{book, "xl/styles.xml", `fontId="2"`, `fontId="92"`, "no font 92"},
		{book, "xl/styles.xml", `<numFmt numFmtId="164"`, `<numFmt numFmtId="194"`, "no format 164"},
	} {
		o := unpackAll(t, c.file)
		was := string(o.parts[c.part])
		if !strings.Contains(was, c.cut) {
			t.Errorf("%s has no %s to damage", c.part, c.cut)
			continue
		}
		o.put(c.part, []byte(strings.Replace(was, c.cut, c.paste, 1)))
		o.packed()
		o.formed()
		o.filled()
		if got := strings.Join(o.faults, "\n"); !strings.Contains(got, c.want) {
			t.Errorf("%s with %s:\n got %s\nwant %s", c.part, c.paste, got, c.want)
		}
	}
}

// The templates are documents too: an agency opens them to change them.
func TestTemplatesAreSound(t *testing.T) {
	for name, file := range templateFiles() {
		t.Run(name, func(t *testing.T) {
			o := unpackAll(t, file)
			o.packed()
			o.formed()
			o.tell(t)
		})
	}
}

func TestWorkbooksAreSound(t *testing.T) {
	for name, file := range workbooks(t) {
		t.Run(name, func(t *testing.T) { sound(t, file) })
	}
}
