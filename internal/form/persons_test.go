package form

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"guongsang/internal/docx"
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
	persons, rest, _ := Persons(d)
	for _, one := range persons {
		p := ReadPaste(one.Text)
		draft := report.Draft{Unit: "PT001", Asked: []string{"unit"}, Changed: inNovember}
		fmt.Fprintf(&b, "person %s\n%s\n", one.Name, understood(&draft, p))
		for _, picture := range one.Pictures {
			b.WriteString("picture = " + picture.Part + "\n")
		}
		for _, line := range p.around {
			b.WriteString("around = " + line + "\n")
		}
	}
	if rest != "" {
		b.WriteString("rest = " + rest + "\n")
	}
	return b.String()
}

// What a document takes is bounded, however often its parts could be repeated.
func TestPersonsMemory(t *testing.T) {
	text := func(s string) []docx.Block { return []docx.Block{{Text: s}} }
	long := strings.Repeat("a, b; ", 20_000)
	merged := &docx.Table{Rows: [][]docx.Cell{{{Blocks: text("Họ tên"), Columns: 1}, {Blocks: text("Việc làm"), Columns: 1}, {Columns: 1}}}}
	for range 900 {
		merged.Rows = append(merged.Rows, []docx.Cell{{Blocks: text("Lò Văn Pản"), Columns: 1}, {Blocks: text(long), Columns: 1, Above: len(merged.Rows) > 1}})
	}
	for what, body := range map[string][]docx.Block{
		"a long text merged down": {{Table: merged}},
		"commas after a name":     text("Họ tên: " + long),
		"one line of tabs":        text(strings.Repeat("a\t", 60_000)),
		"labels without end":      text(strings.Repeat("Họ tên: A\n", 10_000)),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		persons, _, more := Persons(docx.Document{Body: body})
		runtime.ReadMemStats(&after)
		if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 100 || len(persons) > maxPersons {
			t.Errorf("%s: %d MB, %d persons and %d", what, mb, len(persons), more)
		}
	}
}
