// Package search finds introductions by what people type: a name, a place, a unit, a
// number, any word.
//
// Of each example an Entry is kept (entry.go): where it stands, what it counts for,
// and its text as words without accents (words.go), name, title and place first. A
// Search (search.go) compiles a Query for a Reader and looks at one entry after the
// other; nothing of them is unpacked. A Reader finds by what may be shown to that
// Reader, and by nothing else: where everybody may read less than was written, the
// entry has both texts, and which of them is looked at is decided by privacy. A
// masked name is found by its initials, never by its letters.
//
// How well something fits is said in rank.go. The package is pure: no clock, no store.
package search
