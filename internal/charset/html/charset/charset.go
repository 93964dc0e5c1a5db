// Package charset reads text that says in which encoding it is written.
//
// It stands in for the package whose path it has (go.mod replaces its module), of
// which package excelize uses NewReaderLabel alone, for the XML parts of workbooks.
// Those are written in UTF-8 or UTF-16 (ISO/IEC 29500-2, 9.1.4), and what says it
// is in UTF-16 is no XML to Go's decoder anyway. That package also carries every encoding
// of the web, the Chinese, Japanese and Korean among them: 0.7 of 25 MB of the program,
// for what no workbook may have. Should excelize want more of it one day, it will not
// compile; then the line in go.mod may go, or this grow.
package charset

import (
	"fmt"
	"io"
	"strings"
)

// NewReaderLabel gives a reader that turns input, in the encoding that label names,
// into UTF-8; an error for an encoding that no workbook may have.
func NewReaderLabel(label string, input io.Reader) (io.Reader, error) {
	switch strings.ToLower(strings.TrimSpace(label)) {
	case "utf-8", "utf8", "us-ascii", "ascii":
		return input, nil
	}
	return nil, fmt.Errorf("an XML part in the encoding %q: workbooks are in UTF-8", label)
}
