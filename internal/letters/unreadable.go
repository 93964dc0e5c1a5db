package letters

import "strings"

// Unreadable reports whether the letters of a text did not arrive as they were
// meant: destroyed, of an old font, of another encoding, or as they are typed in
// Telex without the program that makes marks of them.
func Unreadable(text string) bool {
	return Broken(text) || IsTelex(text)
}

// telexWord is a word as it is typed in Telex: doubled letters, a w that makes
// another vowel, and a letter for the tone at the end.
var telexWord = Pattern(`^(?:dd|[a-z])*(?:aa|ee|oo|aw|ow|uw|dd)[a-z]*$|^[a-z]*[aeiouy][a-z]{0,2}[sfrxj]$`)

// vniWord is a word as it is typed in VNI: digits behind the vowels, between letters
// or at the end.
var vniWord = Pattern(`^[bcdghklmnpqrstvx]{0,3}9?[aeiouy]+[1-8]+[a-z0-9]*$|^d9[a-z0-9]*$|^[bcdghklmnpqrstvx]{0,3}[aeiouy]{1,3}[a-z]{1,2}[1-5]$`)

// IsTelex reports whether two words of five are typed so, in Telex or in VNI, in a text
// that has no marks and several words.
func IsTelex(text string) bool {
	typed, all := typedIn(text)
	return all >= 5 && 5*typed >= 2*all
}

// IsTypedName reports whether a short text that is to be a name or a place is typed so
// in every word but one: it would be read by everybody as it stands.
func IsTypedName(text string) bool {
	typed, all := typedIn(text)
	return typed >= 2 && typed >= all-1
}

// typedIn counts the words that are typed so, and all but the numbers.
func typedIn(text string) (typed, all int) {
	if Fold(text) != strings.ToLower(OneLine(text)) {
		return 0, 0
	}
	for word := range strings.FieldsFuncSeq(Fold(text), NotOfWord) {
		if IsDigits(word) {
			continue
		}
		all++
		if telexWord().MatchString(word) || vniWord().MatchString(word) {
			typed++
		}
	}
	return typed, all
}
