package paste

import (
	"runtime"
	"strings"
	"testing"
)

// What is said before a name is left out at a cost that grows with the text: a message of
// one word alone was looked at as often as it had words.
func TestBareNameOfALongText(t *testing.T) {
	allocated := func(said string) uint64 {
		BareName(said) // what is made once
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		BareName(said)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	for _, word := range []string{"em ", "ông ", "cháu ", "Anh ", "dạ "} {
		short, long := allocated(strings.Repeat(word, 125)), allocated(strings.Repeat(word, 1000))
		if long > 16*short {
			t.Errorf("%q: %d bytes for 125 words, %d for 1,000", word, short, long)
		}
	}
}
