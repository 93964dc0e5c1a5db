package digest_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/digest"
)

// A broken template is the built-in report of an earlier version, which stays as it is,
// with something changed in one of its parts, as people change them in Word.
type brokenTemplate struct {
	wrong    string // what was done
	part     string // "" for the document itself, + before the kind of one that is new
	old, new string
}

// run and paragraph as Word writes them.
const than = `<w:p><w:pPr><w:pStyle w:val="Than"/></w:pPr>`

func typed(s string) string {
	return than + `<w:r><w:t xml:space="preserve">` + s + `</w:t></w:r></w:p>`
}

func wrapped(s, by string) string {
	return fmt.Sprintf(`<w:sdt><w:sdtPr><w:alias w:val="%s"/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>`, by, s)
}

func boxOf(s string) string {
	box := `<w:txbxContent>` + s + `</w:txbxContent>`
	return `<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>` + box +
		`</w:drawing></mc:Choice><mc:Fallback><w:pict>` + box + `</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
}

func fieldOf(code, result string) string {
	mark := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
	return than + mark("begin") + `<w:r><w:instrText xml:space="preserve"> ` + code + ` </w:instrText></w:r>` + mark("separate") + `<w:r><w:t>` + result + `</w:t></w:r>` + mark("end") + `</w:p>`
}

// drawnOf is what SmartArt and charts say.
func drawnOf(s string) string {
	return `<c:d xmlns:c="urn:c" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>` + s + `</a:t></a:r></a:p></c:d>`
}

func notesOf(s string) string {
	return `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2">` + s + `</w:footnote></w:footnotes>`
}

const author = ` w:id="90" w:author="A" w:date="2026-11-01T00:00:00Z"`

