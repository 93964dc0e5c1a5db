package publicity

import "strings"

// paragraphs are the lines of a text that are not empty, each with single spaces.
func paragraphs(s string) (all []string) {
	for line := range strings.Lines(s) {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			all = append(all, line)
		}
	}
	return all
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
