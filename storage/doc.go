// Package storage is what is remembered: one bbolt file.
//
// One file of code for each noun (units, members, invites, drafts, examples,
// filings, stages, ...), with inbox.go and outbox.go for what comes in and
// goes out. layout names every bucket and encodes every key; migrations.go
// brings an older file up to date.
//
// All work is done in transactions. Store.View reads, Store.Update makes a
// change; a Tx's methods are small and combine, so that the effects of one
// update, the replies to it and "this update is done" are one commit. Commits
// cost a disk sync each, so those who wait share one (kv).
//
// Values are JSON of the structs of internal/report and of this package.
// Fields can be added; their names must not change, and their types only so
// that old values still read. Anything else is a migration. Index entries are
// written by the same function as the record.
package storage
