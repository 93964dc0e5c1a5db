package letters

import (
	"regexp"
	"slices"
	"strings"
)

// takingBack is how somebody takes back what was just said in the same breath: "…, à
// nhầm, …", "… à thôi …", "…, nhầm rồi, …".
var takingBack = regexp.MustCompile(`(?:[\s,;.]+(?:(?:a|ah|y|o|oi|ay|e|ui|chet|xin loi|em)[\s,]+)+(?:nham|lon|quen|khong phai|khong|thoi)(?:\s+(?:roi|mat|day))?|[,;.]\s*(?:nham|lon)(?:\s+roi)?[,;:])(?:[\s,:;.]+(?:phai la|moi dung la|dung la|la))?[\s,:;.]+`)

// takenBackBy are the words one of which takingBack cannot do without.
var takenBackBy = []string{"nham", "lon", "quen", "khong", "thoi"}

// maxTakenBack is how many words a text has at most in which something is taken back:
// a longer one tells that somebody was wrong.
const maxTakenBack = 25

// TakenBack gives what is meant of a text in which the first half is taken back by
// the second: "5/11, à nhầm, 6/11". Not ok means that nothing is taken back.
func TakenBack(text string) (meant string, ok bool) {
	words := strings.Fields(text)
	folded := Fold(text)
	if len(words) < 3 || len(words) > maxTakenBack || !slices.ContainsFunc(takenBackBy, func(w string) bool { return strings.Contains(folded, w) }) {
		return "", false
	}
	all := takingBack.FindAllStringIndex(folded+" ", -1)
	runes := []rune(text)
	if len(all) == 0 || len(folded) != len(runes) { // folding keeps each letter one byte
		return "", false
	}
	last := all[len(all)-1]
	if last[0] == 0 || last[1] >= len(runes) {
		return "", false
	}
	return strings.TrimSpace(string(runes[last[1]:])), true
}
