// Package handlers is what a person asks: an event comes in, messages go out.
//
// # The way of an event
//
// A Desk takes one update at a time, inside the transaction that also takes it
// out of the inbox. desk.go decides who is speaking, and gives the event a
// Turn; route.go finds what it asks for: a button, a word of the menu, a code,
// the answer to an open question, or a text or file out of the blue. routes.go
// is the one table of all that can be asked. The action that was found reads
// and writes records through Turn.Tx and speaks through Turn.Say, Turn.Show
// and Turn.Toast, which put rows into the outbox of the same transaction. It
// never waits, sends or reads a clock.
//
// Most of what is asked only looks: menus, lists, figures, previews. The actions
// of such routes are given a turn.Reading, by which nothing can be written, and
// are done before the transaction, on a snapshot, while others write (read.go).
// The transaction then only puts down what was said, if it is still so who asks
// and what is open; else the event is answered anew, inside it.
//
// # Where permissions stand
//
// Buttons outlive the moment that they were made for, and they can be forged.
// So a route says who may ask it, and what its button or question has to carry:
// the kinds of package turn, such as a unit, a draft in a version, a page. One
// gate, Route.Perform and Route.Answer, reads all of it before the action runs.
// It refuses a role that may not ask, a part that is missing, too much or
// unreadable, a unit or an example that is not this member's to ask about,
// another's draft, and an old version. What an action is given is therefore
// whole, allowed and present, and it asks no more than what belongs to its
// meaning: that a period is still open, that nobody has ruled meanwhile.
// TestGate lays every route before everybody.
//
// A sentence that asks for something of its own accord ("hạn bao giờ?") is no
// route either: intent.Understand says what it means, and understood.go leads to
// what the buttons and words of the menu lead to, through the same gate. None does
// more than show or ask (TestSentencesOnlyAsk).
//
// Two things are no routes, because who asks may be nobody: a code that lets
// somebody in (enrol.Present), and what a stranger hears (enrol.Stranger) or may ask of
// the data about them (rights.Stranger). A
// list of units that is sent as a file is taken from the agency alone
// (agency.TakeList), and so is what units sent to an officer who passes it on
// (passed.go, behalf.Pass); internal/importer reads it beside the conversation, as it
// does with the Word documents of units (draft.DocumentRead).
//
// # The rooms
//
//	handlers         the desk, the table of routes, and what everybody can ask
//	handlers/agency  what officers and admins ask of units, people and the program
//	handlers/directory  the list of units, changed in chat
//	handlers/board   how things stand: who has sent, who owes what until when
//	handlers/review  what units sent, judged
//	handlers/find    examples, looked for by whatever somebody types
//	handlers/publication  what was chosen, published and taken back
//	handlers/rights  what people ask of the data about them
//	handlers/behalf  what is recorded for units that did not send it themselves
//	handlers/pick    a unit or block is picked
//	handlers/unit    what focal points and heads of units ask
//	handlers/supplement  what is added to what was sent
//	handlers/draft   an introduction on its way: asked, filled, previewed, sent
//	handlers/duty    what a unit owes, and can send for
//	handlers/enrol   how posts are come by, and how they end
//	handlers/card    the card by which officers judge an example
//	handlers/turn    one event of one person; routes and the gate
//
// Each uses only those below it: the agency records on behalf of a unit with
// the means of the unit, and the unit brings its examples to the officers by
// their card without knowing the agency. Each hands its routes up.
package handlers
