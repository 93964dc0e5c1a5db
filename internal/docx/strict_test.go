package docx

import (
	"archive/zip"
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

// strict is a document as Word saves it under "Strict Open XML Document": other
// namespaces, and switches and widths in words.
func strict(t *testing.T, document []byte) []byte {
	t.Helper()
	names := strings.NewReplacer(
		"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main",
		"http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/",
		"http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/",
		"<w:document ", `<w:document w:conformance="strict" `, "<w:vanish/>", `<w:vanish w:val="true"/>`,
		`w:val="left"`, `w:val="start"`, `w:val="right"`, `w:val="end"`, `w:left=`, `w:start=`)
	z, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
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
		if !strings.HasPrefix(f.Name, "word/media/") {
			part = []byte(names.Replace(string(part)))
		}
		w, err := out.Create(f.Name)
		if err == nil {
			_, err = w.Write(part)
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

// A document says the same in strict form: text, lists, tables, notes and pictures.
func TestStrictDocuments(t *testing.T) {
	documents, _ := filepath.Glob("testdata/*.docx")
	for _, name := range documents {
		document := strict(t, file(t, name))
		d, err := Read(t.Context(), document)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if want := file(t, strings.TrimSuffix(name, "docx")+"golden"); shown(d) != string(want) {
			t.Errorf("%s, strict:\n%s", name, shown(d))
		}
		if all, err := Pictures(t.Context(), document, pictures(d.Body)); err != nil || len(all) != len(pictures(d.Body)) {
			t.Errorf("pictures of %s: %v", name, err)
		}
	}
}
