// Package scheduler is what the clock asks: reminders, digests, the daily
// backup, housekeeping.
//
// The clock itself decides nothing. The heartbeat of every minute and the start
// of the program do the same: they call for a tick. Rules of cron say when a
// digest or a backup is due, not who wakes whom: two entries for one minute
// would be two ticks, of which the second sees what the first brought
// about or does not, as chance has it.
//
// A tick reads what is true now and derives what is due and not in the log yet,
// so that downtime, a suspended machine and a clock that was set cost nothing and
// nothing is said twice:
//
//	ladder.go     which stages there are and when people may be disturbed (pure)
//	due.go        state -> what to send and what to leave out (pure)
//	people.go     who hears of a stage (pure)
//	tick.go       reads the state, writes log and outbox in portions
//	message.go    a notice in words and buttons
//	digests.go    which digest instants have come, the newest missed one once
//	overlooked.go   what waits for the officers and nobody looked at, once a working day
//	papers.go     which documents go with them; the picture on the deadline's morning
//	ahead.go      what will happen if nobody does anything: the ticks to come, made in thought
//	scheduler.go  cron as the heartbeat, one tick at a time
//
// What a tick decides is derived beside the writer, from one look at the
// records, and written in portions of some hundred notices, so that nobody's
// answer waits for a wave. A row and its stages are one commit: the log says
// "sent at most once", and what a stop cuts off is derived again. The row carries
// a guard that is checked at the moment when it leaves, which meets all that
// changed since the look. A row that is dropped then takes its stages out of the
// log, and the next tick derives what is still true.
//
// A backup is made beside the ticks; they go on however long it takes.
package scheduler
