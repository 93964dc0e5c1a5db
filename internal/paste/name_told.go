package paste

import (
	"strings"
	"unicode"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// nameTold is the first person of whom a text tells.
func nameTold(text string) string {
	for line := range strings.SplitSeq(text, "\n") {
		if name := nameInLine(line); name != "" {
			return name
		}
	}
	return ""
}

func nameInLine(line string) string {
	line = strings.ReplaceAll(line, " (", ", (") // a name ends there
	words := strings.Fields(line)
	for i := range words {
		words[i] = strings.Trim(words[i], "“”\"(")
	}
	folded := make([]string, len(words))
	capitals := false
	for i, w := range words {
		folded[i] = intent.PlainName(strings.TrimRight(w, ",.;:)"))
		capitals = capitals || i > 0 && letters.Capital(w)
	}
	for i := range words {
		switch {
		case !intent.Surnames[folded[i]] && !beforeMiddle(words[i:]):
		case !capitals:
			if name := smallName(words, folded, i); name != "" {
				return name
			}
		case letters.Capital(words[i]):
			end := i + nameLength(words[i:])
			if titled := i > 0 && intent.CalledBy[folded[i-1]]; end-i >= 3 || end-i == 2 && titled {
				return strings.TrimRight(strings.Join(words[i:end], " "), ",.;:)")
			}
		}
	}
	return ""
}

// beforeMiddle reports whether a word with a capital stands before one of the
// middle names that only persons have: it is a surname then, whichever.
func beforeMiddle(words []string) bool {
	return len(words) > 2 && letters.Capital(words[0]) && !intent.UnitKinds[letters.Fold(words[0])] && !strings.ContainsAny(words[0], ",.;:)") &&
		texts.MiddleNames[words[1]] && letters.Fold(words[2]) != "hoa"
}

// nameLength is how many words belong to a name that begins with them.
func nameLength(words []string) (n int) {
	for n < len(words) && n < 5 && letters.Capital(words[n]) {
		n++
		if strings.ContainsAny(words[n-1], ",.;:)") {
			break
		}
	}
	return n
}

// middles are the middle names that tell a name where nothing is written with
// capitals.
var middles = letters.Set("thi van a mi my lao phu u ta")

// smallName is a name without capitals at a place in a text: after a form of
// address, with a middle name.
func smallName(words, folded []string, i int) string {
	if i == 0 || !intent.CalledBy[folded[i-1]] || i+2 >= len(words) || !middles[folded[i+1]] || strings.ContainsAny(words[i]+words[i+1], ",.;:)") {
		return ""
	}
	return strings.TrimRight(strings.Join(words[i:i+3], " "), ",.;:)")
}

// groupWords are the words by which names of collectives begin, as they are written
// at the beginning of a sentence.
var groupWords = func() map[string]bool {
	all := map[string]bool{}
	for _, words := range texts.GroupWords {
		all[words] = true
	}
	return all
}()

// afterGroup are the words before which the name of a collective ends.
var afterGroup = letters.Set("o tai da trong gom co do moi cung cua dang la nam duoc")

// longestGroup is how many words the name of a collective has at most.
const longestGroup = 12

// groupTold is the collective with whose name a sentence begins.
func groupTold(text string) string {
	for line := range strings.SplitSeq(text, "\n") {
		for sentence := range strings.SplitSeq(line, ". ") {
			if name := groupIn(strings.Fields(sentence)); name != "" {
				return name
			}
		}
	}
	return ""
}

func groupIn(words []string) string {
	if len(words) < 3 || !beginsGroup(words) {
		return ""
	}
	for n := 1; n < min(len(words), longestGroup+1); n++ {
		if afterGroup[letters.Fold(words[n])] || words[n] != "" && unicode.IsDigit(rune(words[n][0])) {
			return nameOfGroup(words[:n])
		}
		if strings.ContainsAny(words[n], ",:;(") {
			return nameOfGroup(words[:n+1])
		}
	}
	if len(words) <= longestGroup {
		return nameOfGroup(words)
	}
	return ""
}

func beginsGroup(words []string) bool {
	return groupWords[words[0]] || groupWords[strings.Join(words[:2], " ")] || groupWords[strings.Join(words[:3], " ")]
}

// nameOfGroup is what is a name of a collective: it has a capital beside the
// first.
func nameOfGroup(words []string) string {
	for _, w := range words[1:] {
		if letters.Capital(w) {
			return strings.TrimRight(strings.Join(words, " "), ",.;:( ")
		}
	}
	return ""
}
