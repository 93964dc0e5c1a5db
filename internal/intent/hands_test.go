package intent

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// hands are the writers of labelled sentences that were written after the rules, by what the
// names of their files have.
var hands = []string{"second", "third", "exam", "fourth", "fifth", "sixth", "seventh", "north", "south", "hard", "midst", "named", "long", "short", "folk", "office",
	"border", "delta", "highlands", "mekong", "formal", "elders", "ten", "desk"}

// TestOtherHands prints how much is understood of what a new writer writes: the model is
// taught without all sentences and answers of one, and reads that one's, writer by writer.
// The rules know them all, so that of a writer to come less is understood. It is only run
// when asked for: HANDS=all, or the name of one.
func TestOtherHands(t *testing.T) {
	which := os.Getenv("HANDS")
	if which == "" {
		t.Skip("HANDS is not set")
	}
	was := model
	defer func() { model = was }()
	all, sum, right, harm := lessons(t), 0, 0, 0
	pairs := map[string]int{}
	for _, hand := range hands {
		if which != "all" && which != hand {
			continue
		}
		var left, some []lesson
		for _, l := range all {
			switch {
			case l.hand != hand:
				some = append(some, l)
			case l.fits != nil:
				left = append(left, l)
			}
		}
		learned := string(taught(some).bytes(t))
		model = func() string { return learned }
		n, bad := 0, 0
		for _, l := range left {
			is := understoodOf(l)
			if l.understood(is) {
				n++
				continue
			}
			mark := ""
			if doesHarm(l.is, is) {
				bad, mark = bad+1, "HARM "
			}
			pairs[fmt.Sprintf("%s taken for %s", l.is, is)]++
			t.Logf("%s%s | %s | %s | %s: %s", mark, hand, l.by.role(), l.by.Open, l.text, fmt.Sprintf("is %s, not %s", is, l.is))
		}
		t.Logf("HAND %s: %d of %d, %.1f %%, %d harmful", hand, n, len(left), 100*float64(n)/float64(len(left)), bad)
		sum, right, harm = sum+len(left), right+n, harm+bad
	}
	names := slices.SortedFunc(maps.Keys(pairs), func(a, b string) int { return pairs[b] - pairs[a] })
	var most []string
	for _, p := range names[:min(14, len(names))] {
		most = append(most, fmt.Sprintf("%s %d", p, pairs[p]))
	}
	t.Logf("ALL HANDS: %d of %d, %.1f %%, %d harmful; %s", right, sum, 100*float64(right)/float64(max(1, sum)), harm, strings.Join(most, ", "))
}

// doesHarm reports whether what asks for nothing, or only asks, is taken for an
// introduction, a report that there is none, or for taking back.
func doesHarm(is, taken Intent) bool {
	switch is {
	case AskNil, AskBegin, AskWithdraw, AskCorrect, AskHandover, AskPeriod, AskUnit, AskSnooze:
		return false
	}
	return taken == AskNil || taken == AskBegin || taken == AskWithdraw
}
