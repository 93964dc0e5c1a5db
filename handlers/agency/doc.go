// Package agency is what officers and admins ask of units and people, and of the
// program itself.
//
// units_*.go is the directory and its lists, people_find.go whom a text names,
// invite_*.go lets people in, and admin_card.go tells admins how the program does.
// meant.go finds what a sentence means; picked.go goes on with a unit that was
// picked for another room.
package agency
