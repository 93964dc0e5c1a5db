// Package duty is what a unit owes, and what it can send for just now, as whoever
// writes to the bot is told of it: the periods that are open to it or can be made
// up (open.go), those that it owes (owed.go), the quarter that it can choose for
// (quarter.go), and how an example counts for its periods (credit.go), and a draft would
// (draft.go).
// reminders_close.go takes the buttons off reminders that a filing answers.
package duty
