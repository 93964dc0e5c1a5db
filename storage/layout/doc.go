// Package layout is how the store lies in its file: which buckets there are
// (buckets.go), how keys are written so that they sort as they should (keys.go),
// and how values are written that there are very many of, in few bytes (pack.go,
// deflate.go). It knows nothing of transactions.
//
// What was written once must read for ever: a bucket's name, a mark that begins a
// value and the dictionary never change.
package layout
