// Package simulation plays people, Telegram, the clock and the disk against the
// whole program, all from one seed.
//
// A play (play.go) goes in rounds. In each, people (people.go) introduce, withdraw,
// judge and look, as they see it on their phones, by buttons and in sentences
// (sentences.go), and do what they may not do or at the wrong time (meddle.go);
// something goes wrong on the wire (faults.go), with the clock or with the disk; and the
// program is stopped, killed, or loses its power (end.go, power.go), in the midst of it.
// Then it is calm, and what everybody was told is held against what is kept, and what a
// backup keeps (judge.go), and nothing came twice without a cause (copies.go).
//
// It shares no code with the program: it knows the words on the screens (words.go)
// and nothing of what is behind them. Whoever has a program runs it in a World
// (world.go), in which time is virtual.
//
// Every choice is drawn from the dice of a seed (dice.go).
package simulation
