package intent

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// TrimCourtesy leaves out what is only polite before and after a sentence.
func TrimCourtesy(words []string) []string {
	for len(words) > 1 && Polite[words[0]] && words[0] != "la" && (words[0] != "cha" || !knowing[words[1]]) {
		words = words[1:]
	}
	return TrimAfter(words)
}

// knowing are the words before which "chả" is no father, and denies them.
var knowing = letters.Set("biet ro nho thay co nghe can muon nghi")

// TrimAfter leaves out what is only polite after a sentence.
func TrimAfter(words []string) []string {
	for len(words) > 1 && after[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return words
}

var after = letters.Set("nhe nha a ah em voi giup gium di da oi ad nhen nghen anh chi cho minh")

// TrimEnd leaves out what is only polite at the end of an answer.
func TrimEnd(words []string) []string {
	trimmed := false
	for len(words) > 1 {
		last := strings.Trim(words[len(words)-1], ".,!")
		before := strings.ToLower(norm.NFC.String(words[len(words)-2]))
		if besidePolite[strings.ToLower(norm.NFC.String(last))] && len(words) > 3 && (trimmed || courtesy[before]) {
			words, trimmed = words[:len(words)-1], true
			continue
		}
		inName := letters.Capital(last) && letters.Len(last) > 1 // bản Nà Páo Nhè
		if inName || strings.EqualFold(last, texts.House) || !letters.Marked(last, "a") && !courtesy[strings.ToLower(norm.NFC.String(last))] && !noLetters(last) {
			break
		}
		words, trimmed = words[:len(words)-1], true
	}
	return words
}

// besidePolite are such words only beside another of them.
var besidePolite = letters.Set(texts.PoliteBeside)

// courtesy are such words as they are written, with their marks and without: with
// other marks they are other words.
var courtesy = letters.Set(texts.PoliteEnds)

// noLetters reports whether there is neither a letter nor a digit in a word.
func noLetters(word string) bool { return strings.IndexFunc(word, inWord) < 0 }

func inWord(r rune) bool { return !letters.NotOfWord(r) }
