package word

import (
	"io"
)

// A Value stands in the place of a tag.
type Value interface{ value() }

// Text is written as it is; a line break in it becomes one in the document.
type Text string

// Flag says whether a block {{?name}} stays.
type Flag bool

// List repeats a block or a row.
type List []Values

// Photos become pictures, one in a paragraph.
type Photos []Photo

// Values name what tags stand for.
type Values map[string]Value

// A Photo is a picture in JPEG or PNG form. It is opened twice: to see how
// large it is, and when it is written.
type Photo struct {
	Alt  string // what it shows, for who cannot see it
	Open func() (io.ReadCloser, error)
}

func (Text) value()   {}
func (Flag) value()   {}
func (List) value()   {}
func (Photos) value() {}
