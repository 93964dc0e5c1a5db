// Package sample makes stores of any size and age, so that what the program
// costs can be measured before anybody has used it for ten years.
//
// A history (history.go) is a queue of things that happen, in the order of time:
// people come and go (people.go), units introduce, say that there is nothing,
// or do not (duty.go), the agency rules on what came and units complete or
// withdraw it (example.go), and who has not sent is reminded (remind.go). Each
// does what the program would do, by the same methods of package storage; only
// the conversations are left out, and many things share a commit. What is
// introduced is put together from the lists of words.yaml.
//
// The same options give the same records.
package sample
