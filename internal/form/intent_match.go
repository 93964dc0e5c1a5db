package form

import "strings"

// A rule is a few ways to ask for one thing. A way is the words that it is told
// by, in their order: "ai|gi" is one of several words, "*" stands for up to four
// words that do not matter, "^" and "$" for the beginning and the end.
type wordRule struct {
	intent   Intent
	who      func(Speaker) bool // nil: everybody
	known    int                // so many of a hundred words have to be known, else it tells a story
	patterns []pattern
}

// lexicon are the words that rules are made of; each has a number.
var (
	lexicon       []string
	lexiconNumber = map[string]int{}
)

func numberOf(word string) int {
	if n, ok := lexiconNumber[word]; ok {
		return n
	}
	return -1
}

// A pattern is one way, as steps.
type pattern []step

type step struct {
	words []int
	gap   bool // up to maxGap words
	begin bool
	end   bool
}

const maxGap = 4

// patternsOf reads ways, one a line.
func patternsOf(lines string) (all []pattern) {
	for line := range strings.FieldsFuncSeq(lines, func(r rune) bool { return r == '\n' || r == ',' }) {
		var p pattern
		for part := range strings.FieldsSeq(line) {
			p = append(p, stepOf(part))
		}
		if len(p) > 0 {
			all = append(all, p)
		}
	}
	return all
}

func stepOf(part string) step {
	switch part {
	case "*":
		return step{gap: true}
	case "^":
		return step{begin: true}
	case "$":
		return step{end: true}
	}
	var s step
	for word := range strings.SplitSeq(part, "|") {
		n, ok := lexiconNumber[word]
		if !ok {
			n = len(lexicon)
			lexicon, lexiconNumber[word] = append(lexicon, word), n
		}
		s.words = append(s.words, n)
	}
	return s
}

// follows reports whether the sentence goes one of the ways.
func (s sentence) follows(all []pattern) bool {
	for _, p := range all {
		for at := range s.spoke {
			if s.goes(p, at) {
				return true
			}
			if p[0].begin {
				break
			}
		}
	}
	return false
}

// goes reports whether a way begins at a word of the sentence.
func (s sentence) goes(p pattern, at int) bool {
	for i, step := range p {
		switch {
		case step.begin:
			if at != 0 {
				return false
			}
		case step.end:
			return at == len(s.spoke)
		case step.gap:
			for skip := 0; skip <= maxGap && at+skip <= len(s.spoke); skip++ {
				if s.goes(p[i+1:], at+skip) {
					return true
				}
			}
			return false
		default:
			if at >= len(s.spoke) || !one(step.words, s.spoke[at]) {
				return false
			}
			at++
		}
	}
	return true
}

func one(words []int, word int) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}
