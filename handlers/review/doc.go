// Package review is the desk at which what units sent is judged.
//
// queue.go lists what waits, full.go shows one whole, changes.go what is new in a
// version. take.go takes an example up, so that no two work on it. rule.go accepts,
// return.go sends back for completion with reasons and a day, reopen.go opens an
// accepted one again, undo.go takes back one's own last ruling, bulk.go accepts a
// list. select.go chooses for publicity, forwarded.go marks and lists what went
// to the upper level, note.go keeps what only officers may read, inquire.go asks the unit, correct.go
// answers a unit that asks to correct what was accepted; praise.go orders the praise
// card. What is decided stands on the cards of all officers (package card).
package review
