package letters

import (
	"strings"
	"unicode/utf8"
)

// Tidy is a text as it is kept: without blank ends, and nothing at all if
// nobody sees anything of it.
func Tidy(s string) string {
	s = strings.TrimSpace(strings.ReplaceAll(Clean(s), "\t", " "))
	if !Visible(s) {
		return ""
	}
	return s
}

// OneLine is a text on one line.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Len is the number of characters.
func Len(s string) int { return utf8.RuneCountInString(s) }

// First is the first n characters.
func First(s string, n int) string {
	if Len(s) <= n {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:n]))
}
