package said

import (
	"strings"

	"guongsang/internal/letters"
)

// A word is one of a text: without the marks around it, and folded.
type word struct {
	bare, folded string
	ends         bool // a mark behind it ends what it belongs to
}

// mostWords is how many words say at most no more than what is looked for here.
const mostWords = 26

// wordsOf are the words of a text; nil: it is too long, or asks something.
func wordsOf(text string) []word {
	fields := strings.Fields(text)
	if len(fields) > mostWords || strings.ContainsAny(text, "\n?") {
		return nil
	}
	words := make([]word, 0, len(fields))
	for _, written := range fields {
		bare := strings.Trim(written, `,.;:!()"“”–-=`)
		if bare == "" {
			if len(words) > 0 {
				words[len(words)-1].ends = true
			}
			continue
		}
		if strings.HasPrefix(written, "(") && len(words) > 0 {
			words[len(words)-1].ends = true
		}
		words = append(words, word{bare, letters.Fold(bare), !strings.HasSuffix(written, bare)})
	}
	return words
}

// join are some words as they are written.
func join(words []word) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.bare
	}
	return strings.Join(all, " ")
}

// folded are some words folded, with a space around each.
func folded(words []word) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, w := range words {
		b.WriteString(w.folded)
		b.WriteByte(' ')
	}
	return b.String()
}
