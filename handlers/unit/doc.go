// Package unit is what focal points and heads ask for their units. routes.go
// lists it all.
//
// introduce.go begins an introduction, which is a draft from then on (package
// draft), and sent_*.go is what became of it: shown, opened again, withdrawn.
// nil_*.go says that there was nothing; quarter_*.go chooses for the
// quarter among what was sent month by month; period_show.go tells what is
// owed. handover.go and leave.go are about who serves the unit, letter.go is the
// unit's own letter. meant.go has what sentences of units lead to.
package unit
