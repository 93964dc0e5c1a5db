// Package paste reads what people wrote elsewhere and paste, forward or send as a
// document: an introduction becomes fields, a list becomes persons or units. What of
// it goes into a draft, package form decides.
//
// Read reads a text with labels ("Họ tên: …") as the template has them: labels.go
// finds the labels in the middle of lines, in columns and above their values,
// letter.go what is letterhead and signature, courtesy.go what people write around,
// name.go what they add to a name. Each letter of a text is afterwards in a field, in
// the rest, or among what is left out (TestNothingPastedIsLost).
//
// Persons gives a Word document as texts that are read like pasted ones, one for
// each person (persons.go), and PersonsIn a pasted text that is a table or a list of
// several (listed.go), under headings, in the columns of a table, or counted (headed.go).
//
// Without labels told.go finds whom people tell of, and when somebody was born:
// name_told.go by the names of all peoples (package privacy has them), place.go from
// where, from the village to the commune. consent.go knows what was agreed to; kind.go
// tells category and object by words, deed.go proposes them by the deed. talk.go and
// unreadable.go know what introduces nobody, and what did not arrive.
package paste
