package publicity

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// paragraphs are the lines of a text that are not empty, each with single spaces.
func paragraphs(s string) (all []string) {
	for line := range strings.Lines(s) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			all = append(all, line)
		}
	}
	return all
}

// sentences cuts a paragraph behind what ends a sentence and is followed by the
// beginning of another: not behind the dots of L.V.P., TP. or 1.200.
func sentences(s string) (all []string) {
	from := 0
	for i, r := range s {
		next := i + utf8.RuneLen(r)
		if !strings.ContainsRune(".!?…", r) || next >= len(s) || s[next] != ' ' {
			continue
		}
		if r == '.' && shortened(s[from:i]) || !begins(s[next+1:]) {
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

func begins(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("“\"'(-–•", r)
}

// ended is a text with a stop at its end.
func ended(s string) string {
	s = strings.TrimRight(s, " ,;:")
	if s == "" || strings.HasSuffix(s, "…") || strings.ContainsAny(s[len(s)-1:], ".!?") {
		return s
	}
	for _, closing := range []string{"”", "\"", ")"} { // the stop may stand within
		if rest, ok := strings.CutSuffix(s, closing); ok && rest != "" && strings.ContainsAny(rest[len(rest)-1:], ".!?") {
			return s
		}
	}
	return s + "."
}
