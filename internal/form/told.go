package form

import (
	"regexp"
	"strings"

	"guongsang/internal/letters"
	"guongsang/internal/report"
	"guongsang/internal/texts"
)

// leastTold is how many words a sentence has at least that introduces somebody.
const leastTold = 8

// Tells reports whether a text tells of somebody's deed: it has a name and more
// than a name, or goes on for long.
func Tells(text string) bool {
	words := strings.Fields(text)
	return len(words) >= leastTold && (nameTold(text) != "" || placeTold(text) != "" || length(text) >= longText)
}

// takeTold keeps a text in which somebody is introduced for the summary, with
// the name and place that it tells where these are not known yet.
func takeTold(d *report.Draft, text string) (note string) {
	d.Content.Summary = strings.TrimSpace(d.Content.Summary + "\n" + text)
	return texts.Told(propose(d, text))
}

// propose takes the name and place that a text tells, where they are not known
// yet.
func propose(d *report.Draft, text string) (taken []texts.Said) {
	for _, p := range []struct{ key, value string }{{"name", nameTold(text)}, {"place", placeTold(text)}} {
		q, _ := Find(p.key)
		if p.value == "" || q.Shown(*d) != "" {
			continue
		}
		if _, refusal := q.take(d, p.value); refusal == "" {
			taken = append(taken, texts.Said{Field: texts.FieldName(p.key, d.Content), Value: q.Shown(*d)})
		}
	}
	return taken
}

// nameTold is the first person of whom a text tells.
func nameTold(text string) string {
	words := strings.Fields(text)
	for i := range words {
		words[i] = strings.Trim(words[i], "“”\"(")
	}
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = plainName(strings.TrimRight(w, ",.;:)"))
	}
	for i := range words {
		if !capital(words[i]) || !surnames[folded[i]] {
			continue
		}
		end := i
		for end < len(words) && end-i < 5 && capital(words[end]) {
			end++
			if strings.ContainsAny(words[end-1], ",.;:)") {
				break
			}
		}
		if titled := i > 0 && calledBy[folded[i-1]]; end-i >= 3 || end-i == 2 && titled {
			return strings.TrimRight(strings.Join(words[i:end], " "), ",.;:)")
		}
	}
	return ""
}

// placed is where somebody is from: a village, and the commune after it.
var placed = regexp.MustCompile(`(?i)(?:^|[\s,(])((?:` + strings.Join(texts.Villages, "|") + `)\s+\S+)`)

// placeTold is the first village, or unit, that a text names.
func placeTold(text string) string {
	at := placed.FindStringSubmatchIndex(text)
	if at == nil {
		return ""
	}
	words := strings.Fields(text[at[2]:])
	n := 1
	if strings.HasPrefix(letters.Fold(words[0]), "to") || letters.Fold(words[0]) == "khu" && len(words) > 1 && letters.Fold(words[1]) == "pho" {
		n = 2
	}
	start := n
	for n < len(words) && n < start+4 && (capital(words[n]) || n == start && isDigits(strings.Trim(words[n], ",.;"))) {
		n++
		if strings.ContainsAny(words[n-1], ".;:)") {
			return trimmed(words[:n])
		}
		if strings.HasSuffix(words[n-1], ",") {
			break
		}
	}
	if n == start {
		return ""
	}
	if n+1 < len(words) && letters.Fold(words[n]) == "xa" && capital(words[n+1]) {
		for n++; n < len(words) && capital(words[n]); n++ {
			if strings.ContainsAny(words[n], ",.;:)") {
				n++
				break
			}
		}
	}
	return trimmed(words[:n])
}

func trimmed(words []string) string { return strings.TrimRight(strings.Join(words, " "), ",.;:)") }
