package docx

import (
	"time"

	"guongsang/internal/opc"
)

// The largest document, in bytes, and the longest time to read one.
const (
	MaxFile    = 10 << 20
	MaxReading = 5 * time.Second
)

// What a document may cost, beside what templates may not cost either. What needs
// more is refused with an *opc.LimitError, or the context's error.
const (
	maxParts    = 2000
	maxUnpacked = 64 << 20  // bytes, pictures among them
	maxElements = 200_000   // about 200 pages
	maxDepth    = 200       // elements inside each other; Word needs 60 for a table in a table in a text box
	maxText     = 512 << 10 // bytes; the longest file that is asked for has 2,000 words
	maxColumns  = 63        // of a table, as in Word
	maxRows     = 1000      // of all tables
	maxPicture  = 10 << 20  // bytes
)

// The limits beside those of package opc.
const (
	Depth opc.Limit = "elements inside each other"
	Text  opc.Limit = "bytes of text"
	Rows  opc.Limit = "rows of tables"
	Width opc.Limit = "columns of a table"
)

var limits = opc.Limits{File: MaxFile, Parts: maxParts, Unpacked: maxUnpacked, Part: maxUnpacked, Elements: maxElements}
