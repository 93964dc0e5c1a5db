package simulation

import "math/rand/v2"

// Dice make all choices of a play; the same seed makes the same.
type Dice struct {
	seed   uint64
	random *rand.Rand
}

// NewDice are the dice of a seed.
func NewDice(seed uint64) *Dice { return &Dice{seed, rand.New(rand.NewPCG(seed, 42))} }

// beside are further dice of the same seed: that there are any changes nothing of what
// these draw, so that a play into which something new comes draws all else as before.
func (d *Dice) beside() *Dice { return &Dice{d.seed, rand.New(rand.NewPCG(d.seed, 43))} }

// apart are dice of their own, for choices of which nobody knows how many there will be:
// what is drawn of them changes nothing of what these draw.
func (d *Dice) apart() *Dice { return NewDice(d.random.Uint64()) }

// n draws one of n.
func (d *Dice) n(n int) int { return d.random.IntN(n) }

// chance is true so many times of a hundred.
func (d *Dice) chance(percent int) bool { return d.n(100) < percent }

// between draws a number from a to b.
func (d *Dice) between(a, b int) int { return a + d.n(b-a+1) }

// pick draws one of several.
func pick[T any](d *Dice, of []T) T { return of[d.n(len(of))] }
