// Gương Sáng is a Telegram bot by which every unit of a place introduces exemplary people and new
// models to the standing agency, month by month and quarter by quarter; which reminds the units that
// have not; and which gives the agency the digest that it owes. This is the tour of the house.
//
// # What the letter orders, and which room does it
//
// It all began with one sentence of an official letter: "Định kỳ hàng tháng, hàng quý
// các cơ quan, đơn vị, địa phương giới thiệu gương điển hình tiên tiến, gương người tốt
// việc tốt, mô hình mới về Cơ quan thường trực … để tuyên truyền."
//
//	Định kỳ hàng tháng, hàng quý     internal/report (periods, deadlines, duties),
//	                                 scheduler (who is reminded of them, and when)
//	các cơ quan, đơn vị, địa phương  internal/report (Unit, Directory), internal/directory and importer
//	                                 (their list is read, and put in force), handlers/enrol and internal/invite (who
//	                                 speaks for them)
//	giới thiệu                       handlers/draft (the conversation), internal/form (what is
//	                                 asked), paste and intent (what a text says, or asks for)
//	gương …, mô hình mới             internal/report (Example, Content), storage/records (all versions)
//	về                               internal/telegram (brought in, and out again), storage (what
//	                                 waits: inbox, outbox), internal/courier (in order, once,
//	                                 through every outage), handlers/card (put before the officer)
//	Cơ quan thường trực              handlers/board (who has not sent), handlers/review (what was
//	                                 sent, judged), internal/clerk, digest and picture (the report to be signed)
//	để tuyên truyền                  internal/privacy (what of it may be published, and how it
//	                                 reads then), internal/photo (photos that may), internal/publicity
//	                                 (posts, articles, scripts), handlers/publication (approved,
//	                                 ordered, taken back), internal/publisher (posted once, taken
//	                                 out again), internal/picture and digest (praise card, report)
//
// # The rooms
//
// Imports go down only, never sideways (layers_test.go holds this):
//
//	16 bot                commands
//	15 internal/demo      all of it without Telegram: in a browser, or told in the terminal
//	14 internal/app       the whole bot put together: configuration, start, stop
//	13 handlers           what a person asks: event in, messages out
//	12 handlers/agency    what officers and admins ask of units, people and the program
//	11 handlers/supplement what is added to what was sent: put right, or asked for
//	10 handlers/directory the list of units, changed in chat
//	11 handlers/behalf    what is recorded for units that did not send it themselves
//	10 handlers/board     how things stand: who has sent, who owes what until when
//	10 handlers/find      examples, looked for by whatever somebody types
//	10 handlers/review    what units sent, judged
//	10 handlers/publication what was chosen, published and taken back
//	10 handlers/rights    what people ask of the data about them
//	10 handlers/unit      what focal points and heads of units ask
//	9  handlers/draft     an introduction on its way: asked, filled, previewed, sent
//	8  handlers/duty      what a unit owes, and can send for
//	8  handlers/enrol     how posts are come by, and how they end
//	8  handlers/pick      a unit or a block is picked, for whatever purpose
//	8  handlers/card      the card by which officers judge an example
//	8  internal/clerk     documents that were asked for, made and handed over once
//	8  internal/eraser    who is forgotten, and how
//	8  internal/telegram  the Bot API: intake, fetcher, the courier's wire
//	7  internal/courier   delivers the outbox over a wire; knows no messenger
//	7  handlers/turn      one event of one person; what may be asked, and by whom
//	7  scheduler          what the clock asks: what is due is derived, purely
//	7  internal/publisher what was chosen on its way to the public, and back
//	7  internal/watch     whether the program moves, for whoever watches from outside
//	7  internal/importer  lists of units and Word documents that were sent, read beside the conversation
//	7  internal/supplement how people say what they add to something sent
//	6  internal/form      the questionnaire: what is asked, and what is an answer
//	5  internal/assess/ground what a report rests on, read from the records
//	5  internal/said      the name, place or title in a short answer, with much said around it
//	5  internal/correction how people name a field in a sentence, and put it right
//	5  internal/nillist   units that have nothing, as somebody collects them
//	5  storage            the store: what comes in and goes out, beside the records
//	4  internal/choice    which of a few answers a text means
//	4  internal/paste     what people paste, forward and tell, read into fields
//	4  internal/publicity what takers of publicity can use as it is: post, article, script, package
//	4  storage/records    what is remembered of the locality, noun by noun
//	3  internal/intent    what a sentence asks for
//	3  internal/digest    a finished summary as text, document, sheet
//	3  internal/picture   and as board, chart and card
//	3  internal/directory unit lists from CSV and XLSX
//	3  internal/unitname  the units that people mean, by names and texts
//	3  storage/transfer   all of a store as lines of JSON, and back
//	3  storage/kv         transactions, and the commits that many share
//	2  internal/search     introductions found by what people type
//	2  internal/texts     every sentence that a person reads
//	2  internal/likeness  how alike two introductions are: the same person, a copied text
//	2  storage/disk       the data folder: the store file, backups
//	1  internal/assess    what figures show: strengths, weaknesses, causes, tasks
//	1  internal/privacy   what of an example may leave the house, and in which words
//	1  internal/dates     the days that people write
//	1  internal/invite    codes that let people in
//	1  internal/letterhead what stands at the top of whose letters
//	1  internal/mention   whether a text tells of an example
//	1  internal/pdf       PDFs of Word documents, by LibreOffice
//	1  internal/photo     photos that may leave the house
//	1  internal/word      Word documents from templates
//	1  internal/docx      Word documents that units send, read as plain structure
//	1  storage/layout     buckets, keys and values as bytes
//	1  internal/publicity/spoken Vietnamese written as it is spoken
//	0  internal/report    the domain: periods, duties, standings, posts
//	0  internal/chat      the shape of a conversation
//	0  internal/citizen   citizens' numbers, which are kept nowhere
//	0  internal/contact   by what somebody is reached without a name
//	0  internal/worddiff  what changed between two texts, word by word
//	0  internal/letters   how Vietnamese is written: cleaning, comparing
//	0  internal/vietnamese words of the language that several rooms read by
//	0  internal/sheet     tables as files
//	0  internal/opc       the zip files in which Word and Excel keep theirs, opened within limits
//	0  internal/files     the one way to replace a file
//	0  internal/retry     pauses between tries of what keeps failing
//	0  internal/deepcopy  how excelize copies values; a module of its own, for the linker's sake
//	0  internal/charset/html/charset the encoding of the parts of a workbook, in the place of a module
//
// internal/emulator is the Bot API in memory; internal/webchat shows its phones on a page;
// internal/demotexts is what only the demo says; internal/sample makes stores of any size;
// internal/simulation plays people and power cuts; .ci/mutate sees whether tests notice changes.
//
// # The way of one update
//
//	Telegram -> intake -> inbox -> handlers -> records + outbox -> courier -> Telegram
//
// The poller (or the webhook) puts the raw update and the offset that confirms it into the inbox in one commit. The desk
// takes the oldest of each person; decodes it into an event; finds the action; and the effects, the replies and "this
// update is done" are again one commit. Of whom nothing waits, both are the same commit, and the inbox is passed by. The
// courier takes the replies from the outbox. A crash finds the update not confirmed, or in the inbox, or all of it done.
//
// # The way of one reminder
//
//	clock -> scheduler -> records -> what is due -> outbox -> courier -> Telegram
//
// Cron only says "look now". A tick reads who owes what, derives which stages of the ladder are due
// and not in the log, and puts a row for each into the outbox, under a key that can be put only once.
// When the row's turn comes, its guard is checked again in the transaction that lets it go: whoever
// has reported meanwhile gets no reminder.
//
// # What leaves the house
//
//	record -> privacy.Of(example, unit, audience, day) -> View -> digest, picture, publicity -> file, message
//
// What a unit wrote stays with the desk and the unit. What is made for others is made from a View,
// with nothing that may not be shown; its makers cannot reach the rest (layers_test.go holds this too).
//
// Of this package, main.go parses and exits; commands.go has the commands.
package main
