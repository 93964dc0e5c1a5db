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

// Where somebody is from is looked for line by line, each of them once: a document of ten
// thousand lines held everybody up for half a minute.
func TestPlaceOfManyLines(t *testing.T) {
	allocated := func(said string) uint64 {
		PlaceOf(said, "Lò Văn Pản") // what is made once
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		PlaceOf(said, "Lò Văn Pản")
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	for _, line := range []string{"Họ tên:\n", "- \n", "1.\n", "ho ten\n", "HO TEN\n"} {
		short, long := allocated(strings.Repeat(line, 250)), allocated(strings.Repeat(line, 2000))
		if long > 16*short+1<<16 {
			t.Errorf("%q: %d bytes for 250 lines, %d for 2,000", line, short, long)
		}
	}
}
