package telegram

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// cleanText gives what a person wrote in one form: composed letters, since
// keyboards differ, plain line ends, and no control characters but line break
// and tab. All else, such as marks of direction, is theirs and stays.
func cleanText(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, lineEnds.Replace(s))
	return norm.NFC.String(s)
}

// cleanName is cleanText on one line, for names of people and files.
func cleanName(s string) string {
	return strings.Join(strings.Fields(cleanText(s)), " ")
}
