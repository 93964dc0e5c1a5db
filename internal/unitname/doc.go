// Package unitname finds the units that people mean: by a name as it is typed in
// a list, or by all that a text says from which it can be told whose it is.
//
// Nobody writes a unit as the directory has it. "Trường Mầm non Dào San" is "MN
// Dào San", "TRƯỜNG MN DÀO SAN" in a letterhead, "trường mầm non dào san" in a
// chat. So names and texts are first made of the same words (words.go): without
// diacritics and case, what has an abbreviation in its place, what is left out
// at will left out. Then a unit is meant where its words stand one after the
// other (find.go), and what is known by more goes before what is known by less
// (guess.go): a code; the letterhead, of which the last body is the sender; who
// says that it reports; who is mentioned; a part of a name; a name that is one
// slip away.
//
// Letterheads and habits outlive names. Who writes what a unit was called, or the name
// of one that was merged into another or split, means those that go on from it, unless
// somebody is called that today.
//
// Nothing is ever guessed between two units. Whoever asks gets all that are
// meant equally, and lets a person choose.
//
// It is a pure room: a directory and a text come in, units go out. The table in
// testdata/guesses.txt tells what is meant by what.
package unitname
