package word

import (
	"io"
	"strings"
	"unicode/utf8"
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

// clean drops from a text what XML forbids, and the invisible marks that
// would turn the direction of the text after it.
func clean(s string) string {
	s = breaks.Replace(s)
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t':
			return r
		case r < 0x20, r == utf8.RuneError, r >= 0x7F && r < 0xA0, r&0xFFFE == 0xFFFE:
			return -1
		case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, s)
}

var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")
