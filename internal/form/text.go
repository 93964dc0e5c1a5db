package form

import (
	"strings"
	"unicode/utf8"

	"guongsang/internal/letters"
)

// Clean is a text as it is kept: without blank ends, and nothing at all if
// nobody sees anything of it.
func Clean(s string) string {
	s = strings.TrimSpace(strings.ReplaceAll(letters.Clean(s), "\t", " "))
	if !letters.Visible(s) {
		return ""
	}
	return s
}

// line is a text on one line.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }

// length is the number of characters.
func length(s string) int { return utf8.RuneCountInString(s) }

// cut is the first n characters.
func cut(s string, n int) string {
	if length(s) <= n {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:n]))
}
