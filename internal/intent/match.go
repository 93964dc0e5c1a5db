package intent

import "strings"

// A wordRule is a few ways to ask for one thing.
type wordRule struct {
	intent Intent
	who    func(Speaker) bool // nil: everybody
	ways   []way
}

// The lexicon is the words that ways are made of; each has a number. What is
// written with "_" is several words that make one.
var (
	lexicon    = map[string]int{}
	parts      = map[string]bool{} // of words that make one
	joined     = map[string]bool{} // those that begin one
	slippery   []string            // those that are long enough to be mistyped
	longestRun = 1
)

func numberOf(word string) int {
	if n, ok := lexicon[word]; ok {
		return n
	}
	return -1
}

func learn(word string) int {
	if n, ok := lexicon[word]; ok {
		return n
	}
	n := len(lexicon)
	lexicon[word] = n
	run := strings.Split(word, "_")
	longestRun = max(longestRun, len(run))
	if len(run) > 1 {
		joined[run[0]] = true
	}
	for _, part := range run {
		if !parts[part] && len(part) >= 3 {
			slippery = append(slippery, part)
		}
		parts[part] = true
	}
	return n
}

// A way is one way to ask for something: words in their order.
type way []step

// A step of a way is one of several words, up to maxGap that do not matter, or
// the beginning or end of the sentence.
type step struct {
	words           []int
	gap, begin, end bool
}

const maxGap = 5

// waysOf reads ways, parted by commas. "a|b" is one of several words, "*" a gap,
// "#" a number, "^" and "$" the beginning and the end; {when} and its like are
// words that mean the same here.
func waysOf(lines string) (all []way) {
	for line := range strings.SplitSeq(classes.Replace(lines), ",") {
		var w way
		for part := range strings.FieldsSeq(line) {
			w = append(w, stepOf(part))
		}
		if len(w) > 0 {
			all = append(all, w)
		}
	}
	return all
}

func stepOf(part string) (s step) {
	switch part {
	case "*":
		s.gap = true
	case "^":
		s.begin = true
	case "$":
		s.end = true
	default:
		for word := range strings.SplitSeq(part, "|") {
			s.words = append(s.words, learn(word))
		}
	}
	return s
}

// goes reports whether the sentence goes one of the ways.
func (s Sentence) goes(ways []way) bool {
	for _, w := range ways {
		for at := range s.spoke {
			if s.from(at, w) {
				return true
			}
			if w[0].begin {
				break
			}
		}
	}
	return false
}

// from reports whether a way begins at a word of the sentence.
func (s Sentence) from(at int, w way) bool {
	for i, step := range w {
		switch {
		case step.begin:
			if at != 0 {
				return false
			}
		case step.end:
			return at == len(s.spoke)
		case step.gap:
			for skip := 0; skip <= maxGap && at+skip <= len(s.spoke); skip++ {
				if s.from(at+skip, w[i+1:]) {
					return true
				}
			}
			return false
		default:
			if at >= len(s.spoke) || !oneOf(step.words, s.spoke[at]) {
				return false
			}
			at++
		}
	}
	return true
}

func oneOf(words []int, word int) bool {
	for _, w := range words {
		if w == word {
			return true
		}
	}
	return false
}
