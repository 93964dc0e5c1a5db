// Package letterhead knows what stands at the top of the letters of a body: whose
// rules they follow, which body is named above it, how it writes its own name, what
// stands behind the number.
//
// A list of units says no more of most units than their names, and these tell it: a
// party committee's office writes under "ĐẢNG CỘNG SẢN VIỆT NAM", a border post under
// the border guard of its province, an upper secondary school under the department of
// education, a village writes no numbered letters at all. rules.go is that practice as
// a table; area.go is at which level a body works and what is above it, party.go how
// bodies of the Party are named. What an officer wrote into the list wins over all of
// it, and what cannot be known (the customs of one province may be under those of
// another) is left empty for an officer to write, never guessed.
//
// The names of bodies are the data of this package, as those of columns are of package
// directory; sentences are none of its business.
package letterhead
