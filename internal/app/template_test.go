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

// changed is the built-in report with its parts changed.
func changed(t *testing.T, change func(name, part string) string) []byte {
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
		if err == nil {
			_, err = io.WriteString(w, change(f.Name, string(part)))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// grown is the built-in report with so many more empty paragraphs.
func grown(t *testing.T, paragraphs int) []byte {
	return changed(t, func(name, part string) string {
		if name == "word/document.xml" {
			part = strings.Replace(part, "<w:body>", "<w:body>"+strings.Repeat("<w:p/>", paragraphs), 1)
		}
		return part
	})
}

// replaced is the built-in report with a text in the place of another everywhere.
func replaced(t *testing.T, old, new string) []byte {
	return changed(t, func(_, part string) string { return strings.ReplaceAll(part, old, new) })
}

// What is no template is named when the configuration is loaded, and a template over a
// limit with the limit.
func TestWhatIsNoTemplateIsNamed(t *testing.T) {
	wide := func(name string) string {
		return "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 504) + strings.Join(strings.Split(name, ""), "\x00") + "\x00"
	}
	built := digest.Templates()[0].File
	for _, test := range []struct {
		name string
		file []byte
		says string
	}{
		{"bao-cao.docx", grown(t, 1000), ""},
		{"bao-cao.dotx", replaced(t, "document.main+xml", "template.main+xml"), ""},
		{"bao-cao.docx", grown(t, 15<<20/6), "có hơn 200.000 phần tử"},
		{"bao-cao.docx", make([]byte, word.MaxFile+1), "lớn hơn 10 MB"},
		{"bao-cao.docx", []byte("không phải Word"), "không phải tệp Word"},
		{"bao-cao.doc", []byte(wide("WordDocument")), "là tệp Word đời cũ (.doc)"},
		{"bao-cao.docx", []byte(wide("EncryptedPackage")), "có mật khẩu"},
		{"bao-cao.docx", []byte(wide("Workbook")), "là bảng tính"},
		{"bao-cao.rtf", []byte(`{\rtf1\ansi`), "là tệp RTF"},
		{"bao-cao.pdf", []byte("%PDF-1.7\n"), "là tệp PDF"},
		{"bao-cao.odt", []byte("PK\x03\x04............................mimetypeapplication/vnd.oasis.opendocument.text"), "là tệp của LibreOffice"},
		{"bao-cao.docx", []byte("<html>"), "là trang web"},
		{"bao-cao.xml", []byte(`<?xml version="1.0"?><?mso-application progid="Word.Document"?>`), "dạng XML"},
		{"bao-cao.docm", replaced(t, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "application/vnd.ms-word.document.macroEnabled.main+xml"), "macro"},
		{"bao-cao.docx", replaced(t, "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"), "Strict Open XML"},
		{"bao-cao.docx", changed(t, func(_, part string) string {
			return strings.NewReplacer("<w:", "<x:", "</w:", "</x:", "xmlns:w", "xmlns:x").Replace(part)
		}), "do chương trình khác tạo"},
		{"~$o-cao.docx", []byte("\x05Admin"), "tệp tạm của Word"},
		{"bao-cao.docx", nil, "không có gì bên trong"},
		{"bao-cao.docx", built[:len(built)/2], "bị hỏng hoặc chép chưa xong"},
	} {
		path := filepath.Join(t.TempDir(), test.name)
		if err := os.WriteFile(path, test.file, 0o600); err != nil {
			t.Fatal(err)
		}
		c := &check{}
		c.template(OwnTemplate{Key: "templates.report", Name: digest.ReportTemplate, Path: path})
		switch {
		case test.says == "" && len(c.found) == 0:
		case test.says == "", len(c.found) != 1, !strings.Contains(c.found[0].Says, test.says):
			t.Errorf("%s, %d bytes: %.300v, want %q", test.name, len(test.file), c.found, test.says)
		}
	}
}
