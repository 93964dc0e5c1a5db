package search

import (
	"strings"

	"guongsang/internal/letters"
)

// Words splits a text into words by which it is found: without accents, i for y, and
// 1200 for 1.200.
func Words(text string) (words []string) {
	return strings.Fields(string(appendWords(nil, text)))
}

// appendWords appends the words of a text, a space before and behind each.
func appendWords(b []byte, text string) []byte {
	b = append(b, ' ')
	for word := range strings.FieldsFuncSeq(wholeNumbers(letters.FoldLoosely(text)), letters.NotOfWord) {
		b = append(append(b, word...), ' ')
	}
	return b
}

// wholeNumbers takes out the points between the digits of a number.
func wholeNumbers(s string) string {
	if strings.IndexByte(s, '.') < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if s[i] != '.' || i == 0 || i+1 == len(s) || !isDigit(s[i-1]) || !isDigit(s[i+1]) {
			b = append(b, s[i])
		}
	}
	return string(b)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
