package app

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/digest"
	"guongsang/internal/word"
)

// grown is the built-in report with so many more empty paragraphs.
func grown(t *testing.T, paragraphs int) []byte {
	t.Helper()
	built := digest.Templates()[0].File
	from, err := zip.NewReader(bytes.NewReader(built), int64(len(built)))
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	to := zip.NewWriter(&file)
	for _, f := range from.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		w, err := to.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "word/document.xml" {
			part = bytes.Replace(part, []byte("<w:body>"), []byte("<w:body>"+strings.Repeat("<w:p/>", paragraphs)), 1)
		}
		if _, err := w.Write(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// A template over a limit is refused when the configuration is loaded, with the
// limit named.
func TestTemplateOverALimitIsNamed(t *testing.T) {
	for _, test := range []struct {
		file []byte
		says string
	}{
		{grown(t, 1000), ""},
		{grown(t, 15<<20/6), "có hơn 200.000 phần tử"},
		{make([]byte, word.MaxFile+1), "lớn hơn 10 MB"},
		{[]byte("không phải Word"), "không phải tệp Word"},
	} {
		path := filepath.Join(t.TempDir(), "bao-cao.docx")
		if err := os.WriteFile(path, test.file, 0o600); err != nil {
			t.Fatal(err)
		}
		c := &check{}
		c.template(OwnTemplate{Key: "templates.report", Name: digest.ReportTemplate, Path: path})
		if len(c.found) > 0 != (test.says != "") || test.says != "" && !strings.Contains(c.found[0].Says, test.says) {
			t.Errorf("%d bytes: %+v", len(test.file), c.found)
		}
	}
}
