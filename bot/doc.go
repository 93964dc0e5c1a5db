// Gương Sáng is a Telegram bot by which every unit of a place introduces
// exemplary people and new models to the standing agency, month by month and
// quarter by quarter; which reminds the units that have not; and which gives
// the agency the digest that it owes.
//
// This is the tour of the house.
//
// # The rooms
//
// Imports go down only, never sideways (layers_test.go holds this):
//
//	5  bot                 commands, configuration, construction, shutdown
//	4  handlers            what a person asks: event in, messages out
//	4  scheduler           what the clock asks: what is due is derived, purely
//	4  internal/telegram   the wire: intake, sender, fetcher
//	4  internal/clerk      documents that were asked for, made and handed over once
//	3  storage             what is remembered: one bbolt file
//	3  internal/digest     a finished summary as text, document, sheet
//	3  internal/picture    and as board, chart and card
//	3  internal/directory  unit lists from CSV and XLSX
//	2  internal/texts      every sentence that a person reads
//	1  internal/privacy    what of an example may leave the house
//	1  internal/invite     codes that let people in
//	1  internal/photo      photos that may leave the house
//	1  internal/word       Word documents from templates
//	0  internal/report     the domain: periods, duties, standings
//	0  internal/chat       the shape of a conversation
//	0  internal/sheet      tables as files
//
// internal/emulator is the Bot API in memory, for tests and for the demo;
// internal/webchat shows its phones on the demo's page.
//
// # The way of one update
//
//	Telegram -> intake -> inbox -> handlers -> records + outbox -> sender -> Telegram
//
// The poller (or the webhook) puts the raw update and the offset that confirms
// it into the inbox in one commit. The desk takes the oldest; decodes it into
// an event; finds the action; and the effects, the replies and "this update is
// done" are again one commit. The sender takes the replies from the outbox. A
// crash at any moment finds the update in the inbox, or its replies in the
// outbox, or all of it done.
//
// # The way of one reminder
//
//	clock -> scheduler -> records -> what is due -> outbox -> sender -> Telegram
//
// Cron only says "look now". A look reads who owes what, derives which stages
// of the ladder are due and not in the log, and puts a row for each into the
// outbox, under a key that can be put only once. When the row's turn comes,
// its guard is checked again in the transaction that lets it go: whoever has
// reported meanwhile gets no reminder.
//
// # What leaves the house
//
//	record -> privacy.Of(example, unit, audience, day) -> View -> digest, picture -> file, message
//
// What a unit wrote stays with the agency's desk and the unit. Whatever is made
// for others is made from a View, in which a name, a photo or a place that may
// not be shown is not; the rooms that make things cannot even reach the rest
// (layers_test.go holds this too).
//
// # This package
//
// main.go parses and exits; commands.go is the table of commands, each in a
// file of its own; config*.go read the configuration and tell everything that
// is wrong with it at once; program.go puts the parts together and stops them
// in the reverse order; health.go tells whoever watches.
//
// demo*.go show it all without Telegram. A play (demo_play.go) is the program
// with invented people around it and a clock that is moved; "demo -play" has it
// tell its story. A demoStage (demo_stage.go) is the show behind the page that
// "demo" serves: one play at a time, begun in a scene, moved on by the time
// machine (demo_time.go) or by the guided tour.
package main
