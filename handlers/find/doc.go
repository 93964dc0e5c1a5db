// Package find looks for examples by whatever somebody types: a name, a number, a unit,
// a place, a word; narrowed by a period, a block, a category or where the review
// stands, said in words.
//
// What is found is read and ranked by package search, on a snapshot. What somebody may
// see decides what is found: the agency everything, units their own, leaders what
// package privacy shows them; heads of blocks see nothing of contents and find nothing.
package find
