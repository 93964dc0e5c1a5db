package paste

import (
	"slices"
	"strings"

	"guongsang/internal/contact"
	"guongsang/internal/letters"
	"guongsang/internal/texts"
)

// WithoutNumbers takes the numbers of telephones, and what is left of masked ones, out of
// a short value that would be published with it.
func WithoutNumbers(value string) (rest, out string) {
	if !strings.ContainsAny(value, "0123456789•") {
		return value, ""
	}
	rest, found := cutNumbers(value, beforeNumber())
	if found == nil {
		return value, ""
	}
	return strings.TrimRight(rest, " ,;.("), strings.Join(found, ", ")
}

var (
	beforeNumber   = letters.Pattern(`(?i)[\s,;(–-]*(?:` + texts.NumberLabels + `[\s:.]*)?$`)
	afterLabel     = letters.Pattern(`(?i)(?:` + texts.NumberLabels + `)[\s:.]*$`)
	labelledNumber = letters.Pattern(`(?i)\s*[,;(]\s*(?:` + texts.NumberLabels + `)[\s:.]*$`)
	masked         = letters.Pattern(`[•][• .-]*[•]`)
)

// cutNumbers takes the numbers out of a text before which this stands, with that.
func cutNumbers(text string, before *letters.Expression) (rest string, found []string) {
	spans := masked().FindAllStringIndex(text, -1)
	for _, c := range contact.Find(text, afterLabel().MatchString) {
		if letters.IsDigits(c.Key) {
			spans = append(spans, []int{c.From, c.To})
		}
	}
	slices.SortFunc(spans, func(a, b []int) int { return a[0] - b[0] })
	end := 0
	for _, span := range spans {
		label := before.FindStringIndex(text[end:span[0]])
		if label == nil {
			continue
		}
		rest += text[end : end+label[0]]
		to := span[1]
		if strings.HasPrefix(text[to:], ")") {
			to++
		}
		number := strings.TrimLeft(text[end+label[0]:to], " ,;(–-")
		if !strings.Contains(number, "(") {
			number = strings.TrimSuffix(number, ")")
		}
		found, end = append(found, number), to
	}
	return rest + text[end:], found
}
