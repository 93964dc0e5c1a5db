package directory

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// A table is a sheet as it stands in the file, without its blank rows.
type table struct {
	rows    []row
	excel   bool // numbers in date columns count days
	from904 bool // from 1904 instead of 1900
	most    int  // rows that may be in it; 0 while the header may still come
	mended  bool // letters that were read wrongly have been read again
	unread  unread
}

// unread is what of a file was not even looked at, for the person who sent it.
type unread struct {
	rows   []int    // that are hidden, the first few
	more   int      // and so many others
	sheets []string // that are hidden
	others []string // sheets that have a list as well
	sheet  string   // that was read
}

// hide notes a row that is hidden.
func (u *unread) hide(row int) {
	if len(u.rows) < maxNamed {
		u.rows = append(u.rows, row)
		return
	}
	u.more++
}

// A row keeps the number that the person sees beside it. Its cells are clean.
type row struct {
	number int
	cells  []string
}

func (r row) cell(i int) string {
	if i < 0 || i >= len(r.cells) {
		return ""
	}
	return r.cells[i]
}

// add puts a row below the others, if there is anything in it and the file is
// not too large with it. The slice of the cells stays the caller's.
func (t *table) add(b *budget, r row) error {
	if err := b.time(); err != nil {
		return err
	}
	for len(r.cells) > 0 && r.cell(len(r.cells)-1) == "" {
		r.cells = r.cells[:len(r.cells)-1]
	}
	if len(r.cells) == 0 {
		return nil
	}
	if len(r.cells) > maxColumns {
		return refusal(texts.ListTooWide(maxColumns))
	}
	r.cells = slices.Clone(r.cells) // without room for what was cut off
	if err := b.keep(r.cells); err != nil {
		return err
	}
	t.rows = append(t.rows, r)
	return t.long()
}

// long refuses a table that has too many rows, which the header decides.
func (t *table) long() error {
	if len(t.rows) == deepest {
		t.most = maxRows
		if h := t.header(); h.complete() {
			t.most = h.index + 1 + maxUnits
		}
	}
	switch {
	case t.most == 0 || len(t.rows) <= t.most:
		return nil
	case t.most == maxRows:
		return refusal(texts.ListTooLong(maxRows))
	}
	return refusal(texts.ListTooLong(maxUnits))
}

// from is where the row of that number stands, or would if it were not blank.
func (t *table) from(number int) (index int, ok bool) {
	return slices.BinarySearchFunc(t.rows, number, func(r row, number int) int { return r.number - number })
}

// oldFont refuses a table whose letters were written for a font of old.
func (t *table) oldFont(b *budget) error {
	signs, err := countCells(b, t.rows)
	if font := signs.oldFont(); err == nil && font != "" {
		return refusal(texts.OldFont(font))
	}
	return err
}

// A Problem is one thing in a file because of which none of it is taken.
type Problem struct {
	Row    int    // as the file counts them; 0 for the file as a whole
	Column string // as the header names it; may be empty
	Says   string // for the person who sent the file
}

// String is the problem as a person reads it.
func (p Problem) String() string { return texts.ListProblem(p.Row, p.Column, p.Says) }

// Problems are all that is wrong with a file, up to a thousand, and up to what one
// can want to read.
type Problems []Problem

// Error is the whole list, one line each.
func (list Problems) Error() string {
	lines, said := []string{texts.ListRefused(len(list))}, 0
	for _, p := range list {
		line := p.String()
		lines, said = append(lines, line), said+len(line)
	}
	if len(list) >= maxProblems || said >= maxSaid {
		lines[0] = texts.ListRefusedMany(len(list))
	}
	return strings.Join(lines, "\n")
}

// refusal is a problem of the file as a whole.
func refusal(says string) error { return Problems{{Says: says}} }

// List is what a file holds.
type List struct {
	Units    []report.Unit // in the order of the file; none while there is a question
	Notices  []string      // what was passed over, for the person who sent it
	Question *Question     // that is to be answered first
}

// Read reads a unit list, for ten seconds at most. What the file has no column
// for, a unit that is in the current directory keeps. Of what the file leaves
// open, one thing at a time is asked, until the answers say it. The error is
// Problems, all of them, or that ctx ended.
func Read(ctx context.Context, file []byte, current report.Directory, answers Answers) (List, error) {
	timed, cancel := context.WithTimeout(ctx, maxReading)
	defer cancel()
	list, err := read(timed, file, current, answers)
	switch {
	case ctx.Err() != nil && err != nil:
		return List{}, fmt.Errorf("reading a list of units: %w", ctx.Err())
	case errors.Is(err, context.DeadlineExceeded):
		return List{}, refusal(texts.ListTooSlow(int(maxReading.Seconds())))
	}
	return list, err
}

func read(ctx context.Context, file []byte, current report.Directory, answers Answers) (List, error) {
	b := &budget{ctx: ctx}
	t, err := readTable(b, file)
	if err != nil {
		return List{}, err
	}
	return t.list(b, current, answers)
}

// readTable reads a file, and where letters in it were read wrongly before, reads
// it again to mend them.
func readTable(b *budget, file []byte) (table, error) {
	t, err := readOnce(b, file)
	if err != nil || b.misread == 0 {
		return t, err
	}
	*b = budget{ctx: b.ctx, mending: true}
	t, err = readOnce(b, file)
	t.mended = true
	return t, err
}

// readOnce tells the formats apart by how they begin, whatever the name.
func readOnce(b *budget, file []byte) (table, error) {
	switch {
	case len(file) > maxBytes:
		return table{}, refusal(texts.ListTooBig(maxBytes >> 20))
	case len(bytes.TrimSpace(file)) == 0:
		return table{}, refusal(texts.ListEmpty())
	case bytes.HasPrefix(file, []byte("PK\x03\x04")) && bytes.Contains(file[:min(len(file), 200)], []byte("opendocument.spreadsheet")):
		return table{}, refusal(texts.SaveAs(".ods"))
	case bytes.HasPrefix(file, []byte("PK\x03\x04")):
		t, err := readXLSX(b, file)
		if err != nil {
			return table{}, err
		}
		return t, t.oldFont(b)
	case bytes.HasPrefix(file, []byte("\xD0\xCF\x11\xE0")):
		return table{}, refusal(texts.OldExcel())
	case bytes.HasPrefix(bytes.TrimSpace(file[:min(len(file), 1024)]), []byte("<")):
		return table{}, refusal(texts.WebPage())
	case bytes.HasPrefix(file, []byte("%PDF")):
		return table{}, refusal(texts.NotAList())
	}
	return readCSV(b, file)
}
