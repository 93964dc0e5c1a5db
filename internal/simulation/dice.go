package simulation

import "math/rand/v2"

// Dice make all choices of a play. Drawn says which were made; the same seed makes
// the same, and so do the written ones.
type Dice struct {
	Drawn   []int
	written []int
	random  *rand.Rand
}

// NewDice are the dice of a seed.
func NewDice(seed uint64) *Dice { return &Dice{random: rand.New(rand.NewPCG(seed, 42))} }

// WrittenDice make the choices that were written down, and nought where they end.
func WrittenDice(drawn []int) *Dice { return &Dice{written: append([]int{}, drawn...)} }

// n draws one of n.
func (d *Dice) n(n int) int {
	drawn := 0
	switch {
	case d.random != nil:
		drawn = d.random.IntN(n)
	case len(d.written) > 0:
		drawn, d.written = d.written[0]%n, d.written[1:]
	}
	d.Drawn = append(d.Drawn, drawn)
	return drawn
}

// chance is true so many times of a hundred.
func (d *Dice) chance(percent int) bool { return d.n(100) < percent }

// between draws a number from a to b.
func (d *Dice) between(a, b int) int { return a + d.n(b-a+1) }

// pick draws one of several.
func pick[T any](d *Dice, of []T) T { return of[d.n(len(of))] }
