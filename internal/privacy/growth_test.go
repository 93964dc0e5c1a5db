package privacy

import (
	"runtime"
	"runtime/debug"
	"strings"
	"testing"

	"guongsang/internal/report"
)

// What is made to decide what may be shown grows with a text and no faster, whatever it
// is full of: signs of addresses, numbers, other names of somebody.
func TestWorkGrowsWithTheText(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // which would take the pooled buffers away in between
	once := func(text string) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Of(report.Example{Content: report.Content{Object: report.Person, Name: "Lò Văn Pản", Summary: text}, Review: report.Accepted}, report.Unit{}, Public, report.NewDate(2026, 11, 20))
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	made := func(text string) uint64 { // at the least: the pooled buffers may lie with another processor
		return min(once(text), once(text), once(text))
	}
	for _, full := range []string{"1 ", "0", "09 ", "(0) ", "+", "a.", "a.,", "a@", "://", "tức An ", "tức Bình, ", "tên là "} {
		half, whole := strings.Repeat(full, 5000/len([]rune(full))), strings.Repeat(full, 10000/len([]rune(full)))
		made(half) // what is made once
		if a, b := made(half), made(whole); b > 3*a+1<<16 {
			t.Errorf("%q: %d bytes for 5,000 letters, %d for 10,000", full, a, b)
		}
	}
}

// A row of words for children is gone through once, and not from each of them to its end: as
// many names behind it are found, in as many steps a word.
func TestARowOfChildren(t *testing.T) {
	f := func(words int) *childFinder {
		c := &childFinder{namer: namer{text: cut(strings.Repeat("em ", words) + "Lò Văn Nam"), mixed: true}, schooled: true}
		c.lookAtCapitals()
		return c
	}
	for _, words := range []int{1, 39, 40, 41, 2000} {
		c, farthest := f(words), 0
		for i := 0; i < len(c.words); {
			if s, ok := c.said(i); ok {
				farthest = max(farthest, s.name-i)
			}
			i = c.at(i)
		}
		if len(c.found) != 1 || len(c.found[0].name) != 3 {
			t.Errorf("behind %d words for a child %d names are found", words, len(c.found))
		}
		if farthest > 2*maxBetween {
			t.Errorf("of %d words %d are gone through from one", words, farthest)
		}
	}
}
