// Package storage is the store: one bbolt file, in which all is that is remembered,
// and what waits to be done.
//
// Its rooms, from the ground up: layout (buckets, keys, values as bytes), disk (the
// data folder, its backups), kv (transactions, and the commits that many share),
// records (units, members, examples: one file for each noun). Here is what is left:
// what comes in (inbox.go, work.go, read.go) and what goes out (outbox*.go,
// guard.go), the jobs of the house that must not get lost (jobs.go, fetches.go,
// lists.go, alarms.go), the files beside the store (media*.go), what is forgotten
// in time (forget.go), and migrations.go, which brings an older file up to date.
//
// All work is done in transactions (tx.go). Store.View reads, Store.Update makes a
// change; a Tx has the methods of the records and those of the queues, so that the
// effects of one update, the replies to it and "this update is done" are one
// commit. Commits cost a disk sync each, so those who wait share one.
package storage
