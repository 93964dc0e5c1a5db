// Package unit is what focal points and heads ask for their units. routes.go
// lists it all.
//
// draft_*.go is an introduction on its way: opened, asked (the questions
// themselves are package form), filled from pasted texts and files, previewed
// and sent. A draft belongs to who writes it, and is never lost but by sending
// it or throwing it away; draft_passed.go makes one of what the agency passes on.
// sent_*.go is what became of it: shown, amended,
// withdrawn. nil_*.go says that there was nothing; quarter_*.go chooses for the
// quarter among what was sent month by month; period_show.go tells what is
// owed; reminders_close.go takes the buttons off reminders that are answered.
// handover.go and leave.go are about who serves the unit, letter.go is the
// unit's own letter.
package unit
