//go:build race

package demo

// raceDetector makes everything ten times slower; the long spans are for runs
// without it.
const raceDetector = true
