package directory

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"guongsang/internal/texts"
)

// readCSV reads a table with whichever delimiter makes the header known.
// If none does, the reading that knows most columns says what is missing.
func readCSV(text string) (table, error) {
	text, only := excelHint(text)
	var best table
	var bestErr error
	most := -1
	for _, delimiter := range []rune{';', ',', '\t'} {
		if only != 0 && delimiter != only {
			continue
		}
		t, err := splitCSV(text, delimiter)
		if h := t.header(); h.known() > most {
			best, bestErr, most = t, err, h.known()
		}
	}
	if bestErr != nil {
		return table{}, bestErr
	}
	return best, best.tooLong()
}

// excelHint takes off the line sep=; with which Excel names the delimiter. An
// empty line stays in its place, for the row numbers.
func excelHint(text string) (rest string, delimiter rune) {
	line, rest, ok := strings.Cut(text, "\n")
	line = strings.TrimRight(line, "\r")
	if hint, is := strings.CutPrefix(line, "sep="); ok && is && len(hint) == 1 {
		return "\n" + rest, rune(hint[0])
	}
	return text, 0
}

// splitCSV cuts a text into rows; where the quotes go wrong, it stops, and
// says where.
func splitCSV(text string, delimiter rune) (t table, err error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = delimiter, -1
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		var wrong *csv.ParseError
		if errors.As(err, &wrong) {
			return t, Problems{{Row: wrong.StartLine, Says: texts.BadQuotes()}}
		}
		if err != nil {
			return t, err
		}
		line, _ := r.FieldPos(0)
		t.rows = append(t.rows, row{line, cells})
	}
}
