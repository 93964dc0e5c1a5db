// Package review is the desk at which what units sent is judged.
//
// queue.go lists what waits, full.go shows one whole, rule.go accepts, return.go
// sends back for completion with reasons and a day, praise.go orders the praise
// card. Rulings stand on the cards of all officers (package card).
package review
