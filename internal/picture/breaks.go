package picture

import (
	"slices"
	"strings"

	"guongsang/internal/texts"
)

// What it costs to break a line, beside the square of the part of it that
// stays empty: most between words that are read as one.
const (
	costLine     = 0.30 // of one line more
	costTogether = 0.60
	costDash     = 0.15  // after a dash, which may join two names
	costHanging  = 0.15  // after such a word
	costComma    = -0.06 // after a comma and the like lines end well
	costApart    = -0.03 // as they do before words such as "và", "cho"
)

// lines breaks a text into lines of about the same length that are no wider than
// width, at places where it can be broken without being misread. Nothing of it
// is left out: a word that is wider than a line is broken within.
func (l *lettering) lines(s string, how letter, width int) []string {
	words := l.pieces(strings.Fields(l.settable(s)), how, width)
	n := len(words)
	if n == 0 {
		return nil
	}
	space := l.width("a a", how) - l.width("aa", how)
	ends := make([]int, n+1) // where each word ends if all stood in one line
	for i, w := range words {
		ends[i+1] = ends[i] + l.width(w, how) + space
	}
	best := make([]float64, n+1) // the cost of the words up to here
	from := make([]int, n+1)
	for end := 1; end <= n; end++ {
		best[end] = -1
		for begin := end - 1; begin >= 0; begin-- {
			wide := ends[end] - ends[begin] - space
			if wide > width && begin < end-1 {
				break
			}
			empty := 1 - float64(wide)/float64(width)
			cost := best[begin] + costLine + empty*empty + l.breakCost(words, end)
			if best[end] < 0 || cost < best[end] {
				best[end], from[end] = cost, begin
			}
		}
	}
	var all []string
	for end := n; end > 0; end = from[end] {
		all = append(all, strings.Join(words[from[end]:end], " "))
	}
	slices.Reverse(all)
	return all
}

// breakCost is what it costs to begin a line with word i.
func (l *lettering) breakCost(words []string, i int) float64 {
	if i == len(words) {
		return 0
	}
	before, after := words[i-1], words[i]
	switch {
	case strings.ContainsAny(before[len(before)-1:], ",;:."):
		return costComma
	case before == "-" || before == "–":
		return costDash
	case after == "-" || after == "–" || texts.ReadTogether(before, after):
		return costTogether
	case texts.BreaksBefore(before):
		return costHanging
	case texts.BreaksBefore(after):
		return costApart
	}
	return 0
}

// pieces breaks those words that are wider than a line.
func (l *lettering) pieces(words []string, how letter, width int) (all []string) {
	for _, w := range words {
		letters := []rune(w)
		for l.width(string(letters), how) > width && len(letters) > 1 {
			n := len(letters) - 1
			for n > 1 && l.width(string(letters[:n]), how) > width {
				n--
			}
			all, letters = append(all, string(letters[:n])), letters[n:]
		}
		all = append(all, string(letters))
	}
	return all
}
