package said

import (
	"strings"

	"guongsang/internal/letters"
)

// NotBut gives what something is, and what it is not, of a text that says this behind a
// comma in any words: "cái này của tập thể, đâu phải cá nhân đâu chị".
func NotBut(text string) (not, is string, ok bool) {
	at := strings.LastIndexByte(text, ',')
	if at < 0 {
		return "", "", false
	}
	words := wordsOf(text[at+1:])
	if len(words) < 3 || words[1].folded != "phai" || !denies().MatchString(words[0].folded) {
		return "", "", false
	}
	head := wordsOf(text[:at])
	return letters.Fold(join(bare(words[2:]))), letters.Fold(join(bare(head))), len(head) > 0
}

var denies = letters.Pattern(`^` + not + `$`)

// bare are some words without those that only lead to what is meant or trail off.
func bare(words []word) []word {
	for len(words) > 1 && (leading[words[0].folded] || words[0].ends) {
		words = words[1:]
	}
	for len(words) > 1 && (trails[words[len(words)-1].folded]) {
		words = words[:len(words)-1]
	}
	return words
}

var (
	leading = letters.Set("ua lon nham a oi cai nay day do cua la thuoc em anh chi ghi")
	trails  = letters.Set("dau chi em anh a ad nhe nha nghe nghen ma do day chu co mo")
)
