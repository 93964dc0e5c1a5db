package word

import (
	"strings"
	"testing"
)

// Whichever parts with pages of their own there are, the document ends with the page
// of the last, and no page stands empty behind it.
func TestLastSectionEndsTheDocument(t *testing.T) {
	broken := func(wide string) string {
		return `<w:p><w:pPr><w:sectPr><w:pgSz w:w="` + wide + `" w:h="9"/></w:sectPr></w:pPr></w:p>`
	}
	template := p("{{mo}}") + broken("1") + p("{{?a}}") + p("ở a") + broken("2") + p("{{/a}}") + p("{{?b}}") + p("ở b") + broken("3") + p("{{/b}}") +
		`<w:sectPr><w:pgSz w:w="4" w:h="9"/></w:sectPr>`
	for _, c := range []struct {
		a, b bool
		want string
	}{{false, false, "1"}, {true, false, "12"}, {false, true, "13"}, {true, true, "123"}} {
		file, err := Fill(t.Context(), docx(t, template, nil), Values{"mo": Text("x"), "a": Flag(c.a), "b": Flag(c.b)})
		if err != nil {
			t.Fatal(err)
		}
		body := part(t, file, "word/document.xml")
		pages := ""
		for rest := body; strings.Contains(rest, `<w:pgSz w:w="`); {
			_, rest, _ = strings.Cut(rest, `<w:pgSz w:w="`)
			pages += rest[:1]
		}
		if pages != c.want || !strings.Contains(body, "</w:sectPr></w:body>") {
			t.Errorf("%t, %t: pages %s, want %s\n%s", c.a, c.b, pages, c.want, body)
		}
	}
}