var brokenTemplates = []brokenTemplate{
	{"a letter too many in a tag", "", "{{mo_dau}}", "{{mo_dauu}}"},
	{"a letter missing", "", "{{mo_dau}}", "{{mo_da}}"},
	{"two letters swapped", "", "{{mo_dau}}", "{{mo_dua}}"},
	{"written with diacritics", "", "{{mo_dau}}", "{{mở_đầu}}"},
	{"written with diacritics as a Mac types them", "", "{{mo_dau}}", "{{mo\u031b\u0309_đa\u0302\u0300u}}"},
	{"a space instead of _", "", "{{mo_dau}}", "{{mo dau}}"},
	{"a dash instead of _", "", "{{mo_dau}}", "{{mo-dau}}"},
	{"a long dash instead of _", "", "{{mo_dau}}", "{{mo – dau}}"},
	{"a name that nothing has", "", "{{mo_dau}}", "{{ngan_sach_nam_nay}}"},
	{"a tag of its own sort in a table", "", "{{guong.chuc_vu}}", "{{guong.chuc_vi}}"},
	{"a list misspelt in a table", "", "{{guong.chuc_vu}}", "{{guongg.chuc_vu}}"},
	{"one opening tag lost", "", typed("{{#ket_qua}}"), ""},
	{"one closing tag lost", "", typed("{{/ket_qua}}"), ""},
	{"the opening tag of a block in a block lost", "", typed("{{#co_cau}}"), ""},
	{"the opening tag of an annex lost", "", typed("{{?hinh}}"), ""},
	{"an opening tag misspelt", "", "{{#ket_qua}}", "{{#ket_quaa}}"},
	{"a closing tag misspelt", "", "{{/ket_qua}}", "{{/ket_qa}}"},
	{"a closing tag without its stroke", "", "{{/ket_qua}}", "{{ket_qua}}"},
	{"a closing tag with the sign of an opening one", "", "{{/ket_qua}}", "{{#ket_qua}}"},
	{"an opening tag without its sign", "", "{{#ket_qua}}", "{{ket_qua}}"},
	{"opening and closing tag swapped", "", typed("{{#ket_qua}}") + typed("{{doan}}") + typed("{{/ket_qua}}"), typed("{{/ket_qua}}") + typed("{{doan}}") + typed("{{#ket_qua}}")},
	{"blocks that cross", "", typed("{{#ket_qua}}") + typed("{{doan}}") + typed("{{/ket_qua}}"), typed("{{#ket_qua}}") + typed("{{?khoi}}") + typed("{{doan}}") + typed("{{/ket_qua}}") + typed("{{/khoi}}")},
	{"text beside an opening tag", "", "{{#ket_qua}}", "Kết quả: {{#ket_qua}}"},
	{"a block in one line", "", typed("{{#ket_qua}}") + typed("{{doan}}") + typed("{{/ket_qua}}"), typed("{{#ket_qua}}{{doan}}{{/ket_qua}}")},
	{"a photo beside text", "", "{{anh}}", "Ảnh: {{anh}}"},
	{"an item's tag where no item is", "", "{{mo_dau}}", "{{mo_dau}} {{cau_chuyen}}"},
	{"an item's tag that a flag is called too", "", "{{mo_dau}}", "{{mo_dau}} {{doan}}"},
	{"a list where a text is wanted", "", "{{mo_dau}}", "{{guong}}"},
	{"a text for a block", "", "{{#ket_qua}}", "{{#mo_dau}}"},
	{"single braces", "", "{{mo_dau}}", "{mo_dau}"},
	{"one brace missing at the end", "", "{{mo_dau}}", "{{mo_dau}"},
	{"one brace missing at the beginning", "", "{{mo_dau}}", "{mo_dau}}"},
	{"three braces", "", "{{mo_dau}}", "{{{mo_dau}}}"},
	{"braces that are not closed", "", "{{mo_dau}}", "{{mo_dau"},
	{"braces of full width", "", "{{mo_dau}}", "｛｛mo_dau｝｝"},
	{"spaces between the braces", "", "{{mo_dau}}", "{ { mo_dau } }"},
	{"the marks of mail merge", "", "{{mo_dau}}", "«mo_dau»"},
	{"square brackets", "", "{{mo_dau}}", "[[mo_dau]]"},
	{"an opening tag in single braces", "", "{{#ket_qua}}", "{#ket_qua}"},
	{"a closing tag in single braces", "", "{{/ket_qua}}", "{/ket_qua}"},
	{"curly quotes inside a tag", "", "{{mo_dau}}", "{{“mo_dau”}}"},
	{"a quote behind a name", "", "{{mo_dau}}", "{{mo_dau’}}"},
	{"a space that does not break instead of _", "", "{{mo_dau}}", "{{mo\u00A0dau}}"},
	{"a block that begins and ends in the cells of a row", "", "{{guong.tt}}</w:t>", "{{#guong}}{{tt}}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{{/guong}}</w:t>"},
	{"a content control that shows the file's title", "", typed("{{mo_dau}}"), strings.Replace(wrapped(typed("{{mo_dau}}"), "Title"), "</w:sdtPr>", `<w:dataBinding w:xpath="/ns1:coreProperties[1]/ns0:title[1]"/></w:sdtPr>`, 1)},
	{"a tab inside a tag", "", "{{mo_dau}}", "{{mo_</w:t><w:tab/><w:t>dau}}"},
	{"a tag over two paragraphs", "", "{{mo_dau}}", "{{mo_</w:t></w:r></w:p><w:p><w:r><w:t>dau}}"},
	{"a content control around the opening tag", "", typed("{{#ket_qua}}"), wrapped(typed("{{#ket_qua}}"), "Kết quả")},
	{"an opening tag in a cell of a table", "", "{{khoi.tt}}", "{{khoi.tt}}</w:t></w:r></w:p><w:p><w:r><w:t>{{#ket_qua}}"},
	{"the ends of a block in two cells", "", typed("{{#ket_qua}}") + typed("{{doan}}") + typed("{{/ket_qua}}"),
		`<w:tbl><w:tr><w:tc>` + typed("{{#ket_qua}}") + `</w:tc><w:tc>` + typed("{{doan}}") + `</w:tc><w:tc>` + typed("{{/ket_qua}}") + `</w:tc></w:tr></w:tbl>`},
	{"in a text box", "", typed("{{mo_dau}}"), boxOf(typed("{{mo_dauu}}"))},
	{"in a table in a table", "", "{{khoi.tt}}</w:t></w:r></w:p>", "{{khoi.tt}}</w:t></w:r></w:p><w:tbl><w:tr><w:tc>" + typed("{{phai_guii}}") + "</w:tc></w:tr></w:tbl><w:p/>"},
	{"in the header of all pages", "word/header1.xml", "</w:hdr>", typed("{{dia_dan}}") + "</w:hdr>"},
	{"in the header of the first page", "word/header2.xml", "</w:hdr>", typed("{{dia_dan}}") + "</w:hdr>"},
	{"text inserted under tracked changes", "", typed("{{mo_dau}}"), than + `<w:ins` + author + `><w:r><w:t>Thêm: </w:t></w:r></w:ins><w:r><w:t>{{mo_dau}}</w:t></w:r></w:p>`},
	{"text deleted under tracked changes", "", typed("{{mo_dau}}"), than + `<w:del` + author + `><w:r><w:delText>{{bo_di}}</w:delText></w:r></w:del><w:r><w:t>{{mo_dau}}</w:t></w:r></w:p>`},
	{"an opening tag moved away under tracked changes", "", "<w:r><w:t xml:space=\"preserve\">{{#ket_qua}}</w:t></w:r>", `<w:moveFrom` + author + `><w:r><w:t>{{#ket_qua}}</w:t></w:r></w:moveFrom>`},
	{"a tag in a field that Word works out", "", typed("{{mo_dau}}"), fieldOf("TITLE", "{{mo_dau}}")},
	{"a tag in the code of a field", "", typed("{{mo_dau}}"), fieldOf("IF {{mo_dau}} = 1", "x")},
	{"a tag in a watermark", "", typed("{{mo_dau}}"), than + `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textpath string="{{co_quan}}"/></v:shape></w:pict></w:r></w:p>`},
	{"a tag in SmartArt, cut into runs", "+diagramData", "", drawnOf("{{mo_</a:t></a:r><a:r><a:t>dau}}")},
	{"a tag in a chart", "+chart", "", drawnOf("Kỳ {{ky}}")},
	{"an item's tag in a header", "word/header1.xml", "</w:hdr>", typed("{{doan}}") + "</w:hdr>"},
	{"an item's tag in a footnote", "+footnotes", "", notesOf(typed("Theo {{doan}}"))},
	{"a tag with a letter too many in a footnote", "+footnotes", "", notesOf(typed("Theo {{mo_dauu}}"))},
	{"only to be read", "word/settings.xml", "<w:defaultTabStop", `<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:defaultTabStop`},
	{"opened only to be read", "word/settings.xml", "<w:zoom", `<w:writeProtection w:recommended="1"/><w:zoom`},

	// These are as good as if nothing had been done.
	{"good: a capital as Word makes of the first letter", "", "{{mo_dau}}", "{{Mo_dau}}"},
	{"good: spaces and a hard one", "", "{{mo_dau}}", "{{ mo_dau\u00A0}}"},
	{"good: a soft hyphen", "", "{{mo_dau}}", "{{mo\u00AD_dau}}"},
	{"good: a soft hyphen of Word", "", "{{mo_dau}}", "{{mo</w:t><w:softHyphen/><w:t>_dau}}"},
	{"good: a mark of no width that was copied along", "", "{{mo_dau}}", "\u200B{{\uFEFFmo_dau\u200B}}"},
	{"good: cut into runs, with marks of spelling", "", "{{mo_dau}}", `{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>{mo_</w:t></w:r><w:r><w:t>dau</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r><w:t>}}`},
	{"good: a protection that was ended", "word/settings.xml", "<w:defaultTabStop", `<w:documentProtection w:edit="readOnly" w:enforcement="0"/><w:defaultTabStop`},
	{"good: a text's tag in a footnote", "+footnotes", "", notesOf(typed("Theo {{mo_dau}}"))},
	{"good: a chart without tags", "+chart", "", drawnOf("Số gương {2026}")},
	{"good: in a link", "", typed("{{mo_dau}}"), than + `<w:hyperlink w:anchor="a"><w:r><w:t>{{mo_dau}}</w:t></w:r></w:hyperlink></w:p>`},
	{"good: a link that is a field", "", typed("{{mo_dau}}"), fieldOf(`HYPERLINK "http://x"`, "{{mo_dau}}")},
	{"good: a content control around a whole block", "", typed("{{#ket_qua}}") + typed("{{doan}}") + typed("{{/ket_qua}}"), wrapped(typed("{{#ket_qua}}")+typed("{{doan}}")+typed("{{/ket_qua}}"), "Kết quả")},
	{"good: a text box", "", typed("{{mo_dau}}"), boxOf(typed("{{mo_dau}}"))},
	{"good: braces that were not meant for a tag", "", "{{mo_dau}}", "{{mo_dau}} {theo mẫu} [1] «Người tốt việc tốt»"},
}

