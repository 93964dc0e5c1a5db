package letters

import (
	"strings"
	"unicode"
)

// A text in capitals, or with some, is read once more without: nothing in it tells then
// where a name begins, and in the other only names were written so.

// IsCapitals reports whether a text is written in capitals.
func IsCapitals(text string) bool {
	return strings.IndexFunc(text, unicode.IsUpper) >= 0 && strings.IndexFunc(text, unicode.IsLower) < 0
}

// WithoutCapitals is a text without what is written in capitals only. Words that are small stay so
// in names.
func WithoutCapitals(text string, small func(word string) bool) string {
	if IsCapitals(text) {
		return strings.ToLower(text)
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		words, changed := strings.Fields(line), false
		for from := 0; from < len(words); from++ {
			to := from
			for to < len(words) && CapitalOrNumber(words[to]) {
				to++
			}
			if to-from > 1 {
				for k := from; k < to; k++ {
					words[k] = AsName(words[k], small)
				}
				changed = true
			}
			from = max(from, to-1)
		}
		if changed {
			lines[i] = strings.Join(words, " ")
		}
	}
	return strings.Join(lines, "\n")
}

// CapitalOrNumber reports whether a word is written in capitals; a number goes with others.
func CapitalOrNumber(word string) bool { return IsCapitals(word) || IsDigits(BareWord(word)) }

// AsName is a word as it is written in a name, unless it is one that is small there.
func AsName(word string, small func(word string) bool) string {
	lower := strings.ToLower(word)
	if r := []rune(lower); !small(BareWord(lower)) && len(r) > 0 {
		return string(unicode.ToUpper(r[0])) + string(r[1:])
	}
	return lower
}

// BareWord is a word without the marks around it.
func BareWord(word string) string { return strings.Trim(word, `,.;:()"“”`) }

// EndsPart reports whether a mark stands behind a word by which a part of a sentence ends.
func EndsPart(word string) bool { return strings.IndexByte(",.;:)", word[len(word)-1]) >= 0 }

// InName is a name, or a place, that was read in a text in capitals; before a commune is a
// comma.
func InName(value string, small, commune func(word string) bool) string {
	words := strings.Fields(value)
	for i, w := range words {
		words[i] = AsName(w, small)
		if i > 1 && commune(words[i]) && !EndsPart(words[i-1]) {
			words[i-1] += ","
		}
	}
	return strings.Join(words, " ")
}
