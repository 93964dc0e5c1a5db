package form

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// The limits of what an introduction says, in characters.
const (
	maxName    = 120
	maxPlace   = 160
	maxTitle   = 120
	minSummary = 20
	maxSummary = 2500
	maxDetail  = 500 // results, spread
	maxNote    = 200 // recognitions
	maxFiles   = 10  // photos; files and voice notes together
	longText   = 300 // from here on a text nobody asked for is a summary

	maxEthnicity = 40
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

// Long reports whether a text is long enough to be a summary that nobody asked
// for.
func Long(s string) bool { return length(s) >= longText }

// cut is the first n characters.
func cut(s string, n int) string {
	if length(s) <= n {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:n]))
}

// within checks the length of an answer and that it says something.
func within(s string, limit int) string {
	switch {
	case s == "":
		return texts.Empty()
	case length(s) > limit:
		return texts.TooLong(limit, length(s))
	case strings.IndexFunc(s, unicode.IsLetter) < 0 && strings.IndexFunc(s, unicode.IsDigit) < 0:
		return texts.NeedsLetters()
	}
	return ""
}

// checkName refuses what can be no name.
func checkName(s string) string {
	if length(s) > maxName {
		return texts.TooLong(maxName, length(s))
	}
	if n := strings.Count(strings.Map(letterOnly, s), "x"); n < 2 {
		return texts.NameTooShort()
	}
	if strings.Contains(s, ".") && onlyInitials.MatchString(s) {
		return texts.OnlyInitials()
	}
	return ""
}

func letterOnly(r rune) rune {
	if unicode.IsLetter(r) && letters.Visible(string(r)) {
		return 'x'
	}
	return -1
}

var (
	initials     = regexp.MustCompile(`(^|\s)\p{L}\.|\p{L}\.$|^\p{Lu}{2,5}$`)
	onlyInitials = regexp.MustCompile(`^(?:\p{L}\. ?)+\p{L}?\.?$`)
	houseNo      = regexp.MustCompile(`(?i)(số nhà|nhà số|^\s*số\s*\d|ngõ \d|ngách|\d+/\d+)`)
)
