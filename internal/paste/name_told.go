package paste

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"guongsang/internal/intent"
	"guongsang/internal/letters"
	"guongsang/internal/privacy"
	"guongsang/internal/texts"
	"guongsang/internal/vietnamese"
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

// A telling is a line as it is read for the person of whom it tells.
type telling struct {
	words    []string
	folded   []string // without the marks around
	capitals bool     // some are written with them, beside the first
}

func tellingOfLine(line string) (t telling) {
	line = strings.ReplaceAll(line, " (", ", (") // a name ends there
	t.words = strings.Fields(line)
	t.folded = make([]string, len(t.words))
	for i, w := range t.words {
		t.words[i] = strings.Trim(w, "“”\"(")
		t.folded[i] = intent.PlainName(strings.TrimRight(t.words[i], ",.;:)"))
		t.capitals = t.capitals || i > 0 && letters.Capital(t.words[i])
	}
	return t
}

func nameInLine(line string) string {
	t := tellingOfLine(line)
	for i := 0; i < len(t.words); i++ {
		switch {
		case !t.capitals:
			if name := t.smallName(i); name != "" {
				return name
			}
		case !letters.Capital(t.words[i]):
		case t.ofPlace(i):
			i += nameLength(t.words[i:]) - 1
		default:
			if n := t.nameAt(i); n > 0 {
				return strings.TrimRight(strings.Join(t.words[i:i+n], " "), ",.;:)")
			}
		}
	}
	return ""
}

// nameAt is how many words from one with a capital on are the name of a person: it
// begins as names do, or somebody is called by it.
func (t telling) nameAt(i int) int {
	n, called := nameLength(t.words[i:]), t.called(i)
	switch words := t.words[i : i+n]; {
	case n == 1:
		if called && isHighland(words) && len(words[0]) > len("H'") {
			return n
		}
	case beginsName(words) && (n >= 3 || called):
		return n
	case called && texts.AddressWords()[strings.ToLower(t.words[i-1])] && !ofOffices[t.folded[i]] && !intent.UnitKinds[t.folded[i]] && t.folded[n+i-1] != "minh":
		return n
	}
	return 0
}

// called reports whether a form of address, or what somebody is, stands before a word.
func (t telling) called(i int) bool {
	return i > 0 && (intent.CalledBy[t.folded[i-1]] || calledAs[t.folded[i-1]]) && strings.IndexByte(",.;:", t.words[i-1][len(t.words[i-1])-1]) < 0
}

var (
	// calledAs are last words of what stands before a name, folded.
	calledAs = letters.Set("duc muc thuong ca be giao sinh si sy vien nhan ta uy truong tich thu dan lang ban")
	// ofOffices are words with which offices begin.
	ofOffices = letters.Set("chu pho ban uy giam hieu bi mat dang nhan to ho")
)

// ofPlace reports whether the words with capitals at a place in a text are the name
// of a village, of a commune, or of a school that is called after somebody.
func (t telling) ofPlace(i int) bool {
	if i == 0 {
		return false
	}
	head := strings.ToLower(t.words[i-1])
	switch {
	case headsTitle[t.folded[i-1]] && i > 1 && villageHeads[t.folded[i-2]] && !(i > 2 && t.folded[i-2] == "gia" && t.folded[i-3] == "lien"):
		return false
	case texts.PlaceWords()[head], t.folded[i-1] == "huyen", t.folded[i-1] == "truong" && i > 1 && t.folded[i-2] == "diem":
		return true
	}
	for j := i - 1; j >= 0 && j > i-7; j-- {
		switch head = strings.ToLower(t.words[j]); {
		case head == texts.School:
			return true
		case strings.ContainsAny(head, ",.;:)"), !kindOfOffice[t.folded[j]] && head == t.words[j]:
			return false
		}
	}
	return false
}

// headsTitle are words of villages that are part of a title after those of
// villageHeads.
var headsTitle = letters.Set(vietnamese.Village + " khu to")

// isSurname reports whether a word is one with which the name of a person begins.
// What has marks is looked up as it is written, among those of all peoples; without
// them only those that are no other word are known.
func isSurname(word string) bool {
	return intent.Surnames[intent.PlainName(word)] || unicode.IsUpper([]rune(word)[0]) && privacy.IsFamilyName(word)
}

// beginsName reports whether words begin as the name of a person does.
func beginsName(words []string) bool {
	return isSurname(words[0]) || beforeMiddle(words) || isHighland(words)
}