// Whoever breaks a template reads one sentence that says what is wrong, what to write
// and where; the golden file is to be read.
func TestBrokenTemplates(t *testing.T) {
	var b strings.Builder
	for _, broken := range brokenTemplates {
		checked, err := digest.CheckTemplate(digest.ReportTemplate, broken.file(t))
		if err != nil {
			t.Fatalf("%s: %v", broken.wrong, err)
		}
		said := len(checked.Problems) + len(checked.Warnings)
		if good := strings.HasPrefix(broken.wrong, "good: "); good && said > 0 || !good && said == 0 {
			t.Errorf("%s: %q, %q", broken.wrong, checked.Problems, checked.Warnings)
		}
		if strings.Contains(fmt.Sprint(checked), ".xml") {
			t.Errorf("%s names a part: %q", broken.wrong, checked)
		}
		fmt.Fprintf(&b, "%s\n", broken.wrong)
		for _, says := range checked.Problems {
			fmt.Fprintf(&b, "    %s\n", says)
		}
		for _, says := range checked.Warnings {
			fmt.Fprintf(&b, "    (warned) %s\n", says)
		}
	}
	golden := filepath.Join("testdata", "broken-templates.golden")
	if updating() {
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("differs from %s (-update rewrites it)\n%s", golden, b.String())
	}
}

