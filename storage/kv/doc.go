// Package kv is the transactions of the store: what one reads and writes with
// (entries.go), and how the changes of many share one commit (commit.go). A page
// of the file that cannot be read ends all of it, in order (damage.go).
//
// A ReadTx reads and a WriteTx writes as well. Whoever has one hands it on as a Reader
// or a Writer; nothing can be done with it but by the functions of this package,
// which only the rooms of the store may import.
package kv
