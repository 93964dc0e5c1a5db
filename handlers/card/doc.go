// Package card is the card by which officers judge an example: brought to all of
// them when it comes, and marked when it was ruled on, sent anew or withdrawn.
package card
