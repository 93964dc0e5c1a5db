package form

import (
	"strings"
	"unicode"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// MostFiles is how many files of all kinds an introduction has at most.
const MostFiles = 2 * report.MaxFiles

// within checks the length of an answer and that it says something.
func within(s string, limit int) string {
	switch {
	case s == "":
		return texts.Empty()
	case letters.Len(s) > limit:
		return texts.TooLong(limit, letters.Len(s))
	case strings.IndexFunc(s, unicode.IsLetter) < 0 && strings.IndexFunc(s, unicode.IsDigit) < 0:
		return texts.NeedsLetters()
	}
	return ""
}

var (
	initials = letters.Pattern(`(^|\s)\p{L}\.|\p{L}\.$|^\p{Lu}{2,5}$`)
	houseNo  = letters.Pattern(`(?i)(số nhà|nhà số|^\s*số\s*\d|ngõ \d|ngách|\d+/\d+)`)
)
