package directory

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"math"
	"strings"

	"guongsang/internal/texts"
)

// readCSV reads a table with whichever delimiter makes the header known. If
// none does, the reading that knows most columns says what is missing, or else the
// one that finds most cells.
func readCSV(b *budget, file []byte) (table, error) {
	text, err := decode(b.ctx, file)
	if err != nil {
		return table{}, err
	}
	chosen, most, wide := ';', -1, 0
	for _, delimiter := range []rune{';', ',', '\t', '|'} {
		part := b.look()
		t, _ := splitCSV(part, text(), delimiter, deepest) // as far as it goes
		if known := t.header().known(); known > most || known == most && part.cells > wide {
			chosen, most, wide = delimiter, known, part.cells
		}
	}
	return splitCSV(b, text(), chosen, math.MaxInt)
}

// splitCSV cuts a text into rows, at most so many that are not blank; where the
// quotes go wrong, it stops, and says where. Rows are numbered as a spreadsheet
// does it: a line that ends within quotes begins none.
func splitCSV(b *budget, text io.Reader, delimiter rune, rows int) (t table, err error) {
	buffered := bufio.NewReader(text)
	if hint, ok := excelHint(buffered); ok {
		delimiter = hint
	}
	from := &fields{ctx: b.ctx, from: buffered, delimiter: byte(delimiter)}
	r := csv.NewReader(from)
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = delimiter, -1, true
	line, inside := 0, 0 // the row before, and ends of lines within cells up to there
	for len(t.rows) < rows {
		cells, err := r.Read()
		var wrong *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return t, nil
		case errors.As(err, &wrong):
			return t, Problems{{Row: wrong.StartLine - inside, Says: texts.BadQuotes()}}
		case errors.Is(err, errNoEnd):
			return t, Problems{{Row: line + 1, Says: texts.BadQuotes()}}
		case err != nil:
			return t, refused(err, texts.NotAList())
		}
		from.inRecord, from.record = 0, 0
		line, _ = r.FieldPos(0)
		line -= inside
		for i, cell := range cells {
			if err := checkCell(line, len(cell)); err != nil {
				return t, err
			}
			inside += strings.Count(cell, "\n")
			cells[i] = b.clean(cell)
		}
		if err := t.add(b, row{line, cells}); err != nil {
			return t, err
		}
	}
	return t, nil
}

// excelHint takes off the line sep=; with which Excel names the delimiter. An
// empty line stays in its place, for the row numbers.
func excelHint(text *bufio.Reader) (delimiter rune, ok bool) {
	const hint = "sep=;"
	line, _ := text.Peek(len(hint) + 1)
	rest, ok := strings.CutPrefix(string(line), hint[:4])
	if !ok || len(rest) != 2 || rest[1] != '\n' || !strings.Contains(";,\t|", rest[:1]) {
		return 0, false
	}
	_, _ = text.Discard(len(hint)) // was peeked at
	return rune(rest[0]), true
}

// The longest line, the most delimiters in one, and the longest record, which may
// go over lines where it has quotes, and the most delimiters in that. A csv.Reader
// holds a whole record before it gives it.
const (
	maxLine     = 1 << 20 // bytes
	maxInLine   = 10_000
	maxRecord   = 4 << 20 // bytes, without the ends of lines: blank ones belong to no record
	maxInRecord = 500_000
)

var errNoEnd = errors.New("a record that does not end")

// fields gives a text to a csv.Reader and counts bytes and delimiters on the way.
type fields struct {
	ctx       context.Context
	from      io.Reader
	delimiter byte
	line      int // bytes
	inLine    int
	record    int // bytes since this was last set back, and in what was read ahead then
	inRecord  int
}

// Read gives the next bytes, if they do not make a record too long.
func (f *fields) Read(p []byte) (int, error) {
	if err := f.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := f.from.Read(p)
	for _, c := range p[:n] {
		f.line++
		f.record++
		switch c {
		case '\n', '\r':
			f.record--
			if c == '\n' {
				f.line, f.inLine = 0, 0
			}
		case f.delimiter:
			f.inLine++
			f.inRecord++
		}
		if f.inLine > maxInLine {
			return 0, refusal(texts.ListTooWide(maxColumns))
		}
		if f.line > maxLine {
			return 0, refusal(texts.NotAList())
		}
	}
	if f.inRecord > maxInRecord || f.record > maxRecord {
		return 0, errNoEnd
	}
	return n, err
}
