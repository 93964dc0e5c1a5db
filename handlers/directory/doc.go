// Package directory is the list of units at work, as officers change it in chat: add a
// unit (add.go), change what it is called or owes (change.go), close, merge and split
// units (close.go), take their people and drafts over to the unit that goes on
// (people.go), and let a unit try the program (training.go).
//
// Everything is previewed, confirmed once, and written in the audit log. What may be said
// of a unit is what a list of units may say (internal/directory.Edit), and from when a
// change holds is decided where it is for lists (report.Rules.Begin).
package directory
