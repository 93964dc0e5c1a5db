// Package said reads short answers in which much is said around little: whom and where
// somebody means, what a title is to be, and that a question is passed over.
//
// It takes a text word by word. What is found (about.go: names, places and births, and
// those that are denied) is set against the words that only lead to it or trail off
// (around.go); where any other word is left the text says more, and is none of these. So a
// new word in front or behind is one more word in a list, in whatever order people say it.
// title.go reads what a title is said to be, steer.go where somebody wants to go instead
// of answering, denied.go what something is said not to be, send.go that all is right and
// may be sent or taken, group.go that a text counts for a group. word.go makes words of it.
package said
