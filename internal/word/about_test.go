package word

import (
	"strings"
	"testing"
)

// The properties of a template name what it was made from; those of a document name
// the document. A template without any gets none.
func TestAbout(t *testing.T) {
	const (
		head = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`
		dc   = ` xmlns:dc="http://purl.org/dc/elements/1.1/"`
		rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` +
			`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`
	)
	about := About{Title: `Báo cáo <tháng> & "quý"`, Author: "Phòng \x00Nội vụ"}
	for name, core := range map[string]string{
		"both are there":    head + dc + `><dc:title>Mẫu</dc:title><dc:creator>Ai đó</dc:creator></cp:coreProperties>`,
		"none is there":     head + dc + `/>`,
		"no such namespace": head + `><cp:revision>3</cp:revision></cp:coreProperties>`,
	} {
		t.Run(name, func(t *testing.T) {
			template := docx(t, p("{{x}}"), map[string]string{"_rels/.rels": rels, "docProps/core.xml": core})
			file, err := FillAbout(t.Context(), template, Values{"x": Text("y")}, about)
			if err != nil {
				t.Fatal(err)
			}
			got := part(t, file, "docProps/core.xml")
			for _, want := range []string{`>Báo cáo &lt;tháng&gt; &amp; &quot;quý&quot;</dc:title>`, `>Phòng Nội vụ</dc:creator>`} {
				if strings.Count(got, want) != 1 {
					t.Errorf("no %s in %s", want, got)
				}
			}
			if strings.Contains(got, "Mẫu") || strings.Contains(got, "Ai đó") {
				t.Errorf("of another document: %s", got)
			}
		})
	}
	if _, err := FillAbout(t.Context(), docx(t, p("{{x}}"), nil), Values{"x": Text("y")}, about); err != nil {
		t.Errorf("without properties: %v", err)
	}
}
