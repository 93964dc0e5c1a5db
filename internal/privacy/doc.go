// Package privacy decides what of an example may leave the house, and words
// it: it is the one place that knows. Everything that is made for somebody is
// made from a View, and only this package makes Views:
//
//	the desk    (Desk) the agency's desk and the unit itself: everything as it
//	            was written
//	internal    (Internal) the Council and leaders, where the configuration
//	            says so: accepted examples as written, marked as internal
//	public      (Public) everybody else: what the person, or for a child the
//	            guardian and the child, agreed to
//
// Who is a child is decided in child.go, what a consent covers in agree.go, how
// much of somebody may be shown in publicity.go, and view.go puts it together.
//
// A name that may not stand stands nowhere. A text is cut into words once
// (words.go), which are compared by their letters without accents (fold.go);
// person.go finds who is meant by a name, find.go where in a text that person
// stands, in whichever spelling, and context.go whether a word that is also an
// everyday word is meant as a name there. around.go finds the schools, classes
// and villages that would tell who a child is (school.go, class.go, village.go).
// contact.go takes by what somebody is reached without a name. mask.go puts
// initials, or what else may stand, in their places; gate.go looks by the same
// means at a text that somebody changed by hand. What it knows of words of
// address and places is in lexicon/ (lexicon.go); family names, titles and villages
// are package vietnamese's.
//
// The package is pure: no clock, no store, no state but its word lists. A text
// costs time in proportion to its length.
package privacy
