package letters

import "strings"

// Untyped gives the two words that one without marks can stand for which a keyboard
// left as it was typed, in Telex ("thangs") or VNI ("tha1ng"): without what makes
// vowels, and also without the letter of a tone. The word is folded.
func Untyped(word string) [2]string {
	bare := doubled.Replace(WithoutTyped(word))
	return [2]string{bare, WithoutTone(bare)}
}

var doubled = strings.NewReplacer("aa", "a", "ee", "e", "oo", "o", "dd", "d")

// WithoutTyped leaves out digits, and the letter that Vietnamese has only as a key.
func WithoutTyped(word string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == 'w' {
			return -1
		}
		return r
	}, word)
}

// WithoutTone takes the last letter out that Telex takes for a tone.
func WithoutTone(word string) string {
	for i := len(word) - 1; i > 0; i-- {
		if strings.IndexByte("sfrxj", word[i]) >= 0 {
			return word[:i] + word[i+1:]
		}
	}
	return word
}
