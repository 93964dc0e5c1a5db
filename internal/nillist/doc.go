// Package nillist reads what somebody writes who collects for several units that they
// have nothing to introduce: which units these are, which have something all the same,
// and of which periods it is said. Which units are meant by the names, and whether it is
// recorded, is decided elsewhere.
package nillist
