// Package clerk is the văn thư of the program: it makes the documents that
// were asked for, and hands them to the sender.
//
// A document takes longer than a turn of the conversation may. So whoever
// wants one, a person or the clock, puts a job into the store; the clerk takes
// the jobs one by one, makes each outside of any transaction (papers.go),
// keeps the file, and in one commit puts the rows that bring it and takes
// the jobs out. Those who wait for the same document get the same file. A crash
// in between makes it again and sends it once: a row's key is its job's.
//
// So are the errands that take longer for many units than a turn may: a sheet of
// invites (invites.go), telling everybody of a new deadline (extended.go), taking
// back the invites of one who left (revoke.go). These write, a portion in each
// commit. And so is a backup that an admin asks for (backup.go), or the erasing that a request
// asks for (erase.go).
//
// A stop does not wait for a document: making one looks every few milliseconds
// whether it is still wanted, and the job waits for the next start. A job is
// marked before it is begun, so that one which takes the program down with it is
// not begun for ever.
package clerk
