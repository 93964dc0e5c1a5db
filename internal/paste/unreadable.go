package paste

import (
	"strings"

	"guongsang/internal/letters"
)

// Unreadable reports whether the letters of a text did not arrive as they were
// meant: destroyed, of an old font, of another encoding, or as they are typed in
// Telex without the program that makes marks of them.
func Unreadable(text string) bool {
	return letters.Broken(text) || IsTelex(text)
}

// telexWord is a word as it is typed in Telex: doubled letters, a w that makes
// another vowel, and a letter for the tone at the end.
var telexWord = letters.Pattern(`^(?:dd|[a-z])*(?:aa|ee|oo|aw|ow|uw|dd)[a-z]*$|^[a-z]*[aeiouy][a-z]{0,2}[sfrxj]$`)

// IsTelex reports whether two words of five are typed so, in a text that has no
// marks and several words.
func IsTelex(text string) bool {
	if !unmarked(text) {
		return false
	}
	typed, all := 0, 0
	for word := range strings.FieldsFuncSeq(letters.Fold(text), letters.NotOfWord) {
		if letters.IsDigits(word) {
			continue
		}
		all++
		if telexWord().MatchString(word) {
			typed++
		}
	}
	return all >= 5 && 5*typed >= 2*all
}
