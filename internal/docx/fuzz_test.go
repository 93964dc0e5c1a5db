package docx

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"guongsang/internal/letters"
)

// FuzzRead: whatever a document holds, it is read or refused; what is read is
// clean and within the limits, and its tables can be laid on their columns.
func FuzzRead(f *testing.F) {
	sources, _ := filepath.Glob("testdata/*.txtar")
	for _, source := range sources {
		parts := map[string]string{}
		for _, one := range txtar.Parse(file(f, source)).Files {
			parts[one.Name] = string(one.Data)
		}
		f.Add(parts["document.xml"], parts["styles.xml"], parts["numbering.xml"])
	}
	f.Add("<w:p><w:r><w:t>&#xd7ff;</w:t></w:r>", "<w:style>", `<w:lvl w:ilvl="9">`)
	f.Add("</w:body><w:body>", `<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>`, `<w:num><w:lvlOverride w:ilvl="-1"><w:startOverride w:val="99"/></w:lvlOverride></w:num>`)
	f.Fuzz(func(t *testing.T, body, styles, numbering string) {
		d, err := Read(t.Context(), pack(t, []txtar.File{
			{Name: "document.xml", Data: []byte(body)}, {Name: "styles.xml", Data: []byte(styles)}, {Name: "numbering.xml", Data: []byte(numbering)},
		}))
		if err != nil {
			return
		}
		said := 0
		eachBlock(d.Body, func(b Block) {
			said += len(b.Line())
			if b.Text != letters.Clean(b.Text) || b.Text != strings.TrimSpace(b.Text) {
				t.Errorf("%q is not clean", b.Text)
			}
			if b.Table != nil {
				for _, row := range b.Table.Grid() {
					if len(row) > maxColumns {
						t.Errorf("%d columns", len(row))
					}
				}
			}
		})
		if said > 2*maxText { // composed letters of some scripts are longer
			t.Errorf("%d bytes", said)
		}
	})
}

func eachBlock(blocks []Block, fn func(Block)) {
	for _, b := range blocks {
		fn(b)
		if b.Table == nil {
			continue
		}
		for _, row := range b.Table.Rows {
			for _, c := range row {
				eachBlock(c.Blocks, fn)
			}
		}
	}
}
