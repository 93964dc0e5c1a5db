package transfer

import (
	"errors"
	"fmt"
)

var errNoKey = errors.New("the record has no key")

// A Fault is why lines are not imported.
type Fault string

// The faults.
const (
	NoExport    Fault = "is no export of this program"
	NewerFormat Fault = "is of a form that this program does not know"
	Changed     Fault = "was changed, or the line before it is missing"
	CutOff      Fault = "is the last, and is no end: the file was cut off"
	Trailing    Fault = "comes after the end"
	Misplaced   Fault = "stands where no such line can be"
)

// A LineError says which line of a file is wrong.
type LineError struct {
	Path  string
	Line  int // from 1
	Fault Fault
}

func (e *LineError) Error() string { return fmt.Sprintf("%s: line %d %s", e.Path, e.Line, e.Fault) }

// ErrNotEmpty means that a store is there already: an import does not mix two.
var ErrNotEmpty = errors.New("there is a store already")
