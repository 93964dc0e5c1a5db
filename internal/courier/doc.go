// Package courier delivers the outbox: it takes the messages that wait in the
// store, gives each to a messenger when its turn has come, and records what
// became of it. It knows no messenger. What it needs of one is a Wire (wire.go):
// deliver one row, answer with a verdict. internal/telegram is one; another in
// its place would be served in the same way. Whoever writes one reads wire.go
// here, and in storage what a Row is.
//
// # What it promises
//
// In a chat, messages arrive in the order in which they were put, and what was
// refused, or may not go yet, keeps those behind it waiting no longer than it
// must: a row that fails again and again lets them pass after about a minute. A
// row that a crash leaves behind is found again. Nothing that certainly arrived
// is sent again. How often anything else is tried, and what becomes of it in the
// end, is decided by its kind, in one place (storage/outbox_tries.go). The rates
// of the messenger are kept, and a wait that it asks for is waited, also over a
// restart.
//
// # The way of a row
//
// A row enters when the commit that put it is on disk (Sender.add). Each chat
// has two queues (queue.go): messages and edits, strictly in order, and notices,
// the small answers to a press, which overtake. One attempt at a time is under
// way in a queue, and many chats are served side by side. A queue whose row may
// go is listed as ready, one whose row must wait is listed by its time
// (schedule.go). From those that are ready the next is picked, notices first,
// then replies, then bulk, under the rates of all (dispatch.go, limits.go,
// pace.go).
//
// Then the row is claimed, which for bulk is a commit, so that a crash leaves it
// in doubt and not forgotten; attempted over the wire (attempt.go); and the
// verdict read for three things (deliver.go): what is to be stored of the row
// (result.go), whether the chat must pause, and whether the messenger itself is
// out of order (health.go). What became of it is recorded together with what else
// is at hand in one commit, before the next row of its queue goes out (record.go).
// While the disk refuses, all wait for it as one (disk.go).
//
// Nothing else of the program waits for this room but tests and the demo, which
// ask it to be idle (idle.go).
package courier
