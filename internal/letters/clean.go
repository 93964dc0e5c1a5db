package letters

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// lineEnds are all the ways to end a line.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// Clean gives a text in the one form in which the house keeps and shows it:
// valid UTF-8, composed letters (keyboards differ), line breaks as \n, and
// nothing that steers a screen: no control characters but line break and tab,
// none of the marks that turn the direction of what follows, and none of the
// code points that are no characters, which neither XML nor a sheet can hold.
// All else stays as it was written.
func Clean(s string) string {
	if strings.IndexFunc(s, unclean) >= 0 {
		s = strings.Map(func(r rune) rune {
			if unclean(r) {
				return -1
			}
			return r
		}, lineEnds.Replace(strings.ToValidUTF8(s, "")))
	}
	return norm.NFC.String(s)
}

// unclean reports whether Clean takes r out, or makes a line break of it.
func unclean(r rune) bool {
	switch {
	case r >= ' ' && r <= '~', r == '\n', r == '\t':
		return false
	case r == '\u2028', r == '\u2029':
		return true
	}
	return unicode.IsControl(r) || TurnsDirection(r) || r == utf8.RuneError || r&0xFFFE == 0xFFFE
}

// Line is Clean on one line, with single spaces: for names and titles.
func Line(s string) string { return OneLine(Clean(s)) }

// TurnsDirection reports whether a mark turns the direction in which what
// follows is written, or numbers and brackets beside it, so that a text could show
// something else than it says.
func TurnsDirection(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u206f' || r == '\u200e' || r == '\u200f' || r == '\u061c'
}

// Visible reports whether a person sees anything of the text.
func Visible(s string) bool { return strings.IndexFunc(s, visible) >= 0 }

// visible reports whether a person sees anything of r. The fillers of Hangul
// and the empty Braille cell are letters without ink; a mark has nothing to stand
// on but a letter, of which there is one then.
func visible(r rune) bool {
	switch r {
	case '\u3164', '\u115f', '\u1160', '\uffa0', '\u2800':
		return false
	}
	return unicode.IsGraphic(r) && !unicode.IsSpace(r) && !unicode.IsMark(r)
}
