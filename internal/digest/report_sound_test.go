package digest_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strings"
	"testing"
)

// order is the order that the schema asks for inside an element, of what our
// documents use.
var order = map[string][]string{
	"pPr":    {"pStyle", "keepNext", "pBdr", "spacing", "ind", "jc", "outlineLvl", "rPr", "sectPr"},
	"rPr":    {"rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "bdr", "lang"},
	"tblPr":  {"tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar"},
	"tcPr":   {"tcW", "vAlign"},
	"tbl":    {"tblPr", "tblGrid", "tr"},
	"tr":     {"trPr", "tc"},
	"tc":     {"tcPr"},
	"sectPr": {"headerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "titlePg"},
	"inline": {"extent", "docPr", "graphic"},
	"style":  {"name", "basedOn", "qFormat", "pPr", "rPr", "tblPr"},
}

// sound holds what Word asks of a document: well-formed parts, declared types,
// relationships to parts that exist, ids of their own, elements in the order
// of the schema, cells that end with a paragraph, no tag left.
func sound(t testing.TB, file []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	types := partOf(t, file, "[Content_Types].xml")
	names := map[string]bool{}
	for _, f := range z.File {
		if names[f.Name] {
			t.Errorf("%s is there twice", f.Name)
		}
		names[f.Name] = true
		ext := strings.TrimPrefix(path.Ext(f.Name), ".")
		if f.Name != "[Content_Types].xml" && !strings.Contains(types, `Extension="`+ext+`"`) && !strings.Contains(types, `PartName="/`+f.Name+`"`) {
			t.Errorf("%s has no type", f.Name)
		}
	}
	for name := range names {
		switch path.Ext(name) {
		case ".rels":
			soundRelations(t, file, names, name)
		case ".xml":
			soundPart(t, name, partOf(t, file, name))
		}
	}
}

func soundRelations(t testing.TB, file []byte, names map[string]bool, name string) {
	t.Helper()
	type relation struct{ id, target string }
	var relations []relation
	parse(t, name, partOf(t, file, name), func(e xml.StartElement) {
		if e.Name.Local != "Relationship" {
			return
		}
		relations = append(relations, relation{attr(e, "Id"), attr(e, "Target")})
	})
	source := path.Join(path.Dir(path.Dir(name)), strings.TrimSuffix(path.Base(name), ".rels"))
	asked := map[string]bool{}
	if source != "" && names[source] {
		parse(t, source, partOf(t, file, source), func(e xml.StartElement) {
			for _, a := range e.Attr {
				if a.Name.Space == "http://schemas.openxmlformats.org/officeDocument/2006/relationships" {
					asked[a.Value] = true
				}
			}
		})
	}
	seen := map[string]bool{}
	for _, rel := range relations {
		if seen[rel.id] {
			t.Errorf("%s: %s is there twice", name, rel.id)
		}
		seen[rel.id] = true
		if target := path.Join(path.Dir(path.Dir(name)), rel.target); !names[target] {
			t.Errorf("%s: no part %s", name, target)
		}
	}
	for id := range asked {
		if !seen[id] {
			t.Errorf("%s: no relationship %s", name, id)
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func parse(t testing.TB, name, data string, see func(xml.StartElement)) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(data))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if e, ok := token.(xml.StartElement); ok {
			see(e)
		}
	}
}

func soundPart(t testing.TB, name, data string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(data))
	type level struct {
		name, last string
		at         int
	}
	var stack []level
	ids := map[string]bool{}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			tag := e.Name.Local
			if len(stack) > 0 {
				up := &stack[len(stack)-1]
				if want, ok := order[up.name]; ok && up.name != "tc" {
					i := slices.Index(want, tag)
					if i < up.at {
						t.Errorf("%s: %s in %s is unknown here or stands too late", name, tag, up.name)
					}
					up.at = i
				}
				up.last = tag
			}
			if tag == "docPr" {
				if ids[attr(e, "id")] {
					t.Errorf("%s: docPr %s is there twice", name, attr(e, "id"))
				}
				ids[attr(e, "id")] = true
			}
			stack = append(stack, level{name: tag})
		case xml.EndElement:
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if top.name == "tc" && top.last != "p" {
				t.Errorf("%s: a cell ends with %q", name, top.last)
			}
			if top.name == "body" && top.last != "sectPr" {
				t.Errorf("%s: the body ends with %q", name, top.last)
			}
		case xml.CharData:
			if strings.Contains(string(e), "{{") || strings.Contains(string(e), "}}") {
				t.Errorf("%s: a tag is left: %.200s", name, e)
			}
		}
	}
}
