package correction

import (
	"strings"
	"unicode"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// What words are to come in the place of which others, and a text with them.

// Narrowed are the words of a sentence that come in the place of others, where it has more
// around them: of "Cô An dạy 10 năm chứ không phải 9 năm" the 10 years. Not ok: it is about
// somebody, and shows no such place.
func Narrowed(not, sentence string) (old, right string, ok bool) {
	words, had := strings.Fields(sentence), strings.Fields(not)
	at, alike := -1, 0
	for i := 0; i+len(had) <= len(words); i++ {
		n := 0
		for k, w := range had {
			switch now := words[i+k]; {
			case letters.Fold(now) == letters.Fold(w), len(had) == 1 && letters.IsDigits(now) && letters.IsDigits(w):
				n++
			case letters.IsDigits(now) != letters.IsDigits(w):
				n -= len(had)
			}
		}
		if n > alike {
			at, alike = i, n
		}
	}
	to := at + len(had)
	if at < 0 {
		return not, sentence, len(words) <= len(had)+1 || !texts.AddressWords()[strings.ToLower(words[0])]
	}
	if len(had) == 1 && letters.IsDigits(not) && to < len(words) { // 9 is many a number, 9 years are one
		not, to = not+" "+words[to], to+1
	}
	for ; to < len(words) && letters.Capital(had[len(had)-1]) && letters.Capital(words[to]); to++ {
	}
	return not, strings.Join(words[at:to], " "), true
}

// WithoutSame leaves out the words with which both begin.
func WithoutSame(a, b string) (string, string) {
	for {
		first, restA, okA := strings.Cut(a, " ")
		other, restB, okB := strings.Cut(b, " ")
		if !okA || !okB || letters.Fold(first) != letters.Fold(other) {
			return a, b
		}
		a, b = restA, restB
	}
}

// WordsToReplace are the words that somebody wants out, and those that come instead.
func WordsToReplace(text string) (old, right string, ok bool) {
	text = plainQuotes.Replace(text)
	folded, runes := letters.Fold(text), []rune(text)
	m := putting().FindStringSubmatchIndex(folded)
	if m == nil || len(folded) != len(runes) { // folding keeps each letter one byte
		return "", "", false
	}
	bare := func(from, to int) string { return strings.Trim(string(runes[from:to]), ` ".!`) }
	old, right = bare(m[2], m[3]), bare(m[4], m[5])
	return old, right, old != "" && right != "" && old != right
}

var plainQuotes = strings.NewReplacer("“", `"`, "”", `"`, "«", `"`, "»", `"`)

var putting = letters.Pattern(`^(?:(?:em|cho em|cho|xin|nho|giup|toi|chi|anh) )*(?:sua|doi|thay|chua)(?: lai)?(?: (?:cho|giup|ho|gium) (?:em|toi|chi|anh|minh))?(?: chu| so| tu| cum tu| cau)? (.+?) (?:thanh|sang|bang)(?: la)? (.+?)(?: (?:giup|gium|nhe|nha)(?: (?:em|chi|toi|anh|minh))?)*$`)

// WithWords is a text in which words stand in the place of others: as they are written,
// else whatever their case and marks.
func WithWords(text, old, right string) (string, bool) {
	if at := wordsAt(text, old); at >= 0 {
		return text[:at] + right + afterWords(text[at+len(old):], old, right), true
	}
	folded, sought, runes := letters.Fold(text), letters.Fold(old), []rune(text)
	at := wordsAt(folded, sought)
	if at < 0 || len(folded) != len(runes) {
		return "", false
	}
	if r := []rune(old)[0]; unicode.IsUpper(runes[at]) && unicode.IsLower(r) { // where a sentence begins
		right = texts.Cap(right)
	}
	return string(runes[:at]) + right + string(runes[at+len(sought):]), true
}

// afterWords is the rest of a text, in which the same may stand again.
func afterWords(rest, old, right string) string {
	if more, found := WithWords(rest, old, right); found {
		return more
	}
	return rest
}

// wordsAt is where words stand in a text as whole words; -1 if nowhere.
func wordsAt(text, words string) int {
	for from := 0; from < len(text); {
		at := strings.Index(text[from:], words)
		if at < 0 {
			return -1
		}
		at += from
		if !inWord(text[:at], true) && !inWord(text[at+len(words):], false) {
			return at
		}
		from = at + len(words)
	}
	return -1
}

// inWord reports whether a text ends, or begins, with a letter or digit.
func inWord(text string, end bool) bool {
	r := []rune(text)
	switch {
	case len(r) == 0:
		return false
	case end:
		return !letters.NotOfWord(r[len(r)-1])
	}
	return !letters.NotOfWord(r[0])
}
