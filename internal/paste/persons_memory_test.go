package paste

import (
	"runtime"
	"strings"
	"testing"

	"guongsang/internal/docx"
)

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
