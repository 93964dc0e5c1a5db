package likeness

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"guongsang/internal/letters"
)

// A text is known by its shingles: every three words that stand in a row,
// without diacritics, with one sign for any figure and one for any name, so that
// who replaces these has changed nothing. Of each 16 bits of a hash are kept, of a long
// text the smallest: those that two texts share among them are about those that
// they share at all.
const (
	shingled = 3
	kept     = 96
)

//go:embed phrases.txt
var phrasesText string

// stock are the shingles of the passages that stand in everybody's letters.
var stock = sync.OnceValue(func() map[uint16]bool {
	known := map[uint16]bool{}
	for line := range strings.Lines(phrasesText) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			for _, h := range hashes(line) {
				known[h] = true
			}
		}
	}
	return known
})

// shingles gives the hashes of a text that are its own, ascending. They are asked for
// twice of what is sent: for the look at what is like it, and to be kept.
var shingles = letters.RememberLast(shinglesOf)

func shinglesOf(s string) []uint16 {
	known := stock()
	all := slices.DeleteFunc(hashes(s), func(h uint16) bool { return known[h] })
	slices.Sort(all)
	all = slices.Compact(all)
	return all[:min(kept, len(all))]
}

const (
	figure   = "#"
	someName = "@"
)

func hashes(s string) (all []uint16) {
	row := tokens(s)
	for i := range len(row) - shingled + 1 {
		three := row[i : i+shingled]
		told := slices.ContainsFunc(three, func(w string) bool { return w != figure && w != someName })
		h := hash(three...)
		if told {
			all = append(all, uint16(h^h>>16))
		}
	}
	return all
}

// hash is FNV-1a over some words. It is part of what traits are: whoever changes it
// gives them another mark.
func hash(words ...string) uint32 {
	h := uint32(2166136261)
	for _, w := range words {
		for i := range len(w) {
			h = (h ^ uint32(w[i])) * 16777619
		}
		h = (h ^ ' ') * 16777619
	}
	return h
}

// addressed are the words that change with who is meant.
var addressed = map[string]bool{"ong": true, "ba": true, "anh": true, "chi": true, "em": true, "co": true, "thai": true, "chau": true}

// tokens are the words of a text, figures and names each as one sign.
func tokens(s string) (all []string) {
	loud := shouted(s)
	begins := true // a sentence
	for part := range strings.FieldsSeq(letters.Clean(s)) {
		for i, w := range strings.FieldsFunc(part, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			folded := iForY(letters.Fold(w))
			first, _ := utf8.DecodeRuneInString(w)
			upper := unicode.IsUpper(first)
			switch last := len(all) - 1; {
			case isNumber(folded):
				if last < 0 || all[last] != figure {
					all = append(all, figure)
				}
			case addressed[folded], upper && !loud && (!begins || last >= 0 && all[last] == someName && i == 0):
				if last < 0 || all[last] != someName {
					all = append(all, someName)
				}
			default:
				all = append(all, folded)
			}
			begins = false
		}
		begins = begins || strings.ContainsAny(part[len(part)-1:], ".!?:;\"-") || strings.HasSuffix(part, "”")
	}
	return all
}

// shouted reports whether most of a text is in capitals, so that they say nothing.
func shouted(s string) bool {
	upper, all := 0, 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			all++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	return 2*upper > all
}
