package paste

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"guongsang/internal/docx"
	"guongsang/internal/intent"
	"guongsang/internal/letters"
)

// FuzzPersons: whatever a document holds, its persons are no more than there may
// be, and all words of one that introduces a single person are in its text. A
// document is written down line by line, the rows of its tables with bars.
func FuzzPersons(f *testing.F) {
	documents, _ := filepath.Glob("../docx/testdata/*.docx")
	for _, name := range documents {
		file, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		d, err := docx.Read(f.Context(), file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(noted(d.Body))
	}
	f.Add("|TT|Họ và tên|Nơi ở|\n|1|Lò Thị Xoan|bản Nà Cúng|\n||Lò Văn Pản|")
	f.Add("Họ tên: A\nHọ tên: B\n|Họ tên|C|\n|x|\n")
	f.Add("1. Lò Văn Pín - bản Nà Mai - hiến đất làm đường\n2. Vàng Thị Mỷ (1988), bản Sin Chải: nuôi cháu mồ côi")
	f.Fuzz(func(t *testing.T, text string) {
		d := ofNotes(text)
		persons, rest, more := Persons(d)
		if len(persons) > maxPersons || len(persons) == 0 || more < 0 {
			t.Fatalf("%q: %d persons and %d", text, len(persons), more)
		}
		if len(persons) == 1 && more == 0 {
			if lost := WordsLost(bodyOf(d), []string{persons[0].Text, rest}); lost != "" {
				t.Fatalf("%q lost %q: %q", text, lost, persons[0].Text)
			}
		}
		if pasted, _, _ := PersonsIn(text); len(pasted) > maxPersons || len(pasted) == 0 {
			t.Fatalf("%q: %d persons pasted", text, len(pasted))
		}
	})
}

// noted writes blocks down.
func noted(blocks []docx.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		if block.Table == nil {
			b.WriteString(strings.ReplaceAll(block.Text, "|", " ") + "\n")
			continue
		}
		for _, row := range block.Table.Rows {
			for _, cell := range row {
				b.WriteString("|" + strings.NewReplacer("\n", " ", "|", " ").Replace(cell.Text()))
			}
			b.WriteString("|\n")
		}
	}
	return b.String()
}

// ofNotes is the document that was written down.
func ofNotes(text string) (d docx.Document) {
	var table *docx.Table
	for line := range strings.SplitSeq(text, "\n") {
		if !strings.HasPrefix(line, "|") {
			table = nil
			d.Body = append(d.Body, docx.Block{Text: line})
			continue
		}
		if table == nil {
			table = &docx.Table{}
			d.Body = append(d.Body, docx.Block{Table: table})
		}
		var row []docx.Cell
		for cell := range strings.SplitSeq(strings.Trim(line, "|"), "|") {
			row = append(row, docx.Cell{Blocks: []docx.Block{{Text: cell}}, Columns: 1})
		}
		table.Rows = append(table.Rows, row)
	}
	return d
}

// bodyOf is what a document says, without the rows that name columns and the cells
// that only count.
func bodyOf(d docx.Document) string {
	var kept []string
	for _, b := range d.Body {
		if b.Table == nil {
			kept = append(kept, b.Text)
			continue
		}
		rows := b.Table.Grid()
		if columns, body := rosterHead(rows); columns != nil {
			rows = rows[body:]
		}
		for _, row := range rows {
			for _, cell := range row {
				if text := cell.Text(); !isOrdinal(text) {
					kept = append(kept, text)
				}
			}
		}
	}
	return strings.Join(kept, "\n")
}

// WordsLost are the words of a text that are in none of others.
func WordsLost(text string, others []string) string {
	have := " " + strings.Join(wordsIn(strings.Join(others, " ")), " ") + " "
	var lost []string
	for _, w := range wordsIn(text) {
		if !aroundName[w] && !intent.Polite[w] && !strings.Contains(have, " "+w+" ") { // people are polite around a name
			lost = append(lost, w)
		}
	}
	return strings.Join(lost, " ")
}

func wordsIn(s string) []string { return strings.FieldsFunc(letters.Fold(s), letters.NotOfWord) }