// isHighland reports whether words begin as names of the highlands do that have no
// surname before them: with the mark of sex, "Y", "H'" or "K'".
func isHighland(words []string) bool {
	first := strings.ReplaceAll(words[0], "’", "'")
	return strings.HasPrefix(first, "H'") || strings.HasPrefix(first, "K'") || first == "Y" && len(words) > 1 && letters.Capital(words[1])
}

// beforeMiddle reports whether a word with a capital stands before one of the
// middle names that only persons have: it is a surname then, whichever.
func beforeMiddle(words []string) bool {
	return len(words) > 2 && letters.Capital(words[0]) && !intent.UnitKinds[letters.Fold(words[0])] && !strings.ContainsAny(words[0], ",.;:)") &&
		texts.MiddleNames[words[1]] && letters.Fold(words[2]) != "hoa"
}

// nameLength is how many words belong to a name that begins with them.
func nameLength(words []string) (n int) {
	for n < len(words) && n < 5 && letters.Capital(words[n]) && !(n > 0 && numberedVillage(words[n:]) && n+1 < len(words) && unicode.IsDigit(rune(words[n+1][0]))) {
		n++
		if strings.ContainsAny(words[n-1], ",.;:)!") {
			break
		}
	}
	return n
}

// middles are the middle names that tell a name where nothing is written with
// capitals.
var middles = letters.Set("thi van a mi my lao phu u ta")

// smallName is a name without capitals at a place in a text: at its beginning or after a
// form of address, with a middle name.
func (t telling) smallName(i int) string {
	if !intent.Surnames[t.folded[i]] && !beforeMiddle(t.words[i:]) || i > 0 && !intent.CalledBy[t.folded[i-1]] || i+2 >= len(t.words) || !middles[t.folded[i+1]] || strings.ContainsAny(t.words[i]+t.words[i+1], ",.;:)") {
		return ""
	}
	return strings.TrimRight(strings.Join(t.words[i:i+3], " "), ",.;:)")
}

// groupWords are the words by which names of collectives begin, as they are written
// at the beginning of a sentence.
var groupWords = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, words := range texts.GroupWords {
		all[strings.ToLower(words)] = true
	}
	return all
})

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
	quoted := false
	for n := 1; n < min(len(words), longestGroup+1); n++ {
		marks := strings.Count(words[n], `"`) + strings.Count(words[n], "“") + strings.Count(words[n], "”")
		inside := quoted
		quoted = quoted != (marks == 1)
		switch w := words[n]; {
		case inside && quoted:
		case texts.AfterGroup()[w], texts.GroupDoes()[w], dashAt(w) == len(w) && nameOfGroup(words[:n]) != "":
			return nameOfGroup(words[:n])
		case unicode.IsDigit(rune(w[0])) && !numbered[letters.Fold(words[n-1])]:
			return nameOfGroup(words[:n])
		case n > 2 && n+1 < len(words) && letters.Capital(words[n+1]) && texts.CommuneWords()[w] && villageHeadIn(words[1:n]):
			return nameOfGroup(words[:n])
		case strings.ContainsAny(w, ",:;("):
			return nameOfGroup(words[:n+1])
		}
	}
	if len(words) <= longestGroup {
		return nameOfGroup(words)
	}
	return ""
}

// numbered are the words before numbers that are names.
var numbered = letters.Set("so pho to khu thon ban khom ap khoi doi lop")

// villageHeadIn reports whether there is the word of a village among some: its commune
// is part of the place and not of the name.
func villageHeadIn(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(texts.Villages(), w) })
}

// beginsGroup reports whether a sentence begins with the words of a collective.
func beginsGroup(words []string) bool {
	if first := []rune(strings.Join(words, " ")); len(first) == 0 || !unicode.IsUpper(first[0]) {
		return false
	}
	for n := range min(3, len(words)) {
		if groupWords()[strings.ToLower(strings.Join(words[:n+1], " "))] {
			return true
		}
	}
	return false
}

// nameOfGroup is what is a name of a collective: it has a capital beside the
// first.
func nameOfGroup(words []string) string {
	for _, w := range words[1:] {
		if letters.Capital(strings.TrimLeft(w, `"“`)) {
			return strings.TrimRight(strings.Join(words, " "), ",.;:( ")
		}
	}
	return ""
}
