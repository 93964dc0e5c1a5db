package intent

import (
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// ofEachLine is how many sentences a line of lessons.txt gives.
const ofEachLine = 10

var choice = regexp.MustCompile(`\{[^{}]*\}`)

// expanded are the sentences that the lines of a file of many give, always the same.
func expanded(t testing.TB, name string) (all []string) {
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	named, dice := map[string]string{}, rand.New(rand.NewPCG(3, 4))
	pick := func(from string) string {
		some := strings.Split(from, ";")
		return some[dice.IntN(len(some))]
	}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if def, ok := strings.CutPrefix(line, "= "); ok {
			of, these, _ := strings.Cut(def, ":")
			named[of] = strings.TrimSpace(these)
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		var some []string
		for range ofEachLine {
			one := choice.ReplaceAllStringFunc(line, func(braces string) string {
				inside := braces[1 : len(braces)-1]
				if these, ok := named[inside]; ok {
					return pick(these)
				}
				got := pick(inside)
				if these, ok := named[got]; ok {
					return pick(these)
				}
				return got
			})
			some = append(some, strings.Join(strings.Fields(one), " "))
		}
		slices.Sort(some)
		all = append(all, slices.Compact(some)...)
	}
	return all
}
