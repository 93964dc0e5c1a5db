// Package eraser forgets: whom the law lets ask for it, and what the agency keeps no
// longer than it said.
//
// Anybody may ask to have what is kept about them corrected, their consent taken back,
// or all of it erased (handlers/rights). Each request has the days of the law, and the
// officers are reminded of them (remind.go). Erasing (erase.go) goes in this order:
//
//  1. What is public is taken back (internal/publisher).
//  2. The record, and everything beside it that tells of it, is redacted in one
//     transaction, in which the request ends (storage/erase.go). The number stays, and
//     what figures are made of.
//  3. The cards and notices in Telegram that told of it are edited, and the cards of
//     others that warned of it as what they are like.
//  4. Files that nothing refers to any more are deleted, and with them documents that
//     were made before.
//  5. The free pages of the store, in which the bytes still lie, are written over.
//
// The clerk does it: no document can be made of what is just being erased. After a
// crash it is done again, and does nothing twice. Backups are not changed: they say
// until when they are kept.
//
// What the configuration keeps for some years only goes the same way (retention.go).
package eraser
