package word

import (
	"errors"
	"testing"
)

// FuzzTemplate: whatever a template holds, it is filled or refused, what Check
// finds is what keeps it from being filled, and a document can be a template.
func FuzzTemplate(f *testing.F) {
	for _, body := range []string{
		p("{{ky}}"), p("{{#muc}}") + p("{{ten}}") + p("{{/muc}}"), p("{{?co}}") + p("x") + p("{{/co}}"), p("{{anh}}"),
		"<w:tbl>" + row("{{muc.ten}}", "b") + "</w:tbl>", p("{", "{ky", "}}"), p("{{") + p("}}"), p("{#muc}") + p("{{ten}}") + p("{{/muc}}"), p("{ky} ｛｛Ky｝｝ [[ky]]"),
		p("{{#mux}}") + p("{{/muc}}") + p("{{/muk}}"), p("{{muc}}") + p("{{/muc}}"), p("<w:ins><w:r><w:t>{{ky}</w:t></w:r></w:ins>"), "<w:sectPr/>", "<w:p>", "<w:t>&#0;</w:t>",
		`<w:sdt><w:sdtContent>` + p("{{ky}}") + `</w:sdtContent></w:sdt>`, p(`<w:r><w:drawing><wp:docPr id="1"/></w:drawing></w:r>`, "{{ky}}"),
	} {
		f.Add(body, `<Relationship Id="a" Type="x/header" Target="header1.xml"/>`, "<w:hdr/>")
	}
	f.Add(p("{{ky}}"), `<Relationship Id="rIdFilled1" Type="x/header" Target="../[Content_Types].xml"/>`, "")
	values := Values{"ky": Text("tháng 11\n\tx"), "muc": List{{"ten": Text("A")}, {"ten": Text("{{ky}}")}}, "co": Flag(true), "anh": Photos{}}
	f.Fuzz(func(t *testing.T, body, rels, header string) {
		template := docx(t, body, map[string]string{
			"word/_rels/document.xml.rels": "<Relationships>" + rels + "</Relationships>",
			"word/header1.xml":             `<?xml version="1.0"?>` + header,
		})
		finding, checked := Check(template, values)
		problems := finding.Problems
		out, err := Fill(t.Context(), template, values)
		var found Problems
		switch {
		case errors.As(err, &found):
			if len(problems) == 0 {
				t.Errorf("%q: %v, of which nothing is found before", body, err)
			}
		case (err == nil) != (checked == nil), err == nil && len(problems) > 0:
			t.Errorf("%q: filled with %v, checked with %v, %v", body, err, problems, checked)
		case err == nil:
			if _, err := open(t.Context(), out); err != nil {
				t.Errorf("%q: the document is no template: %v", body, err)
			}
		}
	})
}

// FuzzDocx: no file, however broken, stops the program.
func FuzzDocx(f *testing.F) {
	f.Add(docx(f, p("{{ky}}"), nil))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, file []byte) {
		out, err := Fill(t.Context(), file, Values{"ky": Text("x")})
		if (out == nil) != (err != nil) {
			t.Errorf("%d bytes and %v", len(out), err)
		}
	})
}
