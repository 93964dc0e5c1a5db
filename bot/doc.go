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
//	10 bot                 commands
//	9  internal/demo       all of it without Telegram: in a browser, or told in the terminal
//	8  internal/app        the whole bot put together: configuration, start, stop
//	7  handlers            what a person asks: event in, messages out
//	6  handlers/agency     what officers, admins, leaders, heads of blocks ask
//	5  handlers/unit       what focal points and heads of units ask
//	4  handlers/enrol      how posts are come by, and how they end
//	4  handlers/card       the card by which officers judge an example
//	4  internal/telegram   the Bot API: intake, fetcher, the courier's wire
//	3  internal/courier    delivers the outbox over a wire; knows no messenger
//	3  handlers/turn       one event of one person; what may be asked, and by whom
//	3  scheduler           what the clock asks: what is due is derived, purely
//	3  internal/clerk      documents that were asked for, made and handed over once
//	2  storage             what is remembered: one bbolt file
//	2  internal/form       the questionnaire: what is asked, what a text means
//	2  internal/digest     a finished summary as text, document, sheet
//	2  internal/picture    and as board, chart and card
//	2  internal/directory  unit lists from CSV and XLSX
//	1  internal/texts      every sentence that a person reads
//	1  internal/invite     codes that let people in
//	1  internal/photo      photos that may leave the house
//	1  internal/word       Word documents from templates
//	0  internal/report     the domain: periods, duties, standings
//	0  internal/chat       the shape of a conversation
//	0  internal/sheet      tables as files
//	0  internal/retry      pauses between tries of what keeps failing
//
// internal/emulator is the Bot API in memory, for tests and for the demo;
// internal/webchat shows its phones on the demo's page; internal/demotexts is
// what only the demo says.
//
// # The way of one update
//
//	Telegram -> intake -> inbox -> handlers -> records + outbox -> courier -> Telegram
//
// The poller (or the webhook) puts the raw update and the offset that confirms
// it into the inbox in one commit. The desk takes the oldest; decodes it into
// an event; finds the action; and the effects, the replies and "this update is
// done" are again one commit. The courier takes the replies from the outbox. A
// crash at any moment finds the update in the inbox, or its replies in the
// outbox, or all of it done.
//
// # The way of one reminder
//
//	clock -> scheduler -> records -> what is due -> outbox -> courier -> Telegram
//
// Cron only says "look now". A look reads who owes what, derives which stages
// of the ladder are due and not in the log, and puts a row for each into the
// outbox, under a key that can be put only once. When the row's turn comes,
// its guard is checked again in the transaction that lets it go: whoever has
// reported meanwhile gets no reminder.
//
// # This package
//
// main.go parses and exits; commands.go is the table of commands, each in a
// file of its own; explain.go words what went wrong.
package main
