package form

import (
	"strings"

	"guongsang/internal/letters"
)

// trimCourtesy leaves out what is only polite before and after a sentence.
func trimCourtesy(words []string) []string {
	for len(words) > 1 && polite[words[0]] && words[0] != "la" {
		words = words[1:]
	}
	return trimAfter(words)
}

// trimAfter leaves out what is only polite after a sentence.
func trimAfter(words []string) []string {
	for len(words) > 1 && after[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return words
}

var after = setOf("nhe nha a ah em voi giup di da oi ad nhen anh chi cho minh")

// trimEnd leaves out what is only polite at the end of an answer.
func trimEnd(words []string) []string {
	for len(words) > 1 {
		last := strings.Trim(words[len(words)-1], ".,!")
		if folded := letters.Fold(last); !marked(last, "a") && !courtesy[folded] && !noLetters(last) {
			break
		}
		words = words[:len(words)-1]
	}
	return words
}

var courtesy = setOf("nhe nha em nhen")

// noLetters reports whether there is neither a letter nor a digit in a word.
func noLetters(word string) bool { return strings.IndexFunc(word, inWord) < 0 }

func inWord(r rune) bool { return !notOfWord(r) }
