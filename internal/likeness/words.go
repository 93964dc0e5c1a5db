package likeness

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"guongsang/internal/letters"
	"guongsang/internal/vietnamese"
)

//go:embed words.txt
var wordsText string

// A lexicon is what the package knows of words; all of them folded.
type lexicon struct {
	written  map[string][]string // another way to write it -> the one
	longest  int                 // words of the longest of those
	filler   map[string]bool     // words that tell nothing in the name of a collective
	bodies   map[string]bool     // words that make another collective of the one whose name follows
	villages map[string]bool     // what stands before the name of a village
	communes map[string]bool     // of a commune
	levels   map[string]bool     // of what is above
	nowhere  map[string]bool     // two or three words, of which one looks like these
	offices  map[string]bool     // first words of an institution's name
}

var lexis = sync.OnceValue(func() *lexicon {
	l := &lexicon{written: map[string][]string{}, filler: map[string]bool{}, bodies: map[string]bool{}, villages: map[string]bool{}, communes: map[string]bool{}, levels: map[string]bool{}, nowhere: map[string]bool{}, offices: map[string]bool{}}
	sections := map[string]map[string]bool{"filler": l.filler, "bodies": l.bodies, "villages": l.villages, "communes": l.communes, "levels": l.levels, "nowhere": l.nowhere, "offices": l.offices}
	for _, word := range vietnamese.Villages {
		l.villages[strings.Join(split(word), " ")] = true
	}
	section := ""
	for line := range strings.Lines(wordsText) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			section = strings.Trim(line, "[]")
		case section == "written":
			ways, one, _ := strings.Cut(line, "=")
			for way := range strings.SplitSeq(ways, ",") {
				words := split(way)
				l.written[strings.Join(words, " ")] = split(one)
				l.longest = max(l.longest, len(words))
			}
		default:
			for phrase := range strings.SplitSeq(line, ",") {
				sections[section][strings.Join(split(phrase), " ")] = true
			}
		}
	}
	return l
})

//go:embed communes.txt
var communesText string

// isCommune has the communes that there are or were, as they are kept in traits.
var isCommune = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for old, now := range madeOf() {
		all[old], all[now] = true, true
	}
	return all
})

// madeOf has the communes of before, each with that of which it is a part now;
// both as they are kept in traits.
var madeOf = sync.OnceValue(func() map[string]string {
	now := map[string]string{}
	for line := range strings.Lines(communesText) {
		one, before, ok := strings.Cut(line, "=")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for old := range strings.SplitSeq(before, ",") {
			now[heard(old)] = heard(one)
		}
	}
	return now
})

// heard are the words of a name as they are heard.
func heard(name string) string {
	all := words(name)
	for i, w := range all {
		all[i] = sounds(w)
	}
	return strings.Join(all, " ")
}

// split gives the folded words and numbers of a text.
func split(s string) []string { return strings.Fields(iForY(strings.Join(folded(s), " "))) }

func folded(s string) []string {
	return strings.FieldsFunc(letters.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// iForY takes y for i: Ly and Li, Quy and Qui.
func iForY(s string) string { return strings.ReplaceAll(s, "y", "i") }

// words are those of a name or a place, each thing written in one way: abbreviations
// at length, Roman numbers and those in words behind "số" as figures.
func words(s string) []string {
	l := lexis()
	all := folded(s)
	for i, w := range all {
		all[i] = iForY(w)
		if short := strings.TrimLeft(w, "0"); short != "" && isNumber(w) {
			all[i] = short
		}
		if n, ok := roman[w]; ok && i > 0 {
			all[i] = n
		} else if n := vietnamese.Number(w); n > 0 && i > 0 && all[i-1] == "so" {
			all[i] = strconv.Itoa(n)
		}
	}
	var out []string
next:
	for i := 0; i < len(all); i++ {
		for n := min(l.longest, len(all)-i); n > 0; n-- {
			if one, ok := l.written[strings.Join(all[i:i+n], " ")]; ok {
				out = append(out, one...)
				i += n - 1
				continue next
			}
		}
		out = append(out, all[i])
	}
	return out
}

// roman are the Roman numerals of one digit, but for V, which begins a name.
var roman = func() map[string]string {
	all := map[string]string{}
	for n := 1; n < 10; n++ {
		if numeral := vietnamese.Roman(n); numeral != "V" {
			all[strings.ToLower(numeral)] = strconv.Itoa(n)
		}
	}
	return all
}()

// isNumber reports whether a word has a figure in it: 2, 8a1.
func isNumber(w string) bool { return strings.ContainsFunc(w, unicode.IsDigit) }

// sounds is how a syllable is heard, whichever letters it is written with:
// Sua and Xua, Giàng and Dàng, Zủ and Dủ, Trang and Chang. No letter is heard twice
// in a row: that is a slip.
func sounds(w string) string {
	if !isNumber(w) {
		w = string(slices.Compact([]byte(w)))
	}
	switch {
	case w == "chao": // Chảo and Chẻo are one family name of the Dao
		return "cheo"
	case strings.HasPrefix(w, "gi") && len(w) > 2 && !slices.Contains([]byte("ncm"), w[2]):
		return "d" + w[2:]
	case strings.HasPrefix(w, "tr"):
		return "ch" + w[2:]
	case w != "" && (w[0] == 'z' || w[0] == 'r'):
		return "d" + w[1:]
	case strings.HasPrefix(w, "x"):
		return "s" + w[1:]
	}
	return w
}
