package letters

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences cuts a paragraph behind what ends a sentence and is followed by the
// beginning of another: not behind the dots of L.V.P., TP. or 1.200.
func Sentences(s string) (all []string) {
	from := 0
	for i, r := range s {
		next := i + utf8.RuneLen(r)
		if !strings.ContainsRune(".!?…", r) || next >= len(s) || s[next] != ' ' {
			continue
		}
		if r == '.' && shortened(s[from:i]) || !opens(s[next+1:]) {
			continue
		}
		all = append(all, s[from:next])
		from = next + 1
	}
	return append(all, s[from:])
}

// shortened reports whether the last word of what stands before a dot is one
// that a dot shortens: an initial, or a short form of an administrative level.
func shortened(before string) bool {
	word := before[strings.LastIndexAny(before, " (.“\"")+1:]
	return utf8.RuneCountInString(word) == 1 && unicode.IsUpper([]rune(word)[0]) || word == "TP" || word == "TX" || word == "TT" || word == "Th" || word == "GS" || word == "TS"
}

func opens(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("“\"'(-–•", r)
}

// A Measure says how long a text is.
type Measure func(string) int

// Fit is as much of a paragraph as a bound leaves room for: whole sentences, and
// if not even the first has room, as many words of it as have, with a sign that it
// goes on. The rest is what was left over.
func Fit(paragraph string, most int, long Measure) (part, rest string) {
	if long(paragraph) <= most {
		return paragraph, ""
	}
	all := Sentences(paragraph)
	n := 0
	for n < len(all) && long(strings.Join(all[:n+1], " ")) <= most { // from the front: of a long text little has room
		n++
	}
	if n > 0 {
		return strings.Join(all[:n], " "), strings.Join(all[n:], " ")
	}
	part = CutBehindWord(all[0], most, long)
	rest = strings.TrimSpace(strings.TrimPrefix(paragraph, strings.TrimSuffix(part, "…")))
	return part, rest
}

// counts reports whether a word is a number that says how many there are of what
// follows: a text that ends with it says nothing. In "năm 2026" it is part of a name.
func counts(before, word string) bool {
	return word[0] >= '0' && word[0] <= '9' && !countedBefore[Fold(before)]
}

// countedBefore are the words that have their number behind them.
var countedBefore = Set("nam thang ngay quy so lop khoi dieu khoan")

// CutBehindWord is a sentence cut behind a word, with a sign that it goes on.
func CutBehindWord(sentence string, most int, long Measure) string {
	if long(sentence) <= most {
		return sentence
	}
	all := strings.Fields(sentence)
	low, high := 0, len(all)
	for low < high {
		if n := (low + high + 1) / 2; long(strings.TrimRight(strings.Join(all[:n], " "), ",;:")+"…") <= most {
			low = n
		} else {
			high = n - 1
		}
	}
	if low > 1 && counts(all[low-2], all[low-1]) {
		low--
	}
	if low > 0 {
		return strings.TrimRight(strings.Join(all[:low], " "), ",;:") + "…"
	}
	cut := "" // one word without end
	for _, r := range sentence {
		if long(cut+string(r)+"…") > most {
			break
		}
		cut += string(r)
	}
	if cut == "" {
		return ""
	}
	return cut + "…"
}
