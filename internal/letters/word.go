package letters

import (
	"slices"
	"strings"
	"unicode"
)

// Capital reports whether a word begins with a capital letter and is not all
// capitals, of which it would say nothing.
func Capital(word string) bool {
	r := []rune(word)
	return len(r) > 0 && unicode.IsUpper(r[0]) && (len(r) == 1 || !unicode.IsUpper(r[1]))
}

// Marked reports whether a text has a word that is more than its bare letters: it
// has a mark on one of them, by which it is another word.
func Marked(text, bare string) bool {
	for word := range strings.FieldsFuncSeq(text, NotOfWord) {
		if len(word) > len(bare) && Fold(word) == bare {
			return true
		}
	}
	return false
}

// Set is a set of words, which are parted by spaces, or by | as in an expression.
func Set(words string) map[string]bool {
	all := map[string]bool{}
	for word := range strings.FieldsFuncSeq(words, func(r rune) bool { return unicode.IsSpace(r) || r == '|' }) {
		all[word] = true
	}
	return all
}

// NotOfWord reports whether a rune is neither a letter nor a digit.
func NotOfWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// IsDigits reports whether a word has nothing but digits.
func IsDigits(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

// Digits is what of a text is digits.
func Digits(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, text)
}

// OneSlip reports whether a word becomes another by one letter more, less,
// changed, or swapped with the next.
func OneSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(a) < len(b):
		return a[i:] == b[i+1:]
	case i == len(a), a[i+1:] == b[i+1:]:
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// Count is how many letters of a text a person sees.
func Count(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) && Visible(string(r)) {
			n++
		}
	}
	return n
}

// HasPhrase reports whether a folded text that begins and ends with a space holds one
// of the phrases, word for word.
func HasPhrase(text string, phrases []string) bool {
	return slices.ContainsFunc(phrases, func(p string) bool { return hasPhrase(text, p) })
}

func hasPhrase(text, phrase string) bool {
	for at := 1; at < len(text); at++ {
		i := strings.Index(text[at:], phrase)
		if i < 0 {
			return false
		}
		at += i
		if end := at + len(phrase); text[at-1] == ' ' && end < len(text) && text[end] == ' ' {
			return true
		}
	}
	return false
}

// LastOf is where a word stands last among words; -1: nowhere.
func LastOf(words []string, word string) int {
	for i := len(words) - 1; i >= 0; i-- {
		if words[i] == word {
			return i
		}
	}
	return -1
}
