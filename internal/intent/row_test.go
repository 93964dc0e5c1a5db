package intent

import (
	"math/rand/v2"
	"sort"
	"testing"
)

// A feature is found where a search through all of the model finds it.
func TestRowAt(t *testing.T) {
	dice, all := rand.New(rand.NewPCG(1, 2)), model()
	for _, rows := range []string{all, all[:len(all)/rowBytes/3*rowBytes], all[:rowBytes], ""} {
		n := len(rows) / rowBytes
		check := func(want uint32) {
			if got, plain := rowAt(rows, want), sort.Search(n, func(i int) bool { return rowNumber(rows, i) >= want }); got != plain {
				t.Fatalf("%d among %d rows is at %d, not %d", want, n, got, plain)
			}
		}
		for i := range n {
			check(rowNumber(rows, i))
		}
		for range 20_000 {
			check(dice.Uint32N(1 << numberBits))
		}
		check(0)
		check(1<<numberBits - 1)
	}
}