// file is that report with the change.
func (broken brokenTemplate) file(t *testing.T) []byte {
	t.Helper()
	part := broken.part
	if part == "" {
		part = "word/document.xml"
	}
	built, err := os.ReadFile(filepath.Join("testdata", "templates", "5-bao-cao.docx"))
	if err != nil {
		t.Fatal(err)
	}
	if kind, ok := strings.CutPrefix(part, "+"); ok {
		return related(t, built, kind, broken.new)
	}
	if !strings.Contains(partOf(t, built, part), broken.old) {
		t.Fatalf("%s: the template does not hold %q", broken.wrong, broken.old)
	}
	return repacked(t, built, func(name, data string) string {
		if name != part {
			return data
		}
		return strings.Replace(data, broken.old, broken.new, 1)
	})
}

// related is a file whose document has one more part, of that kind.
func related(t testing.TB, file []byte, kind, part string) []byte {
	t.Helper()
	file = repacked(t, file, func(name, data string) string {
		if name != "word/_rels/document.xml.rels" {
			return data
		}
		rel := `<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + kind + `" Target="` + kind + `.xml"/>`
		return strings.Replace(data, "</Relationships>", rel+"</Relationships>", 1)
	})
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range z.File {
		if err := out.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	w, err := out.Create("word/" + kind + ".xml")
	if err == nil {
		_, err = io.WriteString(w, part)
	}
	if err == nil {
		err = out.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// repacked is a file with its parts changed.
func repacked(t testing.TB, file []byte, change func(name, data string) string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range z.File {
		w, err := out.Create(f.Name)
		if err == nil {
			_, err = io.WriteString(w, change(f.Name, partOf(t, file, f.Name)))
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
