package directory

import (
	"bytes"
	"strings"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// The most that is read of a file.
const (
	maxBytes = 20 << 20
	maxRows  = 20_000
)

// A table is a sheet as it stands in the file.
type table struct {
	rows    []row
	excel   bool // numbers in date columns count days
	from904 bool // from 1904 instead of 1900
}

// A row keeps the number that the person sees beside it.
type row struct {
	number int
	cells  []string
}

func (r row) cell(i int) string {
	if i < 0 || i >= len(r.cells) {
		return ""
	}
	return clean(r.cells[i])
}

func (r row) blank() bool {
	for i := range r.cells {
		if r.cell(i) != "" {
			return false
		}
	}
	return true
}

// A Problem is one thing in a file because of which none of it is taken.
type Problem struct {
	Row    int    // as the file counts them; 0 for the file as a whole
	Column string // as the header names it; may be empty
	Says   string // for the person who sent the file
}

// String is the problem as a person reads it.
func (p Problem) String() string { return texts.ListProblem(p.Row, p.Column, p.Says) }

// Problems are all that is wrong with a file.
type Problems []Problem

// Error is the whole list, one line each.
func (list Problems) Error() string {
	lines := []string{texts.ListRefused(len(list))}
	for _, p := range list {
		lines = append(lines, p.String())
	}
	return strings.Join(lines, "\n")
}

// refusal is a problem of the file as a whole.
func refusal(says string) error { return Problems{{Says: says}} }

// List is what a file holds.
type List struct {
	Units   []report.Unit // in the order of the file
	Notices []string      // what was passed over, for the person who sent it
}

// Read reads a unit list. What the file has no column for, a unit that is in
// the current directory keeps. The error is Problems, all of them.
func Read(file []byte, current report.Directory) (List, error) {
	t, err := readTable(file)
	if err != nil {
		return List{}, err
	}
	return t.list(current)
}

// readTable tells the formats apart by how they begin, whatever the name.
func readTable(file []byte) (table, error) {
	switch {
	case len(file) > maxBytes:
		return table{}, refusal(texts.ListTooBig(maxBytes >> 20))
	case len(bytes.TrimSpace(file)) == 0:
		return table{}, refusal(texts.ListEmpty())
	case bytes.HasPrefix(file, []byte("PK\x03\x04")):
		return readXLSX(file)
	case bytes.HasPrefix(file, []byte("\xD0\xCF\x11\xE0")):
		return table{}, refusal(texts.OldExcel())
	case bytes.HasPrefix(file, []byte("%PDF")), bytes.HasPrefix(bytes.TrimSpace(file), []byte("<")):
		return table{}, refusal(texts.NotAList())
	}
	text, err := decode(file)
	if err != nil {
		return table{}, err
	}
	return readCSV(text)
}

func (t table) tooLong() error {
	if len(t.rows) > maxRows {
		return refusal(texts.ListTooLong(maxRows))
	}
	return nil
}
