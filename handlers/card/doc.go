// Package card is the card by which officers judge an example. Every version
// that a unit sends comes to each of them as a card; whatever becomes of it (a
// ruling, a newer version, a withdrawal) is written on the cards of all.
//
// Units bring cards and the agency rules by them, so the card stands below
// both, with the verbs of its buttons. The actions are the agency's.
package card
