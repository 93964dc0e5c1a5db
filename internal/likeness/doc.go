// Package likeness tells how alike two introductions are: whether they may
// introduce the same person, household, collective or model, and whether the
// text of one was taken from the other. It only says what a person should be
// told; it forbids nothing and joins nothing.
//
// Of each introduction a few hundred bytes are enough, its Traits (traits.go):
// the folded names (privacy finds them among the words of address), the year of
// birth, the places by their level (place.go), the words of a collective's name
// (group.go) and the hashed shingles of the text (shingle.go). Compare
// (compare.go) puts two of them side by side. A Search (search.go) holds one
// against as many as the store has, and learns from those which passages are
// the trade's and nobody's: they are not counted as copied.
//
// Names are compared as people mistype them (name.go): without diacritics, i
// as y, đ as d, s as x; a letter wrong where year and place agree; short, turned
// round, or with initials. Numbers in names distinguish.
//
// words.txt has what is written in two ways, phrases.txt the passages that
// stand in everybody's letters. The package is pure: no clock, no store.
package likeness
