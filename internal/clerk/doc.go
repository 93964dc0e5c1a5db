// Package clerk is the văn thư of the program: it makes the documents that
// were asked for, and hands them to the sender.
//
// A document takes longer than a turn of the conversation may. So whoever
// wants one, a person or the clock, puts a job into the store; the clerk takes
// the jobs one by one, makes each outside of any transaction (papers.go),
// keeps the file, and in one commit puts the row that brings it and takes
// the job out. A crash in between makes the same file again and sends it once:
// the row's key is the job's.
package clerk
