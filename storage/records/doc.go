// Package records is what the store remembers of the locality: units, members
// and their posts, invites, drafts, examples, what was filed for each period, the
// reminder log and the audit log, and where each conversation stands. One file for
// each noun.
//
// A Snapshot reads and a Tx writes as well, in the transaction that it was given
// (storage). Their methods are small and combine. Index entries are written by the
// same method as the record.
//
// Values are JSON of the structs of internal/report and of this package, but for
// what there is very much of (values.go). Fields can be added; their names must
// not change, and their types only so that old values still read. Anything else is
// a migration.
//
// The tests are those of storage: records are tried in a real store.
package records
