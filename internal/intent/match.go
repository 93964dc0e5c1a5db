package intent

import (
	"strings"
	"sync"
)

// A wordRule is a few ways to ask for one thing.
type wordRule struct {
	intent Intent
	who    func(Speaker) bool // nil: everybody
	ways   []way
}

// A lexicon is the words that ways are made of; each has a number. What is
// written with "_" is several words that make one.
type lexicon struct {
	numbers    map[string]int
	parts      map[string]bool // of words that make one
	joined     map[string]bool // those that begin one
	slippery   []string        // those that are long enough to be mistyped
	longestRun int
}

// A grammar is the lexicon and the ways that are made of it.
type grammar struct {
	lexicon
	ofNumbered, rules, aside                 []wordRule
	nilOfUnit, handedTo, takingAway, telling []way
}

// learned is the grammar. It is learnt when the first sentence comes: a program to
// which nobody speaks has no room for it.
var learned = sync.OnceValue(func() *grammar {
	g := &grammar{lexicon: lexicon{numbers: map[string]int{}, parts: map[string]bool{}, joined: map[string]bool{}, longestRun: 1}}
	l := &g.lexicon
	g.ofNumbered, g.rules, g.aside = l.ofNumbered(), l.rules(), l.aside()
	g.nilOfUnit, g.handedTo, g.takingAway, g.telling = l.nilOfUnit(), l.handedTo(), l.takingAway(), l.telling()
	for _, word := range common {
		l.learn(word)
	}
	return g
})

func (l *lexicon) numberOf(word string) int {
	if n, ok := l.numbers[word]; ok {
		return n
	}
	return -1
}

func (l *lexicon) learn(word string) int {
	if n, ok := l.numbers[word]; ok {
		return n
	}
	n := len(l.numbers)
	l.numbers[word] = n
	run := strings.Split(word, "_")
	l.longestRun = max(l.longestRun, len(run))
	if len(run) > 1 {
		l.joined[run[0]] = true
	}
	for _, part := range run {
		if !l.parts[part] && len(part) >= 3 {
			l.slippery = append(l.slippery, part)
		}
		l.parts[part] = true
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
func (l *lexicon) waysOf(lines string) (all []way) {
	for line := range strings.SplitSeq(classes.Replace(lines), ",") {
		var w way
		for part := range strings.FieldsSeq(line) {
			w = append(w, l.stepOf(part))
		}
		if len(w) > 0 {
			all = append(all, w)
		}
	}
	return all
}

func (l *lexicon) stepOf(part string) (s step) {
	switch part {
	case "*":
		s.gap = true
	case "^":
		s.begin = true
	case "$":
		s.end = true
	default:
		for word := range strings.SplitSeq(part, "|") {
			s.words = append(s.words, l.learn(word))
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
