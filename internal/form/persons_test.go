package form

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/docx"
	"guongsang/internal/paste"
	"guongsang/internal/report"
)

var update = flag.Bool("update", false, "rewrite testdata")

// TestPersons reads the documents of package docx, each person into a new draft,
// and compares with testdata/documents.
func TestPersons(t *testing.T) {
	documents, _ := filepath.Glob("../docx/testdata/*.docx")
	if len(documents) < 25 {
		t.Errorf("%d documents", len(documents))
	}
	for _, name := range documents {
		file, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d, err := docx.Read(t.Context(), file)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		golden := "testdata/documents/" + strings.TrimSuffix(filepath.Base(name), "docx") + "txt"
		got := introduced(d)
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s\n%s", golden, diff)
		}
	}
}

// introduced writes down what the drafts of a document hold.
func introduced(d docx.Document) string {
	var b strings.Builder
	persons, rest, _ := paste.Persons(d)
	for _, one := range persons {
		p := paste.Read(one.Text)
		draft := report.Draft{Unit: "PT001", Asked: []string{"unit"}, Changed: inNovember}
		fmt.Fprintf(&b, "person %s\n%s\n", one.Name, understood(&draft, p))
		for _, picture := range one.Pictures {
			b.WriteString("picture = " + picture.Part + "\n")
		}
		for _, line := range p.Around {
			b.WriteString("around = " + line + "\n")
		}
	}
	if rest != "" {
		b.WriteString("rest = " + rest + "\n")
	}
	return b.String()
}
