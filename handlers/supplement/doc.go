// Package supplement is what a unit says of an introduction after it was sent: a field is
// wrong, something is to be added, or the agency asked for more and this is the answer.
//
// Nothing is changed by what is typed: a button asks whether it belongs there, and the
// introduction then opens as a draft of its next version with that in it (package draft).
// correct.go puts a field right, add.go adds what tells more, returned.go takes what answers
// the agency. What people say then, package
// internal/supplement reads.
package supplement
