// Package handlers is what a person asks: an event comes in, messages go out.
//
// A Desk takes one update at a time inside the transaction that also takes it
// out of the inbox. desk.go decides who is speaking, routes.go holds the
// tables of everything that can be asked (commands, menu words, buttons, open
// questions), and then there is one file for each action, named noun_verb.
//
// An action is given a Turn: one event of one member with the conversation so
// far. It reads and writes records through Turn.Tx and speaks through Turn.Say,
// Turn.Show and Turn.Toast, which put rows into the outbox of the same
// transaction. It never waits, sends or reads a clock.
//
// Buttons outlive the moment they were made for, and they can be forged. So
// an action carries what it belongs to (draft and version, example and
// version, unit and period), and every action checks again that this member
// may do this now: Turn.Serves, Turn.Held, ownExample.
package handlers
